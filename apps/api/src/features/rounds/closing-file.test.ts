import {
  exemptSubmission,
  extendSubmission,
  getClosingList,
  getClosingListWorkbook,
  getRoundStatus,
  openRound,
} from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const params = { year: "2027" } as never;
let api: TestApi;

const act = async (contract: typeof exemptSubmission | typeof extendSubmission, country: string, body: object) => {
  const { submissionId, revision } = await rowOf(country);
  const reply = await api.call(contract, {
    as: "secretariat",
    params: { submissionId },
    revision,
    body: body as never,
  });
  expect(reply.problem).toBeNull();
};
const rowOf = async (country: string) => {
  const { countries } = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  const row = countries.find((one) => one.country === country);
  if (row === undefined) throw new Error(`${country} is not in this round`);
  return row;
};
const list = async (language: "en" | "es", as: "secretariat" | "focal_point:CRI" | "rcgm_delegate" = "secretariat") =>
  api.call(getClosingList, { as, params, query: { language } });
/** The lines by country: result, date, received, days after, note. */
const lines = async () => {
  const [, ...rows] = (await list("en")).text.replace("\uFEFF", "").trim().split("\r\n");
  return Object.fromEntries(
    rows.map((row) => {
      const [country, expected, result, due, received, days, , note] = row.split(",");
      return [country, [expected, result, due, received, days, note].join("|")];
    }),
  );
};

beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
  for (const [country, at] of [
    ["CRI", "2027-04-20T15:00:00Z"],
    ["GTM", "2027-05-10T15:00:00Z"],
    ["USA", "2027-05-12T15:00:00Z"],
  ] as const) {
    api.clock.set(at);
    const who = `focal_point:${country}` as const;
    await api.person(who);
    const { submissionId } = await rowOf(country);
    await fill(api, who, submissionId);
    await submit(api, who, submissionId);
  }
  await act(exemptSubmission, "BLZ", { reason: "A hurricane hit the capital" });
  await act(extendSubmission, "HND", { dueOn: "2027-06-30", reason: "Change of government" });
});
afterAll(() => api.close());

test("each country stands once, by its own date; what is missing is not received so far, and for good 45 days after it", async () => {
  expect(await lines()).toMatchObject({
    Belize: "yes|exempt||||",
    "Costa Rica": "yes|received in time|2027-04-30|2027-04-20||",
    Guatemala: "yes|received after its date|2027-04-30|2027-05-10|10|",
    Honduras: "yes|its date has not passed|2027-06-30|||date extended",
    Mexico: "yes|not received so far|2027-04-30||12|",
    "United States of America": "may report voluntarily|received||2027-05-12||",
    Canada: "may report voluntarily|none received||||",
  });
  api.clock.set("2027-06-14T15:00:00Z");
  expect((await lines()).Mexico).toBe("yes|not received|2027-04-30||45|");
  expect((await lines()).Honduras).toContain("its date has not passed");
});

test("the workbook has the same words, and only the Secretariat makes the list", async () => {
  const reply = await api.call(getClosingListWorkbook, { as: "secretariat", params, query: { language: "es" } });
  expect(reply.status).toBe(200);
  for (const who of ["focal_point:CRI", "rcgm_delegate"] as const)
    expect((await list("es", who)).problem?.code).toBe("not-allowed");
  const { text } = await list("es");
  expect(text).toContain("recibido después de su fecha");
  // No reason, no person and no address can get into it.
  expect(text).not.toMatch(/hurricane|government|@/);
});
