import type { Tx } from "@avances/db";
import { wakeScheduler } from "@avances/db/queries/answer-saving-queries";
import { insertMails } from "@avances/db/queries/mail-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { insertTicket } from "@avances/db/queries/session-queries";
import { invitationMail, newMail, passwordResetMail, ticketHash, ticketToken } from "@avances/notices";
import type { Deps } from "../deps.ts";
import { type MailText, type SecurityEvent, securityTexts } from "./security-texts.ts";

type MailDeps = Pick<Deps, "config" | "newId">;

/**
 * Writes a single-use link (older ones of its kind stop working) and queues the mail that carries it, to the stored address. The link is
 * put in when the message is sent; neither row holds it.
 */
export async function queueTicketMail(
  tx: Tx,
  deps: MailDeps,
  kind: "invitation" | "password_reset",
  user: UserRow,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const { id: ticketId } = await insertNewTicket(tx, deps, kind, user.id, now, expiresAt);
  const write = kind === "invitation" ? invitationMail : passwordResetMail;
  await insertMails(tx, [
    write({
      id: deps.newId(),
      user,
      ticketId,
      now,
      mailFrom: deps.config.mailFrom,
      demonstration: deps.config.demonstration,
    }),
  ]);
  await wakeScheduler(tx);
}

/** A single-use link without a mail. The token exists only in what this returns. */
export async function insertNewTicket(
  tx: Tx,
  deps: MailDeps,
  kind: "invitation" | "password_reset",
  userId: string,
  now: Date,
  expiresAt: Date,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = deps.newId();
  const token = ticketToken(deps.config.secrets.ticketKey, id);
  await insertTicket(tx, { id, kind, userId, tokenHash: ticketHash(token), createdAt: now, expiresAt });
  return { id, token };
}

/** Tells the owner of an account that something about its safety changed. */
export async function queueSecurityMail(
  tx: Tx,
  deps: MailDeps,
  event: SecurityEvent,
  user: UserRow,
  now: Date,
): Promise<void> {
  await queueTextMail(tx, deps, "security", securityTexts[event][user.language](user.displayName), user, now);
}

/** A finished text to one person. */
export async function queueTextMail(
  tx: Tx,
  deps: MailDeps,
  kind: "security" | "account_ended",
  text: MailText,
  user: UserRow,
  now: Date,
): Promise<void> {
  const { mailFrom, demonstration } = deps.config;
  await insertMails(tx, [newMail({ ...text, id: deps.newId(), kind, user, now, mailFrom, demonstration })]);
  await wakeScheduler(tx);
}
