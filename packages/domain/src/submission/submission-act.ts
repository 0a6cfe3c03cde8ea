import type { CalendarDate } from "../round/calendar-date.ts";
import { isExempt } from "./owes-report.ts";
import type { SubmissionStatus } from "./submission-status.ts";

/** What may happen to a submission. Each act raises its revision by one and is recorded: who did it, when and why. */
export const submissionActs = [
  "started",
  "submitted",
  "withdrawn",
  "returned",
  "accepted",
  "published",
  "exempted",
  "extended",
  "extension_corrected",
  "extension_taken_back",
  "return_date_corrected",
  "answer_reopened",
  "exemption_taken_back",
  "round_corrected",
  "round_cancelled",
] as const;
export type SubmissionAct = (typeof submissionActs)[number];

/** What an act can change, recorded before and after it. Never an answer. */
export interface ActState {
  readonly status: SubmissionStatus;
  /** Excused by the secretariat. Absent in older records, which did not keep it: there the status alone says it. */
  readonly exempt?: boolean | undefined;
  /** Number of the latest frozen version; 0 = never submitted. */
  readonly version: number;
  readonly dueOn: CalendarDate;
  /** Own due date of returned work, or null. */
  readonly returnDueOn: CalendarDate | null;
}

/** The part of a submission that an act can change. */
export function actState({
  status,
  exemptReason,
  version,
  dueOn,
  returnDueOn,
}: Omit<ActState, "exempt"> & { readonly exemptReason: string | null }): ActState {
  return { status, exempt: isExempt({ status, exemptReason }), version, dueOn, returnDueOn };
}
