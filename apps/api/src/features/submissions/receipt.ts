import type { ReplyOf, submitSubmission } from "@avances/contracts";
import type { VersionRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { type Answers, submissionProgress } from "@avances/domain/answer";
import type { Deps } from "#deps.ts";
import { seesIndicator } from "#features/shared/allow.ts";
import { submissionSummary, timeZoneOf } from "#features/shared/submission-summary.ts";

interface Received {
  readonly submission: SubmissionInRound;
  readonly version: Pick<VersionRow, "version" | "submittedAt" | "submittedByName" | "contentHash">;
  readonly answers: Answers;
  readonly actor: Actor;
  readonly now: Date;
}

/** Proof for the country: which version was received when and from whom, its hash, and whether it was on time by the capital's clock. */
export function receipt(
  deps: Pick<Deps, "catalogues" | "reference">,
  { submission, version, answers, actor, now }: Received,
): ReplyOf<typeof submitSubmission> {
  const { timeliness, status, year, referenceYear, country, revision } = submissionSummary(deps, submission, now);
  const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
  const indicators = catalogue.indicators.filter(({ code }) => seesIndicator(actor, code));
  return {
    submissionId: submission.id,
    country,
    year,
    referenceYear,
    version: version.version,
    submittedAt: version.submittedAt.toISOString(),
    submittedByName: version.submittedByName,
    contentHash: version.contentHash,
    timeliness,
    timeZone: timeZoneOf(deps, submission.countryCode),
    progress: submissionProgress({ ...catalogue, indicators }, answers),
    status,
    revision,
  };
}
