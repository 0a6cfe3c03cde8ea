import { setImmediate } from "node:timers/promises";
import type { Database, Tx } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import { settledKind } from "@avances/db/queries/instance-queries";
import { noBatch } from "@avances/db/queries/notice-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { catchUpDays, planNotices } from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import { reasonOf } from "../reason-of.ts";
import { loadEvents } from "./events.ts";
import { loadLedger } from "./ledger.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { type Known, quietOf, withKnown } from "./notice-state.ts";
import { loadQuiet } from "./quiet.ts";
import { peopleOf } from "./recipients.ts";
import { loadUnseen, questionItems } from "./unseen-questions.ts";
import { loadWordings } from "./wordings.ts";
import { writeNotices } from "./write.ts";

const day = 86_400_000;

export interface PlanningDeps {
  readonly db: Pick<Database, "asWorker">;
  readonly clock: { now(): Date };
  readonly newId: () => string;
  readonly config: Omit<WritingConfig, "demonstration">;
  readonly log: {
    error(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  };
}

/**
 * Finds every notice that is due and not in the ledger, in all rounds, and queues it. Safe to run at any time, any number of times
 * and in any number of processes. Writes to several countries in one transaction; if that fails, to each in its own, so that a fault with
 * one country does not stop the others.
 */
export async function planRound(deps: PlanningDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const [items, kind] = await deps.db.asWorker(async (tx) => [await dueItems(tx, now), await settledKind(tx)] as const);
  const config = { ...deps.config, demonstration: kind === "demonstration" };
  const writing: Writing = { deps, context: { now, newId: deps.newId, config } };
  const countries = Map.groupBy(items, ({ state }) => `${state.roundYear} ${state.country}`);
  let queued = 0;
  for (const some of batchesOf([...countries.values()], countriesAtOnce)) {
    try {
      queued += await write(writing, some.flat());
    } catch {
      for (const own of some) queued += await writeAlone(writing, own);
    }
  }
  return { queued };
}

/** Enough to save round trips, and few enough that other work gets a turn in between. */
const countriesAtOnce = 20;

interface Writing {
  readonly deps: PlanningDeps;
  readonly context: Parameters<typeof writeNotices>[2];
}

function write({ deps, context }: Writing, items: readonly NoticeToWrite[]): Promise<number> {
  return deps.db.asWorker((tx) => writeNotices(tx, items, context));
}

/** The notices of one country; those that cannot be written are logged and tried again next time. */
async function writeAlone(writing: Writing, own: readonly NoticeToWrite[]): Promise<number> {
  try {
    return await write(writing, own);
  } catch (error) {
    const { roundYear, country } = own[0]?.state ?? {};
    writing.deps.log.error(
      { round_country: `${roundYear} ${country}`, reason: reasonOf(error) },
      "notices could not be planned",
    );
    return 0;
  }
}

async function dueItems(tx: Tx, now: Date): Promise<readonly NoticeToWrite[]> {
  const states = await listReportingStates(tx, { statuses: ["not_started", "draft", "returned"] });
  const since = new Date(now.getTime() - catchUpDays * day);
  const events = await loadEvents(tx, since);
  const questions = await loadUnseen(tx, since);
  if (states.length === 0 && events.length === 0 && questions.length === 0) return [];
  const years = [
    ...new Set([...states, ...[...events, ...questions].map(({ state }) => state)].map((s) => s.roundYear)),
  ];
  const [ledger, everybody] = [await loadLedger(tx, years), await listRecipients(tx)];
  const known = { ledger, quiet: await loadQuiet(tx, now) };
  const wordings = await loadWordings(tx);
  const calendar = (await calendarItems(states, known, everybody, now)).map((item) => ({ ...item, wordings }));
  const items = [...calendar, ...eventItems(events, known, everybody, now)];
  return [...items, ...questionItems(questions, items, known, everybody, now)];
}

/**
 * Steps of the calendar. A country with nobody to write to stays due until it has somebody. Dates in the zone of every capital are
 * expensive to compute, so other work gets a turn in between.
 */
async function calendarItems(
  states: readonly ReportingState[],
  known: Known,
  everybody: readonly Recipient[],
  now: Date,
): Promise<readonly NoticeToWrite[]> {
  const items: NoticeToWrite[] = [];
  for (const [year, ofRound] of Map.groupBy(states, (state) => state.roundYear)) {
    for (const countries of batchesOf(ofRound, countriesAtOnce)) {
      const byCountry = new Map(countries.map((state) => [state.country, state]));
      const planned = planNotices({ now, countries: countries.map((state) => withKnown(state, known)) });
      for (const notice of planned) {
        const state = byCountry.get(notice.country);
        if (state === undefined) continue;
        items.push({
          ...notice,
          state,
          batchId: noBatch,
          people: peopleOf(notice.audience, notice.country, everybody),
          ledger: known.ledger(year, notice.country),
          quiet: quietOf(state, known),
          contact: contactOf(everybody, state.roundOpenedBy),
        });
      }
      await setImmediate();
    }
  }
  return items;
}

function eventItems(
  events: Awaited<ReturnType<typeof loadEvents>>,
  known: Known,
  everybody: readonly Recipient[],
  now: Date,
): readonly NoticeToWrite[] {
  return events.flatMap((event) => {
    const own = known.ledger(event.state.roundYear, event.state.country);
    if (own.events.has(event.key)) return [];
    return [
      {
        ...event,
        scheduledFor: now,
        disposition: "send" as const,
        people: peopleOf(event.audience, event.state.country, everybody),
        ledger: own,
        quiet: quietOf(event.state, known),
        contact: contactOf(everybody, event.state.roundOpenedBy),
      },
    ];
  });
}
