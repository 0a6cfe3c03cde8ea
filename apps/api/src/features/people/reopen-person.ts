import type { reopenPerson as contract, ReplyOf } from "@avances/contracts";
import { findUser, findUserByEmail } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { askFor } from "./ask-for.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Opens an ended account again, with its record, or requests it from a second person: the person gets a new invitation and chooses a new password.
 * Throws `address-taken` when another account has the address, `transition-refused` for an account that has not ended, was never opened
 * (it is invited anew), or on which an act is waiting.
 */
export async function reopenPerson(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (person.endedAt === null || person.confirmedAt === null) throw new DomainError("transition-refused");
    if (await findUserByEmail(tx, person.email)) throw new DomainError("address-taken");
    await askFor(tx, deps, actor, person, "reopen", now);
  });
  return viewPerson(deps, actor, personId);
}
