import type { SubmissionSummary } from "@avances/contracts";
import { isEditable } from "@avances/domain/submission";

type Work = Pick<SubmissionSummary, "id" | "year" | "status" | "obligated">;

/**
 * Reports of earlier rounds that still wait for the country: first those the Secretariat returned, then the newest. A new round does not
 * close earlier ones: returned work has its own date, and a late report can be sent as long as none was received.
 */
export function openWork<S extends Work>(submissions: readonly S[]): readonly S[] {
  const newest = Math.max(...submissions.map(({ year }) => year));
  const isOpen = ({ status, obligated }: Work) =>
    isEditable(status) && status !== "exempt" && (obligated || status !== "not_started");
  const rank = ({ status }: Work) => (status === "returned" ? 0 : 1);
  return submissions
    .filter((one) => one.year < newest && isOpen(one))
    .sort((one, other) => rank(one) - rank(other) || other.year - one.year);
}
