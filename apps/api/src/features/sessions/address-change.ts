import type { ReplyOf, showAddressChange as showContract } from "@avances/contracts";
import { databaseFault } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { findPasswordHash } from "@avances/db/queries/password-queries";
import { consumeTicket, findLink, passwordLinks, voidLinks } from "@avances/db/queries/ticket-queries";
import { changeAddress } from "@avances/db/queries/user-queries";
import { DomainError } from "@avances/domain/domain-error";
import { ticketHash } from "@avances/notices";
import { invitationHours, queueSecurityMail, queueTicketMail } from "#accounts/queue-account-mail.ts";
import { tellColleagues } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";

const kind = "address_change";

/** Which address a link would confirm, for whoever reads it. Does not use the link. Throws `ticket-refused` for one that would not be accepted. */
export async function showAddressChange(
  { db, clock }: Pick<Deps, "db" | "clock">,
  token: string,
): Promise<ReplyOf<typeof showContract>> {
  const found = await db.authQuery((tx) => findLink(tx, ticketHash(token), kind, clock.now()));
  if (!found || found.link.newEmail === null) throw new DomainError("ticket-refused");
  const { user, link } = found;
  return { displayName: user.displayName, address: link.newEmail ?? "", expiresAt: link.expiresAt.toISOString() };
}

/**
 * Gives the account the address to which the link was sent, once. Links to a password that went to the one before stop working; an account that was
 * never used gets its invitation at the new address. The one before and the colleagues are told. Throws `ticket-refused`, and
 * `address-taken` when another account has the address by now (the link then stays usable).
 */
export async function useAddressChange(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  token: string,
): Promise<void> {
  const now = deps.clock.now();
  const tokenHash = ticketHash(token);
  await deps.db.asAuth(async (tx) => {
    const found = await findLink(tx, tokenHash, kind, now);
    if (!found || found.link.newEmail === null) throw new DomainError("ticket-refused");
    // Of two simultaneous presses, the second finds it used.
    if (!(await consumeTicket(tx, tokenHash, kind, now))) throw new DomainError("ticket-refused");
    const before = found.user;
    const after = await changeAddress(tx, before.id, found.link.newEmail).catch((error: unknown) => {
      throw databaseFault(error)?.kind === "unique-violation" ? new DomainError("address-taken") : error;
    });
    if (!after) throw new DomainError("ticket-refused");
    // They went to an address that no longer counts.
    await voidLinks(tx, after.id, passwordLinks, now);
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId: after.id, role: after.role, country: after.countryCode },
      action: "user.address-changed",
      objectType: "user",
      objectId: after.id,
      countryCode: after.countryCode,
      fields: ["email"],
    });
    await queueSecurityMail(tx, deps, "own-address-changed", before, now);
    // What did not reach the one before, and is still due, goes to this one.
    await wakeScheduler(tx);
    await tellColleagues(tx, deps, "address-changed", after, now);
    if (!after.isShared && (await findPasswordHash(tx, after.id)) === null) {
      const expiresAt = new Date(now.valueOf() + invitationHours * 3_600_000);
      await queueTicketMail(tx, deps, "invitation", after, now, expiresAt);
    }
  });
}
