import {
  cancelRound,
  correctRound,
  getSubmission,
  listRoundActs,
  listSubmissions,
  openRound,
} from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
const secretariat = { as: "secretariat" as const };
const reason = "The month was mistyped";

beforeAll(async () => {
  api = await startTestApi({ now: "2029-12-01T15:00:00Z" });
});
afterAll(() => api.close());

const open = (year: number, opensOn = `${year}-02-01`, dueOn = `${year}-04-30`) =>
  api.call(openRound, { ...secretariat, body: { year, opensOn, dueOn, obligatedGroup: "CA-MEX" } });
const correct = (year: number, opensOn: string, dueOn: string) =>
  api.call(correctRound, { ...secretariat, params: { year }, revision: 1, body: { opensOn, dueOn, reason } });
const cancel = (year: number) =>
  api.call(cancelRound, { ...secretariat, params: { year }, revision: 2, body: { reason } });

describe("why the dates of a round were corrected", () => {
  const year = 2030;
  const whyFor = async (as: "focal_point:CRI" | "liaison_officer:CRI" | "contributor:CRI") => {
    const own = (await api.call(listSubmissions, { as })).body.submissions.find((one) => one.year === year);
    const { body } = await api.call(getSubmission, { as, params: { submissionId: own?.id ?? "" } });
    return { acts: body.acts, corrections: body.roundCorrections };
  };

  test("is read by whoever reports in it, also when no date of theirs moved; by nobody else, and without who it was", async () => {
    api.clock.set("2029-12-01T15:00:00Z");
    await open(year);
    expect(await whyFor("focal_point:CRI")).toEqual({ acts: [], corrections: [] });
    api.clock.set("2029-12-02T15:00:00Z");
    expect((await correct(year, `${year}-02-15`, `${year}-04-30`)).status).toBe(200);
    const correction = {
      act: "dates_corrected",
      at: "2029-12-02T15:00:00.000Z",
      before: { opensOn: "2030-02-01", dueOn: "2030-04-30" },
      after: { opensOn: "2030-02-15", dueOn: "2030-04-30" },
      reason,
    };
    expect(await whyFor("focal_point:CRI")).toEqual({ acts: [], corrections: [correction] });
    expect((await whyFor("liaison_officer:CRI")).corrections).toEqual([correction]);
    expect((await whyFor("contributor:CRI")).corrections).toEqual([]);
  });

  test("is not read any more where the round was cancelled and opened anew: that one was never corrected", async () => {
    api.clock.set("2029-12-03T15:00:00Z");
    expect((await cancel(year)).status).toBe(200);
    api.clock.set("2029-12-04T15:00:00Z");
    await open(year, `${year}-03-01`, `${year}-05-31`);
    expect((await whyFor("focal_point:CRI")).corrections).toEqual([]);
    expect((await api.call(listRoundActs, secretariat)).body.acts.filter((act) => act.year === year)).toHaveLength(2);
  });
});
