import type { CountryCode } from "../reference/country.ts";
import { type Expectation, owesReport, statusAsExpected } from "../submission/owes-report.ts";
import type { SubmissionStatus } from "../submission/submission-status.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { isClosedFor } from "./closing-by-hand.ts";
import type { Confirmation } from "./confirmed-step.ts";
import type { NoticeRule } from "./notice-calendar.ts";
import type { SendingDays } from "./sending-window.ts";

/**
 * What decides which notices a country is due in one round. Countries that owe no report get no reminder of the due date: voluntary ones
 * get the opening notice, exempt ones not even that. Both are reminded of work that was returned to them.
 */
export interface NoticeState extends Expectation, SendingDays {
  readonly status: SubmissionStatus;
  readonly firstSubmittedAt: Date | null;
  readonly opensOn: CalendarDate;
  /** Due date of this country, extension included. */
  readonly dueOn: CalendarDate;
  /** Due date of the returned work; null when nothing was returned. */
  readonly returnDueOn: CalendarDate | null;
  /** When the due date last changed for this country alone; a message of its own said so. */
  readonly dueToldAt: Date | null;
  /** When the work was last returned, or its date changed; a message of its own said so. */
  readonly returnToldAt: Date | null;
  /** When the secretariat closed the round before its day; null or absent = it did not. */
  readonly closedAt?: Date | null;
  /** When it was last opened again after that; whoever still owes a report was told of its date then. */
  readonly reopenedAt?: Date | null;
  /** Keys (`noticeKey`) already in the ledger, whatever became of them. */
  readonly handled: ReadonlySet<string>;
  readonly confirmation: Confirmation;
  /** When a calendar notice was last sent to this country, if known: the next one waits until the next local day. */
  readonly lastSentAt?: Date | null;
}

export interface CountryNoticeState extends NoticeState {
  readonly country: CountryCode;
}

/**
 * Does this step of the calendar concern the country? Notices stop at submission, and for exempt countries even while they prepare a
 * draft. Returned work has only its own date, for voluntary reporters too. A withdrawn submission is a draft again: the country is
 * reminded up to its due date but never told it is overdue, since the first submission fixed its timeliness. Once the secretariat has closed
 * the round, nothing more is asked of a country whose date had passed.
 */
export function concerns(
  rule: NoticeRule,
  state: Pick<
    NoticeState,
    "obligated" | "exempt" | "status" | "firstSubmittedAt" | "dueOn" | "returnDueOn" | "timeZone" | "closedAt"
  >,
): boolean {
  switch (statusAsExpected(state)) {
    case "not_started":
    case "draft":
      if (rule.anchor === "return_due" || isClosedFor(state, state.closedAt)) return false;
      if (rule.anchor === "opening") return true;
      return owesReport(state) && (state.firstSubmittedAt === null || rule.offsetDays <= 0);
    case "returned":
      return rule.anchor === "return_due" && state.returnDueOn !== null;
    case "submitted":
    case "accepted":
    case "published":
    case "exempt":
      return false;
  }
}

/** The date from which a step is counted; null = there is none now. */
export function anchorDateOf(
  rule: NoticeRule,
  state: Pick<NoticeState, "opensOn" | "dueOn" | "returnDueOn">,
): CalendarDate | null {
  switch (rule.anchor) {
    case "opening":
      return state.opensOn;
    case "due":
      return state.dueOn;
    case "return_due":
      return state.returnDueOn;
  }
}
