import { type NoticeStep, reportingRoles } from "@avances/domain/round";
import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { appUser, notice, round } from "../schema/index.ts";
import { hasLeft } from "./has-left.ts";

/** What became of one notice to a country, however many people got it. */
export interface LedgerRow {
  readonly roundYear: number;
  readonly country: string;
  readonly step: NoticeStep;
  readonly anchorDate: string;
  readonly batchId: string;
  /** At least one message to somebody who reports was sent (`hasLeft`). */
  readonly hasReached: boolean;
  /** At least one message to somebody who reports is still waiting. */
  readonly isUnderWay: boolean;
  /** When the first message to somebody who reports was sent; null = none was. */
  readonly reachedAt: Date | null;
  /** When it was queued, whatever became of it; null = it was only recorded. */
  readonly queuedAt: Date | null;
  /** When it was written, if it is waiting or was sent; null = it was only recorded, or stopped. */
  readonly writtenAt: Date | null;
  /** When the last of it left, or was kept; null = none has. */
  readonly leftAt: Date | null;
}

const went = sql`${notice.state} not in ('superseded', 'stopped')`;
const toReporter = inArray(appUser.role, [...reportingRoles]);
// What was asked before the round was cancelled and opened again no longer counts.
const counts = and(toReporter, gte(notice.createdAt, round.openedAt));
const reached = and(counts, hasLeft);
const underWay = and(counts, eq(notice.state, "queued"));

type Times = Record<"reachedAt" | "queuedAt" | "writtenAt" | "leftAt", string | null>;

const ofRounds = statement<{ years: readonly number[] }, (Omit<LedgerRow, keyof Times> & Times)[]>((db) =>
  db
    .select({
      roundYear: notice.roundYear,
      country: notice.countryCode,
      step: notice.step,
      anchorDate: notice.anchorDate,
      batchId: notice.batchId,
      hasReached: sql<boolean>`bool_or(${reached})`,
      isUnderWay: sql<boolean>`bool_or(${underWay})`,
      reachedAt: sql<string | null>`min(coalesce(${notice.settledAt}, ${notice.createdAt})) filter (where ${reached})`,
      queuedAt: sql<string | null>`max(${notice.createdAt}) filter (where ${notice.state} <> 'superseded')`,
      writtenAt: sql<string | null>`max(${notice.createdAt}) filter (where ${went})`,
      leftAt: sql<string | null>`max(${notice.settledAt}) filter (where ${notice.state} in ('sent', 'kept'))`,
    })
    .from(notice)
    .innerJoin(appUser, eq(appUser.id, notice.userId))
    .innerJoin(round, eq(round.year, notice.roundYear))
    .where(eq(notice.roundYear, sql`any(${sql.placeholder("years")}::int[])`))
    .groupBy(notice.roundYear, notice.countryCode, notice.step, notice.anchorDate, notice.batchId),
);

/** Every notice of these rounds, one row per country, step, date and batch. */
export async function listLedger(tx: Tx, years: readonly number[]): Promise<readonly LedgerRow[]> {
  if (years.length === 0) return [];
  const rows = await ofRounds(tx, { years });
  return rows.map(({ reachedAt, queuedAt, writtenAt, leftAt, ...row }) => ({
    ...row,
    reachedAt: instant(reachedAt),
    queuedAt: instant(queuedAt),
    writtenAt: instant(writtenAt),
    leftAt: instant(leftAt),
  }));
}

const instant = (text: string | null) => (text === null ? null : new Date(text));
