import { randomUUID } from "node:crypto";
import { insertHold } from "@avances/db/queries/hold-queries";
import { listScheduledReminders } from "@avances/db/queries/scheduled-reminder-queries";
import holidayFile from "@avances/domain/data/holidays.json" with { type: "json" };
import { addDays, localDate } from "@avances/domain/round";
import { createTestDatabase, type FixedClock, fixedClock, startMailSink, testClient } from "@avances/testing";
import { expect, test } from "vitest";
import {
  type Arrival,
  type BrokenPromise,
  brokenPromises,
  promises,
  type WhatIsSo,
} from "../../testing/broken-promises.ts";
import { createTestRegion, quickTiming, sendAll, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { scheduleReminders } from "./schedule.ts";
import { readScheduledRound, standingOf } from "./scheduled-standing.ts";

/*
 * Reminders that are set at random over two months, in which countries are held, send their reports and have them returned, at random too. What must hold is
 * asked of what a mail server really took. With a fault planted in the engine, the same months have to show it: else they would prove nothing.
 */

const countries = ["CRI", "GTM", "BLZ"] as const;
const zones: Readonly<Record<string, string>> = {
  CRI: "America/Costa_Rica",
  GTM: "America/Guatemala",
  BLZ: "America/Belize",
};
const holidays = new Map(
  holidayFile.countries.map(({ country, holidays: all }) => [
    country,
    new Set(all.flatMap((one) => [...one.days, ...one.computed])),
  ]),
);
const hourMs = 3_600_000;

/** Faults of the engine, each of which breaks one promise: it does not learn of a hold, or of a report; its clock is half a day ahead; it sends again. */
type Fault = BrokenPromise | null;

interface Months {
  readonly region: TestRegion<FixedClock>;
  readonly broken: readonly BrokenPromise[];
  readonly set: number;
  readonly arrivals: readonly Arrival[];
  /** How often each thing happened. */
  readonly happened: Readonly<Record<"held" | "submitted" | "returned", number>>;
}

/** With a fault it ends when a promise is broken. */
async function months(fault: Fault, seed: number): Promise<Months> {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const database = await createTestDatabase();
  const region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries });
  for (const country of countries) {
    const email = `focal@${country.toLowerCase()}.example`;
    await region.addPerson({ role: "focal_point", country, language: country === "BLZ" ? "en" : "es", email });
  }
  await region.addPerson({ role: "alternate", country: "CRI", language: "en", email: "bob@cri.example" });
  await sendAll(region);

  const sink = await startMailSink();
  const owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  const ahead = fault === "night" ? 12 * hourMs : 0;
  const clock = { now: () => new Date(region.clock.now().getTime() + ahead) };
  const config = { ...region.config, mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
  const run = schedulerByHand({ ...region, clock, log: testLog, config });

  // What is so, whatever the engine has learned of it.
  const held: { country: string; from: Date; lastDay: string }[] = [];
  const received = new Set<string>();
  const returned = new Set<string>();
  const facts: WhatIsSo = {
    timeZone: (country) => zones[country] ?? "UTC",
    isOff: (country, day) => holidays.get(country)?.has(day) ?? false,
    isHeld: (_, country, at) =>
      held.some(
        (one) => one.country === country && one.from <= at && localDate(at, zones[country] ?? "UTC") <= one.lastDay,
      ),
    // Asked right after each hour, of what arrived in it.
    isReceived: (_, country) => received.has(country),
  };
  const { userId, displayName: name } = region.secretary;
  const happened = { held: 0, submitted: 0, returned: 0 };

  async function hold(country: string, at: Date): Promise<void> {
    const lastDay = addDays(localDate(at, zones[country] ?? "UTC"), 1 + random(6));
    held.push({ country, from: at, lastDay });
    happened.held += 1;
    if (fault === "held") return;
    const row = { id: randomUUID(), roundYear: 2027, countryCode: country, lastDay, reason: "An election" };
    await region.db.asActor(region.secretary, (tx) =>
      insertHold(tx, { ...row, createdAt: at, createdBy: userId, createdByName: name }),
    );
  }
  async function reportOrReturn(country: string, at: Date): Promise<void> {
    if (received.has(country)) {
      received.delete(country);
      returned.add(country);
      happened.returned += 1;
      const patch = { returnedAt: at, returnDueOn: addDays(localDate(at, "America/Costa_Rica"), 15) };
      if (fault !== "received") await region.change(2027, country, { status: "returned", ...patch }, "returned");
      return;
    }
    received.add(country);
    happened.submitted += 1;
    const patch = {
      submittedAt: at,
      ...(returned.has(country) ? { version: 2 } : { version: 1, firstSubmittedAt: at }),
    };
    if (fault !== "received") await region.change(2027, country, { status: "submitted", ...patch }, "submitted");
  }

  let set = 0;
  const arrivals: Arrival[] = [];
  const broken: BrokenPromise[] = [];
  for (let hour = 0; hour < 24 * 60 && (fault === null || broken.length === 0); hour += 3) {
    const at = new Date(Date.parse("2027-04-07T00:00:00Z") + hour * hourMs);
    region.clock.set(at.toISOString());
    if (random(10) === 0) {
      const day = addDays(localDate(at, "America/Costa_Rica"), 1 + random(9));
      const moment = { day, time: `${String(random(24)).padStart(2, "0")}:30`, timeZone: null };
      const request = { roundYear: 2027, countries: [countries[random(3)] ?? "CRI"], moment };
      const context = { now: at, newId: randomUUID };
      await region.db
        .asActor(region.secretary, (tx) => scheduleReminders(tx, region.secretary, request, context))
        .then(
          () => {
            set += 1;
          },
          ({ code }) => expect(["already-scheduled", "schedule-refused", "nothing-to-send"]).toContain(code),
        );
    }
    if (random(40) === 0) await hold(countries[random(3)] ?? "CRI", at);
    if (random(60) === 0) await reportOrReturn(countries[random(3)] ?? "CRI", at);
    const before = sink.messages.length;
    await run();
    if (fault === "twice" && sink.messages.length > before) {
      await owner.query(
        "update app.outgoing_mail set state = 'queued', attempts = 0 where kind = 'resend' and state = 'sent'",
      );
      await run();
    }
    arrivals.push(...(await arrivedSince(before, at)));
    const all = brokenPromises(arrivals, facts).filter(({ arrival }) => arrival.at === at);
    broken.push(...all.map(({ promise }) => promise));
  }
  await sink.close();
  await owner.end();
  return { region, broken, set, arrivals, happened };

  /** Only what a date or a set moment sends: what follows from an act leaves at once. */
  async function arrivedSince(index: number, at: Date): Promise<Arrival[]> {
    const fresh = sink.messages.slice(index);
    if (fresh.length === 0) return [];
    const [mails, notices] = [await region.mails(), await region.notices()];
    return fresh.flatMap(({ mail }): Arrival[] => {
      const row = mails.find((one) => one.messageId === mail.messageId);
      const notice = notices.find(({ id }) => id === row?.noticeId);
      if (row === undefined || notice === undefined || notice.step === "returned") return [];
      const { roundYear: year, countryCode: country, step, anchorDate, batchId } = notice;
      const about = `${step} ${anchorDate} ${batchId}`;
      return [{ at, messageId: row.messageId, person: row.toAddress, country, year, about }];
    });
  }
}

test("never twice a day, outside the hours, in a hold or to who has reported; each either left or says why not", {
  timeout: 120_000,
}, async () => {
  const { region, broken, set, arrivals, happened } = await months(null, 7);
  expect(broken).toEqual([]);
  expect([set > 8, arrivals.length > 20]).toEqual([true, true]);
  expect(Object.values(happened).every((count) => count > 0)).toBe(true);
  const all = await region.db.asActor(region.secretary, (tx) => listScheduledReminders(tx, 2027));
  expect(all.length).toBe(set);
  const batches = new Set(
    (await region.notices()).filter((one) => one.step === "resend").map(({ batchId }) => batchId),
  );
  for (const row of all) {
    expect(batches.has(row.id)).toBe(row.settledAt !== null && row.outcome === "");
    if (row.settledAt !== null) continue;
    // What still waits says until when, or why it is not needed as things stand.
    const now = region.clock.now();
    const standing = await region.db.asActor(region.secretary, async (tx) =>
      standingOf(row, await readScheduledRound(tx, 2027, now), now),
    );
    expect(["leaves", "not_needed"]).toContain(standing.kind);
  }
  await region.close();
});

test.each(promises)(
  "these months show an engine that breaks the promise “%s”, and no other",
  {
    timeout: 120_000,
  },
  async (fault) => {
    const { region, broken, happened } = await months(fault, 7);
    expect([fault, [...new Set(broken)], happened]).toEqual([fault, [fault], happened]);
    await region.close();
  },
);
