import { enterCountryDays, getCountryDays, openRound, simulateNotices, withdrawCountryDays } from "@avances/contracts";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const mexico = { country: "MEX" } as never;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  await api.person("focal_point:MEX");
  const body = { year: 2027, opensOn: "2027-02-12", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
});
afterAll(() => api.close());

let key = 0;
const days = async () => (await api.call(getCountryDays, { as: "secretariat", params: mexico })).body;
const enter = (body: { kind: "holiday" | "quiet" | "works"; firstDay: string; lastDay: string }) => {
  key += 1;
  return api.call(enterCountryDays, {
    as: "secretariat",
    params: mexico,
    body: { ...body, reason: "The decree of 2027" },
    idempotencyKey: `enter-days-${key}`,
  });
};
const withdraw = (periodId: string) => {
  key += 1;
  return api.call(withdrawCountryDays, {
    as: "secretariat",
    params: { country: "MEX", periodId } as never,
    body: { reason: "It was another country" },
    idempotencyKey: `withdraw-days-${key}`,
  });
};
const simulated = async (step: string) => {
  const { steps } = (
    await api.call(simulateNotices, {
      as: "secretariat",
      params: { year: "2027" } as never,
      query: { until: "2027-07-01" },
    })
  ).body;
  const found = steps.find((one) => one.country === "MEX" && one.step === step);
  return found && [found.at, found.ownDay, found.moved, found.dayOff?.name?.en ?? found.dayOff?.reason ?? null];
};

test("the holidays of a country come with the law that names them, and whether they were computed", async () => {
  const { today, holidays, periods } = await days();
  expect([today, periods]).toEqual(["2027-02-10", []]);
  expect(holidays.find(({ day }) => day === "2027-03-15")).toMatchObject({
    name: { en: "Benito Juárez's birthday" },
    source: expect.stringContaining("artículo 74"),
    computed: true,
    kept: true,
  });
  expect(holidays.find(({ day }) => day === "2027-09-16")?.computed).toBe(false);
});

test("quiet days move what is due, and the simulation says from which day and why; withdrawn, they no longer do", async () => {
  expect(await simulated("before_14")).toEqual(["2027-04-16T15:00:00.000Z", "2027-04-16", null, null]);
  const entered = await enter({ kind: "quiet", firstDay: "2027-04-15", lastDay: "2027-04-16" });
  expect(entered.status).toBe(200);
  expect(await simulated("before_14")).toEqual([
    "2027-04-19T15:00:00.000Z",
    "2027-04-16",
    "day_off",
    "The decree of 2027",
  ]);
  const [period] = entered.body.periods;
  expect(period).toMatchObject({ kind: "quiet", byName: expect.any(String), withdrawn: null });
  const withdrawn = await withdraw(period?.id ?? "");
  expect(withdrawn.body.periods[0]?.withdrawn).toMatchObject({ reason: "It was another country" });
  expect(await simulated("before_14")).toEqual(["2027-04-16T15:00:00.000Z", "2027-04-16", null, null]);
  expect((await withdraw(period?.id ?? "")).problem?.code).toBe("transition-refused");
  const actions = (await auditEventsOf(api.ownerUrl, period?.id ?? "")).map(({ action }) => action);
  expect(actions).toEqual(["days-off.entered", "days-off.withdrawn"]);
});

test("a listed holiday on which people work is told, and moves nothing", async () => {
  const entered = await enter({ kind: "works", firstDay: "2027-03-15", lastDay: "2027-03-15" });
  expect(entered.body.holidays.find(({ day }) => day === "2027-03-15")?.kept).toBe(false);
  expect((await enter({ kind: "works", firstDay: "2027-03-15", lastDay: "2027-03-15" })).problem?.details).toEqual({
    field: "firstDay",
    why: "no-holiday",
  });
});

test("days that have passed, are known or out of order are refused at their field, and nothing is entered", async () => {
  const before = (await days()).periods.length;
  for (const [body, detail] of [
    [
      { kind: "quiet", firstDay: "2027-02-09", lastDay: "2027-02-11" },
      { field: "firstDay", why: "past" },
    ],
    [
      { kind: "quiet", firstDay: "2027-03-02", lastDay: "2027-03-01" },
      { field: "lastDay", why: "before-first" },
    ],
    [
      { kind: "quiet", firstDay: "2027-03-02", lastDay: "2027-05-30" },
      { field: "lastDay", why: "too-long" },
    ],
    [
      { kind: "holiday", firstDay: "2027-05-01", lastDay: "2027-05-01" },
      { field: "firstDay", why: "known" },
    ],
  ] as const) {
    const refused = await enter(body);
    expect([refused.problem?.code, refused.problem?.details]).toEqual(["days-refused", detail]);
  }
  expect((await days()).periods).toHaveLength(before);
  const unknown = { country: "FRA" } as never;
  expect((await api.call(getCountryDays, { as: "secretariat", params: unknown })).problem?.code).toBe("not-found");
});

test("only the secretariat reads and enters them; the same request twice enters once", async () => {
  expect((await api.call(getCountryDays, { as: "focal_point:MEX", params: mexico })).problem?.code).toBe("not-allowed");
  const body = { kind: "quiet" as const, firstDay: "2027-06-01", lastDay: "2027-06-01", reason: "An election" };
  const request = { as: "secretariat", params: mexico, body, idempotencyKey: "enter-days-twice" } as const;
  const [one, other] = [await api.call(enterCountryDays, request), await api.call(enterCountryDays, request)];
  expect(other.body).toEqual(one.body);
  expect((await days()).periods.filter(({ firstDay }) => firstDay === "2027-06-01")).toHaveLength(1);
});
