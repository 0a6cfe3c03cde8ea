import type { Database, Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { noBatch } from "@avances/db/queries/notice-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { catchUpDays, planNotices } from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import { reasonOf } from "../reason-of.ts";
import { loadEvents } from "./events.ts";
import { type Ledger, loadLedger } from "./ledger.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { withLedger } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
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
 * and in any number of processes. One transaction per country, so a fault with one leaves the others alone.
 */
export async function planRound(deps: PlanningDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const [items, kind] = await deps.db.asWorker(async (tx) => [await dueItems(tx, now), await settledKind(tx)] as const);
  const config = { ...deps.config, demonstration: kind === "demonstration" };
  let queued = 0;
  for (const [key, own] of Map.groupBy(items, (item) => `${item.state.roundYear} ${item.state.country}`)) {
    try {
      queued += await deps.db.asWorker((tx) => writeNotices(tx, own, { now, newId: deps.newId, config }));
    } catch (error) {
      deps.log.error({ round_country: key, reason: reasonOf(error) }, "notices could not be planned");
    }
  }
  return { queued };
}

async function dueItems(tx: Tx, now: Date): Promise<readonly NoticeToWrite[]> {
  const states = await listReportingStates(tx, { statuses: ["not_started", "draft", "returned"] });
  const since = new Date(now.getTime() - catchUpDays * day);
  const events = await loadEvents(tx, since);
  if (states.length === 0 && events.length === 0) return [];
  const years = [...new Set([...states, ...events.map((event) => event.state)].map((state) => state.roundYear))];
  const [ledger, everybody] = [await loadLedger(tx, years), await listRecipients(tx)];
  return [...calendarItems(states, ledger, everybody, now), ...eventItems(events, ledger, everybody, now)];
}

/** Steps of the calendar. Countries of one round are planned together; those with nobody to write to stay due until somebody is there. */
function calendarItems(
  states: readonly ReportingState[],
  ledger: Ledger,
  everybody: readonly Recipient[],
  now: Date,
): readonly NoticeToWrite[] {
  return [...Map.groupBy(states, (state) => state.roundYear)].flatMap(([year, countries]) => {
    const byCountry = new Map(countries.map((state) => [state.country, state]));
    const planned = planNotices({ now, countries: countries.map((state) => withLedger(state, ledger)) });
    return planned.flatMap((notice): NoticeToWrite[] => {
      const state = byCountry.get(notice.country);
      if (state === undefined) return [];
      return [
        {
          ...notice,
          state,
          batchId: noBatch,
          people: peopleOf(notice.audience, notice.country, everybody),
          ledger: ledger(year, notice.country),
          contact: contactOf(everybody, state.roundOpenedBy),
        },
      ];
    });
  });
}

function eventItems(
  events: Awaited<ReturnType<typeof loadEvents>>,
  ledger: Ledger,
  everybody: readonly Recipient[],
  now: Date,
): readonly NoticeToWrite[] {
  return events.flatMap((event) => {
    const own = ledger(event.state.roundYear, event.state.country);
    if (own.events.has(event.key)) return [];
    return [
      {
        ...event,
        scheduledFor: now,
        disposition: "send" as const,
        people: peopleOf(event.audience, event.state.country, everybody),
        ledger: own,
        contact: contactOf(everybody, event.state.roundOpenedBy),
      },
    ];
  });
}
