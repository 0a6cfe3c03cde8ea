import type { Tx } from "@avances/db";
import type { FreshWords } from "@avances/db/queries/mail-queries";
import { findNotice, findNoticeBatch, listCompanions } from "@avances/db/queries/notice-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { MailRow, NewMailRow, NoticeRow } from "@avances/db/queries/rows";
import { findRemindedSection } from "@avances/db/queries/section-reminder-queries";
import {
  calendarRuleOf,
  catchUpDays,
  eventRules,
  isEventOf,
  isEventStep,
  isMatterNews,
  isMatterRequest,
  isProgressRequest,
  isSectionReminder,
  localDate,
  speaksOf,
} from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import { loadEvents } from "./events.ts";
import { freshMatterMail } from "./fresh-matter.ts";
import { freshNewsMail } from "./fresh-news.ts";
import { freshProgressMail } from "./fresh-progress.ts";
import { eventKey } from "./ledger.ts";
import { messageFor, type NoticeToWrite, type WritingConfig } from "./message.ts";
import { goingOf, type Known, loadKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { sectionMail } from "./section-reminders.ts";

/**
 * A message that names a date says how far away it is, what is missing and which reminder follows: all of that as of its day. When it leaves on another
 * one, after an outage of the mail server or because its country's days were closed, it is written anew. Its id, its Message-ID and its place in the ledger stay.
 */
export type Freshness =
  /** It may leave as it is. */
  | "as-written"
  /** Its words are of another day, and what they are made from is not known any more. */
  | "outdated"
  | FreshWords;

type Written = Pick<MailRow, "id" | "noticeId" | "kind" | "userId" | "createdAt" | "wordingId">;

export interface FreshContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig & { readonly ticketKey: string; readonly secretariatCountry?: string | undefined };
}

/** The words with which this message leaves now. */
export async function freshWords(tx: Tx, mail: Written, context: FreshContext): Promise<Freshness> {
  if (isSectionReminder(mail.kind)) return await ofSection(tx, mail, context);
  if (isMatterRequest(mail.kind)) {
    const fresh = await freshMatterMail(tx, mail, context);
    return fresh === null ? "outdated" : wordsOf(fresh);
  }
  if (isProgressRequest(mail.kind)) {
    const fresh = await freshProgressMail(tx, mail, context);
    return fresh === null ? "outdated" : wordsOf(fresh);
  }
  if (isMatterNews(mail.kind)) {
    const fresh = await freshNewsMail(tx, mail, context);
    return fresh === null ? "outdated" : wordsOf(fresh);
  }
  const notice = mail.noticeId === null ? undefined : await findNotice(tx, mail.noticeId);
  if (notice === undefined || speaksOf(notice.step) === null) return "as-written";
  const { roundYear, countryCode } = notice;
  const state = (await listReportingStates(tx, { roundYear })).find(({ country }) => country === countryCode);
  if (state === undefined || isOfToday(mail, state.timeZone, context.now)) return "as-written";
  return await ofNotice(tx, mail, { notice, state }, context);
}

function isOfToday({ createdAt }: Pick<Written, "createdAt">, timeZone: string, now: Date): boolean {
  return localDate(createdAt, timeZone) === localDate(now, timeZone);
}

interface Told {
  readonly notice: NoticeRow;
  readonly state: ReportingState;
}

async function ofNotice(
  tx: Tx,
  mail: Written,
  { notice, state }: Told,
  { now, config }: FreshContext,
): Promise<Freshness> {
  const { roundYear, countryCode: country, step, anchorDate, batchId } = notice;
  // As when it was written first: it does not count itself.
  const known = await loadKnown(tx, [roundYear], now, { roundYear, country, step, anchorDate, batchId });
  const everybody = await listRecipients(tx, now);
  const audience = isEventStep(step) ? eventRules[step].audience : (calendarRuleOf(step)?.audience ?? []);
  const told = new Set(await listCompanions(tx, notice));
  const people = peopleOf(audience, country, everybody).filter(({ id }) => told.has(id));
  const person = people.find(({ id }) => id === mail.userId);
  const own = await ownPart(tx, notice, state, everybody);
  if (person === undefined || own === null) return "outdated";
  const item: NoticeToWrite = {
    ...{ state, step, anchorDate, batchId, scheduledFor: notice.scheduledFor, disposition: "send", audience, people },
    ...{ ledger: known.ledger(roundYear, country), going: goingOf(state, known), wordings: wordingsOf(step, known) },
    ...own,
  };
  return wordsOf(messageFor(item, person, { mailId: mail.id, noticeId: notice.id }, now, config));
}

/** News of an act have no words of the secretariat's own. */
const wordingsOf = (step: NoticeRow["step"], { wordings }: Known) =>
  isEventStep(step) && !isEventOf(step, "hand") ? () => null : wordings;

/** What a message has from the act that it follows from: who answers questions, what happened, and what somebody wrote; null = that is not known any more. */
async function ownPart(
  tx: Tx,
  { step, batchId, createdAt: writtenAt }: NoticeRow,
  state: ReportingState,
  everybody: readonly Recipient[],
): Promise<Pick<NoticeToWrite, "contact" | "event" | "ownText" | "takesDay"> | null> {
  const contact = contactOf(everybody, state.roundOpenedBy);
  if (!isEventStep(step)) return { contact };
  if (isEventOf(step, "hand")) {
    const act = await findNoticeBatch(tx, batchId);
    // An act of before kept its words for all readers together.
    if (act === undefined || (act.ownTexts === null && act.ownText !== "")) return null;
    return {
      contact: contactOf(everybody, act.createdBy, state.roundOpenedBy),
      ...(act.ownTexts && { ownText: act.ownTexts }),
    };
  }
  const events = await loadEvents(tx, new Date(writtenAt.getTime() - catchUpDays * 86_400_000));
  const event = events.find(
    ({ key, state: of }) => key === eventKey(step, batchId) && of.submissionId === state.submissionId,
  );
  return event === undefined ? null : { contact, event: event.event };
}

/** The person of a section gets a fresh link as well, which replaces the one of the message as it was. */
async function ofSection(tx: Tx, mail: Written, { now, newId, config }: FreshContext): Promise<Freshness> {
  const asked = await findRemindedSection(tx, mail.id);
  if (asked === undefined || isOfToday(mail, asked.report.timeZone, now)) return "as-written";
  if (!isSectionReminder(mail.kind)) return "as-written";
  return wordsOf(await sectionMail(tx, asked, { id: mail.id, step: mail.kind }, { now, newId, config }));
}

function wordsOf({
  subject,
  bodyText,
  bodyHtml,
  calendar,
  wordingId,
  replyTo,
  ticketId,
  createdAt,
}: NewMailRow): FreshWords {
  return {
    ...{ subject, bodyText, bodyHtml, createdAt },
    calendar: calendar ?? null,
    wordingId: wordingId ?? null,
    replyTo: replyTo ?? null,
    ticketId: ticketId ?? null,
  };
}
