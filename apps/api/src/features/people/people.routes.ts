import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { confirmInvitation } from "./confirm-invitation.ts";
import { endPerson } from "./end-person.ts";
import { invitePerson } from "./invite-person.ts";
import { listPeople } from "./list-people.ts";
import { resendInvitation } from "./resend-invitation.ts";

/** Accounts: who there is, invite, confirm, invite again, end. */
export function peopleRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listPeople, ({ actor }) => listPeople(deps, actor));
  mount(contracts.invitePerson, ({ actor, body, idempotency }) => invitePerson(deps, actor, { body, idempotency }));
  mount(contracts.confirmInvitation, ({ actor, params }) => confirmInvitation(deps, actor, params.personId));
  mount(contracts.resendInvitation, ({ actor, params }) => resendInvitation(deps, actor, params.personId));
  mount(contracts.endPerson, ({ actor, params }) => endPerson(deps, actor, params.personId));
}
