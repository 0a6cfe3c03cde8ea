import type { showInvitation as contract, ReplyOf } from "@avances/contracts";
import { findOpenTicket } from "@avances/db/queries/ticket-queries";
import { DomainError } from "@avances/domain/domain-error";
import { ticketHash } from "@avances/notices";
import type { Deps } from "#deps.ts";

/**
 * Whose invitation this is, for the holder of the link, so that nobody has to guess the address they will sign in with. Does not use
 * the link. Throws `ticket-refused` for a link that would not be accepted.
 */
export async function showInvitation(
  { db, clock }: Pick<Deps, "db" | "clock">,
  token: string,
): Promise<ReplyOf<typeof contract>> {
  const user = await db.authQuery((tx) => findOpenTicket(tx, ticketHash(token), "invitation", clock.now()));
  if (!user) throw new DomainError("ticket-refused");
  return { email: user.email };
}
