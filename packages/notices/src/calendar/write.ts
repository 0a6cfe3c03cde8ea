import type { Tx } from "@avances/db";
import { insertAnswerLinks } from "@avances/db/queries/exchange-queries";
import { insertMails } from "@avances/db/queries/mail-queries";
import { insertNotices } from "@avances/db/queries/notice-queries";
import type { NewNoticeRow } from "@avances/db/queries/rows";
import { answerLinkEnd } from "@avances/domain/round";
import { answerToken, ticketHash } from "../letters/ticket.ts";
import { carriesAnswerLink, messageFor, type NoticeToWrite, ordinalOf, type WritingConfig } from "./message.ts";
import type { Addressee } from "./recipients.ts";

/**
 * Writes each notice into the ledger and its message into the outbox, in the given transaction. A notice that another planner wrote first
 * is skipped: the ledger's unique key decides, and only a row added here gets a message. Returns how many messages were queued.
 */
export async function writeNotices(
  tx: Tx,
  items: readonly NoticeToWrite[],
  context: { readonly now: Date; readonly newId: () => string; readonly config: WritingConfig },
): Promise<number> {
  const rows = items.flatMap((item) => item.people.map((person) => ({ item, person, id: context.newId() })));
  if (rows.length === 0) return 0;
  const written = await insertNotices(
    tx,
    rows.map(({ item, person, id }) => ledgerRow(item, person, id, context.now)),
  );
  const ours = new Set(written.map((row) => row.id));
  const sent = rows.filter(({ item, id }) => item.disposition === "send" && ours.has(id));
  const mails = sent.map(({ item, person, id }) =>
    messageFor(item, person, { mailId: context.newId(), noticeId: id }, context.now, context.config),
  );
  await insertMails(tx, mails);
  await insertAnswerLinks(tx, answerLinksOf(sent, context));
  return mails.length;
}

/** The links by which those who are asked can answer, each once. */
function answerLinksOf(
  sent: readonly { readonly item: NoticeToWrite; readonly person: Addressee; readonly id: string }[],
  { now, config }: { readonly now: Date; readonly config: WritingConfig },
) {
  const { ticketKey } = config;
  if (ticketKey === undefined) return [];
  return sent
    .filter(({ item, person }) => carriesAnswerLink(item, person, config))
    .map(({ person, id }) => ({
      noticeId: id,
      userId: person.id,
      tokenHash: ticketHash(answerToken(ticketKey, id)),
      createdAt: now,
      expiresAt: answerLinkEnd(now),
    }));
}

function ledgerRow(item: NoticeToWrite, person: Addressee, id: string, now: Date): NewNoticeRow {
  const isSent = item.disposition === "send";
  return {
    id,
    roundYear: item.state.roundYear,
    countryCode: item.state.country,
    userId: person.id,
    step: item.step,
    anchorDate: item.anchorDate,
    batchId: item.batchId,
    ordinal: ordinalOf(item),
    state: isSent ? "queued" : "superseded",
    scheduledFor: item.scheduledFor,
    createdAt: now,
    settledAt: isSent ? null : now,
    result: isSent ? "" : item.disposition,
  };
}
