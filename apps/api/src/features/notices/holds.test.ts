import {
  getRoundStatus,
  holdReminders,
  liftHold,
  listHolds,
  openRound,
  resendNotices,
  simulateNotices,
} from "@avances/contracts";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const params = { year: "2027" } as never;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-04-12T15:00:00Z" });
  for (const who of ["focal_point:CRI", "focal_point:GTM"] as const) await api.person(who);
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
});
afterAll(() => api.close());

let key = 0;
const hold = (country: string | null, lastDay: string, reason = "An election is held") => {
  key += 1;
  const body = { country, lastDay, reason };
  return api.call(holdReminders, { as: "secretariat", params, body, idempotencyKey: `hold-reminders-${key}` });
};
const lift = (holdId: string) => {
  key += 1;
  return api.call(liftHold, {
    as: "secretariat",
    params: { year: "2027", holdId } as never,
    body: { reason: "The result is known" },
    idempotencyKey: `lift-hold-${key}`,
  });
};
const row = async (country: string) =>
  (await api.call(getRoundStatus, { as: "secretariat", params })).body.countries.find((one) => one.country === country)
    ?.desk;
const firstStep = async (country: string) => {
  const query = { until: "2027-07-01" };
  const { steps } = (await api.call(simulateNotices, { as: "secretariat", params, query })).body;
  const found = steps.find((one) => one.country === country && one.step !== "opening");
  return found && [found.step, found.at, found.moved];
};

test("a held country gets nothing of the calendar until the day after; board, preview and simulation say so", async () => {
  expect((await firstStep("CRI"))?.[1]).toBe("2027-04-12T15:00:00.000Z");
  const held = await hold("CRI", "2027-04-20");
  expect(held.body.holds).toMatchObject([{ country: "CRI", lastDay: "2027-04-20", counts: true, lifted: null }]);
  expect(await firstStep("CRI")).toEqual(["before_14", "2027-04-21T15:00:00.000Z", "held"]);
  expect(await row("CRI")).toMatchObject({
    hold: { lastDay: "2027-04-20", reason: "An election is held", ofRound: false },
    nextNotice: { step: "before_14", at: "2027-04-21T15:00:00.000Z" },
  });
  expect((await row("GTM"))?.hold).toBeNull();
  const preview = await api.call(resendNotices, {
    as: "secretariat",
    params,
    body: { group: "CA-MEX", preview: true },
    idempotencyKey: null,
  });
  expect(
    preview.body.countries.map(({ country, hold: one, automaticToday }) => [country, one?.lastDay, automaticToday]),
  ).toEqual([
    ["CRI", "2027-04-20", null],
    ["GTM", undefined, expect.objectContaining({ hasGone: false })],
  ]);
});

test("another hold replaces it; lifted, what is due leaves at once; each is one act in the log", async () => {
  const replaced = await hold("CRI", "2027-05-05", "A second round of the election");
  expect(replaced.body.holds.map(({ lastDay, counts }) => [lastDay, counts])).toEqual([
    ["2027-05-05", true],
    ["2027-04-20", false],
  ]);
  const id = replaced.body.holds[0]?.id ?? "";
  const lifted = await lift(id);
  expect(lifted.body.holds[0]).toMatchObject({ counts: false, lifted: { reason: "The result is known" } });
  expect((await lift(id)).problem?.code).toBe("transition-refused");
  expect((await firstStep("CRI"))?.[1]).toBe("2027-04-12T15:00:00.000Z");
  expect((await row("CRI"))?.hold).toBeNull();
  const acts = (await auditEventsOf(api.ownerUrl, id)).map(({ action, countryCode }) => `${action} ${countryCode}`);
  expect(acts).toEqual(["notices.held CRI", "notices.hold-lifted CRI"]);
});

test("a whole round can be held; a country stays held by it when its own hold is lifted", async () => {
  const round = await hold(null, "2027-04-15", "Mourning in the region");
  expect(await row("GTM")).toMatchObject({ hold: { lastDay: "2027-04-15", ofRound: true } });
  const own = await hold("GTM", "2027-04-30");
  expect(await row("GTM")).toMatchObject({ hold: { lastDay: "2027-04-30", ofRound: false } });
  await lift(own.body.holds[0]?.id ?? "");
  expect(await row("GTM")).toMatchObject({ hold: { lastDay: "2027-04-15", ofRound: true } });
  await lift(round.body.holds[0]?.id ?? "");
  expect((await row("GTM"))?.hold).toBeNull();
});

test("a day that has passed or is after the last step is refused at its field, and a country of no round not found", async () => {
  const before = (await api.call(listHolds, { as: "secretariat", params })).body;
  expect(before.ranges.find(({ country }) => country === "CRI")).toEqual({
    ...{ country: "CRI", earliest: "2027-04-12", latest: "2027-06-14" },
  });
  for (const [country, lastDay] of [
    ["CRI", "2027-04-11"],
    ["CRI", "2027-06-15"],
    [null, "2027-04-11"],
  ] as const) {
    const refused = await hold(country, lastDay);
    expect([refused.problem?.code, refused.problem?.details]).toEqual([
      "hold-refused",
      { field: "lastDay", earliest: "2027-04-12", latest: "2027-06-14" },
    ]);
  }
  expect((await hold("FRA", "2027-04-20")).problem?.details).toMatchObject({ field: "country" });
  expect((await api.call(listHolds, { as: "secretariat", params })).body).toEqual(before);
  expect((await api.call(listHolds, { as: "focal_point:CRI", params })).problem?.code).toBe("not-allowed");
});
