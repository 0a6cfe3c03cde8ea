import { getSubmission, saveAnswer } from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, declared, fill, sendReport } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN"]);
});
afterAll(() => api.close());

const reason = { state: "not_available", value: null, reason: "There is no register yet" } as const;
const cleared = { state: "not_reported", value: null, reason: "" } as const;

/** A colleague, or the submitter in another tab, saves in between. */
async function saves(country: string, indicatorCode: string, revision: number, value: typeof reason | typeof cleared) {
  const reply = await api.call(saveAnswer, {
    as: `alternate:${country}`,
    params: { submissionId: ids[country] as string, indicatorCode },
    revision,
    body: { ...value, comment: "", evidence: [] },
  });
  if (reply.status !== 200) throw new Error(reply.text);
}

const read = async (country: string) =>
  (await api.call(getSubmission, { as: `focal_point:${country}`, params: { submissionId: ids[country] as string } }))
    .body;

describe("a government declares the answers that its submitter saw, and no others", () => {
  test("one changed, one given and one cleared since: refused with exactly these, and nothing is done", async () => {
    const submissionId = ids.CRI as string;
    await fill(api, "focal_point:CRI", submissionId, {
      but: (answers) => answers.filter(({ indicatorCode }) => indicatorCode !== "TIP-PRO-01"),
    });
    const body = await declared(api, submissionId);
    const revision = await api.revisionOf(submissionId);
    await saves("CRI", "TIP-LEG-03", 1, reason);
    await saves("CRI", "TIP-PRO-01", 0, reason);
    await saves("CRI", "SOM-JUS-01", 1, cleared);
    // Saving is no act on the report: its revision alone would not show the change.
    expect(await api.revisionOf(submissionId)).toBe(revision);
    const before = await read("CRI");
    const trail = await auditOf(api, submissionId);

    const idempotencyKey = "seen-before-lunch";
    const refused = await sendReport(api, "focal_point:CRI", submissionId, { body, revision, idempotencyKey });
    expect(refused.problem).toMatchObject({
      status: 412,
      code: "answers-changed",
      details: { indicators: ["SOM-JUS-01", "TIP-LEG-03", "TIP-PRO-01"] },
    });
    expect(await read("CRI")).toEqual(before);
    expect(before).toMatchObject({ submission: { status: "draft", version: 0 }, versions: [] });
    expect(await auditOf(api, submissionId)).toEqual(trail);

    // A person who has seen these answers can sign them off, and only once, however often the request is sent.
    const again = { body: await declared(api, submissionId), revision, idempotencyKey: "seen-after-lunch" };
    const sent = await sendReport(api, "focal_point:CRI", submissionId, again);
    expect([sent.status, sent.body.version]).toEqual([200, 1]);
    const repeated = await sendReport(api, "focal_point:CRI", submissionId, again);
    expect([repeated.status, repeated.text]).toEqual([200, sent.text]);
    const reused = await sendReport(api, "focal_point:CRI", submissionId, { ...again, body });
    expect([reused.status, reused.problem?.code]).toEqual([422, "idempotency-key-reused"]);
    expect((await read("CRI")).versions).toHaveLength(1);
  });

  test("an answer taken away and given again as it was is another one; one that says 'no answer' of none is the same", async () => {
    const submissionId = ids.GTM as string;
    await saves("GTM", "TIP-LEG-01", 0, reason);
    const body = await declared(api, submissionId);
    expect(body.answers).toEqual({ "TIP-LEG-01": 1 });
    await saves("GTM", "TIP-LEG-01", 1, cleared);
    await saves("GTM", "TIP-LEG-01", 2, reason);
    const stale = await sendReport(api, "focal_point:GTM", submissionId, { body });
    expect(stale.problem?.details).toEqual({ indicators: ["TIP-LEG-01"] });
    const none = { declaration: true, answers: {} } as const;
    expect((await sendReport(api, "focal_point:GTM", submissionId, { body: none })).problem?.details).toEqual({
      indicators: ["TIP-LEG-01"],
    });
    const said = { declaration: true, answers: { "TIP-LEG-01": 3, "TIP-LEG-02": 0 } } as const;
    expect((await sendReport(api, "focal_point:GTM", submissionId, { body: said })).status).toBe(200);
  });

  test("a declaration without the revisions of the answers is refused", async () => {
    const submissionId = ids.PAN as string;
    await saves("PAN", "TIP-LEG-01", 0, reason);
    const many = Object.fromEntries(
      Array.from({ length: 121 }, (_, n) => [`${n < 100 ? "TIP" : "SOM"}-LEG-${String(n % 100).padStart(2, "0")}`, 1]),
    );
    for (const answers of [undefined, null, [], 1, { X: 1 }, { "TIP-LEG-01": -1 }, { "TIP-LEG-01": "1" }, many]) {
      const body = { declaration: true, answers } as never;
      expect((await sendReport(api, "focal_point:PAN", submissionId, { body })).problem?.code).toBe("invalid-input");
    }
    expect((await read("PAN")).submission).toMatchObject({ status: "draft", version: 0 });
  });
});
