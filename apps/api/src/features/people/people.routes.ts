import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { askForAddress } from "./ask-for-address.ts";
import { askForRole } from "./ask-for-role.ts";
import { confirmRequest } from "./confirm-request.ts";
import { editPerson } from "./edit-person.ts";
import { endPerson } from "./end-person.ts";
import { handoverFile, ownHandoverFile } from "./handover/handover-file.ts";
import { invitePerson } from "./invite-person.ts";
import { listPeople } from "./list-people.ts";
import { exportPeople } from "./people-file/export-people.ts";
import { importPeople } from "./people-file/import-people.ts";
import { personHistory } from "./person-history.ts";
import { reopenPerson } from "./reopen-person.ts";
import { resendInvitation } from "./resend-invitation.ts";
import { withdrawRequest } from "./withdraw-request.ts";

/** Accounts: list, invite, invite again, change, end, open again; and the decisions of a second person. */
export function peopleRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listPeople, ({ actor }) => listPeople(deps, actor));
  mount(contracts.getPeopleCsv, ({ actor, query }) => exportPeople(deps, actor, query.language));
  mount(contracts.importPeople, ({ actor, body, idempotency }) => importPeople(deps, actor, { body, idempotency }));
  mount(contracts.invitePerson, ({ actor, body, idempotency }) => invitePerson(deps, actor, { body, idempotency }));
  mount(contracts.resendInvitation, ({ actor, params }) => resendInvitation(deps, actor, params.personId));
  mount(contracts.editPerson, ({ actor, params, body }) => editPerson(deps, actor, { ...params, body }));
  mount(contracts.askForAddress, ({ actor, params, body }) => askForAddress(deps, actor, { ...params, ...body }));
  mount(contracts.askForRole, ({ actor, params, body }) => askForRole(deps, actor, { ...params, body }));
  mount(contracts.reopenPerson, ({ actor, params }) => reopenPerson(deps, actor, params.personId));
  mount(contracts.getPersonHistory, ({ actor, params }) => personHistory(deps, actor, params.personId));
  mount(contracts.getHandover, ({ actor, params, query }) => handoverFile(deps, actor, { ...params, ...query }));
  mount(contracts.getOwnHandover, ({ actor, query }) => ownHandoverFile(deps, actor, query.language));
  mount(contracts.endPerson, ({ actor, params }) => endPerson(deps, actor, params.personId));
  mount(contracts.confirmRequest, ({ actor, params }) => confirmRequest(deps, actor, params));
  mount(contracts.withdrawRequest, ({ actor, params }) => withdrawRequest(deps, actor, params));
}
