import type { CountryStatus } from "@avances/contracts";
import { readEarlierReports } from "@avances/db/queries/earlier-reports";
import { isExempt } from "@avances/domain/submission";
import { LRUCache } from "lru-cache";
import { timelinessOf } from "#features/shared/remembered-timeliness.ts";

type History = CountryStatus["history"];

interface Remembered {
  readonly history: History;
  /** The quarter of an hour for which it holds; null = for good, because every report was sent. */
  readonly quarter: number | null;
}

const remembered = new LRUCache<string, Remembered>({ max: 2_000 });

/**
 * A country's earlier rounds on the board, newest first, remembered under what was read of them (`listEarlierReports`). The first submission
 * fixes timeliness for good; without one it can change only at a local midnight, and no zone has one within a UTC quarter of an hour.
 */
export function historyOf(reports: string | undefined, timeZone: string, now: Date): History {
  if (reports === undefined) return [];
  const quarter = Math.floor(now.getTime() / 900_000);
  const key = `${timeZone} ${reports}`;
  const known = remembered.get(key);
  if (known !== undefined && (known.quarter ?? quarter) === quarter) return known.history;
  const earlier = readEarlierReports(reports);
  const history = earlier.map(({ roundYear, status, hasExemptReason, ...report }) => ({
    year: roundYear,
    status,
    timeliness: timelinessOf(
      { ...report, status, exempt: isExempt({ status, exemptReason: hasExemptReason ? "" : null }) },
      timeZone,
      now,
    ).kind,
  }));
  const isSettled = earlier.every(({ firstSubmittedAt }) => firstSubmittedAt !== null);
  remembered.set(key, { history, quarter: isSettled ? null : quarter });
  return history;
}
