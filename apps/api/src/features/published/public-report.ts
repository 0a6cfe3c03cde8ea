import type { getMatrix, ResponseOf } from "@avances/contracts";
import type { SubmissionIndex } from "@avances/domain/progress-index";
import type { CountryCode } from "@avances/domain/reference";
import { owesReport, reportState } from "@avances/domain/submission";
import { named } from "./named.ts";

export type MatrixCell = ResponseOf<typeof getMatrix>["cells"][number];

/** What everybody may know about one country in one round. */
export interface ReportFacts {
  readonly country: CountryCode;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly obligated: boolean;
  /** Excused, even if it has reported voluntarily. */
  readonly exempt: boolean;
  /** Was it submitted, and may the public know that? */
  readonly received: boolean;
}

/** The same, with its public form. */
export interface PublicReport extends ReportFacts {
  readonly release: Release | null;
}

interface Release {
  readonly version: number;
  readonly publishedAt: Date;
  readonly index: SubmissionIndex;
}

/** What is needed of a report to compute its index together with the country's other rounds. */
export interface Scored extends Pick<ReportFacts, "country" | "roundYear" | "referenceYear"> {
  readonly index: SubmissionIndex;
}

/** The reports that have a public version, with their scores. */
export function scored(reports: readonly PublicReport[]): readonly Scored[] {
  return reports.flatMap(({ release, ...report }) => (release === null ? [] : [{ ...report, index: release.index }]));
}

/** Its cell in the table of who reported when; `release` = its public form. */
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
