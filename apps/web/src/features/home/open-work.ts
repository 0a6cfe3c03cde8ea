import type { SubmissionSummary } from "@avances/contracts";
import { type CalendarDate, daysBetween } from "@avances/domain/round";
import { isEditable } from "@avances/domain/submission";

type Work = Pick<SubmissionSummary, "id" | "year" | "status" | "obligated" | "dueOn" | "returnDueOn">;

/**
 * Reports that wait for the country, of all rounds, most urgent first: those that the Secretariat returned, by their own dates; then those
 * whose date is nearest, ahead or just passed. A new round does not close earlier ones: a late report can be sent as long as none was
 * received. `today`: in the country's capital.
 */
export function openWork<S extends Work>(submissions: readonly S[], today: CalendarDate): readonly S[] {
  const isOpen = ({ status, obligated }: Work) =>
    isEditable(status) && status !== "exempt" && (obligated || status !== "not_started");
  const isReturned = ({ status }: Work) => (status === "returned" ? 0 : 1);
  const days = (one: Work) => daysBetween(today, one.returnDueOn ?? one.dueOn);
  const distance = (one: Work) => (one.status === "returned" ? days(one) : Math.abs(days(one)));
  return submissions
    .filter(isOpen)
    .sort(
      (one, other) => isReturned(one) - isReturned(other) || distance(one) - distance(other) || other.year - one.year,
    );
}
