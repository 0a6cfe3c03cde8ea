import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { listScheduledReminders } from "@avances/db/queries/scheduled-reminder-queries";
import { scheduleReminders, schedulerByHand } from "@avances/notices";
import {
  createTestRegion,
  quickTiming,
  runningClock,
  type TestRegion,
  testLog,
  until,
} from "@avances/notices/testing/region";
import { createTestDatabase, type MailSink, startMailSink, testClient } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startProgram } from "./support/start-program.ts";

/*
 * A reminder that somebody set, written by a scheduler in a process of its own that is killed in the middle of it. Its messages, its act and that it is
 * settled are one transaction: before its end nothing of it is there, and the next scheduler writes it whole.
 */

// A Tuesday without a step of the calendar, nine or later in both capitals.
const beginning = "2027-04-06T16:05:00Z";
const aheadMs = Date.parse(beginning) - Date.now();

let region: TestRegion<{ now(): Date }>;
let ownerUrl: string;
let sink: MailSink;
let children: ChildProcess[] = [];

beforeEach(async () => {
  const database = await createTestDatabase();
  ownerUrl = database.ownerUrl;
  [region, sink] = [await createTestRegion(database, runningClock(beginning)), await startMailSink()];
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-07-30", countries: ["CRI", "SLV"] });
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("update app.round set opened_at = '2027-01-15T15:00:00Z', revision = revision + 1");
  await owner.end();
  for (const country of ["CRI", "SLV"])
    for (const role of ["focal_point", "alternate"] as const)
      await region.addPerson({ role, country, email: `${role}@${country.toLowerCase()}.example`.replace("_", ".") });
  // The invitation of long ago is recorded, so that from here on the reminder alone is written.
  const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
  await schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } })();
  const an = { now: new Date("2027-04-06T15:00:00Z"), newId: randomUUID };
  const moment = { day: "2027-04-06", time: "10:00", timeZone: null };
  await region.db.asActor(region.secretary, (tx) =>
    scheduleReminders(tx, region.secretary, { roundYear: 2027, countries: ["CRI", "SLV"], moment }, an),
  );
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await sink.close();
  await region.close();
});

function startScheduler(): { readonly child: ChildProcess; readonly ended: Promise<unknown[]> } {
  const child = startProgram(
    fileURLToPath(new URL("./scheduler-process.ts", import.meta.url)),
    { DATABASE_URL: region.url, SMTP_URL: sink.url, CLOCK_AHEAD_MS: String(aheadMs), DATA_MS: "1200" },
    ["ignore", "ignore", "inherit"],
  );
  children.push(child);
  return { child, ended: once(child, "exit") };
}

const rows = () => region.db.asActor(region.secretary, (tx) => listScheduledReminders(tx, 2027));
const reminders = async () => (await region.mails()).filter(({ kind }) => kind === "resend");
const written = async () => ({
  mails: (await reminders()).length,
  notices: (await region.notices()).filter(({ step }) => step === "resend").length,
  settled: (await rows()).filter(({ settledAt }) => settledAt !== null).length,
});
const nothing = { mails: 0, notices: 0, settled: 0 };

/** What it writes, in this order; whoever holds the table stops it there. */
const steps = [
  ["its act", "app.notice_batch"],
  ["that it is settled", "app.scheduled_reminder"],
  ["its notices", "app.notice"],
  ["its messages", "app.outgoing_mail"],
  ["the links to answer by", "auth.answer_link"],
] as const;

test.each(steps)(
  "killed while it writes %s: nothing of it is there, and the next scheduler sends it once",
  {
    timeout: 60_000,
  },
  async (_, table) => {
    const owner = testClient({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query("begin");
    // Reading goes on, and so does locking rows; writing waits.
    await owner.query(`lock table ${table} in share mode`);
    const { child, ended } = startScheduler();
    const waiting = async () => {
      // It is the planner, which holds the lock of whoever reminds; a sender may wait for the same table.
      const { rows: found } = await owner.query<{ pid: number }>(
        `select wanted.pid from pg_locks wanted join pg_locks held on held.pid = wanted.pid
       where not wanted.granted and wanted.relation = $1::regclass and held.granted and held.locktype = 'advisory'`,
        [table],
      );
      return found[0]?.pid;
    };
    let pid: number | undefined;
    await until(async () => {
      pid = await waiting();
      return pid !== undefined;
    });
    child.kill("SIGKILL");
    await ended;
    await owner.query("rollback");
    // Its connection notices that nobody is there any more.
    await until(async () => {
      const { rowCount } = await owner.query("select from pg_stat_activity where pid = $1", [pid]);
      return rowCount === 0;
    });
    expect(await written()).toEqual(nothing);
    expect(sink.messages).toEqual([]);

    const next = startScheduler();
    await until(async () => {
      const mails = await reminders();
      return mails.length === 4 && mails.every(({ state }) => state === "sent");
    });
    next.child.kill("SIGTERM");
    expect(await next.ended).toEqual([0, null]);
    expect(await written()).toEqual({ mails: 4, notices: 4, settled: 2 });
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(["", ""]);
    expect(sink.messages.flatMap(({ to }) => to).sort()).toEqual(
      (await reminders()).map(({ toAddress }) => toAddress).sort(),
    );
    await owner.end();
  },
);

test("killed again and again, wherever it happens to be: each message arrives, repeats are the same bytes, and nothing is asked twice", {
  timeout: 90_000,
}, async () => {
  const isDone = async () =>
    (await reminders()).length === 4 && (await reminders()).every(({ state }) => state === "sent");
  let kills = 0;
  for (let kill = 0; kill < 8 && !(await isDone()); kill += 1) {
    const { child, ended } = startScheduler();
    // From before its first look at the database until after its last message.
    const act = async () => {
      child.kill("SIGKILL");
      await ended;
    };
    if (kill % 2 === 0) sink.faults.next({ kind: "act", when: kill % 4 === 0 ? "before" : "after", act });
    await Promise.race([
      ended,
      until(isDone).catch(() => undefined),
      new Promise((end) => setTimeout(end, 400 + 150 * kill)),
    ]);
    await act();
    kills += 1;
  }
  sink.faults.next();
  const { child, ended } = startScheduler();
  await until(isDone);
  child.kill("SIGKILL");
  await ended;
  // The first one dies with its first message.
  expect(kills).toBeGreaterThan(1);
  expect(await written()).toEqual({ mails: 4, notices: 4, settled: 2 });
  const copies = Map.groupBy(sink.messages, ({ mail }) => mail.messageId);
  expect(new Set(copies.keys())).toEqual(new Set((await reminders()).map(({ messageId }) => messageId)));
  for (const same of copies.values()) {
    expect(new Set(same.map(({ bytes }) => bytes.toString("latin1"))).size).toBe(1);
    expect(new Set(same.flatMap(({ to }) => to)).size).toBe(1);
  }
});
