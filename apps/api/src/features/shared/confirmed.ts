import type { SubmissionView } from "@avances/contracts";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { ConfirmedNotApplicable } from "@avances/db/queries/version-queries";

/** The indicators confirmed in this version. */
export function confirmedIn(rows: readonly ConfirmedNotApplicable[], version: number): readonly string[] {
  return rows.filter((row) => row.version === version).map(({ indicatorCode }) => indicatorCode);
}

/**
 * What is confirmed in the report as it is now, and what was confirmed in an earlier version. A confirmation belongs to an acceptance:
 * returning the report ends it, and a later version must be confirmed again.
 */
export function confirmations(
  { status, acceptedVersion }: Pick<SubmissionInRound, "status" | "acceptedVersion">,
  rows: readonly ConfirmedNotApplicable[],
): Pick<SubmissionView, "confirmedNotApplicable" | "confirmedBefore"> {
  const isAccepted = status === "accepted" || status === "published";
  const confirmed = isAccepted && acceptedVersion !== null ? confirmedIn(rows, acceptedVersion) : [];
  const last = new Map(rows.map((row) => [row.indicatorCode, row]));
  return {
    confirmedNotApplicable: confirmed,
    confirmedBefore: [...last.values()].filter(({ indicatorCode }) => !confirmed.includes(indicatorCode)),
  };
}
