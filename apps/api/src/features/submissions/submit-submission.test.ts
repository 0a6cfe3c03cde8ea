import {
  acceptSubmission,
  getReceipt,
  getSubmission,
  saveAnswer,
  submitSubmission,
  withdrawSubmission,
} from "@avances/contracts";
import type { Answer } from "@avances/domain/answer";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, declared, fill, input, sendReport, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;
const countries = ["CRI", "GTM", "PAN", "HND", "MEX", "NIC", "SLV", "BLZ", "DOM", "USA", "CAN"];

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, countries);
});
afterAll(() => api.close());

function send(as: Who, country: string) {
  return sendReport(api, as, ids[country] as string);
}

function withdraw(as: Who, country: string, reason?: string) {
  const params = { submissionId: ids[country] as string };
  return api.call(withdrawSubmission, { as, params, ...(reason !== undefined && { body: { reason } }) });
}

async function view(as: Who, country: string) {
  return (await api.call(getSubmission, { as, params: { submissionId: ids[country] as string } })).body;
}

function filled(country: string, but?: (answers: readonly Answer[]) => readonly Answer[]) {
  return fill(api, `focal_point:${country}`, ids[country] as string, but === undefined ? {} : { but });
}

function changing(code: string, change: (answer: ReturnType<typeof input>) => object) {
  return (answers: readonly Answer[]) =>
    answers.map((answer) =>
      answer.indicatorCode === code ? ({ ...answer, ...change(input(answer)) } as Answer) : answer,
    );
}

/** One country per fault, so that the cases do not affect each other. */
const blocked: Readonly<Record<string, string>> = {
  "SOM-JUS-02": "HND",
  "SOM-DAT-02": "MEX",
  "TIP-LEG-01": "NIC",
  "TIP-LEG-03": "SLV",
  "TIP-COO-04": "BLZ",
  "TIP-PRV-06": "DOM",
  "SOM-JUS-03": "USA",
};

describe("signing off", () => {
  test("freezes version 1 and answers with a receipt that can be read again", async () => {
    await filled("CRI");
    api.clock.set("2027-05-01T05:59:59.999Z");
    const receipt = await submit(api, "focal_point:CRI", ids.CRI as string);
    expect(receipt).toMatchObject({
      country: "CRI",
      year: 2027,
      version: 1,
      status: "submitted",
      submittedAt: "2027-05-01T05:59:59.999Z",
      submittedByName: "focal_point CRI",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      timeliness: { kind: "on_time", daysLate: 0 },
      timeZone: "America/Costa_Rica",
      progress: { expected: 60, answered: 60 },
    });
    const params = { submissionId: ids.CRI as string };
    for (const as of ["focal_point:CRI", "approver:CRI", "liaison_officer:CRI", "secretariat"] as const) {
      expect((await api.call(getReceipt, { as, params })).body).toEqual(receipt);
    }
    expect((await api.call(getReceipt, { as: "focal_point:CRI", params, query: { version: "2" } })).status).toBe(404);
    expect((await api.call(getReceipt, { as: "focal_point:GTM", params })).status).toBe(404);
    const seen = await view("secretariat", "CRI");
    expect(seen).toMatchObject({ copy: "frozen", submission: { version: 1, status: "submitted" } });
    expect(seen.answers).toHaveLength(60);
    api.clock.set("2027-02-10T15:00:00Z");
  });

  test("leaves one event in the record", async () => {
    const events = (await auditOf(api, ids.CRI as string)).filter(({ action }) => action === "submission.submitted");
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actorRole: "focal_point",
      detail: { from: "draft", to: "submitted", version: 1 },
    });
    expect(events[0]?.afterHash).toBe((await view("secretariat", "CRI")).versions[0]?.contentHash);
  });

  test("twelve times with the same key at once is one version and twelve times the same receipt", async () => {
    await filled("GTM");
    // A browser that retries sends the same request, including the state that its reader saw.
    const params = { submissionId: ids.GTM as string };
    const request = {
      as: "focal_point:GTM",
      params,
      body: await declared(api, params.submissionId),
      revision: await api.revisionOf(params.submissionId),
      idempotencyKey: "same-key-0001",
    } as const;
    const again = () => api.call(submitSubmission, request);
    const replies = await Promise.all(Array.from({ length: 12 }, again));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await view("focal_point:GTM", "GTM")).versions).toHaveLength(1);
    expect((await again()).body.version).toBe(1);
  });

  test("a used key with other content is refused", async () => {
    const params = { submissionId: ids.CRI as string };
    const options = { as: "focal_point:CRI", params, idempotencyKey: "reused-key-01" } as const;
    expect((await api.call(withdrawSubmission, { ...options, body: { reason: "one" } })).status).toBe(200);
    const reused = await api.call(withdrawSubmission, { ...options, body: { reason: "two" } });
    expect([reused.status, reused.problem?.code]).toEqual([422, "idempotency-key-reused"]);
    const without = await sendReport(api, "focal_point:CRI", params.submissionId, { idempotencyKey: null });
    expect(without.problem?.code).toBe("idempotency-key-required");
    await submit(api, "focal_point:CRI", ids.CRI as string);
  });

  test("a double click with two keys is one transition; the other is told who signed off", async () => {
    await filled("PAN");
    const submissionId = ids.PAN as string;
    const seen = { body: await declared(api, submissionId), revision: await api.revisionOf(submissionId) };
    const people = ["focal_point:PAN", "alternate:PAN"] as const;
    const replies = await Promise.all(people.map((as) => sendReport(api, as, submissionId, seen)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(replies.find(({ status }) => status === 412)?.problem).toMatchObject({
      code: "revision-stale",
      details: { current: { status: "submitted", version: 1 }, acts: [{ act: "submitted", after: { version: 1 } }] },
    });
    expect((await view("focal_point:PAN", "PAN")).versions).toHaveLength(1);
  });

  test.each([
    [
      "breakdown that does not add up",
      "SOM-JUS-02",
      "V-W01",
      (answer: ReturnType<typeof input>) => ({ value: { ...answer.value, total: answer.value.total + 1 } }),
    ],
    [
      "denominator that must equal another figure",
      "SOM-DAT-02",
      "V-X23",
      (answer: ReturnType<typeof input>) => ({ value: { ...answer.value, denominator: answer.value.denominator + 1 } }),
    ],
    ["missing evidence", "TIP-LEG-01", "V-W09", () => ({ evidence: [] })],
    [
      "missing state without a reason",
      "TIP-LEG-03",
      "V-W10",
      () => ({ state: "not_available", value: null, reason: "no data" }),
    ],
    [
      "half-typed ratio",
      "TIP-COO-04",
      "incomplete",
      (answer: ReturnType<typeof input>) => ({ value: { ...answer.value, denominator: null } }),
    ],
    [
      "breakdown begun and not finished",
      "TIP-PRV-06",
      "breakdown_incomplete",
      (answer: ReturnType<typeof input>) => ({
        value: { ...answer.value, breakdowns: { institution: { police: 1 } } },
      }),
    ],
    [
      "warning that nobody explained",
      "SOM-JUS-03",
      "V-X20",
      (answer: ReturnType<typeof input>) => ({ value: { ...answer.value, total: 5000, breakdowns: {} }, comment: "" }),
    ],
  ])("a %s stands in the way and freezes nothing", async (_, code, ruleId, change) => {
    const country = blocked[code] as string;
    await filled(country, changing(code, change));
    const reply = await send(`focal_point:${country}`, country);
    expect([reply.status, reply.problem?.code]).toEqual([422, "submission-has-errors"]);
    const findings = reply.problem?.details?.findings as { ruleId: string; indicators: string[] }[];
    expect(findings.map((finding) => finding.ruleId)).toContain(ruleId);
    expect(findings.every(({ indicators }) => indicators.includes(code))).toBe(true);
    expect(await view(`focal_point:${country}`, country)).toMatchObject({
      submission: { status: "draft", version: 0 },
      versions: [],
    });
    expect((await auditOf(api, ids[country] as string)).map(({ action }) => action)).toEqual(["answers.saved"]);
  });

  test("a warning that is explained no longer stands in the way", async () => {
    const country = "USA";
    const answer = (await view(`focal_point:${country}`, country)).answers.find(
      ({ indicatorCode }) => indicatorCode === "SOM-JUS-03",
    );
    const {
      indicatorCode,
      revision,
      updatedAt: _at,
      updatedByName: _by,
      ...body
    } = answer as NonNullable<typeof answer>;
    const params = { submissionId: ids[country] as string, indicatorCode };
    const explained = { ...body, comment: "Cases of earlier years were closed this year" };
    await api.call(saveAnswer, { as: `focal_point:${country}`, params, revision, body: explained });
    expect((await send(`focal_point:${country}`, country)).status).toBe(200);
  });

  test("a partial submission is allowed: coverage shows it", async () => {
    await filled("CAN", (answers) => answers.slice(0, 3));
    expect(await submit(api, "focal_point:CAN", ids.CAN as string)).toMatchObject({
      progress: { expected: 60, answered: 3 },
    });
  });

  test("who may sign off: only the focal point and the alternate of the country", async () => {
    const expected = {
      secretariat: 403,
      "contributor:MEX": 403,
      "approver:MEX": 403,
      "liaison_officer:MEX": 403,
      rcgm_delegate: 403,
      "focal_point:CRI": 404,
      "alternate:CRI": 404,
    } as const;
    for (const [as, status] of Object.entries(expected))
      expect([as, (await send(as as Who, "MEX")).status]).toEqual([as, status]);
    for (const [as, status] of Object.entries(expected)) {
      expect([as, (await withdraw(as as Who, "MEX")).status]).toEqual([as, status]);
    }
    expect((await auditOf(api, ids.MEX as string)).map(({ action }) => action)).toEqual(["answers.saved"]);
  });

  test("a report that was never started cannot be signed off", async () => {
    const next = await aRound(api, 2028, ["MEX"]);
    const params = { submissionId: next.MEX as string };
    const reply = await sendReport(api, "focal_point:MEX", params.submissionId);
    expect(reply.problem).toMatchObject({ code: "transition-refused", details: { status: "not_started" } });
    expect(await auditOf(api, params.submissionId)).toEqual([]);
  });
});

describe("what is no report yet", () => {
  afterEach(() => api.clock.set("2027-02-10T15:00:00Z"));

  const cleared = { state: "not_reported", value: null, reason: "", comment: "", evidence: [] as never[] } as const;
  const timelinessOf = async (as: Who, submissionId: string) =>
    (await api.call(getSubmission, { as, params: { submissionId } })).body.submission;

  test("with nothing answered it is not taken, so that it cannot make a country received for good", async () => {
    const submissionId = (await aRound(api, 2026, ["CRI"])).CRI as string;
    api.clock.set("2026-03-01T15:00:00Z");
    const begun = {
      params: { submissionId, indicatorCode: "TIP-LEG-01" },
      as: "focal_point:CRI",
      revision: 0,
    } as const;
    expect((await api.call(saveAnswer, { ...begun, body: cleared })).status).toBe(200);
    const reply = await sendReport(api, "focal_point:CRI", submissionId);
    expect([reply.status, reply.problem?.code]).toEqual([422, "nothing-answered"]);
    expect(await timelinessOf("secretariat", submissionId)).toMatchObject({
      status: "draft",
      version: 0,
      firstSubmittedAt: null,
      timeliness: { kind: "not_due" },
    });
    api.clock.set("2026-05-01T06:00:00Z");
    expect((await timelinessOf("secretariat", submissionId)).timeliness.kind).toBe("overdue");
    // One reason for not having a value is enough for a report.
    const reason = "The registers of this year were lost";
    const stated = { ...cleared, state: "not_available", reason } as const;
    expect((await api.call(saveAnswer, { ...begun, revision: 1, body: stated })).status).toBe(200);
    expect(await submit(api, "focal_point:CRI", submissionId)).toMatchObject({
      progress: { answered: 1 },
      timeliness: { kind: "received_late" },
    });
  });

  test("before the opening day in the country's own capital it is prepared, and not taken", async () => {
    const ids = await aRound(api, 2029, ["CRI", "DOM"], "2027-02-12");
    api.clock.set("2027-02-12T04:00:00Z");
    for (const country of ["CRI", "DOM"]) await fill(api, `focal_point:${country}`, ids[country] as string);
    const params = { submissionId: ids.CRI as string };
    const early = await sendReport(api, "focal_point:CRI", params.submissionId);
    expect([early.status, early.problem?.code, early.problem?.details]).toEqual([
      409,
      "round-not-open",
      { opensOn: "2027-02-12" },
    ]);
    expect(await timelinessOf("secretariat", params.submissionId)).toMatchObject({
      version: 0,
      firstSubmittedAt: null,
    });
    // In Santo Domingo the day has begun.
    expect((await submit(api, "focal_point:DOM", ids.DOM as string)).version).toBe(1);
    api.clock.set("2027-02-12T06:00:00Z");
    expect((await submit(api, "focal_point:CRI", params.submissionId)).version).toBe(1);
  });
});

describe("taking back", () => {
  test("a submitted version can be taken back, changed and signed off as version 2, and the first moment stays", async () => {
    const before = (await view("focal_point:GTM", "GTM")).submission.firstSubmittedAt;
    expect((await withdraw("focal_point:GTM", "GTM", "A court corrected its figures")).body).toMatchObject({
      status: "draft",
      version: 1,
      firstSubmittedAt: before,
    });
    const params = { submissionId: ids.GTM as string, indicatorCode: "TIP-DAT-03" };
    const answer = (await view("focal_point:GTM", "GTM")).answers.find((each) => each.indicatorCode === "TIP-DAT-03");
    const {
      indicatorCode: _,
      revision,
      updatedAt: _at,
      updatedByName: _by,
      ...body
    } = answer as NonNullable<typeof answer>;
    await api.call(saveAnswer, { as: "focal_point:GTM", params, revision, body: { ...body, comment: "secret draft" } });
    const desk = await view("secretariat", "GTM");
    expect(desk.answers.find((each) => each.indicatorCode === "TIP-DAT-03")?.comment).toBe("");
    expect(desk.comments.map((comment) => comment.body)).toEqual(["A court corrected its figures"]);
    api.clock.set("2027-06-01T12:00:00Z");
    const receipt = await submit(api, "alternate:GTM", ids.GTM as string);
    expect(receipt).toMatchObject({ version: 2, timeliness: { kind: "on_time" } });
    expect((await view("secretariat", "GTM")).versions.map(({ version }) => version)).toEqual([1, 2]);
    const first = await api.call(getReceipt, {
      as: "secretariat",
      params: { submissionId: ids.GTM as string },
      query: { version: "1" },
    });
    expect(first.body).toMatchObject({ version: 1, submittedAt: before });
    expect(first.body.contentHash).not.toBe(receipt.contentHash);
    api.clock.set("2027-02-10T15:00:00Z");
  });

  test("a report cannot be withdrawn before it was signed off or after it was accepted", async () => {
    expect((await withdraw("focal_point:MEX", "MEX")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "draft" },
    });
    await api.call(acceptSubmission, { as: "secretariat", params: { submissionId: ids.PAN as string }, body: {} });
    const length = (await auditOf(api, ids.PAN as string)).length;
    expect((await withdraw("focal_point:PAN", "PAN")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "accepted" },
    });
    expect(await auditOf(api, ids.PAN as string)).toHaveLength(length);
  });
});
