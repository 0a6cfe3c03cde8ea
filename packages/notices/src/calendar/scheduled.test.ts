import { randomUUID } from "node:crypto";
import { insertHold, liftHold } from "@avances/db/queries/hold-queries";
import { listScheduledReminders } from "@avances/db/queries/scheduled-reminder-queries";
import type { NamedMoment } from "@avances/domain/round";
import { createTestDatabase, type FixedClock, fixedClock, testClient } from "@avances/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, sendAll, type TestRegion, testLog } from "../../testing/region.ts";
import { readBody } from "../letters/mail-body.ts";
import { planAll } from "./plan-all.ts";
import { previewResend, sendResend } from "./resend.ts";
import { changeReminder, previewSchedule, scheduleReminders, withdrawReminder } from "./schedule.ts";
import { planScheduled } from "./scheduled.ts";
import { readScheduledRound, standingOf } from "./scheduled-standing.ts";
import { simulateNotices } from "./simulate.ts";

let region: TestRegion<FixedClock>;
let ownerUrl: string;
beforeEach(async () => {
  const database = await createTestDatabase();
  ownerUrl = database.ownerUrl;
  region = await createTestRegion(database, fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries: ["CRI", "GTM", "BLZ"] });
  await region.addPerson({ role: "focal_point", country: "CRI", language: "es", email: "ana@cri.example" });
  await region.addPerson({ role: "alternate", country: "CRI", language: "en", email: "bob@cri.example" });
  await region.addPerson({ role: "focal_point", country: "GTM", language: "es", email: "eva@gtm.example" });
  await region.addPerson({ role: "focal_point", country: "BLZ", language: "en", email: "joe@blz.example" });
  await step("2027-02-01T15:00:00Z");
  // A Tuesday between two steps of the calendar.
  await step("2027-04-06T16:00:00Z");
});
afterEach(() => region.close());

const deps = () => ({ ...region, newId: randomUUID, log: testLog });
const context = () => ({
  now: region.clock.now(),
  newId: randomUUID,
  config: { ...region.config, demonstration: false },
});
/** Plans and sends at this instant. */
async function step(iso: string): Promise<void> {
  region.clock.set(iso);
  await sendAll(region);
}
const moment = (day: string, time = "10:00", timeZone: string | null = null): NamedMoment => ({ day, time, timeZone });
const as = <T>(work: (tx: Parameters<Parameters<typeof region.db.asActor>[1]>[0]) => Promise<T>) =>
  region.db.asActor(region.secretary, work);
const schedule = (at: NamedMoment, more: object = { countries: ["CRI"] }) =>
  as((tx) => scheduleReminders(tx, region.secretary, { roundYear: 2027, moment: at, ...more }, context()));
const rows = () => as((tx) => listScheduledReminders(tx, 2027));
const standing = async (country = "CRI") => {
  const row = (await rows()).find((one) => one.countryCode === country);
  if (row === undefined) return "none";
  const found = await as(async (tx) =>
    standingOf(row, await readScheduledRound(tx, 2027, region.clock.now()), region.clock.now()),
  );
  if (found.kind === "leaves") return `leaves ${found.goesAt.toISOString()} ${found.moved}`;
  return found.kind === "nobody" ? "nobody" : `not needed ${found.outcome.code} ${found.outcome.status}`;
};
/** Day, hour and addressee of each reminder by hand that a mail server took. */
const left = async () =>
  (await region.mails())
    .filter(({ kind, state }) => kind === "resend" && state === "sent")
    .map(({ settledAt, toAddress }) => `${settledAt?.toISOString().slice(0, 16)} ${toAddress}`)
    .sort();
const both = (at: string) => [`${at} ana@cri.example`, `${at} bob@cri.example`];

test("it leaves at its moment, once, as of whoever set it, with its own words and the facts of that moment", async () => {
  await schedule(moment("2027-04-08"), { countries: ["CRI"], text: { es: "Estimada colega." } });
  await step("2027-04-08T15:59:00Z");
  expect(await left()).toEqual([]);
  await step("2027-04-08T16:00:00Z");
  await step("2027-04-08T16:01:00Z");
  await step("2027-04-09T16:00:00Z");
  expect(await left()).toEqual(both("2027-04-08T16:00"));
  const [row] = await rows();
  expect(row).toMatchObject({ outcome: "", settledAt: new Date("2027-04-08T16:00:00Z") });
  const notices = (await region.notices()).filter((notice) => notice.step === "resend");
  expect(notices.every(({ batchId, ordinal }) => batchId === row?.id && ordinal === 3)).toBe(true);
  const mail = (await region.mails()).find(
    ({ kind, toAddress }) => kind === "resend" && toAddress === "ana@cri.example",
  );
  expect(mail?.subject).toContain("faltan 22 días");
  expect(mail?.bodyText).toContain("Estimada colega.");
  // The next step of the calendar has a day of its own.
  expect(mail?.bodyText).toContain("viernes 16 de abril de 2027");
});

test("what the preview shows is what leaves, word by word, where nothing changed", async () => {
  const request = {
    roundYear: 2027,
    countries: ["CRI"],
    moment: moment("2027-04-08"),
    text: { en: "Dear colleague." },
  };
  const shown = await as((tx) => previewSchedule(tx, region.secretary, request, context()));
  expect(shown.countries).toMatchObject([{ country: "CRI", goesAt: new Date("2027-04-08T16:00:00Z"), moved: null }]);
  await schedule(request.moment, { countries: ["CRI"], text: request.text });
  await step("2027-04-08T16:00:00Z");
  const mails = (await region.mails()).filter(({ kind }) => kind === "resend");
  const said = (all: readonly { subject: string; bodyText: string }[]) =>
    all.map((one) => [one.subject, one.bodyText]).sort();
  const read = mails.map((mail) => ({ ...mail, bodyText: readBody(mail.bodyText, mail.language) }));
  expect(said(read)).toEqual(said(shown.messages));
});

test("a preview over a step of the calendar counts that step, and leaves on the day after it", async () => {
  const request = { roundYear: 2027, countries: ["CRI"], moment: moment("2027-04-16") };
  const { countries, messages } = await as((tx) => previewSchedule(tx, region.secretary, request, context()));
  expect(countries).toMatchObject([{ goesAt: new Date("2027-04-19T15:00:00Z"), moved: "another_message" }]);
  await schedule(request.moment);
  await step("2027-04-16T15:00:00Z");
  await step("2027-04-16T16:00:00Z");
  expect(await left()).toEqual([]);
  expect(await standing()).toBe("leaves 2027-04-19T15:00:00.000Z another_message");
  await step("2027-04-19T15:00:00Z");
  expect(await left()).toEqual(both("2027-04-19T15:00"));
  const mails = (await region.mails()).filter(({ kind }) => kind === "resend");
  expect(mails.map(({ subject }) => subject).sort()).toEqual(messages.map(({ subject }) => subject).sort());
});

describe("it keeps the days of the country", () => {
  test("a weekend, an entered day, and the hours", async () => {
    await region.keepQuiet("CRI", "2027-04-12", "2027-04-12");
    await schedule(moment("2027-04-10"));
    expect(await standing()).toBe("leaves 2027-04-13T15:00:00.000Z weekend");
    for (const iso of ["2027-04-10T16:00:00Z", "2027-04-12T16:00:00Z", "2027-04-13T14:59:00Z"]) await step(iso);
    expect(await left()).toEqual([]);
    await step("2027-04-13T15:00:00Z");
    expect(await left()).toEqual(both("2027-04-13T15:00"));
  });

  test("a hold, until it is lifted", async () => {
    await schedule(moment("2027-04-08"));
    const hold = {
      id: randomUUID(),
      roundYear: 2027,
      countryCode: "CRI",
      lastDay: "2027-04-13",
      reason: "An election",
    };
    const { userId, displayName: name } = region.secretary;
    const at = region.clock.now();
    await as((tx) => insertHold(tx, { ...hold, createdAt: at, createdBy: userId, createdByName: name }));
    await step("2027-04-08T16:00:00Z");
    expect([await left(), await standing()]).toEqual([[], "leaves 2027-04-14T15:00:00.000Z held"]);
    await as((tx) => liftHold(tx, hold.id, { at: region.clock.now(), userId, name, reason: "It is over" }));
    await step("2027-04-09T15:00:00Z");
    expect(await left()).toEqual(both("2027-04-09T15:00"));
  });

  test("a reminder that somebody sends by hand on that day comes first", async () => {
    await schedule(moment("2027-04-08", "15:00"));
    region.clock.set("2027-04-08T16:00:00Z");
    const request = { roundYear: 2027, countries: ["CRI"] };
    await as(async (tx) => {
      const { countries } = await previewResend(tx, region.secretary, request, context());
      expect(countries[0]?.scheduled).toEqual({ at: new Date("2027-04-08T21:00:00Z"), byName: "Secretary" });
      await sendResend(tx, region.secretary, request, { countries, wordings: undefined }, context());
    });
    await step("2027-04-08T16:00:00Z");
    await step("2027-04-08T21:00:00Z");
    expect(await left()).toEqual(both("2027-04-08T16:00"));
    await step("2027-04-09T15:00:00Z");
    expect(await left()).toEqual([...both("2027-04-08T16:00"), ...both("2027-04-09T15:00")].sort());
  });

  test("after an outage of the mail server it leaves in the hours, counts its days anew, and not beside a step of the calendar", async () => {
    await schedule(moment("2027-04-08", "17:30"));
    region.clock.set("2027-04-08T23:30:00Z");
    await planAll(deps());
    await step("2027-04-09T02:00:00Z");
    expect(await left()).toEqual([]);
    await step("2027-04-09T15:00:00Z");
    expect(await left()).toEqual(both("2027-04-09T15:00"));
    const [mail] = (await region.mails()).filter(
      ({ kind, toAddress }) => kind === "resend" && toAddress === "ana@cri.example",
    );
    expect(mail?.subject).toContain("faltan 21 días");

    await schedule(moment("2027-04-15", "17:30"));
    region.clock.set("2027-04-15T23:30:00Z");
    await planAll(deps());
    // Its messages still wait when the step of the next day is written.
    region.clock.set("2027-04-16T15:00:00Z");
    await planAll(deps());
    await step("2027-04-16T16:00:00Z");
    expect((await left()).length).toBe(2);
    const stopped = (await region.mails()).filter(({ kind, state }) => kind === "resend" && state === "stopped");
    expect(stopped.map(({ lastAnswer }) => lastAnswer)).toEqual(["later-step", "later-step"]);
  });

  test("on its own day nothing of the calendar leaves beside it", async () => {
    await schedule(moment("2027-05-07", "09:30"));
    const hold = {
      id: randomUUID(),
      roundYear: 2027,
      countryCode: "CRI",
      lastDay: "2027-05-20",
      reason: "An election",
    };
    const { userId, displayName: name } = region.secretary;
    for (const iso of ["2027-04-16T15:00:00Z", "2027-04-23T15:00:00Z", "2027-04-29T15:00:00Z", "2027-04-30T15:00:00Z"])
      await step(iso);
    await as((tx) =>
      insertHold(tx, { ...hold, createdAt: region.clock.now(), createdBy: userId, createdByName: name }),
    );
    await step("2027-05-07T15:30:00Z");
    await as((tx) => liftHold(tx, hold.id, { at: region.clock.now(), userId, name, reason: "It is over" }));
    // The step that was held leaves first; the reminder on the next working day.
    await step("2027-05-07T16:00:00Z");
    await step("2027-05-10T15:00:00Z");
    const days = (await region.mails())
      .filter(
        ({ toAddress, settledAt }) =>
          toAddress === "ana@cri.example" && (settledAt ?? new Date(0)) > new Date("2027-05-01"),
      )
      .map(({ kind, settledAt }) => `${kind} ${settledAt?.toISOString().slice(0, 10)}`);
    expect(days).toEqual(["overdue_7 2027-05-07", "resend 2027-05-10"]);
  });
});

describe("nobody is asked who need not be", () => {
  test.each([
    ["submitted", { status: "submitted", version: 1 }, "status-changed submitted"],
    ["exempt", { status: "exempt", exemptReason: "A disaster" }, "status-changed exempt"],
  ] as const)("a country that is %s by then, and that is recorded", async (_, patch, outcome) => {
    await schedule(moment("2027-04-08"));
    await region.change(2027, "CRI", {
      ...patch,
      firstSubmittedAt: patch.status === "submitted" ? region.clock.now() : null,
    });
    await step("2027-04-07T16:00:00Z");
    expect((await rows())[0]?.settledAt).toBeNull();
    await step("2027-04-08T16:00:00Z");
    expect([(await rows())[0]?.outcome, await left()]).toEqual([outcome, []]);
  });

  test("a report that arrives between writing and sending stops the message", async () => {
    await schedule(moment("2027-04-08"));
    region.clock.set("2027-04-08T16:00:00Z");
    await planAll(deps());
    await region.change(2027, "CRI", { status: "submitted", version: 1, firstSubmittedAt: region.clock.now() });
    await step("2027-04-08T16:05:00Z");
    expect(await left()).toEqual([]);
  });

  test("one that is returned by then is asked for its clarifications", async () => {
    await schedule(moment("2027-04-08"));
    const at = region.clock.now();
    await region.change(2027, "CRI", {
      status: "returned",
      version: 1,
      firstSubmittedAt: at,
      returnedAt: at,
      returnDueOn: "2027-04-21",
    });
    await step("2027-04-08T16:00:00Z");
    const [mail] = (await region.mails()).filter(({ kind }) => kind === "resend");
    expect(mail?.bodyText).toMatch(/responder a las preguntas|answer the Technical Secretariat's questions/);
  });

  test("a country for which the round was closed meanwhile, unless it is opened again or somebody asks afterwards", async () => {
    const round = async (change: string) => {
      const owner = testClient({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query(`update app.round set ${change}, revision = revision + 1`);
      await owner.end();
    };
    await region.change(2027, "GTM", { dueOn: "2027-05-28" });
    await schedule(moment("2027-05-12"), { countries: ["CRI", "GTM", "BLZ"] });
    // A reminder that somebody sent, and that the mail server has not taken yet.
    region.clock.set("2027-05-05T16:00:00Z");
    await as(async (tx) => {
      const request = { roundYear: 2027, countries: ["BLZ"] };
      const { countries } = await previewResend(tx, region.secretary, request, context());
      await sendResend(tx, region.secretary, request, { countries, wordings: undefined }, context());
    });
    await round("closed_at = '2027-05-05T17:00:00Z'");
    await step("2027-05-05T17:01:00Z");
    expect((await region.mails()).find(({ kind }) => kind === "resend")).toMatchObject({
      state: "stopped",
      lastAnswer: "round-closed",
    });
    expect([await standing("CRI"), await standing("GTM")]).toEqual([
      "not needed round-closed null",
      "leaves 2027-05-12T16:00:00.000Z null",
    ]);
    await round("closed_at = null, reopened_at = '2027-05-06T15:00:00Z'");
    region.clock.set("2027-05-06T16:00:00Z");
    expect(await standing("CRI")).toBe("leaves 2027-05-12T16:00:00.000Z null");
    await round("closed_at = '2027-05-06T17:00:00Z'");
    await step("2027-05-12T16:00:00Z");
    const outcomes = Object.fromEntries((await rows()).map(({ countryCode, outcome }) => [countryCode, outcome]));
    expect(outcomes).toEqual({ CRI: "round-closed", GTM: "", BLZ: "round-closed" });
    expect(await left()).toEqual(["2027-05-12T16:00 eva@gtm.example"]);
    await schedule(moment("2027-05-14"));
    await step("2027-05-14T16:00:00Z");
    expect((await left()).filter((one) => one.startsWith("2027-05-14"))).toEqual(both("2027-05-14T16:00"));
  });

  test("where nobody can be written to it waits, and leaves once somebody can", async () => {
    const id = (await region.mails()).find(({ toAddress }) => toAddress === "eva@gtm.example")?.userId ?? "";
    await schedule(moment("2027-04-08"), { countries: ["GTM"] });
    await region.endPerson(id);
    await step("2027-04-08T16:00:00Z");
    expect([await standing("GTM"), await left()]).toEqual(["nobody", []]);
    await region.addPerson({ role: "focal_point", country: "GTM", language: "es", email: "leo@gtm.example" });
    await step("2027-04-09T16:00:00Z");
    expect(await left()).toEqual(["2027-04-09T16:00 leo@gtm.example"]);
  });

  test("what waited until the round is over is recorded so, and so is what was set in a round that was cancelled", async () => {
    await schedule(moment("2027-06-11"), { countries: ["CRI", "GTM"] });
    const { userId, displayName: name } = region.secretary;
    const hold = {
      id: randomUUID(),
      roundYear: 2027,
      countryCode: "CRI",
      lastDay: "2027-06-14",
      reason: "An election",
    };
    await as((tx) =>
      insertHold(tx, { ...hold, createdAt: region.clock.now(), createdBy: userId, createdByName: name }),
    );
    await step("2027-06-11T16:00:00Z");
    // A hold may be lifted: nothing is settled before the last day has passed.
    expect(await standing()).toBe("not needed round-over null");
    expect((await rows()).find(({ countryCode }) => countryCode === "CRI")).toMatchObject({ settledAt: null });
    await step("2027-06-15T16:00:00Z");
    expect((await rows()).find(({ countryCode }) => countryCode === "CRI")).toMatchObject({ outcome: "round-over" });
    const owner = testClient({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query("update app.scheduled_reminder set settled_at = null, outcome = ''");
    await owner.query("update app.round set cancelled_at = '2027-06-12T00:00:00Z', revision = revision + 1");
    await owner.end();
    await step("2027-06-16T16:00:00Z");
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(["round-cancelled", "round-cancelled"]);
  });
});

describe("a person", () => {
  test("withdraws it, and nothing leaves; a second press is refused", async () => {
    const [row] = await schedule(moment("2027-04-08"));
    const id = { id: row?.id ?? "", roundYear: 2027 };
    await as((tx) => withdrawReminder(tx, region.secretary, id, region.clock.now()));
    await step("2027-04-08T16:00:00Z");
    expect(await left()).toEqual([]);
    await expect(as((tx) => withdrawReminder(tx, region.secretary, id, region.clock.now()))).rejects.toMatchObject({
      code: "transition-refused",
    });
    expect(await rows()).toMatchObject([{ ended: "withdrawn", endedByName: "Secretary", settledAt: null }]);
  });

  test("changes moment and words; the earlier one stays in the record and does not leave", async () => {
    const [row] = await schedule(moment("2027-04-08"), { countries: ["CRI"], text: { es: "Antes." } });
    const id = { id: row?.id ?? "", roundYear: 2027 };
    const to = { moment: moment("2027-04-09", "11:00"), text: { es: "Después." } };
    await as((tx) => changeReminder(tx, region.secretary, id, to, context()));
    await step("2027-04-08T16:00:00Z");
    await step("2027-04-09T17:00:00Z");
    expect(await left()).toEqual(both("2027-04-09T17:00"));
    const mail = (await region.mails()).find(({ kind, language }) => kind === "resend" && language === "es");
    expect([mail?.bodyText.includes("Después."), mail?.bodyText.includes("Antes.")]).toEqual([true, false]);
    expect((await rows()).map(({ ended }) => ended).sort()).toEqual([null, "replaced"].sort());
    await expect(as((tx) => changeReminder(tx, region.secretary, id, to, context()))).rejects.toMatchObject({
      code: "transition-refused",
    });
  });

  test("is told at once what is wrong with a moment, and nothing is set", async () => {
    const refused = async (at: NamedMoment, more?: object) =>
      schedule(at, more).then(
        () => null,
        ({ code, details }) => [code, details?.fault, details?.countries, details?.limit],
      );
    expect(await refused(moment("2027-04-06"))).toEqual(["schedule-refused", "past", ["CRI"], null]);
    expect(await refused(moment("2027-06-15"))).toEqual(["schedule-refused", "after_round", ["CRI"], "2027-06-11"]);
    // On the last day the calendar's own last step goes there: a reminder would leave a day later, and never does. The days before are a weekend.
    expect(await refused(moment("2027-06-14"))).toEqual(["schedule-refused", "after_round", ["CRI"], "2027-06-11"]);
    await region.keepQuiet("BLZ", "2027-04-06", "2027-06-14");
    const blz = await refused(moment("2027-05-12"), { countries: ["BLZ"] });
    expect(blz).toEqual(["schedule-refused", "after_round", ["BLZ"], null]);
    expect(await refused(moment("2027-04-08", "10:00", "America/Nowhere"))).toEqual([
      "schedule-refused",
      "unknown_zone",
      [],
      null,
    ]);
    await region.change(2027, "CRI", { status: "accepted", firstSubmittedAt: region.clock.now() });
    expect((await refused(moment("2027-04-08")))?.[0]).toBe("nothing-to-send");
    expect(await rows()).toEqual([]);
  });

  test("of two at once one sets it; the other learns who did, and for when", async () => {
    const tries = await Promise.allSettled([schedule(moment("2027-04-08")), schedule(moment("2027-04-09"))]);
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: "already-scheduled",
      details: { reminders: [{ country: "CRI", byName: "Secretary" }] },
    });
    await step("2027-04-08T16:00:00Z");
    await step("2027-04-09T16:00:00Z");
    expect((await left()).length).toBe(2);
  });
});

test("two planners at once, and one killed in between, write it once", async () => {
  await schedule(moment("2027-04-08"), { countries: ["CRI", "GTM", "BLZ"] });
  region.clock.set("2027-04-08T16:00:00Z");
  let calls = 0;
  const dying = {
    ...deps(),
    newId: () =>
      calls++ < 3
        ? randomUUID()
        : (() => {
            throw new Error("killed");
          })(),
  };
  await planScheduled(dying);
  expect((await region.mails()).filter(({ kind }) => kind === "resend")).toEqual([]);
  const queued = await Promise.all([planScheduled(deps()), planScheduled(deps()), planScheduled(deps())]);
  expect(queued.reduce((sum, one) => sum + one.queued, 0)).toBe(4);
  await sendAll(region);
  expect((await left()).length).toBe(4);
});

test("the simulation of the round includes it, with who set it and why it waits", async () => {
  await schedule(moment("2027-04-10"));
  const steps = await as((tx) => simulateNotices(tx, 2027, region.clock.now(), "2027-04-16"));
  expect(steps.filter(({ country }) => country === "CRI")).toMatchObject([
    {
      step: "resend",
      at: new Date("2027-04-12T15:00:00Z"),
      moved: "weekend",
      setBy: "Secretary",
      ownDay: "2027-04-10",
      recipients: 2,
    },
    { step: "before_14", setBy: null },
  ]);
  expect(
    (await as((tx) => simulateNotices(tx, 2027, region.clock.now(), "2027-04-11"))).some(
      ({ step: one }) => one === "resend",
    ),
  ).toBe(false);
});
