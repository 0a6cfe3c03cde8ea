import type {
  getOutgoingMail as getContract,
  listOutgoingMail as listContract,
  QueryOf,
  ReplyOf,
} from "@avances/contracts";
import { findMail, listMails, type MailWithRecipient, mailHealth } from "@avances/db/queries/mail-queries";
import type { Actor } from "@avances/domain/access";
import { readableText } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { found } from "#reporting/allow.ts";

const pageLength = 100;

/** Messages as their addressees see them, newest first, with what the desk has to look after: dead letters and the age of the queue. */
export async function outgoingMails(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { state, before }: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const [mails, health] = await deps.db.asActor(actor, (tx) =>
    Promise.all([
      listMails(tx, {
        limit: pageLength,
        ...(state && { state }),
        ...(before !== undefined && { before: new Date(before) }),
      }),
      mailHealth(tx),
    ]),
  );
  return {
    messages: mails.map(mailSummary),
    dead: health.dead,
    oldestUnsentAt: health.oldestUnsentAt?.toISOString() ?? null,
  };
}

/**
 * One message with its text. Its single-use link shows only where the database itself says that it is a demonstration: whoever reads a
 * link has the account.
 */
export async function outgoingMail(
  deps: Pick<Deps, "db" | "config">,
  actor: Actor,
  mailId: string,
): Promise<ReplyOf<typeof getContract>> {
  const row = await deps.db.asActor(actor, async (tx) => found(await findMail(tx, mailId)));
  const { mailFrom, publicUrl, secrets, demonstration } = deps.config;
  const identity = { isDemonstration: demonstration, mailFrom, publicUrl, ticketKey: secrets.ticketKey };
  return { ...mailSummary(row), bodyText: readableText(row.mail, identity), messageId: row.mail.messageId };
}

/** What lists say of a message. */
export function mailSummary({ mail, recipient }: MailWithRecipient) {
  const isWaiting = mail.state === "queued" || mail.state === "sending";
  return {
    id: mail.id,
    kind: mail.kind,
    country: mail.countryCode,
    recipient,
    address: mail.toAddress,
    language: mail.language,
    subject: mail.subject,
    state: mail.state,
    attempts: mail.attempts,
    createdAt: mail.createdAt.toISOString(),
    settledAt: mail.settledAt?.toISOString() ?? null,
    nextAttemptAt: isWaiting ? mail.nextAttemptAt.toISOString() : null,
    lastCode: mail.lastCode,
    lastAnswer: mail.lastAnswer,
  };
}
