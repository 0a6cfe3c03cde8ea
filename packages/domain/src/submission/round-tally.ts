import { type Expectation, statusAsExpected } from "./owes-report.ts";
import type { SubmissionStatus } from "./submission-status.ts";
import type { TimelinessKind } from "./timeliness.ts";

export interface TalliedReport extends Expectation {
  readonly status: SubmissionStatus;
  readonly timeliness: { readonly kind: TimelinessKind };
  readonly firstSubmittedAt: Date | string | null;
  readonly extended: boolean;
}

/** Where the obligated countries of a round stand. The parts from `received` to `exempt` add up to `expected`. */
export interface RoundTally {
  readonly expected: number;
  /** Submitted at least once, even if it was returned or withdrawn since. Methodology §8. */
  readonly received: number;
  readonly overdue: number;
  /** Not received, and the country's own later date has not passed. */
  readonly extended: number;
  readonly inPreparation: number;
  readonly notStarted: number;
  /** Exempt countries. A voluntary report counts only when it is sent; the country is then in `received`. */
  readonly exempt: number;
  /** Of the received: first submitted after the due date. */
  readonly receivedLate: number;
  /** Of the received: with the country for clarification now. */
  readonly returned: number;
  /** Of the received: withdrawn by the country in order to change it. */
  readonly withdrawn: number;
}

type Part = "received" | "overdue" | "extended" | "inPreparation" | "notStarted" | "exempt";

/** Counts each obligated country once: first by what it has sent, then by what is expected of it. */
export function roundTally(reports: readonly TalliedReport[]): RoundTally {
  const obligated = reports.filter((report) => report.obligated);
  const parts = obligated.map(partOf);
  const count = (part: Part) => parts.filter((each) => each === part).length;
  const received = obligated.filter((_, place) => parts[place] === "received");
  return {
    expected: obligated.length,
    received: count("received"),
    overdue: count("overdue"),
    extended: count("extended"),
    inPreparation: count("inPreparation"),
    notStarted: count("notStarted"),
    exempt: count("exempt"),
    receivedLate: received.filter(({ timeliness }) => timeliness.kind === "received_late").length,
    returned: received.filter(({ status }) => status === "returned").length,
    withdrawn: received.filter(({ status }) => status === "draft").length,
  };
}

/** Parts for reports that were never sent, which can only have the first two statuses: a report that was sent is counted in `received`. */
const unsentParts: Readonly<Record<Exclude<SubmissionStatus, "exempt">, Part>> = {
  not_started: "notStarted",
  draft: "inPreparation",
  submitted: "inPreparation",
  returned: "inPreparation",
  accepted: "inPreparation",
  published: "inPreparation",
};

function partOf({ timeliness, firstSubmittedAt, extended, ...report }: TalliedReport): Part {
  const status = statusAsExpected(report);
  if (status === "exempt") return "exempt";
  if (firstSubmittedAt !== null) return "received";
  if (timeliness.kind === "overdue") return "overdue";
  if (extended) return "extended";
  return unsentParts[status];
}
