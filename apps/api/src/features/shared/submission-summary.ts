import type { SubmissionSummary } from "@avances/contracts";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { referenceYear } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { found } from "./allow.ts";
import { timelinessOf } from "./remembered-timeliness.ts";

/** A submission in lists and replies: state, dates, how much is answered; never a figure. */
export function submissionSummary(
  deps: Pick<Deps, "catalogues" | "reference">,
  row: SubmissionInRound,
  now: Date,
): SubmissionSummary {
  const exempt = isExempt(row);
  return {
    id: row.id,
    year: row.roundYear,
    referenceYear: referenceYear(row.round),
    country: row.countryCode,
    obligated: row.obligated,
    exempt,
    status: row.status,
    timeliness: timelinessOf({ ...row, exempt }, timeZoneOf(deps, row.countryCode), now),
    dueOn: row.dueOn,
    returnDueOn: row.returnDueOn,
    extended: row.extensionGrantedAt !== null,
    version: row.version,
    publishedVersion: row.publishedVersion,
    answered: row.answeredCount,
    expected: deps.catalogues.version(row.round.catalogueVersion).indicators.length,
    firstSubmittedAt: isoOrNull(row.firstSubmittedAt),
    submittedAt: isoOrNull(row.submittedAt),
    returnedAt: isoOrNull(row.returnedAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    publishedAt: isoOrNull(row.publishedAt),
    lastActivityAt: isoOrNull(row.lastActivityAt),
    revision: row.revision,
  };
}

/** IANA time zone of the country's capital, by which its dates end. */
export function timeZoneOf({ reference }: Pick<Deps, "reference">, country: string): string {
  return found(reference.countries.find(({ alpha3 }) => alpha3 === country)).timeZone;
}

function isoOrNull(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
