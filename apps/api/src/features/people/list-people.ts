import type { listPeople as contract, ReplyOf } from "@avances/contracts";
import { accountStates } from "@avances/db/queries/password-queries";
import { hadSecondPerson, listRefusedAddresses, listWaitingRequests } from "@avances/db/queries/people-queries";
import { listUsers } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { personView, statesOf } from "./person-view.ts";

/** Every account, by country and name, with the act that is waiting for a second person. */
export async function listPeople(deps: Pick<Deps, "db" | "clock">, actor: Actor): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.read");
  const now = deps.clock.now();
  const [users, waiting, hadTwo, refused] = await deps.db.asActor(actor, async (tx) => [
    await listUsers(tx),
    await listWaitingRequests(tx),
    await hadSecondPerson(tx),
    await listRefusedAddresses(tx),
  ]);
  const ids = users.map(({ id }) => id);
  const states = await deps.db.authQuery((tx) => accountStates(tx, ids, now));
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  return {
    people: users.map((user) =>
      personView(user, {
        ...statesOf(states, user.id),
        refused: refused.get(user.id) ?? null,
        invitedByName: names.get(user.invitedBy ?? user.createdBy ?? "") ?? null,
        waiting: waiting.get(user.id) ?? null,
        now,
      }),
    ),
    secondPerson: hadTwo ? "needed" : "exempt",
  };
}
