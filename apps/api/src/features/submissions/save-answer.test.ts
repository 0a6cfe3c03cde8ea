import { acceptSubmission, getSubmission, saveAnswer, saveAnswers } from "@avances/contracts";
import type { Answer, Answers } from "@avances/domain/answer";
import { completeAnswers, testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, declared, fill, input, sendReport, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;
let sound: Answers;

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN", "HND", "MEX", "NIC", "SLV", "BLZ", "DOM", "USA"]);
  sound = byCode(completeAnswers(api.deps.catalogues.current, { seed: 3 }));
});
afterAll(() => api.close());

function byCode(answers: readonly Answer[]): Answers {
  return new Map(answers.map((answer) => [answer.indicatorCode, answer]));
}

function answer(code: string) {
  return input(sound.get(code) as Answer);
}

function save(as: Who, country: string, indicatorCode: string, revision: number, body = answer(indicatorCode)) {
  const params = { submissionId: ids[country] as string, indicatorCode };
  return api.call(saveAnswer, { as, params, revision, body });
}

async function view(as: Who, country: string) {
  return (await api.call(getSubmission, { as, params: { submissionId: ids[country] as string } })).body;
}

describe("saving one answer", () => {
  test("the first answer starts the draft, comes back with its revision and leaves one event without values", async () => {
    const reply = await save("focal_point:GTM", "GTM", "TIP-PRO-01", 0);
    expect(reply.body).toMatchObject({ status: "draft", answered: 1, checked: ["TIP-PRO-01"], findings: [] });
    expect(reply.body.answer).toMatchObject({ ...answer("TIP-PRO-01"), indicatorCode: "TIP-PRO-01", revision: 1 });
    expect(reply.headers.etag).toBe('"v1"');
    const events = await auditOf(api, `${ids.GTM}/TIP-PRO-01`);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: "answer.saved",
      actorRole: "focal_point",
      countryCode: "GTM",
      fields: ["state", "value", "evidence"],
      beforeHash: null,
      afterHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(events[0])).not.toContain("breakdowns");
  });

  test("the reply says what the writer may do from now on, as reading the report would", async () => {
    const mayNow = { consent: false, edit: true, submit: true, withdraw: false, sign: false, review: false };
    expect((await view("focal_point:USA", "USA")).may.submit).toBe(false);
    expect((await save("focal_point:USA", "USA", "TIP-PRO-01", 0)).body.may).toEqual(mayNow);
    expect((await view("focal_point:USA", "USA")).may).toEqual(mayNow);
    const answers = [{ ...answer("TIP-LEG-01"), indicatorCode: "TIP-LEG-01", revision: 0 }];
    const many = await api.call(saveAnswers, {
      as: "contributor:USA",
      params: { submissionId: ids.USA as string },
      body: { answers },
    });
    expect(many.body.may).toEqual({ ...mayNow, submit: false });
  });

  test("a rule that is broken does not keep a draft from being saved, and is told at once and until it is mended", async () => {
    const victims = sound.get("TIP-PRO-01")?.value as { total: number };
    await save("alternate:GTM", "GTM", "TIP-PRO-08", 0);
    const linked = answer("TIP-PRO-04");
    linked.value.denominator = victims.total + 1;
    const broken = await save("alternate:GTM", "GTM", "TIP-PRO-04", 0, linked);
    expect(broken.body.findings.map(({ ruleId }) => ruleId)).toEqual(["V-X05"]);
    expect((await view("focal_point:GTM", "GTM")).findings.map(({ ruleId }) => ruleId)).toContain("V-X05");
    const mended = await save("alternate:GTM", "GTM", "TIP-PRO-04", 1);
    expect(mended.body).toMatchObject({ findings: [], answer: { revision: 2 } });
  });

  test("a half-typed figure is kept but not yet counted as answered", async () => {
    const half = answer("TIP-COO-04");
    half.value.denominator = null;
    const before = (await view("focal_point:GTM", "GTM")).submission.answered;
    const saved = await save("focal_point:GTM", "GTM", "TIP-COO-04", 0, half);
    expect(saved.body.findings).toMatchObject([{ ruleId: "incomplete", severity: "error" }]);
    expect(saved.body.answered).toBe(before);
    expect((await save("focal_point:GTM", "GTM", "TIP-COO-04", 1)).body.answered).toBe(before + 1);
  });

  test("a computed cell is kept with its origin, and follows the rest of the answer", async () => {
    const value = {
      type: "count" as const,
      total: 9,
      breakdowns: { transportMode: { land: 7, sea: 2, air: 0, mixed: 0, unknown: 0 } },
      crossTabs: {},
      computed: {
        "b/transportMode/air": "zero" as const,
        "b/transportMode/mixed": "zero" as const,
        "b/transportMode/unknown": "zero" as const,
      },
    };
    const body = { ...answer("SOM-JUS-01"), value };
    const saved = await save("focal_point:DOM", "DOM", "SOM-JUS-01", 0, body);
    expect(saved.body).toMatchObject({ findings: [], answer: { value } });
    expect((await view("focal_point:DOM", "DOM")).answers).toMatchObject([{ indicatorCode: "SOM-JUS-01", value }]);
    const onlyTotal = { type: "count" as const, total: 9, breakdowns: {}, crossTabs: {}, totalOnly: true as const };
    const stated = await save("focal_point:DOM", "DOM", "SOM-JUS-01", 1, { ...body, value: onlyTotal });
    expect(stated.body).toMatchObject({ findings: [], answered: 1, answer: { value: onlyTotal } });
    const nothing = { state: "not_reported" as const, value: null, reason: "", comment: "", evidence: [] };
    const params = { submissionId: ids.DOM as string, indicatorCode: "SOM-JUS-01" };
    const cleared = await api.call(saveAnswer, { as: "focal_point:DOM", params, revision: 2, body: nothing });
    expect(cleared.body.answered).toBe(0);
  });

  test("a linked denominator may be behind the other answer: it is saved, and the rule says so", async () => {
    await save("focal_point:BLZ", "BLZ", "SOM-JUS-01", 0);
    const body = answer("SOM-JUS-05");
    const cases = (answer("SOM-JUS-01").value as { total: number }).total;
    const value = { ...body.value, denominator: cases + 1, computed: { denominator: "equal" as const } };
    const behind = await save("focal_point:BLZ", "BLZ", "SOM-JUS-05", 0, { ...body, value });
    expect(behind.body.findings.map(({ ruleId }) => ruleId)).toContain("V-X21");
    const followed = await save("focal_point:BLZ", "BLZ", "SOM-JUS-05", 1, {
      ...body,
      value: { ...value, denominator: cases },
    });
    expect(followed.body.findings.map(({ ruleId }) => ruleId)).not.toContain("V-X21");
  });

  test.each([
    [
      "a cell said to be zero while something may be there",
      "SOM-JUS-01",
      {
        value: {
          type: "count",
          total: 9,
          breakdowns: { transportMode: { land: 7, sea: 0 } },
          crossTabs: {},
          computed: { "b/transportMode/sea": "zero" },
        },
      },
      "origin_false",
    ],
    [
      "an origin without a figure",
      "SOM-JUS-01",
      {
        value: { type: "count", total: 9, breakdowns: {}, crossTabs: {}, computed: { "b/transportMode/sea": "zero" } },
      },
      "origin_false",
    ],
    [
      "cells beside the statement that only the total is known",
      "SOM-JUS-01",
      {
        value: { type: "count", total: 9, breakdowns: { transportMode: { land: 7 } }, crossTabs: {}, totalOnly: true },
      },
      "wrong_type",
    ],
    [
      "that only the total is known, where no breakdown is asked",
      "TIP-JUS-08",
      { value: { type: "count", total: 9, breakdowns: {}, crossTabs: {}, totalOnly: true } },
      "wrong_type",
    ],
    ["a value of another type", "TIP-LEG-01", { value: { type: "boolean", value: true } }, "wrong_type"],
    ["a level the indicator does not have", "TIP-LEG-01", { value: { type: "ordinal", level: 9 } }, "wrong_type"],
    [
      "a category that is not in the code list",
      "TIP-PRO-05",
      { value: { type: "ordinal", level: 1 }, state: "not_applicable", reason: "none of it could happen here" },
      "state_not_allowed",
    ],
    [
      "a breakdown by an unknown category",
      "SOM-JUS-02",
      { value: { type: "count", total: 3, breakdowns: { sex: { martian: 3 } }, crossTabs: {} } },
      "wrong_type",
    ],
    [
      "a breakdown that is not asked",
      "SOM-JUS-02",
      { value: { type: "count", total: 3, breakdowns: { institution: { police: 3 } }, crossTabs: {} } },
      "wrong_type",
    ],
    ["a cleared answer with a value", "TIP-COO-05", { state: "not_reported" }, "wrong_type"],
  ])("%s is refused and nothing is saved", async (_, code, wrong, ruleId) => {
    // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
    const body = { ...answer(code), ...wrong } as any;
    const reply = await save("focal_point:GTM", "GTM", code, 0, body);
    expect(reply.problem).toMatchObject({ code: "answer-not-accepted" });
    expect(JSON.stringify(reply.problem?.details)).toContain(ruleId);
    expect((await view("focal_point:GTM", "GTM")).answers.map(({ indicatorCode }) => indicatorCode)).not.toContain(
      code,
    );
    expect(await auditOf(api, `${ids.GTM}/${code}`)).toEqual([]);
  });

  test("an indicator the catalogue does not have is not found", async () => {
    expect((await save("focal_point:GTM", "GTM", "TIP-LEG-99", 0, answer("TIP-LEG-01"))).status).toBe(404);
  });

  test("a cleared answer is not reported again, and an older tab cannot bring it back", async () => {
    const code = "TIP-LEG-02";
    const before = (await view("focal_point:GTM", "GTM")).submission.answered;
    await save("focal_point:GTM", "GTM", code, 0);
    const empty = { state: "not_reported" as const, value: null, reason: "", comment: "", evidence: [] };
    const params = { submissionId: ids.GTM as string, indicatorCode: code };
    const cleared = await api.call(saveAnswer, { as: "focal_point:GTM", params, revision: 1, body: empty });
    expect(cleared.body).toMatchObject({
      answer: { state: "not_reported", value: null, revision: 2 },
      answered: before,
    });
    const older = await save("focal_point:GTM", "GTM", code, 1);
    expect(older.status).toBe(412);
    expect(older.problem?.details).toMatchObject({ current: { state: "not_reported", revision: 2 } });
    expect((await save("focal_point:GTM", "GTM", code, 0)).status).toBe(412);
    const seen = (await view("focal_point:GTM", "GTM")).answers.find(({ indicatorCode }) => indicatorCode === code);
    expect(seen).toMatchObject({ state: "not_reported", revision: 2 });
    expect((await save("focal_point:GTM", "GTM", code, 2)).body.answer.revision).toBe(3);
  });

  test("a saved draft is warned by the figures accepted in the round before", async () => {
    const earlier = await aRound(api, 2026, ["HND"]);
    const was = await fill(api, "focal_point:HND", earlier.HND as string, { seed: 5 });
    await submit(api, "focal_point:HND", earlier.HND as string);
    const params = { submissionId: earlier.HND as string };
    expect((await api.call(acceptSubmission, { as: "secretariat", params, body: {} })).status).toBe(200);
    const { level } = (was.get("TIP-LEG-01") as Answer).value as { level: number };
    const changed = answer("TIP-LEG-01");
    changed.value.level = level > 1 ? 0 : 4;
    const reply = await save("focal_point:HND", "HND", "TIP-LEG-01", 0, changed);
    expect(reply.body.findings).toMatchObject([{ ruleId: level > 1 ? "V-Y02" : "V-Y03", requiresComment: true }]);
    expect((await view("focal_point:HND", "HND")).previous).toMatchObject({ year: 2026 });
    expect((await view("focal_point:HND", "HND")).previous.answers).toHaveLength(60);
  });
});

describe("who may write", () => {
  test("without If-Match nothing is saved", async () => {
    const params = { submissionId: ids.PAN as string, indicatorCode: "TIP-LEG-01" };
    const reply = await api.call(saveAnswer, { as: "focal_point:PAN", params, body: answer("TIP-LEG-01") });
    expect(reply.status).toBe(428);
    for (const tag of ["*", 'W/"v0"', "0", '"0"']) {
      const headers = { "if-match": tag };
      const loose = await api.call(saveAnswer, { as: "focal_point:PAN", params, body: answer("TIP-LEG-01"), headers });
      expect(loose.status).toBe(428);
    }
    expect((await view("focal_point:PAN", "PAN")).answers).toEqual([]);
  });

  test.each([
    ["secretariat", 403, 403],
    ["focal_point", 200, 404],
    ["alternate", 200, 404],
    ["contributor", 200, 404],
    ["approver", 403, 403],
    ["liaison_officer", 403, 403],
    ["rcgm_delegate", 403, 403],
    ["presidency", 403, 403],
    ["observer", 403, 403],
    ["civil_society", 403, 403],
    ["coalition", 403, 403],
  ] as const)("%s: own country %i, another country %i", async (role, own, foreign) => {
    const country = ["secretariat", "rcgm_delegate", "presidency", "observer", "civil_society", "coalition"].includes(
      role,
    )
      ? ""
      : ":MEX";
    const as = `${role}${country}` as Who;
    const current = (await view("focal_point:MEX", "MEX")).answers.find((each) => each.indicatorCode === "TIP-LEG-01");
    expect((await save(as, "MEX", "TIP-LEG-01", current?.revision ?? 0)).status).toBe(own);
    expect((await save(as, "PAN", "TIP-LEG-01", 0)).status).toBe(foreign);
    expect((await view("focal_point:PAN", "PAN")).answers).toEqual([]);
  });

  test("a foreign submission looks like one that does not exist", async () => {
    const foreign = await save("focal_point:MEX", "PAN", "TIP-LEG-01", 0);
    const params = { submissionId: "0190a000-0000-7000-8000-000000000000", indicatorCode: "TIP-LEG-01" };
    const missing = await api.call(saveAnswer, {
      as: "focal_point:MEX",
      params,
      revision: 0,
      body: answer("TIP-LEG-01"),
    });
    const plain = (problem: unknown) => ({ ...(problem as object), instance: "" });
    expect(plain(foreign.problem)).toEqual(plain(missing.problem));
  });

  test("a contributor proposes for the assigned indicators and no others, and changes nothing of the report", async () => {
    await save("focal_point:NIC", "NIC", "TIP-PRO-01", 0);
    const contributor = await api.addPerson({
      role: "contributor",
      country: "NIC",
      assignedIndicators: ["TIP-PRO-04", "TIP-JUS-01"],
    });
    const post = (code: string) =>
      api.call(saveAnswer, {
        as: contributor,
        params: { submissionId: ids.NIC as string, indicatorCode: code },
        revision: 0,
        body: answer(code),
      });
    expect((await post("TIP-LEG-01")).status).toBe(404);
    const linked = answer("TIP-PRO-04");
    linked.value.denominator += 3;
    const saved = await api.call(saveAnswer, {
      as: contributor,
      params: { submissionId: ids.NIC as string, indicatorCode: "TIP-PRO-04" },
      revision: 0,
      body: linked,
    });
    // The rule that ties it to TIP-PRO-01 is broken, but the contributor must not learn of another section's figure.
    expect(saved.body).toMatchObject({ answered: 1, status: "draft", findings: [] });
    const whole = await view("focal_point:NIC", "NIC");
    expect(whole.answers.map(({ indicatorCode }) => indicatorCode)).toEqual(["TIP-PRO-01"]);
    expect(whole.findings.map(({ ruleId }) => ruleId)).not.toContain("V-X05");
    expect(whole.submission.answered).toBe(1);
  });

  test("nobody changes an answer once the submission is signed off", async () => {
    await fill(api, "focal_point:SLV", ids.SLV as string);
    await submit(api, "focal_point:SLV", ids.SLV as string);
    const reply = await save("focal_point:SLV", "SLV", "TIP-LEG-01", 1);
    expect(reply.problem).toMatchObject({
      status: 409,
      code: "submission-not-editable",
      details: { status: "submitted" },
    });
    expect(await auditOf(api, `${ids.SLV}/TIP-LEG-01`)).toEqual([]);
  });
});

describe("two people at one answer", () => {
  test.each(["first", "second"])(
    "of twelve %s saves with the same If-Match one wins and eleven see the winner's text",
    async (round) => {
      const country = "BLZ";
      const revision = round === "first" ? 0 : 1;
      const attempts = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const body = { ...answer("TIP-DAT-03"), comment: `${round} ${index}` };
          return save(index % 2 ? "focal_point:BLZ" : "alternate:BLZ", country, "TIP-DAT-03", revision, body);
        }),
      );
      const winners = attempts.filter(({ status }) => status === 200);
      const losers = attempts.filter(({ status }) => status === 412);
      expect([winners.length, losers.length]).toEqual([1, 11]);
      const stored = (await view("focal_point:BLZ", country)).answers.find(
        (each) => each.indicatorCode === "TIP-DAT-03",
      );
      expect(stored?.comment).toBe(winners[0]?.body.answer.comment);
      expect(stored?.revision).toBe(revision + 1);
      for (const loser of losers) {
        expect(loser.problem).toMatchObject({ code: "revision-stale", details: { current: { ...stored } } });
        expect(stored?.updatedByName).not.toBe("");
      }
      expect(await auditOf(api, `${ids.BLZ}/TIP-DAT-03`)).toHaveLength(revision + 1);
    },
  );

  test("saves of different answers at the same moment all count", async () => {
    const codes = [
      "TIP-LEG-01",
      "TIP-LEG-02",
      "TIP-LEG-03",
      "TIP-PRO-01",
      "TIP-PRO-02",
      "SOM-PRO-01",
      "SOM-LEG-01",
      "SOM-DAT-01",
    ];
    const saved = await Promise.all(codes.map((code) => save("focal_point:DOM", "DOM", code, 0)));
    expect(saved.map(({ status }) => status)).toEqual(codes.map(() => 200));
    expect((await view("focal_point:DOM", "DOM")).submission.answered).toBe(codes.length);
    expect((await view("focal_point:DOM", "DOM")).progress.answered).toBe(codes.length);
  });

  test.each(["save", "sign-off"] as const)(
    "a %s that comes first is what the other is judged by: nothing is signed off that came meanwhile",
    async (first) => {
      const submissionId = (await aRound(api, first === "save" ? 2024 : 2025, ["CRI"])).CRI as string;
      const [focalPoint, alternate] = ["focal_point:CRI", "alternate:CRI"] as const;
      await fill(api, focalPoint, submissionId);
      const body = await declared(api, submissionId);
      for (const who of [focalPoint, alternate]) await api.person(who);
      const late = { ...answer("TIP-DAT-03"), comment: "late" };
      const params = { submissionId, indicatorCode: "TIP-DAT-03" };
      const saves = () => api.call(saveAnswer, { as: focalPoint, params, revision: 1, body: late });
      const signsOff = () => sendReport(api, alternate, submissionId, { body });

      // Both requests wait at the locked report, in this order, and continue one after the other.
      const owner = testClient({ connectionString: api.ownerUrl });
      await owner.connect();
      const waiting = async (many: number) => {
        const sql =
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        await expect
          .poll(async () => (await owner.query<{ n: number }>(sql)).rows[0]?.n, { timeout: 20_000 })
          .toBe(many);
      };
      await owner.query("begin");
      await owner.query("select from app.submission where id = $1 for update", [submissionId]);
      const one = first === "save" ? saves() : signsOff();
      await waiting(1);
      const other = first === "save" ? signsOff() : saves();
      await waiting(2);
      await owner.query("rollback");
      await owner.end();
      const [earlier, later] = [await one, await other];
      expect(earlier.status).toBe(200);
      expect([later.status, later.problem?.code]).toEqual(
        first === "save" ? [412, "answers-changed"] : [409, "submission-not-editable"],
      );
      const { versions, answers } = (await api.call(getSubmission, { as: focalPoint, params })).body;
      expect(versions).toHaveLength(first === "save" ? 0 : 1);
      const stored = answers.find((each) => each.indicatorCode === "TIP-DAT-03");
      expect(stored?.comment).toBe(first === "save" ? "late" : "");
    },
  );
});
