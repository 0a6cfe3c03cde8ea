import { correctRound, getRoundStatus, openRound, saveAnswer } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
const secretariat = { as: "secretariat" as const };
const params = { year: 2026 };

beforeAll(async () => {
  api = await startTestApi({ now: "2026-11-10T15:00:00Z" });
});
afterAll(() => api.close());

async function row(country: string) {
  const { countries } = (await api.call(getRoundStatus, { ...secretariat, params })).body;
  return countries.find((one) => one.country === country);
}
const standing = async (country: string) => {
  const found = await row(country);
  return [found?.dueOn, found?.timeliness.kind];
};
async function send(country: "CRI" | "GTM") {
  const submissionId = (await row(country))?.submissionId as string;
  const reason = "There is no register";
  const body = { state: "not_available" as const, value: null, reason, comment: "", evidence: [] };
  const call = { as: `focal_point:${country}` as const, params: { submissionId, indicatorCode: "TIP-LEG-01" } };
  await api.call(saveAnswer, { ...call, revision: 0, body });
  await submit(api, `focal_point:${country}`, submissionId);
}

test("a country that sent after a mistyped due date is judged by the right one; one that sent by it keeps it", async () => {
  const dates = { opensOn: "2026-11-10", dueOn: "2026-11-20" };
  await api.call(openRound, { ...secretariat, body: { ...params, ...dates, obligatedGroup: "CA-MEX" } });
  await send("GTM");
  // The first moment after the twentieth in San José.
  api.clock.set("2026-11-21T06:00:00Z");
  await send("CRI");
  expect(await standing("GTM")).toEqual(["2026-11-20", "on_time"]);
  expect(await standing("CRI")).toEqual(["2026-11-20", "received_late"]);
  const body = { ...dates, dueOn: "2026-12-31", reason: "The due date was mistyped" };
  expect((await api.call(correctRound, { ...secretariat, params, revision: 1, body })).status).toBe(200);
  expect(await standing("GTM")).toEqual(["2026-11-20", "on_time"]);
  expect(await standing("CRI")).toEqual(["2026-12-31", "on_time"]);
});
