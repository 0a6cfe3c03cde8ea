import type { Tx } from "@avances/db";
import { findDigest } from "@avances/db/queries/digest-queries";
import { isAddressRefused } from "@avances/db/queries/mail-reply-queries";
import { findNotice, findNoticeInRound, hasLaterNotice, type NoticeInRound } from "@avances/db/queries/notice-queries";
import { findAccountRequest } from "@avances/db/queries/people-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { findRemindedSection } from "@avances/db/queries/section-reminder-queries";
import { isLastSignatureStep } from "@avances/db/queries/signature-queries";
import { linkWorks } from "@avances/db/queries/ticket-queries";
import { findUser } from "@avances/db/queries/user-queries";
import { lapsesAt } from "@avances/domain/access";
import {
  addDays,
  closedBecause,
  dateRelation,
  endsRound,
  goesElsewhere,
  isDigest,
  isEventOf,
  isEventStep,
  isMatterNews,
  isMatterRequest,
  isOfWork,
  isProgressRequest,
  isSectionReminder,
  localDate,
  type MailKind,
  maySend,
  type Outcome,
  type SendingDays,
  sendingTime,
  stillDue,
  writeOutcome,
} from "@avances/domain/round";
import { isEditable, isExempt, statusAsExpected } from "@avances/domain/submission";
import { isMailAddress } from "@avances/domain/text";
import { readPromise } from "../calendar/ledger.ts";
import { loadQuiet } from "../calendar/quiet.ts";
import { isAwaited } from "../calendar/section-reminders.ts";
import { isUnseen } from "../calendar/unseen-questions.ts";
import { recheckMatter } from "./recheck-matter.ts";
import { recheckNews } from "./recheck-news.ts";
import { recheckProgress } from "./recheck-progress.ts";

/** The decision about a message at the moment of sending. */
export type Verdict =
  | { readonly send: true }
  /** It is still due, and goes by itself: not at this hour or on this day. */
  | { readonly send: false; readonly state: "queued"; readonly nextAttemptAt: Date }
  | { readonly send: false; readonly state: "stopped" | "dead"; readonly outcome: Outcome };

/**
 * Checks a message again right before it is sent, in the transaction that claims it: since it was written, the country may have submitted,
 * the date may have moved or come, the person may have left or changed address, the link may have been used or replaced, and a request
 * that waited for a second person may have been decided.
 */
export async function recheck(
  tx: Tx,
  mail: {
    readonly id: string;
    readonly noticeId: string | null;
    readonly ticketId: string | null;
    readonly requestId: string | null;
    readonly kind: MailKind;
    readonly userId: string;
    readonly toAddress: string;
    readonly createdAt: Date;
    readonly attempts: number;
    readonly fence: number;
    readonly lastAnswer: string;
  },
  now: Date,
  secretariatCountry?: string,
): Promise<Verdict> {
  const person = await findUser(tx, mail.userId);
  // The person of an ended account gets the message that it has ended, and no other.
  if (person !== undefined && person.endedAt !== null && isSectionReminder(mail.kind))
    return stopped({ code: "section-settled", status: null });
  if (person === undefined || (person.endedAt !== null && mail.kind !== "account_ended"))
    return stopped({ code: "account-ended", status: null });
  if (person.email !== mail.toAddress && !goesElsewhere(mail.kind))
    return stopped({ code: "address-changed", status: null });
  if (!isMailAddress(mail.toAddress)) {
    return { send: false, state: "dead", outcome: { code: "address-invalid", status: null } };
  }
  if (isOfWork(mail.kind) && (await isAddressRefused(tx, mail.toAddress))) {
    return { send: false, state: "dead", outcome: { code: "address-refused", status: null } };
  }
  if (mail.ticketId !== null && !(await linkWorks(tx, mail.ticketId, now)))
    return stopped({ code: "link-used-up", status: null });
  if (mail.requestId !== null && !(await requestWaits(tx, mail.requestId, now)))
    return stopped({ code: "request-decided", status: null });
  if (isSectionReminder(mail.kind)) return await recheckSection(tx, mail, now);
  if (isOfNetwork(mail.kind)) {
    const recheckOne = isMatterRequest(mail.kind)
      ? recheckMatter
      : isProgressRequest(mail.kind)
        ? recheckProgress
        : recheckNews;
    const verdict = await recheckOne(tx, mail, now, secretariatCountry);
    if ("stopped" in verdict) return stopped({ code: verdict.stopped, status: null });
    const waits = verdict.byItself || wasKeptBack({ ...mail, writtenAt: mail.createdAt }, verdict.days.timeZone, now);
    return waits ? inItsHours(verdict.days, now) : { send: true };
  }
  if (isDigest(mail.kind)) return await recheckDigest(tx, mail, now);
  if (mail.noticeId === null) return { send: true };
  const asked = await findNoticeInRound(tx, mail.noticeId);
  if (asked === undefined) return await recheckWithoutRound(tx, mail.noticeId);
  const state = { ...asked, exempt: isExempt(asked) };
  const verdict = stillDue({ ...asked, writtenAt: mail.createdAt }, state, now);
  if (verdict.due && isEventOf(asked.step, "question") && !(await isUnseen(tx, asked.batchId)))
    return stopped({ code: "questions-seen", status: null });
  // After an outage several would leave together; the planner writes today's, if it is still due.
  if (verdict.due && isEventOf(asked.step, "question") && asked.anchorDate !== localDate(now, asked.timeZone))
    return stopped({ code: "day-passed", status: null });
  // What a message says of a signature is so until the next step on the way to it.
  if (verdict.due && isEventOf(asked.step, "signature") && !(await isLastSignatureStep(tx, asked.batchId)))
    return stopped({ code: "signature-moved-on", status: null });
  if (verdict.due) {
    const keeps = whatItKeeps(mail, asked, now);
    if (keeps === "everything" && !isNews(asked) && (await hasLaterNotice(tx, mail.noticeId)))
      return stopped({ code: "later-step", status: null });
    return keeps === "nothing" ? { send: true } : inItsHours(await daysOf(tx, asked, keeps, now), now);
  }
  return stopped({
    code: codes[verdict.why],
    status: verdict.why === "status" ? statusAsExpected(state) : null,
  });
}

const codes = {
  status: "status-changed",
  date: "date-changed",
  closed: "round-closed",
  reopened: "round-reopened",
} as const;

/** The round was cancelled in the meantime: only the message that says so is still sent. */
async function recheckWithoutRound(tx: Tx, noticeId: string): Promise<Verdict> {
  const asked = await findNotice(tx, noticeId);
  if (asked !== undefined && endsRound(asked.step)) return { send: true };
  return stopped({ code: "round-cancelled", status: null });
}

/** Is this part of the report still awaited, by the date that the message names, and on the same side of it? */
async function recheckSection(
  tx: Tx,
  mail: { readonly id: string; readonly createdAt: Date },
  now: Date,
): Promise<Verdict> {
  const asked = await findRemindedSection(tx, mail.id);
  if (asked === undefined) return stopped({ code: "round-cancelled", status: null });
  const { section, report, reminder } = asked;
  if (!isAwaited(asked, now)) {
    return isEditable(report.status)
      ? stopped({ code: "section-settled", status: null })
      : stopped({ code: "status-changed", status: report.status });
  }
  const relationAt = (at: Date) => dateRelation(section.dueOn, at, report.timeZone);
  const isSame = section.dueOn === reminder.dueOn && relationAt(mail.createdAt) === relationAt(now);
  if (!isSame) return stopped({ code: "date-changed", status: null });
  const daysOff = (await listDaysOff(tx, now))(section.countryCode);
  return inItsHours({ daysOff, timeZone: report.timeZone }, now);
}

/** Is it a request about the work of the Network, or news of it? */
const isOfNetwork = (kind: MailKind) => isMatterRequest(kind) || isProgressRequest(kind) || isMatterNews(kind);

/** The hours from nine to the end of the sending hours: what was written at nine leaves on its day or not at all. */
const digestMs = 9 * 3_600_000;

/** Does the person still want it, is it still its day, and is the report of a country still to be sent? */
async function recheckDigest(
  tx: Tx,
  mail: { readonly id: string; readonly createdAt: Date },
  now: Date,
): Promise<Verdict> {
  const digest = await findDigest(tx, mail.id);
  if (digest === undefined || digest.isCancelled) return stopped({ code: "round-cancelled", status: null });
  if (!digest.wanted) return stopped({ code: "digest-declined", status: null });
  if (now.getTime() - mail.createdAt.getTime() > digestMs) return stopped({ code: "day-passed", status: null });
  if (digest.status !== null && !isEditable(digest.status))
    return stopped({ code: "status-changed", status: digest.status });
  return { send: true };
}

/** What a message waits for at the moment of sending: the hours of its country; its days off too (`days`); and holds and promised days (`everything`). */
type Keeps = "nothing" | "days" | "everything";

/**
 * What goes by itself keeps everything. What follows from an act leaves at once, and so does a reminder that somebody sends now; but nobody is at a desk for
 * what was queued again because an address was corrected, for a reminder by hand that is tried again, or for one that a mail server kept from its day.
 */
function whatItKeeps(mail: Tried, asked: NoticeInRound, now: Date): Keeps {
  if (goesByItself(asked)) return "everything";
  const isByHand = isEventOf(asked.step, "hand");
  if (isAddressCorrected(mail)) return isByHand ? "everything" : "days";
  return isByHand && wasKeptBack({ ...mail, writtenAt: asked.writtenAt }, asked.timeZone, now) ? "days" : "nothing";
}

interface Tried {
  readonly attempts: number;
  readonly fence: number;
  readonly lastAnswer: string;
}

const isAddressCorrected = ({ lastAnswer }: Tried) =>
  lastAnswer === writeOutcome({ code: "address-changed", status: null });

/** Does it leave later than somebody sent it: tried again, to a corrected address, or on another day? */
function wasKeptBack(mail: Tried & { readonly writtenAt: Date }, timeZone: string, now: Date): boolean {
  // Each claim raises both; whoever queues a message again begins its attempts anew.
  const wasQueuedAgain = mail.fence > mail.attempts;
  return wasQueuedAgain || isAddressCorrected(mail) || localDate(mail.writtenAt, timeZone) !== localDate(now, timeZone);
}

/** Does nobody's act call for this message at this moment, but a date, or the moment for which it was set? */
function goesByItself({ step, isScheduled }: Pick<NoticeInRound, "step" | "isScheduled">): boolean {
  return !isEventStep(step) || isEventOf(step, "question") || isScheduled;
}

/** Does it tell what somebody did or wrote? Then it repeats no step of the calendar. */
function isNews({ step }: Pick<NoticeInRound, "step">): boolean {
  return isEventStep(step) && !isEventOf(step, "hand");
}

/** When this leaves to this country: on the days on which the planner would write, by what the country said since, too. */
async function daysOf(
  tx: Tx,
  { roundYear, countryCode: country, timeZone, step }: NoticeInRound,
  keeps: Exclude<Keeps, "nothing">,
  now: Date,
): Promise<SendingDays> {
  if (keeps === "days") return { timeZone, daysOff: (await listDaysOff(tx, now))(country) };
  const days = (await loadQuiet(tx, now))({ roundYear, country, timeZone });
  // As when it is planned: what a country promises holds back the calendar and reminders by hand, and no question.
  if (isNews({ step })) return days;
  return { ...days, promisedOn: await readPromise(tx, { roundYear, country }) };
}

/** What goes by itself waits for the next sending hours of the country, after an outage of the mail server as well. */
function inItsHours(days: SendingDays, now: Date): Verdict {
  if (maySend(now, days)) return { send: true };
  // A hold may be lifted before its end, and the country may say something else, so it is looked at again on the next day on which something may leave.
  const today = localDate(now, days.timeZone);
  const free = { ...days, heldUntil: null, promisedOn: null };
  const from = closedBecause(today, days) === closedBecause(today, free) ? today : addDays(today, 1);
  return { send: false, state: "queued", nextAttemptAt: sendingTime(from, now, free) };
}

/** Is the request still waiting for a confirmation? */
async function requestWaits(tx: Tx, id: string, now: Date): Promise<boolean> {
  const asked = await findAccountRequest(tx, id);
  return asked !== undefined && asked.decidedAt === null && now < lapsesAt(asked);
}

function stopped(outcome: Outcome): Verdict {
  return { send: false, state: "stopped", outcome };
}
