import { type Expectation, owesReport } from "./owes-report.ts";

/**
 * What the public can know of one country in one opened round. `published`: a report is public. `not_published`: one is owed and none is
 * public (still due, being reviewed, or missing: the round's dates say which can be). `exempt`: excused by the secretariat, whether or not
 * the country prepares a report of its own accord.
 * `not_asked`: the country may report voluntarily and nothing of it is public. Closed: files, pages and legends list exactly these.
 */
export const reportStates = ["published", "not_published", "exempt", "not_asked"] as const;
export type ReportState = (typeof reportStates)[number];

/** Why there is no public report. */
export const unpublishedStates = ["not_published", "exempt", "not_asked"] as const satisfies readonly ReportState[];
export type UnpublishedState = (typeof unpublishedStates)[number];

/** The state of a country in a round. What is public stays public, whatever was decided about it later. */
export function reportState(report: Expectation & { readonly isPublic: boolean }): ReportState {
  if (report.isPublic) return "published";
  if (report.exempt) return "exempt";
  return owesReport(report) ? "not_published" : "not_asked";
}

/** Published reports, and of how many: the exempt and those that nobody asked owe nothing and are in neither number. */
export function reportTally(reports: Iterable<{ readonly state: ReportState }>): {
  readonly published: number;
  readonly of: number;
} {
  let [published, of] = [0, 0];
  for (const { state } of reports) {
    if (state === "published") published += 1;
    if (state === "published" || state === "not_published") of += 1;
  }
  return { published, of };
}
