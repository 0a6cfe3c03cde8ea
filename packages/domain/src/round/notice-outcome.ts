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

/**
 * What became of a message: the portal's own reason, which the reader's page puts into words, or what the mail server answered, as it
 * came.
 */
export type MessageResult =
  | ({ readonly by: "portal" } & Outcome)
  | { readonly by: "mail_server"; readonly answer: string };

/** As it stands in the ledger: `later-step`, `status-changed submitted`. */
export function writeOutcome({ code, status }: Outcome): string {
  return status === null ? code : `${code} ${status}`;
}

/** Null for anything else: the answer of a mail server, or nothing. */
function readOutcome(text: string): Outcome | null {
  const [first, second] = text.split(" ");
  const code = noticeOutcomes.find((one) => one === first);
  const status = submissionStatuses.find((one) => one === second) ?? null;
  if (code === undefined || writeOutcome({ code, status }) !== text) return null;
  return { code, status };
}

/** Reads what the ledger keeps; null = nothing is known yet. */
export function readResult(text: string): MessageResult | null {
  const outcome = readOutcome(text);
  if (outcome !== null) return { by: "portal", ...outcome };
  return text === "" ? null : { by: "mail_server", answer: text };
}
