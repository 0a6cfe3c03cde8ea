import {
  addComment,
  getSubmission,
  returnSubmission,
  saveAnswer,
  saveAnswers,
  withdrawSubmission,
} from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, fill, input, sendReport, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

/** Everybody who writes answers of the country. The contributor sees no remark on indicators that are not assigned. */
const writers = ["focal_point:CRI", "alternate:CRI", "contributor:CRI"] as const;
let api: TestApi;
let params: { submissionId: string };

const asked = "TIP-PRO-01";
/** Assigned to the contributor, visible to the Secretariat, and neither in question nor tied to an answer that is. */
const foreign = "TIP-LEG-02";
const view = async (as: Who) => (await api.call(getSubmission, { as, params })).body;
const say = (as: Who, indicatorCode: string | null, body: string) =>
  api.call(addComment, { as, params, body: { indicatorCode, audience: "shared", body } });

async function changed(indicatorCode: string, as: Who = "focal_point:CRI") {
  const answer = (await view(as)).answers.find((one) => one.indicatorCode === indicatorCode);
  return { ...input(answer as never), comment: `By the way ${answer?.revision}`, revision: answer?.revision ?? 0 };
}
/** A contributor works on what was proposed, everybody else on the answers of the report. */
const isAssigned = (as: Who, code: string) => as === "contributor:CRI" && code === foreign;
async function save(as: Who, indicatorCode: string) {
  const { revision, ...body } = await changed(indicatorCode, isAssigned(as, indicatorCode) ? as : undefined);
  return api.call(saveAnswer, { as, params: { ...params, indicatorCode }, revision, body });
}
async function expectClosed(code: string) {
  const before = await changed(code);
  for (const as of writers) {
    expect((await view(as)).inQuestion, as).not.toContain(code);
    const many = { answers: [{ ...before, indicatorCode: code }] };
    for (const reply of [await save(as, code), await api.call(saveAnswers, { as, params, body: many })])
      expect(reply.problem, as).toMatchObject({ code: "answer-not-in-question", details: { indicators: [code] } });
  }
  expect(await changed(code)).toEqual(before);
}

beforeAll(async () => {
  api = await startTestApi();
  params = { submissionId: (await aRound(api, 2027, ["CRI"])).CRI as string };
  await fill(api, "focal_point:CRI", params.submissionId);
  await submit(api, "focal_point:CRI", params.submissionId);
  api.clock.advance(60_000);
});
afterAll(() => api.close());

describe("a report", () => {
  test("that was never returned everything is open once it is taken back", async () => {
    const taken = { as: "focal_point:CRI", params, body: { reason: "A figure is missing" } } as const;
    expect((await api.call(withdrawSubmission, taken)).body.status).toBe("draft");
    expect((await save("alternate:CRI", foreign)).status).toBe(200);
    expect((await save("contributor:CRI", foreign)).status).toBe(200);
    expect(await submit(api, "focal_point:CRI", params.submissionId)).toMatchObject({ version: 2 });
    await say("secretariat", foreign, "Thank you for the detail here");
    api.clock.advance(60_000);
  });

  test("nobody of the country changes an answer that is not in question, whatever remarks they may read", async () => {
    const comments = [{ indicatorCode: asked, body: "Does this include victims abroad?" }];
    expect((await api.call(returnSubmission, { as: "secretariat", params, body: { comments } })).status).toBe(200);
    api.clock.advance(60_000);
    const contributor = await view("contributor:CRI");
    expect(contributor.comments.map(({ indicatorCode }) => indicatorCode)).toEqual([foreign]);
    expect(contributor.inQuestion).toEqual([]);
    await expectClosed(foreign);
  });

  test("a thank-you of the Secretariat asks nothing, and one about the whole report opens nothing", async () => {
    expect((await save("alternate:CRI", asked)).status).toBe(200);
    api.clock.advance(60_000);
    await say("secretariat", asked, "Thank you, that is clear");
    await say("secretariat", null, "Thank you for the quick reply");
    api.clock.advance(60_000);
    await expectClosed(foreign);
    expect(await submit(api, "focal_point:CRI", params.submissionId)).toMatchObject({ version: 3 });
  });

  test("sent and taken back it opens no more than before; what the Secretariat said of the version that was sent opens nothing", async () => {
    await say("secretariat", foreign, "Thank you, this is in order");
    api.clock.advance(60_000);
    const taken = { as: "focal_point:CRI", params, body: { reason: "One more look" } } as const;
    expect((await api.call(withdrawSubmission, taken)).body).toMatchObject({ status: "draft", version: 3 });
    await expectClosed(foreign);
    expect((await save("focal_point:CRI", asked)).status).toBe(200);
    expect(await submit(api, "focal_point:CRI", params.submissionId)).toMatchObject({ version: 4 });
    const saved = (await auditOf(api, `${params.submissionId}/${foreign}`)).map(({ action }) => action);
    expect(saved).toEqual(["answer.saved"]);
  });

  test("a remark of the Secretariat made while it waits opens that answer, to whoever answers it, and asks nothing", async () => {
    api.clock.advance(60_000);
    const comments = [{ indicatorCode: asked, body: "And since when?" }];
    expect((await api.call(returnSubmission, { as: "secretariat", params, body: { comments } })).status).toBe(200);
    api.clock.advance(60_000);
    await say("secretariat", foreign, "Please correct this too, as you wrote");
    expect((await view("contributor:CRI")).inQuestion).toContain(foreign);
    expect((await save("contributor:CRI", foreign)).status).toBe(200);
    expect((await sendReport(api, "focal_point:CRI", params.submissionId)).problem).toMatchObject({
      code: "questions-open",
      details: { questions: [{ indicatorCode: asked }] },
    });
  });

  test("the whole of it in question is open to everybody", async () => {
    expect((await save("focal_point:CRI", asked)).status).toBe(200);
    await submit(api, "focal_point:CRI", params.submissionId);
    api.clock.advance(60_000);
    const comments = [
      { indicatorCode: null, body: "Please look at all of it again" },
      { indicatorCode: asked, body: "And here" },
    ];
    expect((await api.call(returnSubmission, { as: "secretariat", params, body: { comments } })).status).toBe(200);
    for (const as of writers) expect((await view(as)).inQuestion, as).toBeNull();
    expect((await save("contributor:CRI", foreign)).status).toBe(200);
  });
});
