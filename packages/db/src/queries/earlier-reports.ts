import type { CalendarDate } from "@avances/domain/round";
import type { SubmissionStatus } from "@avances/domain/submission";

/** What the late monitor shows of an earlier round. */
export interface EarlierReport {
  readonly roundYear: number;
  readonly status: SubmissionStatus;
  readonly obligated: boolean;
  readonly hasExemptReason: boolean;
  readonly dueOn: CalendarDate;
  readonly firstSubmittedAt: Date | null;
}

type EarlierText = [number, SubmissionStatus, boolean, boolean, CalendarDate, number | null];

/** Reads the reports of one country (`listEarlierReports`), newest round first. */
export function readEarlierReports(reports: string): readonly EarlierReport[] {
  return (JSON.parse(reports) as readonly EarlierText[]).map(
    ([roundYear, status, obligated, hasExemptReason, dueOn, first]) => ({
      roundYear,
      status,
      obligated,
      hasExemptReason,
      dueOn,
      firstSubmittedAt: instant(first),
    }),
  );
}

/** An instant that a query wrote as milliseconds since 1970; null when there is none. */
export function instant(sinceEpoch: unknown): Date | null {
  return typeof sinceEpoch === "number" ? new Date(sinceEpoch) : null;
}
