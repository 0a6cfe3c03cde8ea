import {
  changeScheduledReminder,
  getRoundStatus,
  listScheduledReminders,
  openRound,
  previewScheduledReminders,
  resendNotices,
  scheduleReminders,
  simulateNotices,
  withdrawScheduledReminder,
} from "@avances/contracts";
import { schedulerByHand } from "@avances/notices";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const params = { year: "2027" } as never;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-04-06T15:30:00Z" });
  for (const who of ["focal_point:CRI", "focal_point:GTM"] as const) await api.person(who);
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
  await settleMail();
});
afterAll(() => api.close());

const settleMail = () => {
  const { mailFrom, publicUrl, secrets } = api.deps.config;
  const config = { mailMode: "capture", mailFrom, publicUrl, ticketKey: secrets.ticketKey } as const;
  return schedulerByHand({ ...api, log: { info: () => undefined, error: () => undefined }, config })();
};
const moment = (day: string, time = "10:00", timeZone: string | null = null) => ({ day, time, timeZone });
const schedule = (body: object, idempotencyKey: string = crypto.randomUUID(), as = "secretariat" as const) =>
  api.call(scheduleReminders, { as, params, body: body as never, idempotencyKey });
const list = async () => (await api.call(listScheduledReminders, { as: "secretariat", params })).body;
const one = (reminderId: string) => ({ year: "2027", reminderId }) as never;
const board = async (country: string) =>
  (await api.call(getRoundStatus, { as: "secretariat", params })).body.countries.find((row) => row.country === country)
    ?.desk?.scheduled;

test("a preview shows what would be written then and when it leaves, by the clocks of each capital or of a zone", async () => {
  const body = { countries: ["CRI", "GTM"], moment: moment("2027-04-10", "12:30") };
  const shown = await api.call(previewScheduledReminders, { as: "secretariat", params, body });
  expect(
    shown.body.countries.map(({ country, goesAt, moved, scheduled }) => [country, goesAt, moved, scheduled]),
  ).toEqual([
    ["CRI", "2027-04-12T15:00:00.000Z", "weekend", null],
    ["GTM", "2027-04-12T15:00:00.000Z", "weekend", null],
  ]);
  expect(shown.body.messages.every(({ subject, isRefused }) => subject.includes("18") && !isRefused)).toBe(true);
  const elsewhere = { countries: ["CRI"], moment: moment("2027-04-08", "17:30", "Europe/Madrid") };
  const there = await api.call(previewScheduledReminders, { as: "secretariat", params, body: elsewhere });
  expect(there.body.countries[0]?.goesAt).toBe("2027-04-08T15:30:00.000Z");
  expect((await list()).waiting).toEqual([]);
});

test("set, it stands in the list, on the board, in the simulation and in the preview of a reminder now; the same key sets it once", async () => {
  const body = { countries: ["CRI"], moment: moment("2027-04-08"), text: { es: "Estimada colega." } };
  const set = await schedule(body, "schedule-once-1");
  expect(set.status).toBe(201);
  expect((await schedule(body, "schedule-once-1")).body).toEqual(set.body);
  expect((await list()).waiting).toMatchObject([
    {
      country: "CRI",
      at: "2027-04-08T16:00:00.000Z",
      timeZone: null,
      text: { es: "Estimada colega." },
      standing: { kind: "leaves", at: "2027-04-08T16:00:00.000Z", moved: null },
    },
  ]);
  expect(await board("CRI")).toMatchObject({ at: "2027-04-08T16:00:00.000Z", leavesAt: "2027-04-08T16:00:00.000Z" });
  expect(await board("GTM")).toBeNull();
  const { steps } = (await api.call(simulateNotices, { as: "secretariat", params, query: { until: "2027-04-09" } }))
    .body;
  expect(steps.filter(({ setBy }) => setBy !== null)).toMatchObject([{ country: "CRI", step: "resend" }]);
  const now = await api.call(resendNotices, {
    ...{ as: "secretariat", params, idempotencyKey: null },
    body: { countries: ["CRI"], preview: true },
  });
  expect(now.body.countries[0]?.scheduled).toMatchObject({ at: "2027-04-08T16:00:00.000Z" });
});

test("a second one for the same country is refused with the first, and nothing is set for the others", async () => {
  const refused = await schedule({ countries: ["CRI", "GTM"], moment: moment("2027-04-09") });
  expect(refused).toMatchObject({
    status: 409,
    problem: {
      code: "already-scheduled",
      details: { reminders: [{ country: "CRI", at: "2027-04-08T16:00:00.000Z" }] },
    },
  });
  expect((await list()).waiting.map(({ country }) => country)).toEqual(["CRI"]);
});

test.each([
  ["a moment that has passed", moment("2027-04-06", "09:30"), { fault: "past", countries: ["GTM"], limit: null }],
  ["after the round", moment("2027-06-15"), { fault: "after_round", countries: ["GTM"], limit: "2027-06-11" }],
  [
    "an unknown zone",
    moment("2027-04-09", "10:00", "Mars/Base"),
    { fault: "unknown_zone", countries: [], limit: null },
  ],
])("%s is refused with a reason, in the preview too", async (_, wrong, details) => {
  const body = { countries: ["GTM"], moment: wrong };
  for (const reply of [
    await schedule(body),
    await api.call(previewScheduledReminders, { as: "secretariat", params, body }),
  ])
    expect(reply).toMatchObject({ status: 422, problem: { code: "schedule-refused", details } });
});

test("the days that the list says can be named are those that are taken: the last is, and the day after it is not", async () => {
  const { ranges } = await list();
  const range = ranges.find(({ country }) => country === "GTM");
  // The last day of the round, a Monday, is that of the calendar's own last step: a reminder would leave too late.
  expect(range).toEqual({ country: "GTM", first: "2027-04-06", last: "2027-06-11" });
  const tried = async (day: string) =>
    (
      await api.call(previewScheduledReminders, {
        ...{ as: "secretariat", params },
        body: { countries: ["GTM"], moment: moment(day, "09:00") },
      })
    ).status;
  expect([await tried("2027-06-11"), await tried("2027-06-12")]).toEqual([200, 422]);
});

test("changed and withdrawn it stays in the record with who did it; what waits no more is refused", async () => {
  const [before] = (await list()).waiting;
  const body = { moment: moment("2027-04-09", "11:00"), text: {} };
  const change = { as: "secretariat", params: one(before?.id ?? ""), body, idempotencyKey: "change-once-1" } as const;
  const changed = await api.call(changeScheduledReminder, change);
  expect(changed.body.waiting).toMatchObject([{ at: "2027-04-09T17:00:00.000Z", text: {} }]);
  expect(changed.body.earlier).toMatchObject([{ id: before?.id, became: { kind: "replaced" } }]);
  expect((await api.call(changeScheduledReminder, change)).body).toEqual(changed.body);
  expect(await api.call(changeScheduledReminder, { ...change, idempotencyKey: "change-once-2" })).toMatchObject({
    status: 409,
    problem: { code: "transition-refused" },
  });
  const [after] = changed.body.waiting;
  api.clock.set("2027-04-06T15:31:00Z");
  const withdraw = { as: "secretariat", params: one(after?.id ?? ""), idempotencyKey: "withdraw-once-1" } as const;
  const withdrawn = await api.call(withdrawScheduledReminder, withdraw);
  expect(withdrawn.body.waiting).toEqual([]);
  expect(withdrawn.body.earlier.map(({ became }) => became.kind)).toEqual(["withdrawn", "replaced"]);
  expect(await board("CRI")).toBeNull();
  const actsOn = async (id = "") =>
    (await auditEventsOf(api.ownerUrl, id)).map(({ action, countryCode }) => `${action} ${countryCode}`);
  expect(await actsOn(before?.id)).toEqual(["notices.scheduled CRI"]);
  expect(await actsOn(after?.id)).toEqual(["notices.schedule-changed CRI", "notices.schedule-withdrawn CRI"]);
});

test("when its moment has come it says per country whether it left or was not needed", async () => {
  await schedule({ countries: ["CRI", "GTM"], moment: moment("2027-04-08") });
  api.clock.set("2027-04-08T16:00:00Z");
  await settleMail();
  const { waiting, earlier } = await list();
  expect(waiting).toEqual([]);
  expect(earlier.slice(0, 2).map(({ country, became }) => [country, became.kind])).toEqual([
    ["CRI", "kept"],
    ["GTM", "kept"],
  ]);
});
