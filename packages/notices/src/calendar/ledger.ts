import { statement, type Tx } from "@avances/db";
import { appUser, notice, round } from "@avances/db/schema";
import { isAsk, isEventStep, type NoticeStep, noticeKey, reportingRoles } from "@avances/domain/round";
import { and, eq, gte, inArray, sql } from "drizzle-orm";

/** A notice that was written, and when. */
export interface CalendarNotice {
  readonly step: NoticeStep;
  readonly at: Date;
}

/** What the ledger says about one country in one round. */
export interface LedgerOfCountry {
  /** Calendar steps that are done with, whatever became of them (`noticeKey`). */
  readonly handled: ReadonlySet<string>;
  /** Notices that followed from an act, by `eventKey`. */
  readonly events: ReadonlySet<string>;
  /**
   * How often the country was asked: steps and resends of which at least one message left for somebody who reports for it, however
   * many people were written to. One that reached nobody (dead, stopped, or only copies to others) is no ask.
   */
  readonly asks: number;
  /** Asks whose messages are still waiting to leave: whether they will count is not known yet. */
  readonly asksUnderWay: number;
  /** Asks that were ever written to be sent, whatever became of them, also in a round that was cancelled since: this only grows. */
  readonly asksWritten: number;
  /** The last of them. */
  readonly latestAsk: (CalendarNotice & { readonly batchId: string }) | null;
  readonly firstAskAt: Date | null;
  readonly lastAskAt: Date | null;
  readonly lastCalendarNotice: CalendarNotice | null;
  /** The last message of itself about an act, waiting or gone. */
  readonly lastActNotice: CalendarNotice | null;
}

const nothing: LedgerOfCountry = {
  handled: new Set(),
  events: new Set(),
  asks: 0,
  asksUnderWay: 0,
  asksWritten: 0,
  latestAsk: null,
  firstAskAt: null,
  lastAskAt: null,
  lastCalendarNotice: null,
  lastActNotice: null,
};

export type Ledger = (roundYear: number, country: string) => LedgerOfCountry;

/** Key of a notice that follows from an act. */
export function eventKey(step: NoticeStep, batchId: string): string {
  return `${step}|${batchId}`;
}

const went = sql`${notice.state} not in ('superseded', 'stopped')`;
const toReporter = inArray(appUser.role, [...reportingRoles]);
// What was asked in a round that was cancelled and opened again since does not count any more.
const counts = and(toReporter, gte(notice.createdAt, round.openedAt));
const reached = and(counts, inArray(notice.state, ["sent", "kept"]));
const underWay = and(counts, eq(notice.state, "queued"));

const ofRounds = statement<{ years: readonly number[] }, (LedgerRow & { roundYear: number; country: string })[]>((db) =>
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
    })
    .from(notice)
    .innerJoin(appUser, eq(appUser.id, notice.userId))
    .innerJoin(round, eq(round.year, notice.roundYear))
    .where(eq(notice.roundYear, sql`any(${sql.placeholder("years")}::int[])`))
    .groupBy(notice.roundYear, notice.countryCode, notice.step, notice.anchorDate, notice.batchId),
);

/** Reads what was asked in these rounds. */
export async function loadLedger(tx: Tx, years: readonly number[]): Promise<Ledger> {
  if (years.length === 0) return () => nothing;
  const rows = await ofRounds(tx, { years });
  const byCountry = Map.groupBy(rows, (row) => keyOf(row.roundYear, row.country));
  const entries = [...byCountry].map(([key, own]) => [key, ledgerOf(own)] as const);
  const ledger = new Map(entries);
  return (roundYear, country) => ledger.get(keyOf(roundYear, country)) ?? nothing;
}

interface LedgerRow {
  readonly step: NoticeStep;
  readonly anchorDate: string;
  readonly batchId: string;
  readonly hasReached: boolean;
  readonly isUnderWay: boolean;
  readonly reachedAt: string | null;
  readonly queuedAt: string | null;
  readonly writtenAt: string | null;
}

function ledgerOf(rows: readonly LedgerRow[]): LedgerOfCountry {
  const asks = rows.filter((row) => isAsk(row.step));
  const written = asks.filter((row) => row.queuedAt !== null);
  const reachedAt = instants(asks.map((row) => row.reachedAt));
  const calendar = rows.filter((row) => !isEventStep(row.step));
  return {
    handled: new Set(calendar.map((row) => noticeKey(row.step, row.anchorDate))),
    events: new Set(rows.filter((row) => isEventStep(row.step)).map((row) => eventKey(row.step, row.batchId))),
    asks: asks.filter((row) => row.hasReached).length,
    asksUnderWay: asks.filter((row) => !row.hasReached && row.isUnderWay).length,
    asksWritten: written.length,
    latestAsk: latestAskOf(written),
    firstAskAt: reachedAt[0] ?? null,
    lastAskAt: reachedAt.at(-1) ?? null,
    lastCalendarNotice: latestOf(calendar),
    lastActNotice: latestOf(rows.filter(({ step }) => isEventStep(step) && step !== "resend")),
  };
}

function latestOf(rows: readonly LedgerRow[]): CalendarNotice | null {
  const written = rows.flatMap(({ step, writtenAt }) =>
    writtenAt === null ? [] : [{ step, at: new Date(writtenAt) }],
  );
  return written.sort((one, other) => one.at.getTime() - other.at.getTime()).at(-1) ?? null;
}

function latestAskOf(rows: readonly LedgerRow[]): LedgerOfCountry["latestAsk"] {
  const asks = rows.flatMap(({ step, batchId, queuedAt }) =>
    queuedAt === null ? [] : [{ step, batchId, at: new Date(queuedAt) }],
  );
  return asks.sort((one, other) => one.at.getTime() - other.at.getTime()).at(-1) ?? null;
}

/** Earliest first. */
function instants(texts: readonly (string | null)[]): readonly Date[] {
  return texts
    .flatMap((text) => (text === null ? [] : [new Date(text)]))
    .sort((one, other) => one.getTime() - other.getTime());
}

const keyOf = (roundYear: number, country: string) => `${roundYear} ${country}`;
