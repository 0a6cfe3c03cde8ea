import type {
  getOutgoingMail as getContract,
  listOutgoingMail as listContract,
  QueryOf,
  ReplyOf,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { findMail, listMails, type MailWithRecipient, mailHealth } from "@avances/db/queries/mail-queries";
import { listReplies } from "@avances/db/queries/mail-reply-queries";
import type { MailReplyRow } from "@avances/db/queries/rows";
import { findWording } from "@avances/db/queries/wording-queries";
import type { Actor } from "@avances/domain/access";
import { isOfSection, readResult } from "@avances/domain/round";
import { readableText } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { replyOf } from "#features/shared/mail-reply-view.ts";

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
    const replies = await repliesTo(tx, page);
    return {
      messages: page.map((row) => mailSummary(row, deps.config, replies(row))),
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
  const { row, replies, wording } = await deps.db.asActor(actor, async (tx) => {
    const row = found(await findMail(tx, mailId));
    const { wordingId } = row.mail;
    const wording = wordingId === null ? undefined : await findWording(tx, wordingId);
    return { row, replies: (await repliesTo(tx, [row]))(row), wording };
  });
  const { mailFrom, publicUrl, secrets, demonstration } = deps.config;
  const identity = { isDemonstration: demonstration, mailFrom, publicUrl, ticketKey: secrets.ticketKey };
  const isHidden = isInside(row, deps.config) || tellsOfInside(row, deps.config);
  const bodyText = isHidden ? null : readableText(row.mail, identity);
  return {
    ...mailSummary(row, deps.config, replies),
    ...{ bodyText, messageId: row.mail.messageId },
    wording: wording === undefined ? null : { kind: wording.kind, version: wording.version },
  };
}

/** What came back about each of these messages since it was last sent. */
async function repliesTo(tx: Tx, rows: readonly MailWithRecipient[]) {
  const all = await listReplies(
    tx,
    rows.map(({ mail }) => mail.id),
  );
  const byMail = Map.groupBy(all, ({ mailId }) => mailId);
  return ({ mail }: MailWithRecipient) => (byMail.get(mail.id) ?? []).filter(({ attempt }) => attempt === mail.fence);
}

/** What is asked of somebody in a ministry stays inside the country. In a demonstration there is no other way to the link. */
function isInside({ mail }: MailWithRecipient, { demonstration }: Pick<Deps["config"], "demonstration">): boolean {
  return isOfSection(mail.kind) && !demonstration;
}

/** What a country's digest says to those who report, who of its ministries proposed what, is theirs; that it went to them is not. */
function tellsOfInside({ mail }: MailWithRecipient, { demonstration }: Pick<Deps["config"], "demonstration">): boolean {
  return mail.kind === "digest_country" && !demonstration;
}

/** A message as lists show it. Of one inside a country neither the addressee nor what a mail server said, which may name the address. */
export function mailSummary(
  row: MailWithRecipient,
  config: Pick<Deps["config"], "demonstration">,
  replies: readonly MailReplyRow[] = [],
) {
  const { mail, recipient } = row;
  const isHidden = isInside(row, config);
  const result = readResult(mail.lastAnswer);
  const reply = replyOf(replies);
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
    // While it waits to be sent again, what came back before no longer says how it stands.
    reply: isWaiting || reply === null ? null : { ...reply, ...(isHidden && { answer: null }) },
  };
}
