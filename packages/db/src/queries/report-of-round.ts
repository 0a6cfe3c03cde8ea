import { instant } from "./earlier-reports.ts";
import type { SubmissionRow } from "./rows.ts";

/** What the late monitor shows of a report of its round. */
export type ReportOfRound = Pick<SubmissionRow, (typeof shown)[number] | (typeof shownInstants)[number]>;

export const shown = [
  "id",
  "countryCode",
  "obligated",
  "status",
  "dueOn",
  "extensionReason",
  "returnDueOn",
  "exemptReason",
  "version",
  "answeredCount",
  "revision",
] as const satisfies readonly (keyof SubmissionRow)[];
export const shownInstants = [
  "extensionGrantedAt",
  "firstSubmittedAt",
  "submittedAt",
  "returnedAt",
  "acceptedAt",
  "lastActivityAt",
] as const satisfies readonly (keyof SubmissionRow)[];

/** Reads a report of `listSubmissionsOfRound`. */
export function readReportOfRound(text: string): ReportOfRound {
  const values = JSON.parse(text) as readonly unknown[];
  const report: Record<string, unknown> = {};
  for (const [place, name] of shown.entries()) report[name] = values[place];
  for (const [place, name] of shownInstants.entries()) report[name] = instant(values[shown.length + place]);
  return report as ReportOfRound;
}
