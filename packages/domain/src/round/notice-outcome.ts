import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";

/** Why a message of ours did not leave. What a mail server answered is no outcome of ours and is kept as it came. */
export const noticeOutcomes = [
  "later-step",
  "date-passed",
  "told-otherwise",
  "too-late",
  "status-changed",
  "date-changed",
  "round-cancelled",
  "link-used-up",
  "request-decided",
  "account-ended",
  "address-changed",
  "address-invalid",
  "kept-here",
  "held-by-restore",
] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

export interface Outcome {
  readonly code: NoticeOutcome;
  /** With `status-changed`: what the status was by then. */
  readonly status: SubmissionStatus | null;
}

/** As it stands in the ledger: `later-step`, `status-changed submitted`. */
export function writeOutcome({ code, status }: Outcome): string {
  return status === null ? code : `${code} ${status}`;
}

/** Null for anything else: the answer of a mail server, or nothing. */
export function readOutcome(text: string): Outcome | null {
  const [first, second] = text.split(" ");
  const code = noticeOutcomes.find((one) => one === first);
  const status = submissionStatuses.find((one) => one === second) ?? null;
  if (code === undefined || writeOutcome({ code, status }) !== text) return null;
  return { code, status };
}
