import type { Tx } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { insertNotices } from "@avances/db/queries/notice-queries";
import type { notice } from "@avances/db/schema";
import type { CalendarDate, NoticeStep } from "@avances/domain/round";
import type { LedgerOfCountry } from "./ledger.ts";
import { newMail } from "./new-mail.ts";
import { noticeText } from "./notice-texts.ts";
import { type Recipient, readerOf } from "./recipients.ts";
import type { ReportingState } from "./reporting-state.ts";

/** What every message of this instance is made with. */
export interface WritingConfig {
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly demonstration: boolean;
}

export interface NoticeToWrite {
  readonly state: ReportingState;
  readonly step: NoticeStep;
  readonly anchorDate: CalendarDate;
  readonly batchId: string;
  readonly scheduledFor: Date;
  /** `superseded`: recorded, not sent. */
  readonly disposition: "send" | "superseded";
  readonly people: readonly Recipient[];
  readonly ledger: LedgerOfCountry;
  readonly hasContact: boolean;
  readonly event?: { readonly at: Date; readonly version: number };
  /** The secretariat's own words, by language. */
  readonly ownText?: { readonly en?: string | undefined; readonly es?: string | undefined };
  /** Why it was superseded, for the ledger. */
  readonly result?: string;
}

/** The message one person will get. Pure: a preview and the real thing come from here. */
export function messageFor(
  item: NoticeToWrite,
  person: Recipient,
  ids: { readonly mailId: string; readonly noticeId: string },
  now: Date,
  config: WritingConfig,
): ReturnType<typeof newMail> {
  const { state, ledger } = item;
  const text = noticeText(
    {
      ...state,
      step: item.step,
      reader: readerOf(person.role),
      readerName: person.displayName,
      countryCode: state.country,
      eventAt: item.event?.at ?? null,
      version: item.event?.version ?? null,
      ordinal: ledger.asks + 1,
      firstAskAt: ledger.firstAskAt,
      ownText: item.ownText?.[person.language]?.trim() ?? "",
      hasContact: item.hasContact,
      link: `${config.publicUrl}/${person.language}/home`,
    },
    person.language,
  );
  return newMail({
    id: ids.mailId,
    noticeId: ids.noticeId,
    kind: item.step,
    user: person,
    countryCode: state.country,
    ...text,
    now,
    mailFrom: config.mailFrom,
    demonstration: config.demonstration,
  });
}

/**
 * Writes each notice into the ledger and its message into the outbox, in the transaction given. What another planner wrote first is
 * left alone: the unique key of the ledger decides, and only a row of ours gets a message. Returns how many messages were queued.
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
  const mails = rows
    .filter(({ item, id }) => item.disposition === "send" && ours.has(id))
    .map(({ item, person, id }) =>
      messageFor(item, person, { mailId: context.newId(), noticeId: id }, context.now, context.config),
    );
  await insertMails(tx, mails);
  return mails.length;
}

function ledgerRow(item: NoticeToWrite, person: Recipient, id: string, now: Date): typeof notice.$inferInsert {
  const isSent = item.disposition === "send";
  return {
    id,
    roundYear: item.state.roundYear,
    countryCode: item.state.country,
    userId: person.id,
    step: item.step,
    anchorDate: item.anchorDate,
    batchId: item.batchId,
    ordinal: item.ledger.asks + 1,
    state: isSent ? "queued" : "superseded",
    scheduledFor: item.scheduledFor,
    createdAt: now,
    settledAt: isSent ? null : now,
    result: item.result ?? "",
  };
}
