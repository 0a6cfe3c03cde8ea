import { openDatabase } from "@avances/db";
import { runScheduler } from "@avances/notices";
import { parseEnv } from "./scheduler-env.ts";

// A scheduler in a separate process that will be killed. Short times: leases end after a second and a half.
const { databaseUrl, smtpUrl, aheadMs, dataMs } = parseEnv();
const log = { info: () => undefined, error: () => undefined };
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
const db = openDatabase({ url: databaseUrl, poolSize: 4, onError: () => undefined });
const scheduler = runScheduler(
  {
    db,
    clock: { now: () => new Date(Date.now() + aheadMs) },
    log,
    config: {
      mailMode: "live",
      smtpUrl,
      mailFrom: "avances@secretariat.example",
      publicUrl: "https://avances.example",
      ticketKey: "k".repeat(43),
      pollMs: 50,
      senders: 1,
      timing: {
        leaseMs: 1_500,
        // Many: on a busy machine a second of retries may pass before a test has done the next thing.
        retryMs: Array<number>(60).fill(100),
        pauseMs: 100,
        connectMs: 5_000,
        commandMs: 5_000,
        dataMs,
      },
    },
  },
  stop.signal,
);
await scheduler.done;
await db.close();
