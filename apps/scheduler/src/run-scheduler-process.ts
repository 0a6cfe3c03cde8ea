import { setTimeout as wait } from "node:timers/promises";
import { type Database, databaseFault, openDatabase } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { runScheduler } from "@avances/notices";
import { kindFaults, SettingsRefused } from "@avances/settings";
import { readSchedulerSettings, type SchedulerSettings } from "./config.ts";

const write = (level: string, fields: object, message: string) =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
const log = {
  info: (fields: object, message: string) => write("info", fields, message),
  error: (fields: object, message: string) => write("error", fields, message),
};

/** Plans notices and sends mail until SIGTERM or SIGINT. Several may run beside each other and beside the API. */
export async function runSchedulerProcess(): Promise<void> {
  try {
    await work(readSchedulerSettings());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    // 78: somebody must change a setting. Other failures may pass by themselves, and a supervisor may try again.
    process.exitCode = error instanceof SettingsRefused ? 78 : 1;
  }
}

async function work(config: SchedulerSettings): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  const db = openDatabase({
    url: config.databaseUrl,
    onError: (error) => log.error({ reason: error.name }, "a database connection broke"),
  });
  try {
    await refuseContradiction(db, config, stop.signal);
    const scheduler = runScheduler({ db, clock: { now: () => new Date() }, log, config }, stop.signal);
    log.info({ mode: config.mailMode }, "scheduler runs");
    await scheduler.done;
  } finally {
    // An open connection would keep alive a process that has reported why it ends.
    await db.close();
  }
}

/** Waits for a database that is unreachable; then asks its kind, and ends the start if a setting contradicts it. */
async function refuseContradiction(
  db: Pick<Database, "asWorker">,
  config: SchedulerSettings,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      const faults = kindFaults(await db.asWorker(settledKind), config);
      if (faults.length > 0) throw new SettingsRefused(faults);
      return;
    } catch (error) {
      if (databaseFault(error)?.kind !== "unavailable") throw error;
      log.error({ reason: "unavailable" }, "the database cannot be reached yet");
      await wait(config.pollMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}
