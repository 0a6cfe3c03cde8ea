import { getSubmission, saveAnswer, saveAnswers } from "@avances/contracts";
import type { Answer } from "@avances/domain/answer";
import { completeAnswers } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, fill, input, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;
let sound: readonly Answer[];

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN", "HND"]);
  sound = completeAnswers(api.deps.catalogues.current, { seed: 11 });
});
afterAll(() => api.close());

function rows(codes: readonly string[], revision: number) {
  return sound
    .filter(({ indicatorCode }) => codes.includes(indicatorCode))
    .map((answer) => ({ ...input(answer), indicatorCode: answer.indicatorCode, revision }));
}

function save(as: Who | TestPerson, country: string, answers: ReturnType<typeof rows>) {
  return api.call(saveAnswers, { as, params: { submissionId: ids[country] as string }, body: { answers } });
}

async function answersOf(country: string) {
  const params = { submissionId: ids[country] as string };
  return (await api.call(getSubmission, { as: `focal_point:${country}`, params })).body;
}

describe("saving many answers at once", () => {
  test("a whole submission of sixty indicators goes in together and leaves one event", async () => {
    await fill(api, "focal_point:CRI", ids.CRI as string, { seed: 11 });
    const seen = await answersOf("CRI");
    expect(seen.answers.map(({ indicatorCode }) => indicatorCode).sort()).toEqual(
      sound.map(({ indicatorCode }) => indicatorCode).sort(),
    );
    expect(seen).toMatchObject({
      submission: { status: "draft", answered: 60 },
      progress: { answered: 60, reported: 60 },
    });
    const events = await auditOf(api, ids.CRI as string);
    expect(events.map(({ action }) => action)).toEqual(["answers.saved"]);
    expect(events[0]?.fields).toHaveLength(60);
  });

  test("one stale answer keeps all others from being saved, and every conflict is named with what stands there now", async () => {
    await save("focal_point:GTM", "GTM", rows(["TIP-LEG-01", "TIP-LEG-02"], 0));
    const reply = await save("alternate:GTM", "GTM", [...rows(["TIP-LEG-03"], 0), ...rows(["TIP-LEG-02"], 7)]);
    expect(reply.status).toBe(412);
    expect(reply.problem?.details).toMatchObject({
      conflicts: [{ indicatorCode: "TIP-LEG-02", current: { revision: 1, updatedByName: "focal_point GTM" } }],
    });
    expect((await answersOf("GTM")).answers).toHaveLength(2);
    expect(await auditOf(api, ids.GTM as string)).toHaveLength(1);
  });

  test("one value that does not fit its indicator keeps all others from being saved", async () => {
    const [good, bad] = rows(["TIP-LEG-04", "TIP-COO-05"], 0);
    const reply = await save("focal_point:GTM", "GTM", [
      good as never,
      { ...bad, value: { type: "ordinal", level: 1 } } as never,
    ]);
    expect(reply.problem).toMatchObject({ code: "answer-not-accepted" });
    expect((await answersOf("GTM")).answers).toHaveLength(2);
  });

  const withLists = (breakdowns: Record<string, Record<string, number>>) => {
    const [row] = rows(["TIP-PRO-01"], 0);
    if (row === undefined) throw new Error("No answer to change");
    return { ...row, value: { type: "count" as const, total: 3, breakdowns, crossTabs: {} } };
  };
  const lists = (count: number, name: (index: number) => string) =>
    withLists(Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), { a: 1 }])));
  const unknown = (index: number) => `list${index}`;

  test("of many faults a refusal names the first and says how many more there are", async () => {
    const many = await save("focal_point:GTM", "GTM", [lists(3_000, unknown)]);
    expect(many.problem).toMatchObject({ code: "answer-not-accepted", details: { more: 2_980 } });
    expect(many.problem?.details?.findings).toHaveLength(20);
    const few = await save("focal_point:GTM", "GTM", [lists(2, unknown)]);
    expect(few.problem?.details).toMatchObject({ findings: [{}, {}], more: 0 });

    const { indicatorCode, revision, ...body } = lists(3_000, unknown);
    const params = { submissionId: ids.GTM as string, indicatorCode };
    const one = await api.call(saveAnswer, { as: "focal_point:GTM", params, revision, body });
    expect(one.problem?.details).toMatchObject({ more: 2_980 });

    const shape = await save("focal_point:GTM", "GTM", [lists(3_000, (index) => `list-${index}`)]);
    expect(shape.problem).toMatchObject({ code: "invalid-input", details: { more: 2_980 } });
    expect(shape.problem?.errors).toHaveLength(20);
  });

  test("a body with more entries than any report has is refused before anything is said about each", async () => {
    const cells = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`c${index}`, 1]));
    const reply = await save("focal_point:GTM", "GTM", [withLists({ sex: cells })]);
    const errors = [{ pointer: "", message: "too_many_entries" }];
    expect(reply.problem).toMatchObject({ code: "invalid-input", errors });
  });

  test("an indicator named twice is refused", async () => {
    const twice = [...rows(["TIP-LEG-04"], 0), ...rows(["TIP-LEG-04"], 0)];
    expect((await save("focal_point:GTM", "GTM", twice)).problem).toMatchObject({ code: "answer-not-accepted" });
  });

  test("findings of the answers saved come back together", async () => {
    const linked = rows(["TIP-PRO-01", "TIP-PRO-04", "TIP-PRO-08"], 0);
    for (const row of linked) if (row.indicatorCode === "TIP-PRO-04") row.value.denominator += 1;
    const reply = await save("focal_point:GTM", "GTM", linked);
    expect(reply.body.findings.map(({ ruleId }) => ruleId)).toEqual(["V-X05"]);
  });

  test("another country, another person's indicators and signed-off work are out of reach", async () => {
    expect((await save("focal_point:CRI", "PAN", rows(["TIP-LEG-01"], 0))).status).toBe(404);
    expect((await save("secretariat", "PAN", rows(["TIP-LEG-01"], 0))).status).toBe(403);
    expect((await save("approver:PAN", "PAN", rows(["TIP-LEG-01"], 0))).status).toBe(403);
    const police = await api.addPerson({ role: "contributor", country: "PAN", assignedIndicators: ["TIP-JUS-01"] });
    expect((await save(police, "PAN", rows(["TIP-JUS-01", "TIP-JUS-02"], 0))).status).toBe(404);
    expect((await answersOf("PAN")).answers).toEqual([]);
    // What a contributor writes is proposed, and does not begin the report.
    expect((await save(police, "PAN", rows(["TIP-JUS-01"], 0))).body).toMatchObject({
      answered: 1,
      status: "not_started",
    });
    expect((await answersOf("PAN")).answers).toEqual([]);
    await fill(api, "focal_point:HND", ids.HND as string);
    await submit(api, "focal_point:HND", ids.HND as string);
    expect((await save("focal_point:HND", "HND", rows(["TIP-LEG-01"], 1))).problem).toMatchObject({
      code: "submission-not-editable",
    });
  });

  test("of six bulk saves of the same answers at the same moment one wins", async () => {
    const codes = ["SOM-LEG-01", "SOM-LEG-02", "SOM-LEG-03"];
    const replies = await Promise.all(Array.from({ length: 6 }, () => save("focal_point:GTM", "GTM", rows(codes, 0))));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const { submission, progress } = await answersOf("GTM");
    expect(submission.answered).toBe(progress.answered);
  });
});
