import { setTimeout as wait } from "node:timers/promises";
import { type Database, openDatabase } from "@avances/db";
import { readHeartbeats } from "@avances/db/queries/heartbeat-queries";
import type { Heartbeats } from "@avances/domain/round";
import { createTestDatabase, type TestDatabase } from "@avances/testing";
import { afterAll, beforeEach, expect, test } from "vitest";
import { runScheduler, schedulerByHand } from "./run-scheduler.ts";

let database: TestDatabase;
let db: Database;
let now: Date;
const clock = { now: () => now };
const config = {
  mailMode: "capture",
  mailFrom: "Avances <avances@example.org>",
  publicUrl: "https://avances.example.org",
  ticketKey: "k".repeat(32),
  pollMs: 20,
} as const;

beforeEach(async () => {
  await db?.close();
  await database?.drop();
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, onError: () => undefined });
  now = new Date("2027-03-01T10:00:00.000Z");
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

const beats = (): Promise<Heartbeats> => db.asWorker(readHeartbeats);

/** Runs a scheduler until `until` resolves. Returns how often something was logged as failed. */
async function running(until: () => Promise<unknown>, on: Pick<Database, "asWorker" | "onNotices"> = db) {
  const stop = new AbortController();
  let failures = 0;
  const log = {
    info: () => undefined,
    error: () => {
      failures += 1;
    },
  };
  const scheduler = runScheduler({ db: on, clock, log, config }, stop.signal);
  try {
    await until();
  } finally {
    stop.abort();
    await scheduler.done;
  }
  return failures;
}

test("planner and sender each say when they got through, and go on saying it", async () => {
  expect(await beats()).toEqual({});
  await running(() => expect.poll(beats).toEqual({ planner: now, sender: now }));
  const before = now;
  now = new Date("2027-03-01T10:05:00.000Z");
  await running(() => expect.poll(beats).toEqual({ planner: now, sender: now }));
  // A clock that was wrong does not hide for days that nothing is done any more.
  now = before;
  await schedulerByHand({ db, clock, log: { info: () => undefined, error: () => undefined }, config })();
  expect(await beats()).toEqual({ planner: before, sender: before });
});

test("work that fails is no sign of life", async () => {
  const failing: Pick<Database, "asWorker" | "onNotices"> = {
    onNotices: db.onNotices,
    asWorker: () => Promise.reject(new Error("the database is away")),
  };
  const failures = await running(() => wait(200), failing);
  expect(failures).toBeGreaterThan(3);
  expect(await beats()).toEqual({});
});
