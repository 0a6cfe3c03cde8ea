import { statement, type Tx } from "@avances/db";
import { notice } from "@avances/db/schema";
import { eventSteps, type NoticeStep, noticeKey } from "@avances/domain/round";
import { eq, sql } from "drizzle-orm";

/** What the ledger says about one country in one round. */
export interface LedgerOfCountry {
  /** Calendar steps that are done with, whatever became of them (`noticeKey`). */
  readonly handled: ReadonlySet<string>;
  /** Notices that followed from an act, by `eventKey`. */
  readonly events: ReadonlySet<string>;
  /** How often the country was asked: one per step or resend, however many people were written to. */
  readonly asks: number;
  readonly firstAskAt: Date | null;
  readonly lastCalendarNoticeAt: Date | null;
}

const nothing: LedgerOfCountry = {
  handled: new Set(),
  events: new Set(),
  asks: 0,
  firstAskAt: null,
  lastCalendarNoticeAt: null,
};

export type Ledger = (roundYear: number, country: string) => LedgerOfCountry;

/** Key of a notice that follows from an act on one version. */
export function eventKey(step: NoticeStep, batchId: string): string {
  return `${step}|${batchId}`;
}

/** Does this step ask the country for something? Receipts and thanks do not count as asks. */
function isAsk(step: NoticeStep): boolean {
  return step !== "submitted" && step !== "accepted" && step !== "published";
}

const went = sql`${notice.state} not in ('superseded', 'stopped')`;
const ofRounds = statement<{ years: readonly number[] }, (LedgerRow & { roundYear: number; country: string })[]>((db) =>
  db
    .select({
      roundYear: notice.roundYear,
      country: notice.countryCode,
      step: notice.step,
      anchorDate: notice.anchorDate,
      batchId: notice.batchId,
      wasAsked: sql<boolean>`bool_or(${went})`,
      firstAt: sql<string | null>`min(coalesce(${notice.settledAt}, ${notice.createdAt})) filter (where ${went})`,
      lastAt: sql<string | null>`max(${notice.createdAt}) filter (where ${went})`,
    })
    .from(notice)
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
  readonly wasAsked: boolean;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

function ledgerOf(rows: readonly LedgerRow[]): LedgerOfCountry {
  const asks = rows.filter((row) => row.wasAsked && isAsk(row.step));
  const isEvent = (row: LedgerRow) => (eventSteps as readonly string[]).includes(row.step);
  const calendar = rows.filter((row) => !isEvent(row));
  return {
    handled: new Set(calendar.map((row) => noticeKey(row.step, row.anchorDate))),
    events: new Set(rows.filter(isEvent).map((row) => eventKey(row.step, row.batchId))),
    asks: asks.length,
    firstAskAt: earliest(asks.map((row) => row.firstAt)),
    lastCalendarNoticeAt: latest(calendar.map((row) => row.lastAt)),
  };
}

function instants(texts: readonly (string | null)[]): number[] {
  return texts.flatMap((text) => (text === null ? [] : [new Date(text).getTime()]));
}

function earliest(texts: readonly (string | null)[]): Date | null {
  const times = instants(texts);
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function latest(texts: readonly (string | null)[]): Date | null {
  const times = instants(texts);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

const keyOf = (roundYear: number, country: string) => `${roundYear} ${country}`;
