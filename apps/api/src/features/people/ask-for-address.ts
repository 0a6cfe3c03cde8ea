import type { askForAddress as contract, ReplyOf } from "@avances/contracts";
import { findUser, findUserByEmail } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { askFor } from "./ask-for.ts";
import { misfit } from "./invite-person.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Asks for another address of an account that is open: a second person confirms, then a link goes to the new address, and it counts when its reader
 * uses it. Throws `address-taken`, `transition-refused` for an account that has ended, was never opened or on which an act is waiting, and
 * invalid input when it is the present address.
 */
export async function askForAddress(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  { personId, address }: { readonly personId: string; readonly address: string },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  const email = normaliseAddress(address);
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (person.endedAt !== null || person.confirmedAt === null) throw new DomainError("transition-refused");
    if (person.email === email) throw misfit("/address", "is_the_present_one");
    if (await findUserByEmail(tx, email)) throw new DomainError("address-taken");
    await askFor(tx, deps, actor, person, "change_address", now, { email });
  });
  return viewPerson(deps, actor, personId);
}
