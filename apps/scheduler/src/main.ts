import { openDatabase } from "@avances/db";
import { runScheduler } from "@avances/notices";
import { SettingsRefused } from "@avances/settings";
import { readSchedulerSettings, type SchedulerSettings } from "./config.ts";

const write = (level: string, fields: object, message: string) =>
  console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }));
const log = {
  info: (fields: object, message: string) => write("info", fields, message),
  error: (fields: object, message: string) => write("error", fields, message),
};

/** Plans notices and sends mail until SIGTERM or SIGINT. Any number of these may run beside each other and beside the API. */
async function main(config: SchedulerSettings): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  const db = openDatabase({
    url: config.databaseUrl,
    onError: (error) => log.error({ reason: error.name }, "a database connection broke"),
  });
  const scheduler = runScheduler({ db, clock: { now: () => new Date() }, log, config }, stop.signal);
  log.info({ mode: config.mailMode }, "scheduler runs");
  await scheduler.done;
  await db.close();
}

try {
  await main(readSchedulerSettings());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // 78: somebody has to change a setting; anything else may pass by itself, and a supervisor may try again.
  process.exitCode = error instanceof SettingsRefused ? 78 : 1;
}
