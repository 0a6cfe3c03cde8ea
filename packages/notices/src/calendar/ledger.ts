import type { Tx } from "@avances/db";
import { listLastDigests } from "@avances/db/queries/digest-queries";
import { listLastAnswers, listNotedAsks } from "@avances/db/queries/exchange-queries";
import { type LedgerRow, listLedger } from "@avances/db/queries/ledger-queries";
import { type CalendarDate, isAsk, isEventOf, isEventStep, type NoticeStep, noticeKey } from "@avances/domain/round";

/** A notice that was written, and when. */
export interface CalendarNotice {
  readonly step: NoticeStep;
  readonly at: Date;
}

/** What the ledger says about one country in one round. */
export interface LedgerOfCountry {
  /** Calendar steps already handled, whatever became of them (`noticeKey`). */
  readonly handled: ReadonlySet<string>;
  /** The days on which a reminder of unseen questions was written, by the newest of them; `isStopped`: to nobody it left or will leave. */
  readonly questionDays: ReadonlyMap<string, readonly { readonly day: CalendarDate; readonly isStopped: boolean }[]>;
  /** Notices that followed from an act, by `eventKey`. */
  readonly events: ReadonlySet<string>;
  /**
   * How often the country was asked by messages: steps and resends of which at least one message was sent to somebody who reports for it, however
   * many people got one. If it reached none of them (dead, stopped, or only copies to others), it does not count.
   */
  readonly asks: number;
  /** Asks whose messages are still waiting: whether they will count is not known yet. */
  readonly asksUnderWay: number;
  /** Asks that were ever queued, whatever became of them, including those of a round cancelled since: this number only grows. */
  readonly asksWritten: number;
  /** The last of them. */
  readonly latestAsk: (CalendarNotice & { readonly batchId: string }) | null;
  readonly firstAskAt: Date | null;
  readonly lastAskAt: Date | null;
  /** Requests by call, letter and the like, which no message counts; null = none. Those that were withdrawn do not count. */
  readonly noted: { readonly count: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate } | null;
  /** The day by which the country said last that it will send its report; null = it said something else, or nothing. */
  readonly promisedOn: CalendarDate | null;
  readonly lastCalendarNotice: CalendarNotice | null;
  /** The last automatic message about an act, waiting or sent. */
  readonly lastActNotice: CalendarNotice | null;
  /** When a digest was last written to those who report: it is a message of the round too. */
  readonly lastDigestAt: Date | null;
}

const nothing: LedgerOfCountry = {
  handled: new Set(),
  questionDays: new Map(),
  events: new Set(),
  asks: 0,
  asksUnderWay: 0,
  asksWritten: 0,
  latestAsk: null,
  firstAskAt: null,
  lastAskAt: null,
  noted: null,
  promisedOn: null,
  lastCalendarNotice: null,
  lastActNotice: null,
  lastDigestAt: null,
};

export type Ledger = (roundYear: number, country: string) => LedgerOfCountry;

/** Key of a notice that follows from an act. */
export function eventKey(step: NoticeStep, batchId: string): string {
  return `${step}|${batchId}`;
}

/** Reads the ledger of these rounds. */
export async function loadLedger(tx: Tx, years: readonly number[]): Promise<Ledger> {
  const [rows, noted, answers, digests] = await Promise.all([
    listLedger(tx, years),
    listNotedAsks(tx, years),
    listLastAnswers(tx, years),
    listLastDigests(tx, years),
  ]);
  const ledger = new Map(
    [...Map.groupBy(rows, (row) => keyOf(row.roundYear, row.country))].map(([key, own]) => [key, ledgerOf(own)]),
  );
  const add = (of: { readonly roundYear: number; readonly country: string }, part: Partial<LedgerOfCountry>) => {
    const key = keyOf(of.roundYear, of.country);
    ledger.set(key, { ...(ledger.get(key) ?? nothing), ...part });
  };
  for (const asks of noted) add(asks, { noted: asks });
  for (const answer of answers) add(answer, { promisedOn: answer.promisedOn });
  for (const { at, ...of } of digests) add(of, { lastDigestAt: at });
  return (roundYear, country) => ledger.get(keyOf(roundYear, country)) ?? nothing;
}

/** How often a country was asked in the round, whatever the way. What is still waiting to be sent does not count yet. */
export function timesAsked({ asks, noted }: Pick<LedgerOfCountry, "asks" | "noted">): number {
  return asks + (noted?.count ?? 0);
}

function ledgerOf(rows: readonly LedgerRow[]): LedgerOfCountry {
  const asks = rows.filter((row) => isAsk(row.step));
  const written = asks.filter((row) => row.queuedAt !== null);
  const reachedAt = inOrder(asks.flatMap((row) => row.reachedAt ?? []));
  const calendar = rows.filter((row) => !isEventStep(row.step));
  return {
    handled: new Set(calendar.map((row) => noticeKey(row.step, row.anchorDate))),
    questionDays: new Map(
      [...Map.groupBy(rows, ({ batchId }) => batchId)].map(([batchId, own]) => [
        batchId,
        own
          .filter(({ step }) => isEventOf(step, "question"))
          .map(({ anchorDate: day, writtenAt }) => ({ day, isStopped: writtenAt === null })),
      ]),
    ),
    events: new Set(rows.filter((row) => isEventStep(row.step)).map((row) => eventKey(row.step, row.batchId))),
    asks: asks.filter((row) => row.hasReached).length,
    asksUnderWay: asks.filter((row) => !row.hasReached && row.isUnderWay).length,
    asksWritten: written.length,
    latestAsk: latestAskOf(written),
    firstAskAt: reachedAt[0] ?? null,
    lastAskAt: reachedAt.at(-1) ?? null,
    noted: null,
    promisedOn: null,
    lastCalendarNotice: latestOf(calendar),
    lastActNotice: latestOf(rows.filter(({ step }) => isEventStep(step) && !isEventOf(step, "hand"))),
    lastDigestAt: null,
  };
}

function latestOf(rows: readonly LedgerRow[]): CalendarNotice | null {
  return last(rows.flatMap(({ step, writtenAt: at }) => (at === null ? [] : [{ step, at }])));
}

function latestAskOf(rows: readonly LedgerRow[]): LedgerOfCountry["latestAsk"] {
  return last(rows.flatMap(({ step, batchId, queuedAt: at }) => (at === null ? [] : [{ step, batchId, at }])));
}

function last<N extends CalendarNotice>(notices: N[]): N | null {
  return notices.sort((one, other) => one.at.getTime() - other.at.getTime()).at(-1) ?? null;
}

/** Sorts: earliest first. */
function inOrder(instants: Date[]): readonly Date[] {
  return instants.sort((one, other) => one.getTime() - other.getTime());
}

const keyOf = (roundYear: number, country: string) => `${roundYear} ${country}`;
