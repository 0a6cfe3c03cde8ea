import {
  addComment,
  closeThread,
  getReceipt,
  getSubmission,
  markSeen,
  reopenAnswer,
  returnSubmission,
  saveAnswer,
  withdrawSubmission,
} from "@avances/contracts";
import { openQuestions, questionsOf } from "@avances/domain/submission";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRound, auditOf, declared, fill, input, sendReport, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let params: { submissionId: string };
let police: TestPerson;

/** Assigned to the police, who see nothing of the others. */
const assigned = "TIP-LEG-02";
const asked = "TIP-PRO-01";
const locked = "TIP-COO-05";
const other = "TIP-LEG-05";

beforeAll(async () => {
  api = await startTestApi();
  police = await api.person("contributor:CRI");
  expect(police.assignedIndicators).toContain(assigned);
  params = { submissionId: (await aRound(api, 2027, ["CRI", "GTM"])).CRI as string };
  await fill(api, "focal_point:CRI", params.submissionId);
});
beforeEach(() => api.clock.advance(60_000));
afterAll(() => api.close());

const view = async (as: Who | TestPerson) => (await api.call(getSubmission, { as, params })).body;
const say = (as: Who | TestPerson, audience: "country" | "shared", indicatorCode: string | null, body = "A word") =>
  api.call(addComment, { as, params, body: { indicatorCode, audience, body } });
const close = (as: Who | TestPerson, audience: "country" | "shared", indicatorCode: string | null) =>
  api.call(closeThread, { as, params, body: { indicatorCode, audience } });
const thread = async (as: Who | TestPerson, audience: "country" | "shared", code: string | null) =>
  (await view(as)).threads.find((one) => one.indicatorCode === code && one.audience === audience);

describe("a thread", () => {
  test("is written in by everybody of the country who reads the answer, and stands as its facts say", async () => {
    expect((await say("approver:CRI", "country", assigned)).body.thread).toMatchObject({
      state: "open",
      waitsFor: "country",
      mayClose: true,
    });
    api.clock.advance(1000);
    expect((await say(police, "country", assigned)).body.thread).toMatchObject({ state: "answered", waitsFor: null });
    expect((await say("liaison_officer:CRI", "shared", null)).body.thread).toMatchObject({
      state: "open",
      waitsFor: "secretariat",
    });
    api.clock.advance(1000);
    expect((await say("secretariat", "shared", null)).body.thread).toMatchObject({
      state: "answered",
      mayClose: false,
    });
    expect((await view("secretariat")).threads).toMatchObject([{ indicatorCode: null, audience: "shared" }]);
    expect((await view(police)).threads.map(({ indicatorCode }) => indicatorCode)).toEqual([assigned]);
  });

  test("is closed by the side that asked, and opens with the next word; a contributor closes what is assigned", async () => {
    expect((await close("secretariat", "shared", null)).problem?.code).toBe("not-available-now");
    expect((await close("approver:CRI", "shared", null)).body).toMatchObject({
      state: "closed",
      closed: { byName: "approver CRI" },
      mayClose: false,
    });
    expect((await close("focal_point:CRI", "shared", null)).problem?.code).toBe("not-available-now");
    api.clock.advance(1000);
    await say("secretariat", "shared", null, "One thing more");
    expect(await thread("focal_point:CRI", "shared", null)).toMatchObject({ state: "open", waitsFor: "country" });
    expect((await close(police, "country", assigned)).body.state).toBe("closed");
    const refused = [
      await close(police, "country", null),
      await close(police, "country", other),
      await close("focal_point:GTM", "shared", null),
      await close("secretariat", "country", assigned),
      await close("rcgm_delegate", "shared", null),
      await close("focal_point:CRI", "shared", other),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 404, 404, 403, 403, 409]);
    const acts = (await auditOf(api, params.submissionId)).map(({ action }) => action);
    expect(acts.filter((action) => action === "thread.closed")).toHaveLength(2);
  });
});

describe("a returned report", () => {
  test("says when the country first saw a question, and when the Secretariat saw a reply", async () => {
    await submit(api, "focal_point:CRI", params.submissionId);
    api.clock.advance(60_000);
    const comments = [
      { indicatorCode: asked, body: "Does this include victims abroad?" },
      { indicatorCode: "SOM-PRO-01", body: "Since when?" },
    ];
    await api.call(returnSubmission, { as: "secretariat", params, body: { comments } });
    const question = (await view("secretariat")).comments.find(({ isQuestion }) => isQuestion);
    const id = question?.id as string;
    expect([
      question?.seen,
      (await view("secretariat")).comments.filter(({ isQuestion }) => isQuestion).length,
    ]).toEqual([null, 2]);
    const look = (as: Who | TestPerson, ids = [id]) => api.call(markSeen, { as, params, body: { comments: ids } });
    // Whoever asked, somebody of another country and whoever may not read it see nothing.
    expect((await look("secretariat")).body.seen).toEqual([]);
    expect((await look("focal_point:GTM")).status).toBe(404);
    expect((await look("rcgm_delegate")).status).toBe(403);
    expect((await look(police)).body.seen).toEqual([]);
    api.clock.advance(60_000);
    const first = (await look("liaison_officer:CRI")).body.seen;
    expect(first).toMatchObject([{ id, byName: "liaison_officer CRI" }]);
    api.clock.advance(60_000);
    expect((await look("focal_point:CRI")).body.seen).toEqual(first);
    const shown = (await view("secretariat")).comments.find((one) => one.id === id);
    expect(shown?.seen).toEqual({ at: first[0]?.at, byName: "liaison_officer CRI" });

    const inside = (await say("focal_point:CRI", "country", asked, "Who knows?")).body;
    const reply = (await say("focal_point:CRI", "shared", asked, "Yes, they are in")).body;
    expect(reply.thread.state).toBe("answered");
    expect((await look("secretariat", [inside.id, reply.id])).body.seen.map((one) => one.id)).toEqual([reply.id]);
    expect((await view("focal_point:CRI")).comments.find((one) => one.id === reply.id)?.seen?.byName).toBe(
      "secretariat",
    );
  });

  test("keeps the rest locked until the country opens one answer with a reason that the Secretariat reads", async () => {
    const write = async (as: Who) => {
      const answer = (await view(as)).answers.find(({ indicatorCode }) => indicatorCode === locked);
      const body = { ...input(answer as never), comment: `Corrected ${answer?.revision}` };
      const at = { ...params, indicatorCode: locked };
      return api.call(saveAnswer, { as, params: at, revision: answer?.revision ?? 0, body });
    };
    expect((await write("focal_point:CRI")).problem?.code).toBe("answer-not-in-question");
    const reopen = async (as: Who, code = locked, reason = "A court corrected its figure") =>
      api.call(reopenAnswer, { as, params: { ...params, indicatorCode: code }, body: { reason } });
    const refused = [
      (await reopen("secretariat")).status,
      (await reopen("approver:CRI")).status,
      (await reopen("contributor:CRI")).status,
      (await reopen("focal_point:GTM")).status,
      (await reopen("focal_point:CRI", asked)).problem?.code,
      (await reopen("focal_point:CRI", "TIP-LEG-99")).status,
      (await reopen("focal_point:CRI", locked, " ")).status,
    ];
    expect(refused).toEqual([403, 403, 403, 404, "not-available-now", 404, 400]);
    const before = await view("focal_point:CRI");
    const reply = (await reopen("focal_point:CRI")).body;
    expect(reply).toMatchObject({ reopened: { indicatorCode: locked, byName: "focal_point CRI", version: 1 } });
    expect(reply.inQuestion).toContain(locked);
    expect(reply.submissionRevision).toBe(before.submission.revision + 1);
    expect((await write("alternate:CRI")).status).toBe(200);
    expect((await reopen("alternate:CRI")).problem?.code).toBe("not-available-now");
    const desk = await view("secretariat");
    expect(desk.reopened).toMatchObject([{ indicatorCode: locked, reason: "A court corrected its figure" }]);
    expect(desk.acts.at(-1)).toMatchObject({ act: "answer_reopened", reason: "A court corrected its figure" });
    expect((await view("contributor:CRI")).reopened).toEqual([]);
  });

  test("asks about questions without an answer before it is sent; sent all the same, the record says so", async () => {
    const questions = (await view("focal_point:CRI")).comments.filter(({ isQuestion }) => isQuestion);
    const left = questions.find(({ indicatorCode }) => indicatorCode === "SOM-PRO-01")?.id as string;
    const refusal = await sendReport(api, "focal_point:CRI", params.submissionId);
    expect([refusal.status, refusal.problem?.code, refusal.problem?.details]).toEqual([
      422,
      "questions-open",
      { questions: [{ id: left, indicatorCode: "SOM-PRO-01" }] },
    ]);
    const body = await declared(api, params.submissionId);
    const wrong = { ...body, leaving: questions.filter(({ id }) => id !== left).map(({ id }) => id) };
    expect((await sendReport(api, "focal_point:CRI", params.submissionId, { body: wrong })).problem?.code).toBe(
      "questions-open",
    );
    const all = { ...body, leaving: questions.map(({ id }) => id) };
    const receipt = await sendReport(api, "focal_point:CRI", params.submissionId, { body: all });
    expect(receipt.status).toBe(200);
    const named = [{ id: left, indicatorCode: "SOM-PRO-01" }];
    const receiptOf = async (as: Who, version: number) =>
      (await api.call(getReceipt, { as, params, query: { version: String(version) } })).body.questionsLeft;
    expect(receipt.body.questionsLeft).toEqual(named);
    for (const as of ["secretariat", "focal_point:CRI", "approver:CRI"] as const)
      expect([as, await receiptOf(as, 1), await receiptOf(as, 2)]).toEqual([as, [], named]);
    for (const as of ["secretariat", "focal_point:CRI"] as const)
      expect((await view(as)).versions.map(({ questionsLeft }) => questionsLeft)).toEqual([[], [left]]);
    const sent = (await auditOf(api, params.submissionId)).findLast(({ action }) => action === "submission.submitted");
    expect(sent).toMatchObject({ detail: { questionsLeft: 1 } });
    expect((await view("secretariat")).inQuestion).toBeNull();
  });

  test("taken back, it is as it was: what was opened stays open, the rest stays locked", async () => {
    await api.call(withdrawSubmission, { as: "focal_point:CRI", params, body: { reason: "One more look" } });
    const { inQuestion } = await view("focal_point:CRI");
    expect([inQuestion?.includes(locked), inQuestion?.includes(other)]).toEqual([true, false]);
    api.clock.advance(1000);
    await api.call(reopenAnswer, {
      as: "alternate:CRI",
      params: { ...params, indicatorCode: other },
      body: { reason: "The law was changed" },
    });
    expect((await view("focal_point:CRI")).inQuestion).toContain(other);
  });

  test("returned once more, it locks what was open; a question that the Secretariat closes needs no answer", async () => {
    const { comments } = await view("focal_point:CRI");
    const leaving = comments.filter(({ isQuestion }) => isQuestion).map(({ id }) => id);
    const body = { ...(await declared(api, params.submissionId)), leaving };
    expect((await sendReport(api, "focal_point:CRI", params.submissionId, { body })).status).toBe(200);
    api.clock.advance(60_000);
    const again = [{ indicatorCode: asked, body: "And abroad?" }];
    await api.call(returnSubmission, { as: "secretariat", params, body: { comments: again } });
    expect((await view("focal_point:CRI")).inQuestion).not.toContain(locked);
    expect(await thread("focal_point:CRI", "shared", asked)).toMatchObject({ state: "open", mayClose: false });
    expect((await sendReport(api, "focal_point:CRI", params.submissionId)).problem?.code).toBe("questions-open");
    api.clock.advance(60_000);
    const closed = (await close("secretariat", "shared", asked)).body;
    expect(closed).toMatchObject({ state: "closed", lastClosedAt: closed.closed?.at });
    api.clock.advance(60_000);
    expect((await say("secretariat", "shared", asked, "Thanks, that is clear")).body.thread).toMatchObject({
      closed: null,
      lastClosedAt: closed.closed?.at,
    });
    // The page asks about no more than the server, and by the same facts.
    const { submission, comments: said, answers, threads } = await view("focal_point:CRI");
    const savedAt = new Map(answers.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
    const closings = threads.flatMap((one) => (one.lastClosedAt === null ? [] : [{ ...one, at: one.lastClosedAt }]));
    const questions = questionsOf(submission, said);
    expect(questions.map(({ indicatorCode }) => indicatorCode)).toEqual([asked]);
    expect(openQuestions(questions, said, savedAt, closings)).toEqual([]);
    expect((await sendReport(api, "focal_point:CRI", params.submissionId)).status).toBe(200);
  });
});
