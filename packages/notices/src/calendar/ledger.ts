import type { Tx } from "@avances/db";
import { type LastDigest, listLastDigests } from "@avances/db/queries/digest-queries";
import { type LastAnswer, listNotedAndAnswers, type NotedAsks } from "@avances/db/queries/exchange-queries";
import { listLedger } from "@avances/db/queries/ledger-queries";
import type { LedgerRow, Told } from "@avances/db/queries/ledger-rows";
import {
  type CalendarDate,
  isAsk,
  isEventOf,
  isEventStep,
  localDate,
  type NoticeStep,
  noticeKey,
} from "@avances/domain/round";

/** A notice, and when it was written, or left. */
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
  readonly noted: Omit<NotedAsks, "roundYear" | "country"> | null;
  /** The day by which the country said last that it will send its report; null = it said something else, or nothing, or has sent it since. */
  readonly promisedOn: CalendarDate | null;
  /** What it said last of its report, however it said it; null = nothing is on record. */
  readonly lastAnswer: LastAnswer | null;
  /** The last message of the calendar, by when it left; of one that waits, by when it was written. */
  readonly lastCalendarNotice: CalendarNotice | null;
  /** The last automatic message about an act, waiting or sent. */
  readonly lastActNotice: CalendarNotice | null;
  /** The last reminder by hand, by when it left; of one that waits, by when it was written. */
  readonly lastByHandAt: Date | null;
  /** When a digest, or a reminder that was set for its moment, was last written to those who report: it is a message of the round too. */
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
  lastAnswer: null,
  lastCalendarNotice: null,
  lastActNotice: null,
  lastByHandAt: null,
  lastDigestAt: null,
};

export type Ledger = (roundYear: number, country: string) => LedgerOfCountry;

/** Key of a notice that follows from an act. */
export function eventKey(step: NoticeStep, batchId: string): string {
  return `${step}|${batchId}`;
}

/** Reads the ledger of these rounds. */
export async function loadLedger(tx: Tx, years: readonly number[], without?: Without): Promise<Ledger> {
  const [notices, { noted, answers }, digests] = await Promise.all([
    listLedger(tx, years),
    listNotedAndAnswers(tx, years),
    listLastDigests(tx, years),
  ]);
  const others = without === undefined ? notices : notices.filter((row) => !isWithout(row, without));
  return ledgerFrom({ notices: others, noted, answers, digests });
}

/** What the ledger leaves out: one notice, or everything from an instant on, so that it says what it said then. */
export type Without = WithoutNotice | { readonly from: Date };

/** What was only recorded has no instant of its own and is left out with the rest: a step that was over by then is not planned anew. */
const isWithout = (row: LedgerRow, without: Without) =>
  "from" in without ? row.queuedAt === null || row.queuedAt >= without.from : isOf(row, without);

/** One step, date and act of a country, which the ledger leaves out: for its own messages, when they are written anew. */
export type WithoutNotice = Pick<LedgerRow, "roundYear" | "country" | "step" | "anchorDate" | "batchId">;

function isOf(row: LedgerRow, { roundYear, country, step, anchorDate, batchId }: WithoutNotice): boolean {
  const isSameCountry = row.roundYear === roundYear && row.country === country;
  return isSameCountry && row.step === step && row.anchorDate === anchorDate && row.batchId === batchId;
}

interface LedgerRows {
  readonly notices: readonly LedgerRow[];
  readonly noted: readonly NotedAsks[];
  readonly answers: readonly LastAnswer[];
  readonly digests: readonly LastDigest[];
}

/** What these rows say. Those of `notices`, nearly all of them, are put together once for the same array. */
export function ledgerFrom({ notices, noted, answers, digests }: LedgerRows): Ledger {
  const written = writtenOf(notices);
  if (noted.length === 0 && answers.length === 0 && digests.length === 0)
    return (roundYear, country) => written.get(keyOf(roundYear, country)) ?? nothing;
  const ledger = new Map(written);
  const add = (of: { readonly roundYear: number; readonly country: string }, part: Partial<LedgerOfCountry>) => {
    const key = keyOf(of.roundYear, of.country);
    ledger.set(key, { ...(ledger.get(key) ?? nothing), ...part });
  };
  for (const asks of noted) add(asks, { noted: asks });
  for (const answer of answers) add(answer, { promisedOn: standingPromise(answer), lastAnswer: answer });
  for (const { at, ...of } of digests) add(of, { lastDigestAt: at });
  return (roundYear, country) => ledger.get(keyOf(roundYear, country)) ?? nothing;
}

/** The day until which this answer asks for patience; null = it names none, or the report was received since: what is awaited then is another. */
function standingPromise({ promisedOn, receivedSince }: LastAnswer): CalendarDate | null {
  return receivedSince ? null : promisedOn;
}

/** The same day as in the ledger, of one country: for whoever needs nothing else of it. */
export async function readPromise(
  tx: Tx,
  { roundYear, country }: { readonly roundYear: number; readonly country: string },
): Promise<CalendarDate | null> {
  const answer = (await listNotedAndAnswers(tx, [roundYear])).answers.find((one) => one.country === country);
  return answer === undefined ? null : standingPromise(answer);
}

const written = new WeakMap<readonly LedgerRow[], ReadonlyMap<string, LedgerOfCountry>>();

function writtenOf(notices: readonly LedgerRow[]): ReadonlyMap<string, LedgerOfCountry> {
  const known = written.get(notices);
  if (known !== undefined) return known;
  const byCountry = Map.groupBy(notices, (row) => keyOf(row.roundYear, row.country));
  const ledger = new Map([...byCountry].map(([key, own]) => [key, ledgerOf(own)]));
  written.set(notices, ledger);
  return ledger;
}

/** A notice to a country, with everybody outside the secretariat to whom it was written and what became of it for each. */
export interface ToldNotice extends Told {
  readonly step: NoticeStep;
}

export interface LastTold {
  /** The last that asked for something. */
  readonly ask?: ToldNotice;
  /** The last that did not. */
  readonly other?: ToldNotice;
}

/** What these notices of one round told each country last. */
export function lastTold(notices: readonly LedgerRow[]): ReadonlyMap<string, LastTold> {
  const last = new Map<string, { ask?: ToldNotice; other?: ToldNotice }>();
  for (const { country, step, told } of notices) {
    if (told === null) continue;
    const own = last.get(country) ?? {};
    const kind = isAsk(step) ? "ask" : "other";
    const notice = { ...told, step };
    if (own[kind] === undefined || isLater(notice, own[kind])) own[kind] = notice;
    last.set(country, own);
  }
  return last;
}

/** Of two that were written at once, the one that counted more asks, else the one that comes first by its name. */
function isLater(one: ToldNotice, other: ToldNotice): boolean {
  const sooner = one.lastWrittenAt.getTime() - other.lastWrittenAt.getTime() || one.ordinal - other.ordinal;
  return sooner === 0 ? one.step < other.step : sooner > 0;
}

/** How often a country was asked in the round, whatever the way. What is still waiting to be sent does not count yet. */
export function timesAsked({ asks, noted }: Pick<LedgerOfCountry, "asks" | "noted">): number {
  return asks + (noted?.count ?? 0);
}

/** Which of these requests, by message or not, the last message is; one that has not left yet will be that one. */
export function numberOfLastMessage(
  ledger: Pick<LedgerOfCountry, "asks" | "noted" | "lastAskAt">,
  { at }: Pick<Told, "at">,
  timeZone: string,
): number {
  const { noted, lastAskAt } = ledger;
  const day = localDate(at, timeZone);
  const later = (noted?.each ?? []).filter(({ on, notedAt }) => on > day || (on === day && notedAt >= at));
  const isCounted = lastAskAt !== null && lastAskAt >= at;
  return timesAsked(ledger) - later.length + (isCounted ? 0 : 1);
}

/** The day of the last of these requests, by the clocks of the capital; null = there is none. */
export function lastAskedOn(
  { lastAskAt, noted }: Pick<LedgerOfCountry, "lastAskAt" | "noted">,
  timeZone: string,
): CalendarDate | null {
  const days = [lastAskAt && localDate(lastAskAt, timeZone), noted?.lastOn ?? null];
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

function ledgerOf(rows: readonly LedgerRow[]): LedgerOfCountry {
  const asks = rows.filter((row) => isAsk(row.step));
  const written = asks.filter((row) => row.queuedAt !== null);
  const reachedAt = inOrder(asks.flatMap((row) => row.reachedAt ?? []));
  const calendar = rows.filter((row) => !isEventStep(row.step));
  const left = (row: LedgerRow) => ({ ...row, writtenAt: row.leftAt ?? row.writtenAt });
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
    lastAnswer: null,
    lastCalendarNotice: latestOf(calendar.map(left)),
    lastActNotice: latestOf(rows.filter(({ step }) => isEventStep(step) && !isEventOf(step, "hand"))),
    lastByHandAt: latestOf(rows.filter(({ step }) => isEventOf(step, "hand")).map(left))?.at ?? null,
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
