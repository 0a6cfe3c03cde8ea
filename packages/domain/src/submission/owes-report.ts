import type { SubmissionStatus } from "./submission-status.ts";

/** What the round and the secretariat expect of a country. */
export interface Expectation {
  /** Member of the round's obligated group, as it was when the round opened. */
  readonly obligated: boolean;
  /** Excused by the secretariat (`isExempt`), whatever the country does of its own accord since. */
  readonly exempt: boolean;
}

/**
 * Does the country owe a report in the round? Reminders, lateness, denominators and what the public reads of a gap ask this and nothing
 * else. Whoever owes none may report all the same, voluntarily.
 */
export function owesReport({ obligated, exempt }: Expectation): boolean {
  return obligated && !exempt;
}

/**
 * Is the country excused? Its status says so only until it begins of its own accord; the reason stays on record as long as the exemption
 * holds, and goes when it is taken back.
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
 * The status as far as somebody waits for something. An exempt country that prepares a report is exempt until it sends one, and again
 * when it takes it back: nobody waits for its draft. What it has sent stands like any other report.
 */
export function statusAsExpected({
  status,
  exempt,
}: Pick<Expectation, "exempt"> & { readonly status: SubmissionStatus }): SubmissionStatus {
  return exempt && (status === "not_started" || status === "draft") ? "exempt" : status;
}
