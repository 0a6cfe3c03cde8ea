import type { listPeople as contract, ReplyOf } from "@avances/contracts";
import { accountStates } from "@avances/db/queries/session-queries";
import { listUsers } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { invitationState, personView } from "./person-view.ts";

/** Every account, by country and name. */
export async function listPeople(deps: Pick<Deps, "db" | "clock">, actor: Actor): Promise<ReplyOf<typeof contract>> {
  const users = await deps.db.asActor(actor, listUsers);
  const ids = users.map(({ id }) => id);
  const states = await deps.db.authQuery((tx) => accountStates(tx, ids, deps.clock.now()));
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  return {
    people: users.map((user) => {
      const state = invitationState(user, states.withPassword.has(user.id), states.invited.has(user.id));
      return personView(user, state, names.get(user.invitedBy ?? user.createdBy ?? "") ?? null);
    }),
  };
}
