import type { CountryStatus } from "@avances/contracts";
import type { SubmissionStatus } from "@avances/domain/submission";
import { deliveryOf } from "./delivery.ts";

export interface LegendMarks {
  readonly statuses: ReadonlySet<SubmissionStatus>;
  readonly late: boolean;
  readonly receivedLate: boolean;
  readonly extended: boolean;
  /** Some message is said to be accepted by a mail server. */
  readonly accepted: boolean;
}

/** The marks that appear on a board, in its lines and beside earlier rounds: a legend names these alone. */
export function legendMarks(rows: readonly CountryStatus[]): LegendMarks {
  const earlier = rows.flatMap(({ history }) => history);
  const kinds = new Set([
    ...rows.map(({ timeliness }) => timeliness.kind),
    ...earlier.map(({ timeliness }) => timeliness),
  ]);
  const isExempt = rows.some(({ exempt }) => exempt) || kinds.has("exempt");
  return {
    statuses: new Set([
      ...rows.map(({ status }) => status),
      ...earlier.map(({ status }) => status),
      ...(isExempt ? (["exempt"] as const) : []),
    ]),
    late: kinds.has("overdue"),
    receivedLate: kinds.has("received_late"),
    extended: rows.some(({ extended }) => extended),
    accepted: rows.some(({ desk }) =>
      [desk?.lastAsk, desk?.lastOther].some(
        (message) => message != null && deliveryOf(message).some(({ kind }) => kind === "accepted"),
      ),
    ),
  };
}
