import type { endPerson as contract, ReplyOf } from "@avances/contracts";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { askFor } from "./ask-for.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Ends an account, or requests it from a second person: its sessions are refused from the next request on, its name stays in the record, its
 * address is free for a new account. Nobody can end their own.
 */
export async function endPerson(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (personId === actor.userId) throw new DomainError("transition-refused", { reason: "own_account" });
    if (person.endedAt !== null) throw new DomainError("transition-refused");
    await askFor(tx, deps, actor, person, "end", now);
  });
  return viewPerson(deps, actor, personId);
}
