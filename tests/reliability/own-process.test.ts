import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTestRegion, runningClock, type TestRegion, until } from "@avances/notices/testing/region";
import { createTestDatabase, type MailFault, type MailSink, startMailSink } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startProgram } from "./support/start-program.ts";

/** Notices from the planner to a real SMTP server, with the scheduler in a process of its own. */
let region: TestRegion<{ now(): Date }>;
let sink: MailSink;
let children: ChildProcess[] = [];

const kills = 10;
// Nine or later on the opening day, a working day, in every capital of the tests.
const beginning = "2027-02-01T15:30:00Z";
const aheadMs = Date.parse(beginning) - Date.now();

beforeEach(async () => {
  [region, sink] = await Promise.all([
    createTestDatabase().then((database) => createTestRegion(database, runningClock(beginning))),
    startMailSink(),
  ]);
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "SLV", "GTM"] });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await sink.close();
  await region.close();
});

function startScheduler(): { readonly child: ChildProcess; readonly ended: Promise<unknown[]> } {
  const script = fileURLToPath(new URL("./scheduler-process.ts", import.meta.url));
  const child = startProgram(
    script,
    { DATABASE_URL: region.url, SMTP_URL: sink.url, CLOCK_AHEAD_MS: String(aheadMs), DATA_MS: "1200" },
    ["ignore", "ignore", "inherit"],
  );
  children.push(child);
  return { child, ended: once(child, "exit") };
}

async function addPeople(country: string, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    const email = `p${each}.${country}.${randomUUID().slice(0, 6)}@people.example`.toLowerCase();
    await region.addPerson({ role: "alternate", country, email });
  }
}

const mailsAre = async (count: number, states: readonly string[]) => {
  const mails = await region.mails();
  return mails.length === count && mails.every(({ state }) => states.includes(state));
};

test("R-3b: killed ten times with a message stored, before the 250 and after it: each notice arrives, repeats are the same bytes", {
  timeout: 120_000,
}, async () => {
  for (const country of ["CRI", "SLV", "GTM"]) await addPeople(country, 6);
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, ended } = startScheduler();
    await new Promise<void>((resolve) => {
      const act = async () => {
        child.kill("SIGKILL");
        await ended;
        resolve();
      };
      sink.faults.next({ kind: "act", when: kill % 2 === 0 ? "before" : "after", act });
    });
  }
  const { child: last, ended } = startScheduler();
  await until(() => mailsAre(18, ["sent"]), 40_000);
  last.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);

  const [mails, notices] = [await region.mails(), await region.notices()];
  const copies = Map.groupBy(sink.messages, ({ mail }) => mail.messageId);
  expect(new Set(copies.keys())).toEqual(new Set(mails.map(({ messageId }) => messageId)));
  // Each kill left one message that had arrived and was not recorded; the faster a sender records, the fewer.
  const repeats = sink.messages.length - copies.size;
  expect(repeats).toBeLessThanOrEqual(kills);
  expect(repeats).toBeGreaterThanOrEqual(kills / 2);
  for (const same of copies.values()) {
    expect(new Set(same.map(({ bytes }) => bytes.toString("latin1"))).size).toBe(1);
    expect(new Set(same.flatMap(({ to }) => to)).size).toBe(1);
  }
  expect(mails.every(({ lastCode }) => lastCode === 250)).toBe(true);
  expect(notices.map(({ state }) => state)).toEqual(Array(18).fill("sent"));
});

test("R-3c: a server that fails in every way, then works: all arrive but the one refused for good; who submits meanwhile is asked no more", {
  timeout: 120_000,
}, async () => {
  await addPeople("CRI", 5);
  await addPeople("GTM", 5);
  await region.addPerson({ role: "focal_point", country: "CRI", email: "gone@people.example" });
  await region.addPerson({ role: "focal_point", country: "SLV", email: "later@people.example" });
  sink.faults.forRecipient("gone@people.example", { kind: "reject-recipient", answer: "5.1.1 No such mailbox" });
  sink.faults.forRecipient("later@people.example", { kind: "defer-recipient" });
  await sink.faults.refuseConnections();
  startScheduler();
  const attempts = async () => (await region.mails()).reduce((sum, mail) => sum + mail.attempts, 0);
  await until(async () => (await attempts()) >= 4);
  const [before, since] = [await attempts(), performance.now()];
  await wait(1_000);
  // One sender, which the pause of 100 ms after three failed connections holds up: no tight loop.
  expect((await attempts()) - before).toBeLessThanOrEqual(3 + Math.ceil((performance.now() - since) / 80) * 3);
  const faults: readonly MailFault[] = [
    { kind: "busy" },
    { kind: "defer-recipient" },
    { kind: "defer-recipient", code: 451 },
    { kind: "greylist", milliseconds: 200 },
    { kind: "defer-message" },
    { kind: "slow", milliseconds: 120 },
    { kind: "hang" },
    { kind: "cut" },
  ];
  sink.faults.next(...faults);
  await sink.faults.acceptConnections();
  const of = async (address: string) => (await region.mails()).find(({ toAddress }) => toAddress === address);
  await until(async () => (await of("later@people.example"))?.lastCode === 450);
  await region.change(2027, "SLV", { status: "submitted", firstSubmittedAt: region.clock.now() });
  sink.faults.forRecipient("later@people.example", undefined);
  await until(() => mailsAre(12, ["sent", "dead", "stopped"]), 60_000);

  const states = Map.groupBy(await region.mails(), ({ state }) => state);
  expect([states.get("sent")?.length, states.get("dead")?.length, states.get("stopped")?.length]).toEqual([10, 1, 1]);
  expect(await of("gone@people.example")).toMatchObject({ state: "dead", lastCode: 550 });
  expect((await region.notices()).filter(({ state }) => state === "dead")).toHaveLength(1);
  const arrived = new Set(sink.messages.map(({ mail }) => mail.messageId));
  expect(states.get("sent")?.every(({ messageId }) => arrived.has(messageId))).toBe(true);
  // Only the message whose connection was cut after it was stored came twice.
  expect(sink.messages.length - arrived.size).toBeLessThanOrEqual(1);
  expect(sink.messages.flatMap(({ to }) => to)).not.toContain("later@people.example");
  const putOff = (await of("later@people.example"))?.attempts ?? 0;
  expect(sink.attempts()).toBeLessThanOrEqual(10 + faults.length + 2 + putOff);
});
