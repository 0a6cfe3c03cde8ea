import {
  acceptSubmission,
  exemptSubmission,
  extendSubmission,
  getSubmission,
  listReviews,
  returnSubmission,
  saveAnswer,
  saveAnswers,
} from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, fill, input, sendReport, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN", "HND", "MEX", "NIC", "SLV"]);
  for (const country of ["CRI", "GTM", "PAN"]) {
    await fill(api, `focal_point:${country}`, ids[country] as string, {
      but: (answers) =>
        answers.map((answer) =>
          answer.indicatorCode === "TIP-LEG-06"
            ? {
                ...answer,
                state: "not_applicable",
                value: null,
                reason: "There is no separate budget line for it",
                evidence: [],
              }
            : answer,
        ),
    });
  }
  for (const country of ["GTM", "CRI", "PAN"]) {
    await submit(api, `focal_point:${country}`, ids[country] as string);
    api.clock.advance(60_000);
  }
});
afterAll(() => api.close());

const params = (country: string) => ({ submissionId: ids[country] as string });
const question = [{ indicatorCode: "TIP-PRO-01", body: "Does this include victims abroad?" }];

function giveBack(country: string, body: { dueOn?: string; comments?: typeof question } = {}, as: Who = "secretariat") {
  return api.call(returnSubmission, { as, params: params(country), body: { comments: question, ...body } });
}
function accept(country: string, confirmNotApplicable: string[] = [], as: Who = "secretariat") {
  return api.call(acceptSubmission, { as, params: params(country), body: { confirmNotApplicable } });
}
function exempt(country: string, as: Who = "secretariat") {
  return api.call(exemptSubmission, { as, params: params(country), body: { reason: "A hurricane hit the capital" } });
}
function extend(country: string, dueOn: string, as: Who = "secretariat") {
  return api.call(extendSubmission, { as, params: params(country), body: { dueOn, reason: "Change of government" } });
}
async function view(country: string, as: Who = `focal_point:${country}`) {
  return (await api.call(getSubmission, { as, params: params(country) })).body;
}
async function acts(country: string) {
  return (await auditOf(api, ids[country] as string))
    .map(({ action }) => action)
    .filter((action) => action !== "answers.saved");
}

describe("the desk", () => {
  test("shows what waits, the longest waiting first, to the secretariat alone", async () => {
    const queue = (await api.call(listReviews, { as: "secretariat" })).body.submissions;
    expect(queue.map(({ country }) => country)).toEqual(["GTM", "CRI", "PAN"]);
    expect((await api.call(listReviews, { as: "focal_point:CRI" })).status).toBe(403);
  });

  test("nobody else reviews, exempts or extends, in no country", async () => {
    const others = [
      "focal_point:CRI",
      "alternate:CRI",
      "approver:CRI",
      "liaison_officer:CRI",
      "contributor:CRI",
      "presidency",
      "observer",
    ] as const;
    for (const as of others) {
      const replies = [
        await giveBack("CRI", {}, as),
        await accept("CRI", [], as),
        await exempt("HND", as),
        await extend("HND", "2027-06-01", as),
      ];
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
    expect(await acts("CRI")).toEqual(["submission.submitted"]);
    expect(await acts("HND")).toEqual([]);
  });
});

describe("returning", () => {
  test("refuses a day that is over where the country is or absurdly far away, and an indicator that does not exist", async () => {
    for (const dueOn of ["2027-02-09", "2027-02-10", "2028-04-30", "2099-12-31"]) {
      expect((await giveBack("CRI", { dueOn })).problem).toMatchObject({
        status: 422,
        code: "round-dates-out-of-order",
        details: { earliest: "2027-02-11", latest: "2028-04-29" },
      });
    }
    const unknown = await giveBack("CRI", { comments: [{ indicatorCode: "TIP-LEG-99", body: "?" }] });
    expect(unknown.status).toBe(404);
    expect(await view("CRI")).toMatchObject({ submission: { status: "submitted" }, comments: [] });
    expect(await acts("CRI")).toEqual(["submission.submitted"]);
  });

  test("gives fifteen days from the country's today, and the reasons reach the country as shared remarks", async () => {
    // Still the 10th in San José when it is the 11th in UTC.
    api.clock.set("2027-02-11T05:00:00Z");
    expect((await giveBack("CRI")).body).toMatchObject({
      status: "returned",
      returnDueOn: "2027-02-25",
      dueOn: "2027-04-30",
      version: 1,
    });
    expect(await view("CRI")).toMatchObject({
      submission: { status: "returned" },
      may: { edit: true, submit: true },
      comments: [{ ...question[0], audience: "shared", version: 1, authorRole: "secretariat" }],
    });
    expect(await acts("CRI")).toEqual(["submission.submitted", "submission.returned"]);
    expect((await giveBack("CRI")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "returned" },
    });
    expect((await accept("CRI")).problem).toMatchObject({ code: "transition-refused" });
  });

  test("what is not in question stays as it was sent, and an untouched question is asked about before the report is sent again", async () => {
    const before = await view("CRI");
    expect(before.inQuestion).toContain("TIP-PRO-01");
    expect((await view("CRI", "secretariat")).inQuestion).toBeNull();
    const changed = (indicatorCode: string) => {
      const answer = before.answers.find((one) => one.indicatorCode === indicatorCode);
      return { ...input(answer as never), comment: "By the way", indicatorCode, revision: answer?.revision ?? 0 };
    };
    const { indicatorCode, revision, ...body } = changed("TIP-COO-05");
    expect(before.inQuestion).not.toContain(indicatorCode);
    const one = { as: "focal_point:CRI", params: { ...params("CRI"), indicatorCode }, revision, body } as const;
    const answers = [changed("TIP-PRO-01"), changed("TIP-COO-05")];
    const many = { as: "focal_point:CRI", params: params("CRI"), body: { answers } } as const;
    for (const reply of [await api.call(saveAnswer, one), await api.call(saveAnswers, many)])
      expect(reply.problem).toMatchObject({
        status: 409,
        code: "answer-not-in-question",
        details: { indicators: ["TIP-COO-05"] },
      });
    expect((await sendReport(api, "focal_point:CRI", ids.CRI as string)).problem).toMatchObject({
      status: 422,
      code: "questions-open",
      details: { questions: [{ indicatorCode: "TIP-PRO-01" }] },
    });
    const after = await view("CRI");
    expect([after.submission.status, after.answers]).toEqual(["returned", before.answers]);
  });

  test("returned work is changed and signed off again as version 2, on its own clock, and stays on time", async () => {
    const answer = (await view("CRI")).answers.find(({ indicatorCode }) => indicatorCode === "TIP-PRO-01");
    const body = { ...input(answer as never), comment: "Includes victims identified abroad" };
    const saved = await api.call(saveAnswer, {
      as: "focal_point:CRI",
      params: { ...params("CRI"), indicatorCode: "TIP-PRO-01" },
      revision: answer?.revision ?? 0,
      body,
    });
    expect(saved.body.status).toBe("returned");
    const desk = await view("CRI", "secretariat");
    expect(desk.answers.find(({ indicatorCode }) => indicatorCode === "TIP-PRO-01")?.comment).toBe("");
    api.clock.set("2027-06-10T12:00:00Z");
    expect(await submit(api, "focal_point:CRI", ids.CRI as string)).toMatchObject({
      version: 2,
      timeliness: { kind: "on_time" },
    });
    expect((await view("CRI")).submission.returnDueOn).toBeNull();
    api.clock.set("2027-02-10T15:00:00Z");
  });
});

describe("accepting", () => {
  test("takes the latest version and confirms only what that version declares not applicable", async () => {
    const reply = await accept("CRI", ["TIP-LEG-06", "TIP-LEG-01", "SOM-DAT-03"]);
    expect(reply.body).toMatchObject({ status: "accepted", version: 2, acceptedAt: "2027-02-10T15:00:00.000Z" });
    expect((await view("CRI")).confirmedNotApplicable).toEqual(["TIP-LEG-06"]);
    expect((await view("CRI", "contributor:CRI")).confirmedNotApplicable).toEqual([]);
    expect((await auditOf(api, ids.CRI as string)).at(-1)).toMatchObject({
      action: "submission.accepted",
      fields: ["status", "acceptedVersion", "TIP-LEG-06"],
      detail: { version: 2, confirmed: 1 },
    });
    expect((await accept("CRI")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "accepted" },
    });
    expect((await accept("HND")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "not_started" },
    });
  });

  test("at the same moment as a return, one of the two happens", async () => {
    const replies = await Promise.all([accept("GTM"), giveBack("GTM"), accept("GTM", [], "secretariat#2")]);
    // Accepted work may still be returned, so both "accept, then return" and "return" alone are possible, but never two acceptances.
    const accepted = replies.filter(({ status }, index) => index !== 1 && status === 200).length;
    expect(accepted).toBeLessThanOrEqual(1);
    expect((await acts("GTM")).filter((action) => action === "submission.accepted")).toHaveLength(accepted);
  });

  test("accepted work can be sent back, and nobody edits it until then", async () => {
    expect((await view("CRI")).may).toEqual({
      consent: true,
      edit: false,
      submit: false,
      withdraw: false,
      sign: false,
      review: false,
    });
    expect((await giveBack("CRI", { dueOn: "2027-02-11" })).body).toMatchObject({
      status: "returned",
      returnDueOn: "2027-02-11",
    });
    expect((await view("CRI")).may.edit).toBe(true);
  });

  test("the same key twice accepts once and answers alike", async () => {
    const revision = await api.revisionOf(ids.PAN as string);
    const call = () =>
      api.call(acceptSubmission, {
        as: "secretariat",
        params: params("PAN"),
        revision,
        body: {},
        idempotencyKey: "accept-once-1",
      });
    const [first, second] = [await call(), await call()];
    expect(second.body).toEqual(first.body);
    expect((await acts("PAN")).filter((action) => action === "submission.accepted")).toHaveLength(1);
  });
});

describe("exempting and extending", () => {
  test("a country that need not report is exempt and never late; it may still begin of its own accord", async () => {
    expect((await exempt("HND")).body).toMatchObject({ status: "exempt", timeliness: { kind: "exempt", daysLate: 0 } });
    expect(await acts("HND")).toEqual(["submission.exempted"]);
    expect((await exempt("HND")).problem).toMatchObject({ code: "transition-refused", details: { status: "exempt" } });
    await fill(api, "focal_point:HND", ids.HND as string);
    expect((await view("HND")).submission.status).toBe("draft");
    // Still excused: never late, and not exempted a second time.
    expect((await view("HND")).submission).toMatchObject({ exempt: true, timeliness: { kind: "exempt", daysLate: 0 } });
    expect((await exempt("HND")).problem).toMatchObject({ code: "transition-refused", details: { status: "exempt" } });
    expect((await exempt("PAN")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "accepted" },
    });
  });

  test("a later due date moves the deadline of one country; an earlier, equal or absurdly late one is refused", async () => {
    for (const dueOn of ["2027-04-30", "2027-03-01", "2028-04-30", "2099-01-01"]) {
      expect((await extend("MEX", dueOn)).problem).toMatchObject({
        code: "round-dates-out-of-order",
        details: { earliest: "2027-05-01", latest: "2028-04-29" },
      });
    }
    expect((await extend("MEX", "2027-05-31")).body).toMatchObject({
      dueOn: "2027-05-31",
      extended: true,
      status: "not_started",
    });
    expect((await extend("MEX", "2027-05-31")).status).toBe(422);
    expect((await view("NIC")).submission).toMatchObject({ dueOn: "2027-04-30", extended: false });
    expect(await acts("MEX")).toEqual(["submission.extended"]);
    api.clock.set("2027-05-20T12:00:00Z");
    await fill(api, "focal_point:MEX", ids.MEX as string);
    expect(await submit(api, "focal_point:MEX", ids.MEX as string)).toMatchObject({ timeliness: { kind: "on_time" } });
    api.clock.set("2027-02-10T15:00:00Z");
  });

  test("nothing is extended after it was submitted", async () => {
    expect((await extend("MEX", "2027-07-31")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "submitted" },
    });
    expect((await extend("CRI", "2027-07-31")).problem).toMatchObject({
      code: "transition-refused",
      details: { status: "returned" },
    });
    expect(await acts("MEX")).toEqual(["submission.extended", "submission.submitted"]);
  });
});
