import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@avances/db";
import { createTestDatabase, type MailFault, type MailSink, startMailSink } from "@avances/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, quickTiming, runningClock, type TestRegion, testLog, until } from "../../testing/region.ts";
import { planRound } from "../calendar/plan.ts";
import { runScheduler, type Scheduler } from "./run-scheduler.ts";

let region: TestRegion<{ now(): Date }>;
let sink: MailSink;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  // Nine or later on the opening day in every capital whose people the tests invite.
  region = await createTestRegion(await createTestDatabase(), runningClock("2027-02-01T15:00:00Z"));
  sink = await startMailSink();
});
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
  await sink.close();
  await region.close();
});

/** A scheduler as in another process: with its own connections. */
function start(timing: Partial<typeof quickTiming> = {}): Scheduler {
  const db = openDatabase({ url: region.url, poolSize: 6, onError: () => undefined });
  const stop = new AbortController();
  const live = { mailMode: "live", smtpUrl: sink.url, pollMs: 40, timing: { ...quickTiming, ...timing } } as const;
  const scheduler = runScheduler(
    { db, clock: region.clock, log: testLog, config: { ...region.config, ...live } },
    stop.signal,
  );
  stops.push(async () => {
    stop.abort();
    await scheduler.done;
    await db.close();
  });
  return scheduler;
}

const states = async () => Object.groupBy(await region.mails(), (mail) => mail.state);
const allSent = async () => (await region.mails()).every((mail) => mail.state === "sent");
const messageIds = () => sink.messages.map((message) => message.mail.messageId);

describe("delivery", () => {
  test("R-3a: three schedulers and three planners send 200 notices once each", { timeout: 120_000 }, async () => {
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    const countries = ["BLZ", "CRI", "SLV", "GTM", "HND", "NIC", "PAN", "CAN", "DOM", "USA"];
    for (const country of countries) {
      for (let each = 0; each < 20; each += 1) await region.addPerson({ role: "alternate", country });
    }
    for (let each = 0; each < 3; each += 1) start();
    await Promise.all([1, 2, 3].map(() => planRound({ ...region, newId: randomUUID, log: testLog })));
    await until(async () => (await region.mails()).length === 200 && (await allSent()), 90_000);
    await wait(300);
    expect(sink.messages).toHaveLength(200);
    expect(new Set(messageIds()).size).toBe(200);
    expect(sink.attempts()).toBe(200);
    expect((await region.notices()).map((each) => each.state)).toEqual(Array(200).fill("sent"));
    expect(sink.messages.every((message) => message.to.length === 1)).toBe(true);
  });

  test.each<[string, MailFault[]]>([
    ["421 at the greeting", [{ kind: "busy" }]],
    ["450 to the recipient, twice", [{ kind: "defer-recipient" }, { kind: "defer-recipient", code: 451 }]],
    ["greylisting", Array(4).fill({ kind: "greylist", milliseconds: 250 })],
    ["451 after the text", [{ kind: "defer-message" }]],
    ["slow answers", [{ kind: "slow", milliseconds: 150 }]],
    ["no answer after the text", [{ kind: "hang" }]],
  ])("R-3c: %s: delivered once", async (_name, faults) => {
    const person = await region.addPerson({ role: "secretariat" });
    sink.faults.next(...faults);
    await region.queueMail(person, "Hello");
    start({ dataMs: 700 });
    await until(allSent);
    expect(messageIds()).toEqual([(await region.mails())[0]?.messageId]);
    expect(sink.attempts()).toBeLessThanOrEqual(faults.length + 1);
  });

  test("R-3c: nobody listens: waits without a tight loop, then delivers", async () => {
    const person = await region.addPerson({ role: "secretariat" });
    await sink.faults.refuseConnections();
    await region.queueMail(person, "Hello");
    const started = performance.now();
    start({ retryMs: Array(50).fill(300) });
    const attempts = async () => (await region.mails())[0]?.attempts ?? 0;
    await until(async () => (await attempts()) >= 4);
    // There are three pauses between four attempts, however slow the machine is.
    expect(performance.now() - started).toBeGreaterThan(3 * 300 * 0.8);
    expect((await region.mails())[0]?.state).toMatch(/^(queued|sending)$/);
    await sink.faults.acceptConnections();
    await until(allSent);
    expect(sink.messages).toHaveLength(1);
  });

  test("a server that is away for long kills no message; a message that is put off for ever dies", async () => {
    const [away, putOff] = [
      await region.addPerson({ role: "secretariat" }),
      await region.addPerson({ role: "presidency", email: "full@people.example" }),
    ];
    sink.faults.forRecipient("full@people.example", { kind: "defer-recipient" });
    await region.queueMail(putOff, "Mailbox full");
    start({ retryMs: [30, 30], pauseMs: 30 });
    await until(async () => (await states()).dead?.length === 1);
    expect((await states()).dead?.[0]).toMatchObject({ attempts: 3, lastCode: 450 });
    await sink.faults.refuseConnections();
    await region.queueMail(away, "Server away");
    await until(async () => (await region.mails()).some((mail) => mail.attempts > 4));
    await sink.faults.acceptConnections();
    await until(async () => (await states()).sent?.length === 1);
  });

  test("R-3c: 550 is dead at once, visible, and holds nobody up", async () => {
    const gone = await region.addPerson({ role: "secretariat", email: "gone@people.example" });
    const here = await region.addPerson({ role: "secretariat" });
    sink.faults.forRecipient("gone@people.example", { kind: "reject-recipient" });
    await region.queueMail(gone, "To nobody");
    await region.queueMail(here, "To somebody");
    start();
    await until(async () => (await states()).dead?.length === 1 && (await states()).sent?.length === 1);
    expect((await states()).dead?.[0]).toMatchObject({
      attempts: 1,
      lastCode: 550,
      lastAnswer: expect.stringContaining("No such mailbox"),
    });
  });

  test("R-3b: the connection is cut after the message was stored: a repeat has the same Message-ID and bytes", async () => {
    const person = await region.addPerson({ role: "secretariat" });
    sink.faults.next({ kind: "cut" }, { kind: "cut" });
    await region.queueMail(person, "Hello");
    start();
    await until(allSent);
    expect(sink.messages.map((message) => message.isAcknowledged)).toEqual([false, false, true]);
    expect(new Set(messageIds()).size).toBe(1);
    expect(new Set(sink.messages.map(({ mail }) => `${mail.date?.toISOString()} ${mail.text} ${mail.html}`)).size).toBe(
      1,
    );
  });

  test("421 pauses the whole queue", async () => {
    const person = await region.addPerson({ role: "secretariat" });
    for (const subject of ["One", "Two", "Three"]) await region.queueMail(person, subject);
    sink.faults.always({ kind: "busy" });
    const scheduler = start({ pauseMs: 60_000 });
    await until(async () => (await region.mails()).some((mail) => mail.lastCode === 421));
    scheduler.wake();
    await until(async () => (await region.mails()).every((mail) => mail.state === "queued"));
    await wait(300);
    const mails = await region.mails();
    expect(mails.map((mail) => mail.state)).toEqual(["queued", "queued", "queued"]);
    expect(mails.reduce((sum, mail) => sum + mail.attempts, 0)).toBeLessThanOrEqual(2);
    const soonest = Math.min(...mails.map((mail) => mail.nextAttemptAt.getTime()));
    expect(soonest - region.clock.now().getTime()).toBeGreaterThan(50_000);
  });

  test("who submits in the meantime gets no reminder any more", async () => {
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    await region.addPerson({ role: "focal_point", country: "CRI" });
    await region.addPerson({ role: "focal_point", country: "SLV" });
    sink.faults.always({ kind: "defer-recipient" });
    start({ retryMs: Array(50).fill(2_000) });
    await until(async () => {
      const mails = await region.mails();
      return mails.length === 2 && mails.every((mail) => mail.state === "queued" && mail.attempts === 1);
    });
    await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: region.clock.now() });
    await sink.faults.clear();
    await until(async () => (await states()).sent?.length === 1 && (await states()).stopped?.length === 1);
    expect((await states()).stopped?.[0]).toMatchObject({ countryCode: "CRI", lastAnswer: "status-changed submitted" });
    expect((await region.notices()).find((each) => each.countryCode === "CRI")?.state).toBe("stopped");
    expect(sink.messages.map((message) => message.to[0]?.split(".")[1])).toEqual(["slv"]);
  });

  test("two schedulers and a server that fails in every way: each notice once in the ledger, none lost", async () => {
    await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
    for (const country of ["CRI", "SLV", "GTM", "HND", "NIC", "BLZ"]) {
      for (let each = 0; each < 3; each += 1) await region.addPerson({ role: "alternate", country });
    }
    sink.faults.next(
      { kind: "busy" },
      { kind: "defer-recipient" },
      { kind: "cut" },
      { kind: "defer-message" },
      { kind: "greylist", milliseconds: 120 },
      { kind: "slow", milliseconds: 60 },
      { kind: "hang" },
      { kind: "reject-message" },
      { kind: "cut" },
    );
    for (let each = 0; each < 2; each += 1) start({ dataMs: 2_000 });
    await until(async () => {
      const mails = await region.mails();
      return mails.length === 18 && mails.every(({ state }) => state === "sent" || state === "dead");
    });
    const [byState, ledger] = [await states(), await region.notices()];
    expect([byState.sent?.length, byState.dead?.length]).toEqual([17, 1]);
    expect(ledger).toHaveLength(18);
    expect(new Set(ledger.map((each) => each.userId)).size).toBe(18);
    const delivered = new Set(messageIds());
    expect(byState.sent?.every((mail) => delivered.has(mail.messageId))).toBe(true);
    expect(sink.messages.length - delivered.size).toBeLessThanOrEqual(2);
  });

  test("a message on the wire: one mailbox, headers of a machine, text first, HTML escaped", async () => {
    const person = await region.addPerson({ role: "secretariat", displayName: "Eve" });
    await region.queueMail(person, "<b>Año & más</b> {{ticket}}");
    start();
    await until(allSent);
    const [message] = sink.messages;
    expect(message?.from).toBe("avances@secretariat.example");
    expect(message?.mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(message?.mail.cc ?? message?.mail.bcc).toBeUndefined();
    expect(message?.mail.subject).toBe("<b>Año & más</b> {{ticket}}");
    expect(message?.mail.text?.trim()).toBe("<b>Año & más</b> {{ticket}}");
    expect(message?.mail.html).toContain("&lt;b&gt;Año &amp; más&lt;/b&gt;");
    // A Date header holds whole seconds.
    const createdAt = (await region.mails())[0]?.createdAt.getTime() ?? 0;
    expect(message?.mail.date?.getTime()).toBe(createdAt - (createdAt % 1_000));
  });

  test("an ended account gets nothing", async () => {
    const person = await region.addPerson({ role: "secretariat" });
    await region.queueMail(person, "Hello");
    await region.endPerson(person);
    start();
    await until(async () => (await states()).stopped?.length === 1);
    expect(sink.attempts()).toBe(0);
  });

  test("R-5: a stopping scheduler finishes the message under way and starts no other", async () => {
    const person = await region.addPerson({ role: "secretariat" });
    for (const subject of ["One", "Two", "Three", "Four"]) await region.queueMail(person, subject);
    sink.faults.always({ kind: "slow", milliseconds: 100 });
    start();
    await until(async () => sink.attempts() >= 2);
    await stops.pop()?.();
    const byState = await states();
    expect(byState.sending).toBeUndefined();
    expect(byState.sent?.length).toBe(sink.messages.length);
    expect(byState.queued?.length).toBe(4 - sink.messages.length);
  });
});
