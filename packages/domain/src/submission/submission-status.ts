import { statusAsExpected } from "./owes-report.ts";

/** Statuses of a submission. Late is not one of them: it is derived. Methodology §8. */
export const submissionStatuses = [
  "not_started",
  "draft",
  "submitted",
  "returned",
  "accepted",
  "published",
  "exempt",
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

export const transitionNames = [
  "start",
  "submit",
  "withdraw",
  "return",
  "accept",
  "publish",
  "exempt",
  "reinstate",
] as const;
export type TransitionName = (typeof transitionNames)[number];

export type TransitionBy = "country" | "secretariat";

export interface Transition {
  readonly from: readonly SubmissionStatus[];
  readonly to: SubmissionStatus;
  readonly by: TransitionBy;
}

/**
 * The whole table; a transition that is not in it is refused. `start` is the first saved answer. An exempt country that starts anyway
 * reports voluntarily (exempt → draft) and stays excused (`owesReport`). `reinstate` takes an exemption back: the report is owed again,
 * with the draft as it is. The secretariat's transitions are judged on `statusAsExpected`: a draft that nobody waits for counts as exempt.
 */
export const transitions = {
  start: { from: ["not_started", "exempt"], to: "draft", by: "country" },
  submit: { from: ["draft", "returned"], to: "submitted", by: "country" },
  withdraw: { from: ["submitted"], to: "draft", by: "country" },
  return: { from: ["submitted", "accepted"], to: "returned", by: "secretariat" },
  accept: { from: ["submitted"], to: "accepted", by: "secretariat" },
  publish: { from: ["accepted"], to: "published", by: "secretariat" },
  exempt: { from: ["not_started", "draft"], to: "exempt", by: "secretariat" },
  reinstate: { from: ["exempt"], to: "draft", by: "secretariat" },
} as const satisfies Record<TransitionName, Transition>;

export type TransitionVerdict =
  | { readonly allowed: true; readonly to: SubmissionStatus }
  | {
      readonly allowed: false;
      readonly reason: "wrong-status" | "wrong-actor";
      readonly from: readonly SubmissionStatus[];
    };

/** May this side make this transition from this status? Methodology §8, status table. */
export function judgeTransition(name: TransitionName, status: SubmissionStatus, by: TransitionBy): TransitionVerdict {
  const transition: Transition = transitions[name];
  if (transition.by !== by) return { allowed: false, reason: "wrong-actor", from: transition.from };
  if (!transition.from.includes(status)) return { allowed: false, reason: "wrong-status", from: transition.from };
  return { allowed: true, to: transition.to };
}

/**
 * Does the due date still matter for this report? Only then can it be moved: the first submission fixes timeliness, returned work has a
 * date of its own, and the exempt owe nothing.
 */
export function awaitsFirstReport({
  firstSubmittedAt,
  ...report
}: {
  readonly status: SubmissionStatus;
  readonly exempt: boolean;
  readonly firstSubmittedAt: Date | string | null;
}): boolean {
  const status = statusAsExpected(report);
  return (status === "not_started" || status === "draft") && firstSubmittedAt === null;
}

/** Statuses in which the country may change answers. */
export function isEditable(status: SubmissionStatus): boolean {
  return status === "not_started" || status === "draft" || status === "returned" || status === "exempt";
}
