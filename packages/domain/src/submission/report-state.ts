import { type Expectation, owesReport } from "./owes-report.ts";

/**
 * What the public can know about one country in one opened round. `published`: a report is public. `received`: one is owed, was submitted at
 * least once and is not public; told only while the secretariat lets the public know it. `not_published`: one is owed and none
 * is public (still due, in review, or missing: the round's dates say which is possible). `exempt`: excused by the secretariat, whether or
 * not the country prepares a report voluntarily. `not_asked`: the country may report voluntarily and has no public report. The list is
 * closed: files, pages and legends show exactly these.
 */
export const reportStates = ["published", "received", "not_published", "exempt", "not_asked"] as const;
export type ReportState = (typeof reportStates)[number];

/** Why there is no public report. */
export const unpublishedStates = [
  "received",
  "not_published",
  "exempt",
  "not_asked",
] as const satisfies readonly ReportState[];
export type UnpublishedState = (typeof unpublishedStates)[number];

/**
 * The state of a country in a round. A public report stays public, whatever is decided about it later. `received`: it was submitted, and the
 * public may know that; of countries that owe no report it is never told.
 */
export function reportState(
  report: Expectation & { readonly isPublic: boolean; readonly received: boolean },
): ReportState {
  if (report.isPublic) return "published";
  if (report.exempt) return "exempt";
  if (!owesReport(report)) return "not_asked";
  return report.received ? "received" : "not_published";
}

/** How many reports are published, and of how many owed. Countries that are exempt or not asked are in neither number. */
export function reportTally(reports: Iterable<{ readonly state: ReportState }>): {
  readonly published: number;
  readonly of: number;
} {
  let [published, of] = [0, 0];
  for (const { state } of reports) {
    if (state === "published") published += 1;
    if (state === "published" || state === "received" || state === "not_published") of += 1;
  }
  return { published, of };
}
