import type { ReplyOf, showContactCheck as showContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { consumeTicket, findLink } from "@avances/db/queries/ticket-queries";
import { recordContactCheck } from "@avances/db/queries/user-queries";
import { DomainError } from "@avances/domain/domain-error";
import { ticketHash } from "@avances/notices";
import type { Deps } from "#deps.ts";

const kind = "contact_check";

/** Whose entry the yearly question is about, for whoever reads its link. Does not use it. Throws `ticket-refused`. */
export async function showContactCheck(
  { db, clock }: Pick<Deps, "db" | "clock">,
  token: string,
): Promise<ReplyOf<typeof showContract>> {
  const found = await db.authQuery((tx) => findLink(tx, ticketHash(token), kind, clock.now()));
  if (!found) throw new DomainError("ticket-refused");
  const { displayName, institution, role, countryCode: country, phone } = found.user;
  return { displayName, institution, role, country, phone, expiresAt: found.link.expiresAt.toISOString() };
}

/** Writes down the answer, once. Nothing ends by it: of somebody who has left, the secretariat learns on its page. Throws `ticket-refused`. */
export async function useContactCheck(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { token, answer }: { readonly token: string; readonly answer: "still" | "left" },
): Promise<void> {
  const now = clock.now();
  const tokenHash = ticketHash(token);
  await db.asAuth(async (tx) => {
    const found = await findLink(tx, tokenHash, kind, now);
    if (!found || !(await consumeTicket(tx, tokenHash, kind, now))) throw new DomainError("ticket-refused");
    const { id, role, countryCode } = found.user;
    await recordContactCheck(tx, id, answer === "still" ? { checkedAt: now, leftAt: null } : { leftAt: now });
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId: id, role, country: countryCode },
      action: answer === "still" ? "user.still-here" : "user.said-left",
      objectType: "user",
      objectId: id,
      countryCode,
      fields: [answer === "still" ? "checkedAt" : "leftAt"],
    });
  });
}
