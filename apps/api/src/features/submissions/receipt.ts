import type { ReplyOf, submitSubmission } from "@avances/contracts";
import type { CommentRow, SubmissionActRow, VersionRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { type Answers, submissionProgress } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Timeliness } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { seesIndicator } from "#features/shared/allow.ts";
import { timelinessOf } from "#features/shared/remembered-timeliness.ts";
import { submissionSummary, timeZoneOf } from "#features/shared/submission-summary.ts";

interface Received {
  readonly submission: SubmissionInRound;
  readonly version: Pick<
    VersionRow,
    "version" | "submittedAt" | "submittedByName" | "contentHash" | "signedAt" | "signedByName" | "questionsLeft"
  >;
  readonly answers: Answers;
  /** The remarks that the reader may read; those that the version left without an answer are named. */
  readonly remarks: readonly Pick<CommentRow, "id" | "indicatorCode">[];
  readonly actor: Actor;
  readonly now: Date;
  /** The acts on the report, as far as the reader may see them; absent = the version was submitted just now. */
  readonly acts?: readonly SubmissionActRow[];
}

/** Proof for the country: which version was received when and from whom, its hash, and whether it was on time by the capital's clock. */
export function receipt(
  deps: Pick<Deps, "catalogues" | "reference">,
  { submission, version, answers, remarks, actor, now, acts = [] }: Received,
): ReplyOf<typeof submitSubmission> {
  const { timeliness, status, year, referenceYear, country, revision } = submissionSummary(deps, submission, now);
  const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
  const indicators = catalogue.indicators.filter(({ code }) => seesIndicator(actor, code));
  const timeZone = timeZoneOf(deps, submission.countryCode);
  return {
    submissionId: submission.id,
    country,
    year,
    referenceYear,
    version: version.version,
    submittedAt: version.submittedAt.toISOString(),
    submittedByName: version.submittedByName,
    contentHash: version.contentHash,
    signedAt: version.signedAt?.toISOString() ?? null,
    signedByName: version.signedByName,
    timeliness: timelinessAt(submission, version.version, acts, { timeZone, now }) ?? timeliness,
    timeZone,
    progress: submissionProgress({ ...catalogue, indicators }, answers),
    questionsLeft: remarks
      .filter(({ id }) => version.questionsLeft.includes(id))
      .map(({ id, indicatorCode }) => ({ id, indicatorCode }))
      .sort((one, other) => placeOf(catalogue, one.indicatorCode) - placeOf(catalogue, other.indicatorCode)),
    status,
    revision,
  };
}

/** In the order of the catalogue, what is about the whole report first. */
function placeOf({ indicators }: Catalogue, code: string | null): number {
  return indicators.findIndex((indicator) => indicator.code === code);
}

/**
 * What was so when this version was submitted, by the due date of that day: a receipt does not change when the country is exempted later.
 * Undefined when no record of the act is there to be read.
 */
function timelinessAt(
  submission: SubmissionInRound,
  version: number,
  acts: readonly SubmissionActRow[],
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Timeliness | undefined {
  const after = acts.find((one) => one.act === "submitted" && one.after.version === version)?.after;
  if (after === undefined) return undefined;
  const { status, dueOn, exempt = false } = after;
  return timelinessOf({ ...submission, status, dueOn, exempt }, timeZone, now);
}
