import {
  acceptSubmission,
  type BodyInputOf,
  getOutgoingMail,
  getReviewPromise,
  getSubmission,
  getVersionAnswers,
  listOutgoingMail,
  listReviews,
  listVerdicts,
  markAnswers,
  returnSubmission,
  saveAnswer,
  setReviewPromise,
} from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let submissionId: string;
let other: string;
const [law, plan, unit] = ["TIP-LEG-01", "TIP-LEG-02", "TIP-LEG-03"] as const;
beforeAll(async () => {
  api = await startTestApi();
  const ids = await aRound(api, 2027, ["CRI", "GTM"]);
  submissionId = ids.CRI as string;
  other = ids.GTM as string;
  for (const who of ["focal_point:CRI", "focal_point:GTM", "secretariat", "secretariat#2"] as const)
    await api.person(who);
  await fill(api, "focal_point:CRI", submissionId);
  await submit(api, "focal_point:CRI", submissionId);
});
afterAll(() => api.close());

type Mark = BodyInputOf<typeof markAnswers>["marks"][number];
const mark = (indicatorCode: string, more: Partial<Mark> = {}): Mark => ({
  ...{ indicatorCode, verdict: "seen", reason: null, words: "", revision: 0 },
  ...more,
});
const put = (marks: Mark[], { as = "secretariat" as Who, version = 1 } = {}) =>
  api.call(markAnswers, { as, params: { submissionId }, body: { version, marks } });
const read = async (as: Who = "secretariat") => (await api.call(listVerdicts, { as, params: { submissionId } })).body;

test("marks of both people stand together; whoever has not seen one is told and overwrites nothing", async () => {
  expect(await read()).toEqual({ version: 1, verdicts: [], total: 0 });
  await put([mark(law), mark(plan, { verdict: "question", reason: "source_missing", words: "Which register is it?" })]);
  const second = await put([mark(unit, { verdict: "reservation", words: "Counted by hand" })], { as: "secretariat#2" });
  expect(second.body.verdicts).toMatchObject([
    { indicatorCode: law, verdict: "seen", byName: "secretariat", stands: true, revision: 1 },
    {
      indicatorCode: plan,
      verdict: "question",
      reason: "source_missing",
      words: "Which register is it?",
      askedAt: null,
    },
    { indicatorCode: unit, verdict: "reservation", words: "Counted by hand" },
  ]);
  // All or none: the second of these was marked since.
  const stale = await put([mark(law, { revision: 1, verdict: null }), mark(unit)]);
  expect(stale.problem).toMatchObject({ code: "revision-stale", details: { current: { total: 3 } } });
  expect((await read()).verdicts[0]).toMatchObject({ verdict: "seen", revision: 1 });
  expect((await put([mark(law)], { version: 2 })).problem?.code).toBe("revision-stale");
  expect((await put([mark("TIP-LEG-99")])).problem?.code).toBe("not-found");
});

test("a mark that is taken back is gone, and can be set again", async () => {
  const gone = await put([mark(law, { verdict: null, revision: 1 })]);
  expect(gone.body.verdicts[0]).toMatchObject({ indicatorCode: law, verdict: null, revision: 2 });
  const again = await put([mark(law, { revision: 2 })]);
  expect(again.body.verdicts[0]).toMatchObject({ verdict: "seen", revision: 3 });
});

test("nobody but the secretariat reads a mark, and none is in the report as the country reads it", async () => {
  for (const as of ["focal_point:CRI", "focal_point:GTM", "rcgm_delegate"] as const) {
    expect((await api.call(listVerdicts, { as, params: { submissionId } })).problem?.code).toBe("not-allowed");
    expect((await put([mark(law)], { as })).problem?.code).toBe("not-allowed");
    expect((await api.call(getVersionAnswers, { as, params: { submissionId, version: 1 } })).problem?.code).toBe(
      "not-allowed",
    );
  }
  const own = await api.call(getSubmission, { as: "focal_point:CRI", params: { submissionId } });
  expect(own.text).not.toMatch(/Which register|Counted by hand|verdict/);
});

describe("a new version", () => {
  test("keeps the marks on answers that say the same, tells which say something else, and a question is not sent twice", async () => {
    const comments = [{ indicatorCode: plan, body: "Which register is it?" }];
    await api.call(returnSubmission, { as: "secretariat", params: { submissionId }, body: { comments } });
    const asked = (await read()).verdicts.find(({ indicatorCode }) => indicatorCode === plan);
    expect(asked?.askedAt).not.toBeNull();

    const { answers } = (await api.call(getSubmission, { as: "focal_point:CRI", params: { submissionId } })).body;
    const before = answers.find(({ indicatorCode }) => indicatorCode === plan);
    const { state, value, reason, evidence } = structuredClone(before) as never as Record<string, never>;
    await api.call(saveAnswer, {
      as: "focal_point:CRI",
      params: { submissionId, indicatorCode: plan },
      revision: before?.revision ?? 0,
      body: { state, value, reason, comment: "That of the ministry", evidence } as never,
    });
    await submit(api, "focal_point:CRI", submissionId);
    const now = await read();
    expect(now.version).toBe(2);
    expect(now.verdicts.map(({ indicatorCode, version, stands }) => [indicatorCode, version, stands])).toEqual([
      [law, 1, true],
      [plan, 1, false],
      [unit, 1, true],
    ]);
    // The second version is marked by naming it.
    expect((await put([mark(plan, { revision: asked?.revision ?? 0 })])).problem?.code).toBe("revision-stale");
    const read2 = await put([mark(plan, { revision: asked?.revision ?? 0 })], { version: 2 });
    expect(read2.body.verdicts[1]).toMatchObject({ verdict: "seen", version: 2, stands: true, askedAt: null });
  });

  test("can be compared with any earlier one", async () => {
    const commentIn = async (version: number) =>
      (await api.call(getVersionAnswers, { as: "secretariat", params: { submissionId, version } })).body.answers.find(
        ({ indicatorCode }) => indicatorCode === plan,
      )?.comment;
    expect(await commentIn(2)).toBe("That of the ministry");
    expect(await commentIn(1)).not.toBe("That of the ministry");
    const none = await api.call(getVersionAnswers, { as: "secretariat", params: { submissionId, version: 3 } });
    expect(none.problem?.code).toBe("not-found");
  });
});

test("the day by which the office answers is promised from its decision on, and the queue tells it", async () => {
  const queue = async () =>
    (await api.call(listReviews, { as: "secretariat" })).body.submissions.map(({ country, answerBy, marked }) => [
      country,
      answerBy,
      marked,
    ]);
  expect(await queue()).toEqual([["CRI", null, 3]]);
  const before = (await api.call(getReviewPromise, { as: "secretariat" })).body;
  expect(before).toEqual({ days: null, decided: null, revision: 0 });
  const set = (days: number | null, revision: number) =>
    api.call(setReviewPromise, { as: "secretariat", body: { days }, revision });
  const decided = await set(10, 0);
  expect(decided.body).toMatchObject({ days: 10, decided: { byName: "secretariat" } });
  expect((await set(20, 0)).problem).toMatchObject({ code: "revision-stale", details: { current: { days: 10 } } });
  expect((await set(0, decided.body.revision)).problem?.code).toBe("invalid-input");
  // What was received before was told no day; what comes now reads it in its receipt.
  api.clock.set("2027-02-11T15:00:00Z");
  await fill(api, "focal_point:GTM", other);
  await submit(api, "focal_point:GTM", other);
  expect(await queue()).toEqual([
    ["CRI", null, 3],
    ["GTM", "2027-02-25", 0],
  ]);
  const { messages } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
  const bodyOf = async (country: string) => {
    const messageId = messages.find((one) => one.kind === "submitted" && one.country === country)?.id ?? "";
    return (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: messageId } })).body.bodyText;
  };
  expect(await bodyOf("GTM")).toContain("It answers by 25 February 2027.");
  expect(await bodyOf("CRI")).not.toContain("It answers by");
  // The country reads the same day in the portal, from its report, until the office has answered; who sees only a part of the report does not.
  const told = async (as: Parameters<TestApi["person"]>[0], id = other) =>
    (await api.call(getSubmission, { as, params: { submissionId: id } })).body.answerBy;
  await api.person("contributor:GTM");
  expect(await told("focal_point:GTM")).toBe("2027-02-25");
  expect(await told("liaison_officer:GTM")).toBe("2027-02-25");
  expect(await told("secretariat")).toBe("2027-02-25");
  expect(await told("contributor:GTM")).toBeNull();
  expect(await told("focal_point:CRI", submissionId)).toBeNull();
  // What the office decides afterwards changes nothing for whom a day was told, and neither does that the day has passed.
  await set(3, decided.body.revision);
  api.clock.set("2027-03-01T15:00:00Z");
  expect(await told("focal_point:GTM")).toBe("2027-02-25");
  await api.call(acceptSubmission, { as: "secretariat", params: { submissionId: other } });
  expect(await told("focal_point:GTM")).toBeNull();
});
