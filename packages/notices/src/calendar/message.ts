import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import type { Language } from "@avances/domain/catalogue";
import {
  audienceFacts,
  type CalendarDate,
  type CalendarEntry,
  dateRelation,
  endsRound,
  isAsk,
  isEventStep,
  localDate,
  type NoticeAudience,
  type NoticeStep,
  nextByItself,
  noticeKey,
  offersAnswer,
  planNotices,
  type SupersededReason,
  speaksOf,
  spokenDate,
} from "@avances/domain/round";
import { awaitsFirstReport, owesReport, publicationFrom } from "@avances/domain/submission";
import { type WordingKind, wordingKindOf } from "@avances/domain/wording";
import type { Desk } from "@avances/settings/mail";
import { withAnswerParagraph } from "../letters/answer-paragraph.ts";
import { countryEntry, entryStanding } from "../letters/calendar-words.ts";
import { reachedBy } from "../letters/contact.ts";
import { type Block, type Letter, unmarked } from "../letters/letter.ts";
import { newMail } from "../letters/new-mail.ts";
import {
  asked,
  type Companion,
  type Contact,
  isComplete,
  type NoticeEvent,
  type NoticeFacts,
  type Reader,
  readerOf,
} from "../letters/notice-facts.ts";
import { noticeLetter } from "../letters/notice-letter.ts";
import { noticeLink } from "../letters/notice-link.ts";
import type { LedgerOfCountry } from "./ledger.ts";
import type { Going } from "./notice-state.ts";
import type { Addressee } from "./recipients.ts";
import type { Wordings, WrittenWording } from "./wordings.ts";

/** What every message of this instance needs. */
export interface WritingConfig {
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly demonstration: boolean;
  /** Makes the links by which requests are answered; absent where nothing is asked. */
  readonly ticketKey?: string;
  /** How the secretariat is reached; absent = by the addresses of its people. */
  readonly desk?: Desk | undefined;
}

/** What the secretariat adds in its own words, for readers of each language. */
export type OwnText = { readonly [L in Language]?: string | undefined };

export interface NoticeToWrite {
  readonly state: ReportingState;
  readonly step: NoticeStep;
  /** The date that the message names. */
  readonly anchorDate: CalendarDate;
  readonly batchId: string;
  readonly scheduledFor: Date;
  /** `send`, or the reason why it is only recorded. */
  readonly disposition: "send" | SupersededReason;
  readonly audience: readonly NoticeAudience[];
  /** Everybody of the audience who has an account: the recipients of this batch. */
  readonly people: readonly Addressee[];
  readonly ledger: LedgerOfCountry;
  /** When anything goes out by itself to this country: what the letter says of the next reminder follows from it. */
  readonly going: Going;
  readonly contact: Contact | null;
  readonly event?: NoticeEvent;
  /** The secretariat's own words, by language. */
  readonly ownText?: OwnText;
  /** It is the message of its day: nothing of the calendar leaves beside it. */
  readonly takesDay?: boolean;
  /** The words that the secretariat has written for such messages; absent = the built-in ones stand. */
  readonly wordings?: Wordings;
}

/** The message one person will get. Pure, so that a preview and the real message are the same. */
export function messageFor(
  item: NoticeToWrite,
  person: Addressee,
  ids: { readonly mailId: string; readonly noticeId: string },
  now: Date,
  config: WritingConfig,
): NewMailRow {
  const { letter, contact, wordingId } = letterFor(item, person, now, config);
  return newMail({
    id: ids.mailId,
    wordingId,
    noticeId: ids.noticeId,
    kind: item.step,
    user: person,
    countryCode: item.state.country,
    ...letter,
    now,
    mailFrom: config.mailFrom,
    replyTo: contact?.address ?? config.desk?.replyTo ?? null,
    demonstration: config.demonstration,
    calendar: calendarEntryOf(item, person, now, config),
  });
}

/** The date that a message names goes along for the calendars of those who report, while it is to come or today. */
function calendarEntryOf(
  { state, step }: Pick<NoticeToWrite, "state" | "step">,
  { audience, language }: Pick<Addressee, "audience" | "language">,
  now: Date,
  { publicUrl }: Pick<WritingConfig, "publicUrl">,
): CalendarEntry | null {
  const date = spokenDate(step, state);
  if (date === null || endsRound(step) || !audienceFacts[audience].reports) return null;
  if (dateRelation(date, now, state.timeZone) === "past") return null;
  const { country: countryCode } = state;
  const day = date === state.returnDueOn && state.status === "returned" ? "return_due" : "due";
  return countryEntry(
    { ...state, ...{ day, date, countryCode, standing: entryStanding(state, day) } },
    { language, publicUrl, runsRounds: false },
  );
}

/** The same as blocks, before they become plain text and HTML. */
export function letterFor(
  item: NoticeToWrite,
  person: Addressee,
  now: Date,
  config: WritingConfig,
): { readonly letter: Letter<Block>; readonly contact: Contact | null; readonly wordingId: string | null } {
  const written = writtenFor(item, person, now);
  const facts = { ...factsFor(item, person, now, config), wording: written };
  const letter = noticeLetter(facts, person.language);
  return {
    letter: carriesAnswerLink(item, person, config) ? withAnswerParagraph(letter, facts, person.language) : letter,
    contact: facts.contact,
    wordingId: written?.id ?? null,
  };
}

/** The kind of words that this person's message has; null = the built-in ones, whatever the secretariat has written. */
export function kindOfWords(
  { step, state }: Pick<NoticeToWrite, "step" | "state">,
  { audience }: Pick<Addressee, "audience">,
  now: Date,
): WordingKind | null {
  if (!audienceFacts[audience].reports) return null;
  const isReturned = state.status === "returned";
  const date = isReturned ? state.returnDueOn : state.dueOn;
  return wordingKindOf({
    step,
    isReturned,
    obligated: owesReport(state),
    isWithdrawn: state.withdrawn !== null,
    relation: date === null ? null : dateRelation(date, now, state.timeZone),
  });
}

function writtenFor(item: NoticeToWrite, person: Addressee, now: Date): WrittenWording | null {
  const kind = kindOfWords(item, person, now);
  return kind === null ? null : (item.wordings?.(kind, person.language) ?? null);
}

/** Can this person answer the message by a link in it? Those who report can, where they are asked. */
export function carriesAnswerLink(
  { step }: Pick<NoticeToWrite, "step">,
  { audience }: Pick<Addressee, "audience">,
  { ticketKey }: Pick<WritingConfig, "ticketKey">,
): boolean {
  return ticketKey !== undefined && offersAnswer(step) && audienceFacts[audience].reports;
}

/** Everything that this message may say. */
export function factsFor(item: NoticeToWrite, person: Addressee, now: Date, config: WritingConfig): NoticeFacts {
  const { state, step } = item;
  const reader = readerOf[person.audience];
  const companions = item.people
    .filter((other) => other.id !== person.id)
    .map(({ audience, displayName }): Companion => ({ audience, name: displayName }));
  const progress = reader === "reporter" && state.status !== "returned" ? state.progress : null;
  const link = noticeLink(
    {
      ...{ step, role: person.role, submissionId: state.submissionId },
      ...{ roundYear: state.roundYear, country: state.country, isComplete: isComplete({ progress }) },
    },
    item.event ?? null,
    person.language,
    config.publicUrl,
  );
  return {
    ...state,
    step,
    reader,
    readerName: person.displayName,
    readerSalutation: person.salutation,
    countryCode: state.country,
    obligated: owesReport(state),
    mayHaveMoreTime: !endsRound(step) && awaitsFirstReport(state),
    extended: state.extensionGrantedAt !== null && state.dueOn !== state.roundDueOn,
    datedByRound: state.extensionGrantedAt === null && state.dueOn === state.roundDueOn,
    now,
    event: item.event ?? null,
    ask: askOf(item, reader, companions),
    progress,
    ...(reader === "reporter" && speaksOf(step) !== null && { next: nextReminderOf(item, now) }),
    earliestPublicationOn: earliestPublicationOf(item),
    ownText: unmarked(item.ownText?.[person.language]?.trim() ?? ""),
    companions,
    unfilled: item.audience.filter((audience) => !item.people.some((one) => one.audience === audience)),
    contact: reachedBy(item.contact, config.desk),
    page: link.page,
    link: link.address,
  };
}

const nextReminders = new WeakMap<NoticeToWrite, { readonly now: Date; readonly on: CalendarDate | null }>();

/**
 * The day of the next automatic reminder if nothing changes. Steps of the calendar that are planned together with this message count as
 * handled: they are sent or replaced now. The same for everybody who gets this notice, so computed once.
 */
function nextReminderOf(item: NoticeToWrite, now: Date): CalendarDate | null {
  const known = nextReminders.get(item);
  if (known?.now === now) return known.on;
  const { state, step, ledger, going } = item;
  const before = { ...state, ...going, handled: ledger.handled, lastSentAt: ledger.lastCalendarNotice?.at ?? null };
  const planned = isEventStep(step)
    ? []
    : [item, ...planNotices({ now, countries: [before] }).filter(({ disposition }) => disposition !== "propose")];
  const handled = new Set([...ledger.handled, ...planned.map((one) => noticeKey(one.step, one.anchorDate))]);
  const takesDay = item.takesDay ?? !isEventStep(step);
  const next = nextByItself({ ...before, handled, ...(takesDay && { lastSentAt: now }) }, now);
  const on = next === null ? null : localDate(next.goesAt, state.timeZone);
  nextReminders.set(item, { now, on });
  return on;
}

/** For an accepted report that is not public yet; the letter leaves open that the country may agree to an earlier day. */
function earliestPublicationOf({ step, event, state }: NoticeToWrite): CalendarDate | null {
  if (step !== "accepted" || event === undefined || state.status !== "accepted") return null;
  return publicationFrom({ acceptedAt: event.at, timeZone: state.timeZone, consentedAt: null });
}

/** Null unless the step asks, the reader is asked, and no earlier ask is still waiting to be sent. */
function askOf({ step, ledger }: NoticeToWrite, reader: Reader, companions: readonly Companion[]): NoticeFacts["ask"] {
  const isAsked = reader === "reporter" || asked(companions).length > 0;
  if (!isAsk(step) || !isAsked || ledger.asksUnderWay > 0) return null;
  return { nth: ledger.asks + 1, firstAt: ledger.firstAskAt };
}

/** The number of this ask in the round according to the ledger, waiting ones included. */
export function ordinalOf({ step, ledger }: Pick<NoticeToWrite, "step" | "ledger">): number {
  return ledger.asks + ledger.asksUnderWay + (isAsk(step) ? 1 : 0);
}
