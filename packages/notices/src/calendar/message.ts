import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import type { Language } from "@avances/domain/catalogue";
import {
  type CalendarDate,
  endsRound,
  isAsk,
  type NoticeAudience,
  type NoticeStep,
  type SupersededReason,
} from "@avances/domain/round";
import { awaitsFirstReport, owesReport, publicationFrom } from "@avances/domain/submission";
import { newMail } from "../letters/new-mail.ts";
import {
  asked,
  type Companion,
  type Contact,
  type NoticeFacts,
  type Reader,
  readerOf,
} from "../letters/notice-facts.ts";
import { noticeLetter } from "../letters/notice-letter.ts";
import { noticeLink } from "../letters/notice-link.ts";
import type { LedgerOfCountry } from "./ledger.ts";
import type { Addressee } from "./recipients.ts";

/** What every message of this instance is made with. */
export interface WritingConfig {
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly demonstration: boolean;
}

/** What the secretariat adds in its own words, for the readers of each language. */
export type OwnText = { readonly [L in Language]?: string | undefined };

export interface NoticeToWrite {
  readonly state: ReportingState;
  readonly step: NoticeStep;
  /** The date it speaks of. */
  readonly anchorDate: CalendarDate;
  readonly batchId: string;
  readonly scheduledFor: Date;
  /** `send`, or why it is recorded only. */
  readonly disposition: "send" | SupersededReason;
  readonly audience: readonly NoticeAudience[];
  /** Everybody of the audience that there is: the recipients of this batch. */
  readonly people: readonly Addressee[];
  readonly ledger: LedgerOfCountry;
  readonly contact: Contact | null;
  readonly event?: { readonly at: Date; readonly version: number };
  /** The secretariat's own words, by language. */
  readonly ownText?: OwnText;
}

/** The message one person will get. Pure: a preview and the real thing come from here. */
export function messageFor(
  item: NoticeToWrite,
  person: Addressee,
  ids: { readonly mailId: string; readonly noticeId: string },
  now: Date,
  config: WritingConfig,
): NewMailRow {
  const facts = factsFor(item, person, now, config);
  return newMail({
    id: ids.mailId,
    noticeId: ids.noticeId,
    kind: item.step,
    user: person,
    countryCode: item.state.country,
    ...noticeLetter(facts, person.language),
    now,
    mailFrom: config.mailFrom,
    replyTo: facts.contact?.address ?? null,
    demonstration: config.demonstration,
  });
}

function factsFor(item: NoticeToWrite, person: Addressee, now: Date, config: WritingConfig): NoticeFacts {
  const { state, step } = item;
  const reader = readerOf[person.audience];
  const companions = item.people
    .filter((other) => other.id !== person.id)
    .map(({ audience, displayName }): Companion => ({ audience, name: displayName }));
  return {
    ...state,
    step,
    reader,
    readerName: person.displayName,
    countryCode: state.country,
    obligated: owesReport(state),
    mayHaveMoreTime: !endsRound(step) && awaitsFirstReport(state),
    extended: state.extensionGrantedAt !== null && state.dueOn !== state.roundDueOn,
    datedByRound: state.extensionGrantedAt === null && state.dueOn === state.roundDueOn,
    now,
    event: item.event ?? null,
    ask: askOf(item, reader, companions),
    progress: reader === "reporter" && state.status !== "returned" ? state.progress : null,
    earliestPublicationOn: earliestPublicationOf(item),
    ownText: item.ownText?.[person.language]?.trim() ?? "",
    companions,
    unfilled: item.audience.filter((audience) => !item.people.some((one) => one.audience === audience)),
    contact: item.contact,
    link: noticeLink(
      { step, role: person.role, submissionId: state.submissionId, roundYear: state.roundYear, country: state.country },
      item.event?.version ?? null,
      person.language,
      config.publicUrl,
    ),
  };
}

/** Of an accepted report that is not public yet; the letter leaves open that the country may agree to an earlier day. */
function earliestPublicationOf({ step, event, state }: NoticeToWrite): CalendarDate | null {
  if (step !== "accepted" || event === undefined || state.status !== "accepted") return null;
  return publicationFrom({ acceptedAt: event.at, timeZone: state.timeZone, consentedAt: null });
}

/** Counted only when it is one, somebody is asked, and no earlier one is still waiting to leave. */
function askOf({ step, ledger }: NoticeToWrite, reader: Reader, companions: readonly Companion[]): NoticeFacts["ask"] {
  const isAsked = reader === "reporter" || asked(companions).length > 0;
  if (!isAsk(step) || !isAsked || ledger.asksUnderWay > 0) return null;
  return { nth: ledger.asks + 1, firstAt: ledger.firstAskAt };
}

/** Which ask of the round this is by the ledger, those under way included. */
export function ordinalOf({ step, ledger }: Pick<NoticeToWrite, "step" | "ledger">): number {
  return ledger.asks + ledger.asksUnderWay + (isAsk(step) ? 1 : 0);
}
