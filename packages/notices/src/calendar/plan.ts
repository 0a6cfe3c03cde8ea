import { setImmediate } from "node:timers/promises";
import type { Database, Tx } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertProposedSteps } from "@avances/db/queries/proposed-step-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { type CalendarStep, catchUpDays, planNotices } from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import { reasonOf } from "../reason-of.ts";
import { loadEvents } from "./events.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { goingOf, type Known, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { stepItem } from "./step-item.ts";
import { loadUnseen, questionItems } from "./unseen-questions.ts";
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
 * Finds every notice that is due and not in the ledger, in all rounds, and queues it; what waits for a person is recorded as proposed. Safe to run at any time, any number of times
 * and in any number of processes. Writes to several countries in one transaction; if that fails, to each in its own, so that a fault with
 * one country does not stop the others.
 */
export async function planRound(deps: PlanningDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  // What does not need the answers of others is asked together: each waiting for an answer counts in every minute.
  const [{ items, proposed }, kind] = await deps.db.asWorker((tx) => Promise.all([dueItems(tx, now), settledKind(tx)]));
  const config = { ...deps.config, demonstration: kind === "demonstration" };
  const writing: Writing = { deps, context: { now, newId: deps.newId, config } };
  const countries = Map.groupBy(items, ({ state }) => `${state.roundYear} ${state.country}`);
  await propose(deps, proposed, now);
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

/** Records what waits for a person. What was recorded before stays as it is; a fault stops none of the notices. */
async function propose(
  { db, newId, log }: PlanningDeps,
  proposed: readonly NoticeToWrite[],
  proposedAt: Date,
): Promise<void> {
  const rows = proposed.map(({ state, step, anchorDate }) => ({
    ...{ id: newId(), roundYear: state.roundYear, countryCode: state.country, proposedAt, anchorDate },
    step: step as CalendarStep,
  }));
  try {
    if (rows.length > 0) await db.asWorker((tx) => insertProposedSteps(tx, rows));
  } catch (error) {
    log.error({ reason: reasonOf(error) }, "steps could not be proposed");
  }
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

interface Due {
  readonly items: readonly NoticeToWrite[];
  /** Steps that wait for a person. */
  readonly proposed: readonly NoticeToWrite[];
}

async function dueItems(tx: Tx, now: Date): Promise<Due> {
  const since = new Date(now.getTime() - catchUpDays * day);
  const [states, events, questions] = await Promise.all([
    listReportingStates(tx, { statuses: ["not_started", "draft", "returned"] }),
    loadEvents(tx, since),
    loadUnseen(tx, since),
  ]);
  if (states.length === 0 && events.length === 0 && questions.length === 0) return { items: [], proposed: [] };
  const years = [
    ...new Set([...states, ...[...events, ...questions].map(({ state }) => state)].map((s) => s.roundYear)),
  ];
  const [known, everybody] = await Promise.all([loadKnown(tx, years, now), listRecipients(tx, now)]);
  const { items: dated, proposed } = await calendarItems(states, known, everybody, now);
  const items = [...dated, ...eventItems(events, known, everybody, now)];
  return { items: [...items, ...questionItems(questions, items, known, everybody, now)], proposed };
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
): Promise<Due> {
  const items: NoticeToWrite[] = [];
  const proposed: NoticeToWrite[] = [];
  for (const ofRound of Map.groupBy(states, (state) => state.roundYear).values()) {
    for (const countries of batchesOf(ofRound, countriesAtOnce)) {
      const byCountry = new Map(countries.map((state) => [state.country, state]));
      const planned = planNotices({ now, countries: countries.map((state) => withKnown(state, known)) });
      for (const notice of planned) {
        const state = byCountry.get(notice.country);
        if (state === undefined) continue;
        const item = { ...stepItem(notice, state, known, everybody), disposition: notice.disposition };
        if (item.disposition !== "propose") items.push({ ...item, disposition: item.disposition });
        else if (item.people.length > 0) proposed.push({ ...item, disposition: "send" });
      }
      await setImmediate();
    }
  }
  return { items, proposed };
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
        going: goingOf(event.state, known),
        contact: contactOf(everybody, event.state.roundOpenedBy),
      },
    ];
  });
}
