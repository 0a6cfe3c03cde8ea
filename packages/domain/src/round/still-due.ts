import { statusAsExpected } from "../submission/owes-report.ts";
import type { SubmissionStatus } from "../submission/submission-status.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { isClosedFor } from "./closing-by-hand.ts";
import { dateRelation } from "./date-relation.ts";
import {
  calendarRuleOf,
  endsRound,
  eventRules,
  fitsRound,
  isEventOf,
  isEventStep,
  type NoticeStep,
  speaksOf,
} from "./notice-calendar.ts";
import { anchorDateOf, concerns, type NoticeState } from "./notice-state.ts";

/** Whether a message is still right at the moment of sending, and if not, what has changed. */
export type StillDue =
  | { readonly due: true }
  /** `closed`, `reopened`: the secretariat has closed the round, or opened it again, since the message was written. */
  | { readonly due: false; readonly why: "status" | "date" | "closed" | "reopened" };

/**
 * Asked again at the moment of sending: since the message was written, the country may have submitted or been exempted, its date may have
 * moved, or a future date may have come or passed, so that the words would be untrue.
 */
export function stillDue(
  notice: { readonly step: NoticeStep; readonly anchorDate: CalendarDate; readonly writtenAt: Date },
  state: Pick<
    NoticeState,
    | "timeZone"
    | "obligated"
    | "exempt"
    | "status"
    | "firstSubmittedAt"
    | "opensOn"
    | "dueOn"
    | "returnDueOn"
    | "closedAt"
  > & {
    /** When a version was last received; null = never. */
    readonly submittedAt: Date | null;
  },
  now: Date,
): StillDue {
  const { step } = notice;
  if (!fitsRound(step, state)) return { due: false, why: state.closedAt ? "closed" : "reopened" };
  if (isEndedByClosing(notice, state)) return { due: false, why: "closed" };
  const rule = calendarRuleOf(step);
  // A message that the round was cancelled is not sent while the round exists: it was opened again.
  const isTold =
    rule === undefined ? !endsRound(step) && isToldWhile(step, statusAsExpected(state)) : concerns(rule, state);
  if (!isTold) return { due: false, why: "status" };
  const anchor = rule === undefined ? spokenDate(step, state) : anchorDateOf(rule, state);
  const isSameDate = anchor === null || anchor === notice.anchorDate;
  const spoken = spokenDate(step, state);
  const isSameRelation =
    spoken === null ||
    dateRelation(spoken, notice.writtenAt, state.timeZone) === dateRelation(spoken, now, state.timeZone);
  // The report was submitted and withdrawn since the message was written: the message would call it unsent, or name an older version.
  if (spoken !== null && sentSince(state, notice.writtenAt)) return { due: false, why: "status" };
  return isSameDate && isSameRelation ? { due: true } : { due: false, why: "date" };
}

/**
 * Was this asked before the secretariat closed the round for a country whose first report is awaited? Nothing more of it is sent, whether the calendar
 * asked or a person (decision 55). Who asks afterwards knows that the round is closed.
 */
export function isEndedByClosing(
  { step, writtenAt }: { readonly step: NoticeStep; readonly writtenAt: Date },
  state: Pick<NoticeState, "obligated" | "exempt" | "status" | "dueOn" | "timeZone" | "closedAt">,
): boolean {
  const status = statusAsExpected(state);
  if (!isClosedFor(state, state.closedAt) || (status !== "not_started" && status !== "draft")) return false;
  return !isEventStep(step) || (isEventOf(step, "hand") && writtenAt < (state.closedAt ?? writtenAt));
}

function sentSince(
  { status, submittedAt }: Pick<NoticeState, "status"> & { readonly submittedAt: Date | null },
  writtenAt: Date,
): boolean {
  return status === "draft" && submittedAt !== null && submittedAt >= writtenAt;
}

/**
 * The date that a message of this step names: the due date, or that of the returned work; null when it names none. A reminder by hand
 * names the one that counts at the time.
 */
export function spokenDate(
  step: NoticeStep,
  state: Pick<NoticeState, "status" | "dueOn" | "returnDueOn">,
): CalendarDate | null {
  const spoken = speaksOf(step);
  switch (spoken) {
    case "due":
      return state.dueOn;
    case "return_due":
      return state.returnDueOn;
    case "awaited":
      return state.status === "returned" ? state.returnDueOn : state.dueOn;
    case null:
      return null;
  }
}

function isToldWhile(step: NoticeStep, status: SubmissionStatus): boolean {
  const whiles: readonly SubmissionStatus[] = isEventStep(step) ? eventRules[step].toldWhile : [];
  return whiles.includes(status);
}
