import {
  acceptSubmission,
  addComment,
  cancelRound,
  exemptSubmission,
  extendSubmission,
  getRoundStatus,
  getSubmission,
  listRoundActs,
  listRounds,
  openRound,
} from "@avances/contracts";
import { reviewComment, submissionAct } from "@avances/db/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendReport } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
const secretariat = { as: "secretariat" as const };
const year = 2030;
const internal = "INTERNAL: opened by mistake";
const told = "Said in the round that was cancelled";
const readers: readonly Who[] = [
  "focal_point:CRI",
  "alternate:CRI",
  "approver:CRI",
  "liaison_officer:CRI",
  "contributor:CRI",
];
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi({ now: "2029-12-01T15:00:00Z" });
  const open = (opensOn: string) =>
    api.call(openRound, { ...secretariat, body: { year, opensOn, dueOn: `${year}-05-31`, obligatedGroup: "CA-MEX" } });
  await open(`${year}-02-01`);
  const { countries } = (await api.call(getRoundStatus, { ...secretariat, params: { year } })).body;
  for (const row of countries) ids[row.country] = row.submissionId;
  const params = { submissionId: ids.CRI as string };
  const said = { indicatorCode: "TIP-LEG-01" as const, audience: "shared" as const, body: told };
  await api.call(addComment, { ...secretariat, params, body: said });
  await api.call(extendSubmission, {
    ...secretariat,
    params,
    revision: 1,
    body: { dueOn: `${year}-08-31`, reason: internal },
  });
  const gtm = { submissionId: ids.GTM as string };
  await api.call(exemptSubmission, { ...secretariat, params: gtm, revision: 1, body: { reason: internal } });
  api.clock.set("2029-12-02T15:00:00Z");
  const cancelled = await api.call(cancelRound, {
    ...secretariat,
    params: { year },
    revision: 1,
    body: { reason: internal },
  });
  if (cancelled.status !== 200) throw new Error(cancelled.text);
  api.clock.set("2029-12-03T15:00:00Z");
  await open(`${year}-03-01`);
});
afterAll(() => api.close());

describe("of a round that was cancelled and opened again", () => {
  test("a country reads what was done and said since, and not a word of before", async () => {
    for (const as of readers) {
      const reply = await api.call(getSubmission, { as, params: { submissionId: ids.CRI as string } });
      expect([as, reply.status, reply.body.acts, reply.body.comments]).toEqual([as, 200, [], []]);
      expect(reply.text).not.toContain(internal);
    }
    const gtm = await api.call(getSubmission, { as: "focal_point:GTM", params: { submissionId: ids.GTM as string } });
    expect([gtm.body.acts, gtm.body.submission.exempt]).toEqual([[], false]);
    // A request from a page loaded before is refused, and the refusal reveals no more than the report would.
    const stale = await sendReport(api, "focal_point:CRI", ids.CRI as string, { revision: 1 });
    expect(stale.problem).toMatchObject({ code: "revision-stale", details: { acts: [] } });
  });

  test("not even past the queries: the database shows the country none of those rows", async () => {
    for (const as of readers) {
      const rows = await api.db.asActor(await api.person(as), async (tx) => [
        ...(await tx.select().from(submissionAct)),
        ...(await tx.select().from(reviewComment)),
      ]);
      expect([as, rows]).toEqual([as, []]);
    }
  });

  test("the secretariat keeps what was done, and why it was cancelled stands with the round alone", async () => {
    const params = { submissionId: ids.CRI as string };
    const reply = await api.call(getSubmission, { ...secretariat, params });
    expect(reply.body.acts.map(({ act, reason }) => [act, reason])).toEqual([
      ["extended", internal],
      ["round_cancelled", ""],
    ]);
    expect(reply.body.comments).toEqual([]);
    const revision = (await api.call(listRounds, secretariat)).body.rounds.find(
      (round) => round.year === year,
    )?.revision;
    expect(revision).toBe(3);
    const { acts } = (await api.call(listRoundActs, secretariat)).body;
    expect(acts.filter((act) => act.year === year)).toMatchObject([{ act: "cancelled", reason: internal }]);
    const stale = await api.call(acceptSubmission, { ...secretariat, params, revision: 1 });
    const details = stale.problem?.details as { acts?: readonly { act: string }[] } | undefined;
    expect(details?.acts?.map(({ act }) => act)).toEqual(["extended", "round_cancelled"]);
  });

  test("what is said and done from now on is read by both", async () => {
    const params = { submissionId: ids.CRI as string };
    const said = { indicatorCode: "TIP-LEG-01" as const, audience: "shared" as const, body: "Said in this one" };
    await api.call(addComment, { ...secretariat, params, body: said });
    const { revision } = (await api.call(getSubmission, { ...secretariat, params })).body.submission;
    const body = { dueOn: `${year}-09-30`, reason: "The census comes first" };
    await api.call(extendSubmission, { ...secretariat, params, revision, body });
    for (const as of ["focal_point:CRI", "secretariat"] as const) {
      const seen = (await api.call(getSubmission, { as, params })).body;
      expect([as, seen.comments.map((comment) => comment.body), seen.acts.at(-1)?.reason]).toEqual([
        as,
        ["Said in this one"],
        "The census comes first",
      ]);
    }
  });
});
