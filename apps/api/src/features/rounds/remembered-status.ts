import type { CountryStatus } from "@avances/contracts";
import { type ReportOfRound, readReportOfRound } from "@avances/db/queries/report-of-round";
import type { Country } from "@avances/domain/reference";
import { isExempt } from "@avances/domain/submission";
import { LRUCache } from "lru-cache";
import { timelinessOf } from "#features/shared/remembered-timeliness.ts";

interface Remembered {
  readonly report: ReportOfRound;
  readonly status: Omit<CountryStatus, "history" | "desk">;
  /** The quarter of an hour for which it holds; null = for good. */
  readonly quarter: number | null;
}

const remembered = new LRUCache<string, Remembered>({ max: 2_000 });

/**
 * A country's line of the board, remembered under what was read of its report (`listSubmissionsOfRound`); lateness holds as long as that of
 * earlier rounds (`historyOf`). Nobody may change what is returned.
 */
export function statusOf(text: string, country: Country, expected: number, now: Date): Remembered {
  const quarter = Math.floor(now.getTime() / 900_000);
  const key = `${expected} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined && (known.quarter ?? quarter) === quarter) return known;
  const report = readReportOfRound(text);
  const line = {
    report,
    status: countryStatus(country, report, expected, now),
    quarter: report.firstSubmittedAt === null ? quarter : null,
  };
  remembered.set(key, line);
  return line;
}

function countryStatus(country: Country, report: ReportOfRound, expected: number, now: Date): Remembered["status"] {
  const exempt = isExempt(report);
  return {
    country: country.alpha3,
    name: country.name,
    timeZone: country.timeZone,
    submissionId: report.id,
    obligated: report.obligated,
    exempt,
    status: report.status,
    timeliness: timelinessOf({ ...report, exempt }, country.timeZone, now),
    dueOn: report.dueOn,
    extended: report.extensionGrantedAt !== null,
    extensionReason: report.extensionReason,
    returnDueOn: report.returnDueOn,
    exemptReason: report.exemptReason,
    answered: report.answeredCount,
    expected,
    firstSubmittedAt: isoOrNull(report.firstSubmittedAt),
    submittedAt: isoOrNull(report.submittedAt),
    lastActivityAt: isoOrNull(report.lastActivityAt),
    version: report.version,
    revision: report.revision,
  };
}

function isoOrNull(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
