import { type CalendarDate, daysBetween } from "../round/calendar-date.ts";
import { endOfDay, localDate } from "../round/deadline.ts";
import { type Expectation, owesReport, statusAsExpected } from "./owes-report.ts";
import type { SubmissionStatus } from "./submission-status.ts";

export const timelinessKinds = [
  "not_due",
  "due_today",
  "overdue",
  "on_time",
  "received_late",
  "exempt",
  "voluntary",
] as const;
export type TimelinessKind = (typeof timelinessKinds)[number];

export interface Timeliness {
  readonly kind: TimelinessKind;
  /**
   * Whole days after the due date, in the capital's calendar; negative before it. Counted to the first submission, or to today if there
   * is none. Always 0 for the exempt and the voluntary.
   */
  readonly daysLate: number;
}

export interface TimelinessInput extends Expectation {
  readonly status: SubmissionStatus;
  /** Due date of this country, extension included. */
  readonly dueDate: CalendarDate;
  /** IANA zone of the capital. */
  readonly timeZone: string;
  readonly firstSubmittedAt: Date | null;
  readonly now: Date;
}

/**
 * Late is derived, never stored. Overdue: the due day has ended in the capital's time zone, a report is owed and none was ever submitted.
 * The first submission fixes whether the report was on time or late, whatever happens to it later. A country that owes no report is never
 * late: what an exempt country sends is voluntary. Methodology §8.
 */
export function timeliness({
  status,
  dueDate,
  timeZone,
  firstSubmittedAt,
  now,
  ...expectation
}: TimelinessInput): Timeliness {
  if (statusAsExpected({ ...expectation, status }) === "exempt") return { kind: "exempt", daysLate: 0 };
  if (!owesReport(expectation)) return { kind: "voluntary", daysLate: 0 };
  const dayEnds = endOfDay(dueDate, timeZone);
  const daysLate = daysBetween(dueDate, localDate(firstSubmittedAt ?? now, timeZone));
  if (firstSubmittedAt !== null) return { kind: firstSubmittedAt < dayEnds ? "on_time" : "received_late", daysLate };
  if (now >= dayEnds) return { kind: "overdue", daysLate };
  return { kind: daysLate === 0 ? "due_today" : "not_due", daysLate };
}
