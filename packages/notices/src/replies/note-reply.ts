import { randomUUID } from "node:crypto";
import type { Tx } from "@avances/db";
import {
  countReplies,
  insertReply,
  lockMailByMessageId,
  settleBouncedMail,
} from "@avances/db/queries/mail-reply-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import { findCountry } from "@avances/db/queries/reference-queries";
import type { MailRow, NewMailReplyRow } from "@avances/db/queries/rows";
import { findUserByEmail } from "@avances/db/queries/user-queries";
import { isOfSecretariat } from "@avances/domain/access";
import { type CalendarDate, isFaultOfAddress, localDate, readResult } from "@avances/domain/round";
import { awayUntil } from "./away-until.ts";
import { statusFor } from "./delivery-status.ts";
import type { Incoming } from "./read-reply.ts";

/** More than this about one message is noise, or somebody who writes much on purpose. */
const repliesAtMost = 25;

/** `unknown`: about no message of this portal. `own`: from the office itself. */
export type Noted = "noted" | "known" | "unknown" | "own" | "too-many";

/**
 * Notes what came back about a message, in one transaction. The same thing is noted once, whoever reads it and however often. Nothing is
 * answered: this folder writes no mail, so that no loop of answers can begin here.
 */
export async function noteReply(
  tx: Tx,
  incoming: Incoming,
  {
    receivedAt,
    now,
    ownAddresses,
  }: { readonly receivedAt: Date; readonly now: Date; readonly ownAddresses: readonly string[] },
): Promise<Noted> {
  const { from, what } = incoming;
  if (what.kind === "person" && (await isOfOffice(tx, from, ownAddresses))) return "own";
  const mail = await firstOf(tx, incoming.about);
  // What never left can have no answer: kept here, stopped, or waiting for its first attempt.
  if (mail === undefined || mail.fence === 0 || mail.state === "kept" || mail.state === "stopped") return "unknown";
  if ((await countReplies(tx, mail.id)) >= repliesAtMost) return "too-many";
  const noted = await insertReply(tx, {
    id: randomUUID(),
    mailId: mail.id,
    receivedAt: receivedAt > now ? now : receivedAt,
    address: mail.toAddress,
    attempt: mail.fence,
    fingerprint: incoming.fingerprint,
    ...saidOf(what, mail, await dayOf(tx, mail, receivedAt)),
  });
  if (noted === undefined) return "known";
  if (noted.kind === "bounced") await markBounced(tx, mail, noted, now);
  return "noted";
}

/** A message that a mail server had accepted did not arrive: it becomes a dead letter, and its request reached nobody by it. */
export async function markBounced(
  tx: Tx,
  mail: Pick<MailRow, "id" | "noticeId">,
  { code, answer }: Pick<NewMailReplyRow, "answer"> & { readonly code?: number | null },
  now: Date,
): Promise<void> {
  const lastAnswer = asAnswer(answer ?? "");
  const isOurs = await settleBouncedMail(tx, mail.id, { lastCode: code ?? null, lastAnswer, settledAt: now });
  if (isOurs && mail.noticeId !== null) await settleNotice(tx, mail.noticeId, "dead", lastAnswer, now);
}

/** The day on which it came, where its writer is. */
async function dayOf(tx: Tx, { countryCode }: MailRow, receivedAt: Date): Promise<CalendarDate> {
  const home = countryCode === null ? undefined : await findCountry(tx, countryCode);
  return localDate(receivedAt, home?.timeZone ?? "UTC");
}

type Said = Pick<NewMailReplyRow, "kind" | "status" | "code" | "answer" | "awayUntil" | "refusesAddress">;

function saidOf(what: Incoming["what"], mail: MailRow, day: CalendarDate): Said {
  const nothing = { status: null, code: null, answer: "", awayUntil: null, refusesAddress: false } as const;
  if (what.kind === "person") return { ...nothing, kind: "replied" };
  if (what.kind === "automatic") {
    const until = awayUntil(what.text, day);
    return { ...nothing, kind: "automatic", awayUntil: until };
  }
  const said = statusFor(what.statuses, mail.toAddress);
  if (said === undefined) throw new Error("A report without a recipient is not read");
  const { action, status, code, answer, isOfAddress } = said;
  const kind = action === "failed" ? "bounced" : action;
  // Anybody who has seen a message can forge a report about it; one that does not even name its address stops nothing.
  const refusesAddress = kind === "bounced" && isOfAddress && isFaultOfAddress(status);
  return { kind, status, code, answer: answer || (status ?? ""), awayUntil: null, refusesAddress };
}

/** The words of a mail server never pass for the portal's own reasons. */
function asAnswer(words: string): string {
  return readResult(words)?.by === "portal" ? `“${words}”` : words;
}

async function firstOf(tx: Tx, ids: readonly string[]): Promise<MailRow | undefined> {
  for (const id of ids) {
    const mail = await lockMailByMessageId(tx, id);
    if (mail !== undefined) return mail;
  }
  return undefined;
}

/** Somebody of the office who writes on in the same thread answers nothing. */
async function isOfOffice(tx: Tx, from: string | null, ownAddresses: readonly string[]): Promise<boolean> {
  if (from === null) return false;
  if (ownAddresses.some((own) => own.toLowerCase() === from)) return true;
  const person = await findUserByEmail(tx, from);
  return person !== undefined && isOfSecretariat(person.role);
}
