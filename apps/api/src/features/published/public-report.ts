import type { getMatrix, ResponseOf } from "@avances/contracts";
import type { SubmissionIndex } from "@avances/domain/progress-index";
import type { CountryCode } from "@avances/domain/reference";
import { owesReport, reportState } from "@avances/domain/submission";
import { named } from "./frame.ts";

export type MatrixCell = ResponseOf<typeof getMatrix>["cells"][number];

/** One country in one round, as far as everybody may know. */
export interface ReportFacts {
  readonly country: CountryCode;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly obligated: boolean;
  /** Excused, also when it has reported of its own accord. */
  readonly exempt: boolean;
}

/** The same with what is public of it. */
export interface PublicReport extends ReportFacts {
  readonly release: Release | null;
}

interface Release {
  readonly version: number;
  readonly publishedAt: Date;
  readonly index: SubmissionIndex;
}

/** What the index of a report needs to be told beside those of its other rounds. */
export interface Scored extends Pick<ReportFacts, "country" | "roundYear" | "referenceYear"> {
  readonly index: SubmissionIndex;
}

/** The reports that have a public version, with their scores. */
export function scored(reports: readonly PublicReport[]): readonly Scored[] {
  return reports.flatMap(({ release, ...report }) => (release === null ? [] : [{ ...report, index: release.index }]));
}

/** Its cell in the table of who reported when; `release` = what is public of it. */
export function matrixCell(
  report: ReportFacts,
  release: { readonly version: number; readonly publishedAt: Date; readonly coverage: number } | null,
): MatrixCell {
  const cell = {
    country: report.country,
    ...named(report),
    state: reportState({ ...report, isPublic: release !== null }),
    obligated: owesReport(report),
  };
  if (release === null) return { ...cell, publishedAt: null, version: null, coverage: null };
  const { publishedAt, version, coverage } = release;
  return { ...cell, publishedAt: publishedAt.toISOString(), version, coverage };
}
