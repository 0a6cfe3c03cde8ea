import type {
  getOutgoingMail as getContract,
  listOutgoingMail as listContract,
  QueryOf,
  ReplyOf,
} from "@avances/contracts";
import { findMail, listMails, type MailWithRecipient, mailHealth } from "@avances/db/queries/mail-queries";
import { findWording } from "@avances/db/queries/wording-queries";
import type { Actor } from "@avances/domain/access";
import { isOfSection, readResult } from "@avances/domain/round";
import { readableText } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";

const pageLength = 100;

/**
 * A page of messages as their addressees see them, newest first, with what the secretariat must watch: dead letters and the age of the
 * queue. `before` is the last message of the previous page; `not-found` when there is no such message.
 */
export async function outgoingMails(
  deps: Pick<Deps, "db" | "config">,
  actor: Actor,
  { state, country, before }: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "outgoing-mail.read");
  return await deps.db.asActor(actor, async (tx) => {
    const last = before === undefined ? undefined : found(await findMail(tx, before)).mail;
    const mails = await listMails(tx, {
      limit: pageLength + 1,
      ...(state && { state }),
      ...(country && { country }),
      ...(last && { before: last }),
    });
    const page = mails.slice(0, pageLength);
    const health = await mailHealth(tx);
    return {
      messages: page.map((row) => mailSummary(row, deps.config)),
      next: mails.length > pageLength ? (page.at(-1)?.mail.id ?? null) : null,
      dead: health.dead,
      oldestUnsentAt: health.oldestUnsentAt?.toISOString() ?? null,
    };
  });
}

/**
 * One message with its text (null for what goes to the person of a section). Its single-use link is shown only if the database itself says that it is a demonstration, because anybody
 * who reads a link can take the account.
 */
export async function outgoingMail(
  deps: Pick<Deps, "db" | "config">,
  actor: Actor,
  mailId: string,
): Promise<ReplyOf<typeof getContract>> {
  allow(actor, "outgoing-mail.read");
  const [row, wording] = await deps.db.asActor(actor, async (tx) => {
    const own = found(await findMail(tx, mailId));
    const { wordingId } = own.mail;
    return [own, wordingId === null ? undefined : await findWording(tx, wordingId)] as const;
  });
  const { mailFrom, publicUrl, secrets, demonstration } = deps.config;
  const identity = { isDemonstration: demonstration, mailFrom, publicUrl, ticketKey: secrets.ticketKey };
  const bodyText = isInside(row, deps.config) ? null : readableText(row.mail, identity);
  return {
    ...mailSummary(row, deps.config),
    bodyText,
    messageId: row.mail.messageId,
    wording: wording === undefined ? null : { kind: wording.kind, version: wording.version },
  };
}

/** What is asked of somebody in a ministry stays inside the country. In a demonstration there is no other way to the link. */
function isInside({ mail }: MailWithRecipient, { demonstration }: Pick<Deps["config"], "demonstration">): boolean {
  return isOfSection(mail.kind) && !demonstration;
}

/** A message as lists show it. Of one inside a country neither the addressee nor what a mail server said, which may name the address. */
export function mailSummary(row: MailWithRecipient, config: Pick<Deps["config"], "demonstration">) {
  const { mail, recipient } = row;
  const isHidden = isInside(row, config);
  const result = readResult(mail.lastAnswer);
  const isWaiting = mail.state === "queued" || mail.state === "sending";
  return {
    id: mail.id,
    kind: mail.kind,
    country: mail.countryCode,
    recipient: isHidden ? null : recipient,
    address: isHidden ? null : mail.toAddress,
    language: mail.language,
    subject: isHidden ? null : mail.subject,
    state: mail.state,
    attempts: mail.attempts,
    createdAt: mail.createdAt.toISOString(),
    settledAt: mail.settledAt?.toISOString() ?? null,
    nextAttemptAt: isWaiting ? mail.nextAttemptAt.toISOString() : null,
    lastCode: mail.lastCode,
    result: isHidden && result?.by === "mail_server" ? null : result,
  };
}
