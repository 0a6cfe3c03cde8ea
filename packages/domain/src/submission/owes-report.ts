import type { SubmissionStatus } from "./submission-status.ts";

/** What the round and the secretariat expect of a country. */
export interface Expectation {
  /** Member of the round's obligated group, as it was when the round opened. */
  readonly obligated: boolean;
  /** Excused by the secretariat (`isExempt`), even if the country has started a report voluntarily since. */
  readonly exempt: boolean;
}

/**
 * Does the country owe a report in the round? Reminders, lateness, denominators and the public sentence about a gap depend on this
 * alone. A country that owes none may still report voluntarily.
 */
export function owesReport({ obligated, exempt }: Expectation): boolean {
  return obligated && !exempt;
}

/**
 * Is the country excused? The status says so only until the country starts a report voluntarily; the reason is kept as long as the
 * exemption holds and removed when it is taken back.
 */
export function isExempt({
  status,
  exemptReason,
}: {
  readonly status: SubmissionStatus;
  readonly exemptReason: string | null;
}): boolean {
  return status === "exempt" || exemptReason !== null;
}

/**
 * The status in terms of what is expected. An exempt country that prepares a report counts as exempt until it sends it, and again when it
 * withdraws it: nobody waits for its draft. A report it has sent counts like any other.
 */
export function statusAsExpected({
  status,
  exempt,
}: Pick<Expectation, "exempt"> & { readonly status: SubmissionStatus }): SubmissionStatus {
  return exempt && (status === "not_started" || status === "draft") ? "exempt" : status;
}
