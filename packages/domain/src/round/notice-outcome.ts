import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";

/** Why the portal did not send a message. The reply of a mail server is not one of these; it is kept as it came. */
export const noticeOutcomes = [
  "later-step",
  "date-passed",
  "told-otherwise",
  "too-late",
  "declined",
  "status-changed",
  "date-changed",
  "round-cancelled",
  "round-over",
  "round-closed",
  "round-reopened",
  "link-used-up",
  "request-decided",
  "signature-moved-on",
  "section-settled",
  "matter-settled",
  "progress-settled",
  "news-settled",
  "questions-seen",
  "day-passed",
  "digest-declined",
  "account-ended",
  "address-changed",
  "address-invalid",
  "address-refused",
  "kept-here",
  "held-by-restore",
] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

export interface Outcome {
  readonly code: NoticeOutcome;
  /** With `status-changed`: the status at that time. */
  readonly status: SubmissionStatus | null;
}

/**
 * What became of a message: the portal's own reason, which the page puts into words for its reader, or the reply of the mail server as it
 * came.
 */
export type MessageResult =
  | ({ readonly by: "portal" } & Outcome)
  | { readonly by: "mail_server"; readonly answer: string };

/** The form in which the ledger keeps it: `later-step`, `status-changed submitted`. */
export function writeOutcome({ code, status }: Outcome): string {
  return status === null ? code : `${code} ${status}`;
}

/** Null for anything else: the reply of a mail server, or an empty text. */
function readOutcome(text: string): Outcome | null {
  const [first, second] = text.split(" ");
  const code = noticeOutcomes.find((one) => one === first);
  const status = submissionStatuses.find((one) => one === second) ?? null;
  if (code === undefined || writeOutcome({ code, status }) !== text) return null;
  return { code, status };
}

/** Reads what the ledger keeps; null = nothing known yet. */
export function readResult(text: string): MessageResult | null {
  const outcome = readOutcome(text);
  if (outcome !== null) return { by: "portal", ...outcome };
  return text === "" ? null : { by: "mail_server", answer: text };
}
