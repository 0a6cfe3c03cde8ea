import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database } from "@avances/db";
import { beat } from "@avances/db/queries/heartbeat-queries";
import type { SchedulerPart } from "@avances/domain/round";
import { type Desk, parseSender, parseSmtpUrl } from "@avances/settings/mail";
import { planAll } from "../calendar/plan-all.ts";
import { reasonOf } from "../reason-of.ts";
import { watchInbox } from "../replies/watch-inbox.ts";
import { Bell } from "./bell.ts";
import { type DeliveryDeps, deliverNext, newServerState } from "./deliver.ts";
import { type DeliveryTiming, defaultTiming } from "./retry-schedule.ts";

export interface SchedulerConfig {
  readonly mailMode: "capture" | "live";
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  readonly desk?: Desk | undefined;
  /** The mailbox in which replies arrive; absent = none is read. */
  readonly inboxUrl?: string | undefined;
  /** Where the secretariat works (ISO 3166-1 alpha-3): by its clocks its digest leaves. Default: Costa Rica. */
  readonly secretariatCountry?: string | undefined;
  readonly publicUrl: string;
  readonly ticketKey: string;
  /** How often to look for work without being woken. Default: a minute. */
  readonly pollMs?: number;
  /** Messages sent at the same time. Default: 2. */
  readonly senders?: number;
  readonly timing?: Partial<DeliveryTiming>;
}

export interface SchedulerDeps {
  readonly db: Pick<Database, "asWorker" | "onNotices">;
  readonly clock: { now(): Date };
  readonly log: DeliveryDeps["log"];
  readonly config: SchedulerConfig;
}

export interface Scheduler {
  /** Resolves after the signal, when all work has ended. */
  readonly done: Promise<void>;
  /** Look for work now. */
  wake(): void;
  /** Plans and sends until nothing is due, once, besides the loops. For tests and the command line. */
  runOnce(): Promise<{ readonly queued: number; readonly handled: number }>;
}

/** Between two beats of a sender, of which there may be several and each is woken by every message. */
const beatMs = 20_000;

/** Which scheduler it is, among several on one database. */
const thisProcess = `${hostname()}/${process.pid}`;

/** The work itself, without deciding when. Each part says when it got through (`app.heartbeat`), not when it failed. */
function worker(deps: Omit<SchedulerDeps, "db"> & { readonly db: Pick<Database, "asWorker"> }, signal: AbortSignal) {
  const { config } = deps;
  parseSender(config.mailFrom);
  const timing = { ...defaultTiming, ...config.timing };
  const delivery: DeliveryDeps = {
    ...deps,
    timing,
    server: config.mailMode === "live" ? parseSmtpUrl(config.smtpUrl ?? "") : null,
    serverState: newServerState(),
  };
  // A message being sent may finish after the order to stop, but not take for ever.
  const cut = new AbortController();
  let stopTimer: NodeJS.Timeout | undefined;
  signal.addEventListener("abort", () => {
    stopTimer = setTimeout(() => cut.abort(), timing.stopMs);
  });
  const lastBeat: Partial<Record<SchedulerPart, number>> = {};
  /** Says that this part gets on: now and then while there is much to do. */
  const getsOn = async (part: SchedulerPart, pauseMs: number) => {
    if (performance.now() - (lastBeat[part] ?? Number.NEGATIVE_INFINITY) < pauseMs) return;
    await deps.db.asWorker((tx) => beat(tx, part, deps.clock.now(), thisProcess));
    lastBeat[part] = performance.now();
  };
  return {
    plan: async () => {
      const { queued } = await planAll({ ...deps, newId: randomUUID });
      await getsOn("planner", 0);
      return queued;
    },
    send: async () => {
      let handled = 0;
      while (!signal.aborted && (await deliverNext(delivery, cut.signal))) {
        handled += 1;
        await getsOn("sender", beatMs);
      }
      await getsOn("sender", beatMs);
      return handled;
    },
    rest: () => clearTimeout(stopTimer),
  };
}

/** Plans and sends once what is due by the clock, then stops: for a time that somebody sets by hand. */
export function schedulerByHand(
  deps: Omit<SchedulerDeps, "db"> & { readonly db: Pick<Database, "asWorker"> },
): () => Promise<void> {
  const { plan, send } = worker(deps, new AbortController().signal);
  return async () => {
    await plan();
    await send();
  };
}

/**
 * Plans notices and delivers mail until the signal aborts. Several may run on one database: the ledger's unique key and the outbox's
 * claims decide what was asked and sent, so nothing is remembered here. Wakes every minute and when the API announces work.
 */
export function runScheduler(deps: SchedulerDeps, signal: AbortSignal): Scheduler {
  const { config, log } = deps;
  const { plan: planAll, send, rest } = worker(deps, signal);
  const pollMs = config.pollMs ?? 60_000;
  const bells: Bell[] = [];
  const wake = () => {
    for (const bell of bells) bell.ring();
  };
  const plan = async () => {
    const queued = await planAll();
    if (queued > 0) wake();
    return queued;
  };

  async function loop(work: () => Promise<number>): Promise<void> {
    const bell = new Bell();
    bells.push(bell);
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        // The database is down, or there is a fault in the code: the next minute tries again.
        log.error({ reason: reasonOf(error) }, "scheduler run failed");
      }
      await bell.wait(pollMs, signal);
    }
  }

  const endListening = deps.db.onNotices(wake);
  const { inboxUrl } = config;
  const replies =
    // Where nothing is sent there is nothing to answer.
    inboxUrl === undefined || config.mailMode === "capture"
      ? []
      : [watchInbox({ ...deps, pollMs, config: { ...config, inboxUrl } }, signal)];
  const loops = [...replies, loop(plan), ...Array.from({ length: config.senders ?? 2 }, () => loop(send))];
  const done = Promise.all(loops).then(async () => {
    rest();
    await endListening();
  });
  return {
    done,
    wake,
    runOnce: async () => ({ queued: await plan(), handled: await send() }),
  };
}
