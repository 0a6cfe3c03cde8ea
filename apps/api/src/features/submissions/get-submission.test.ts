import { acceptSubmission, addComment, getSubmission, listSubmissions, saveAnswer } from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, fill, input, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;
let police: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  await aRound(api, 2026, ["CRI", "GTM"]);
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN"]);
  police = await api.addPerson({
    role: "contributor",
    country: "CRI",
    assignedIndicators: ["TIP-JUS-01", "TIP-PRO-04"],
  });
  await fill(api, "focal_point:CRI", ids.CRI as string, {
    but: (answers) =>
      answers.map((answer) =>
        answer.indicatorCode === "TIP-DAT-03" ? { ...answer, comment: "canary-draft-text" } : answer,
      ),
  });
});
afterAll(() => api.close());

function open(as: Who | TestPerson, country: string) {
  return api.call(getSubmission, { as, params: { submissionId: ids[country] as string } });
}

function say(as: Who | TestPerson, audience: "country" | "shared", body: string, indicatorCode: string | null = null) {
  return api.call(addComment, {
    as,
    params: { submissionId: ids.CRI as string },
    body: { audience, body, indicatorCode },
  });
}

describe("opening a submission", () => {
  test.each(["focal_point", "alternate", "approver", "liaison_officer"] as const)(
    "%s sees the whole working copy of the own country and nothing of another",
    async (role) => {
      const own = (await open(`${role}:CRI`, "CRI")).body;
      expect(own).toMatchObject({
        copy: "working",
        progress: { answered: 60 },
        round: { year: 2027 },
        timeZone: "America/Costa_Rica",
      });
      expect(own.answers).toHaveLength(60);
      const writes = role === "focal_point" || role === "alternate";
      expect(own.may).toEqual({
        edit: writes,
        submit: writes,
        withdraw: false,
        sign: false,
        review: false,
        consent: false,
      });
      expect((await open(`${role}:GTM`, "CRI")).status).toBe(404);
    },
  );

  test.each(["rcgm_delegate", "presidency", "observer", "civil_society", "coalition"] as const)(
    "%s sees none",
    async (role) => {
      expect((await open(role, "CRI")).status).toBe(403);
      expect((await api.call(listSubmissions, { as: role })).status).toBe(403);
    },
  );

  test("the secretariat never sees the working copy: before the first sign-off it sees only how much is answered", async () => {
    const reply = await open("secretariat", "CRI");
    expect(reply.body).toMatchObject({
      copy: "frozen",
      answers: [],
      findings: [],
      versions: [],
      progress: { expected: 60, answered: 60, reported: 0, sections: [] },
    });
    expect(reply.text).not.toContain("canary-draft-text");
  });

  test("a contributor sees the assigned indicators alone: answers, findings, progress", async () => {
    const reply = await open(police, "CRI");
    expect(reply.body.answers.map(({ indicatorCode }) => indicatorCode).sort()).toEqual(["TIP-JUS-01", "TIP-PRO-04"]);
    expect(reply.body.progress).toMatchObject({ expected: 2, answered: 2 });
    expect(
      reply.body.findings
        .flatMap(({ indicators }) => indicators)
        .filter((code) => !["TIP-JUS-01", "TIP-PRO-04"].includes(code)),
    ).toEqual([]);
    expect(reply.text).not.toContain("canary-draft-text");
    expect(reply.body.may).toEqual({
      edit: true,
      submit: false,
      withdraw: false,
      sign: false,
      review: false,
      consent: false,
    });
  });

  test("a submission that does not exist and one of another country cannot be told apart", async () => {
    const plain = (problem: unknown) => ({ ...(problem as object), instance: "" });
    const params = { submissionId: "0190a000-0000-7000-8000-000000000000" };
    const missing = await api.call(getSubmission, { as: "focal_point:GTM", params });
    expect(plain((await open("focal_point:GTM", "CRI")).problem)).toEqual(plain(missing.problem));
    expect(missing.status).toBe(404);
  });

  test("after sign-off the secretariat sees the frozen version, and not what the country prepares after it", async () => {
    await fill(api, "focal_point:GTM", ids.GTM as string, { seed: 4 });
    await submit(api, "focal_point:GTM", ids.GTM as string);
    const seen = (await open("secretariat", "GTM")).body;
    expect(seen.answers).toHaveLength(60);
    expect(seen).toMatchObject({
      copy: "frozen",
      progress: { reported: 60 },
      may: { edit: false, submit: false, review: true },
    });
    expect(seen.answers[0]).toMatchObject({ revision: 1, updatedByName: "focal_point GTM" });
    expect((await open("focal_point:GTM", "GTM")).body.may).toEqual({
      consent: false,
      edit: false,
      submit: false,
      sign: false,
      withdraw: true,
      review: false,
    });
  });
});

describe("the list", () => {
  test("holds the own country's submissions, newest round first, or all for the secretariat", async () => {
    const list = async (as: Who | TestPerson, query = {}) =>
      (await api.call(listSubmissions, { as, query })).body.submissions.map(
        ({ country, year }) => `${country} ${year}`,
      );
    expect(await list("focal_point:CRI")).toEqual(["CRI 2027", "CRI 2026"]);
    expect(await list(police)).toEqual(["CRI 2027", "CRI 2026"]);
    expect(await list("secretariat")).toEqual(["CRI 2027", "GTM 2027", "PAN 2027", "CRI 2026", "GTM 2026"]);
    expect(await list("secretariat", { round: "2026", country: "GTM" })).toEqual(["GTM 2026"]);
    expect(await list("focal_point:CRI", { country: "GTM" })).toEqual([]);
  });

  test("says what is overdue by the country's own calendar", async () => {
    api.clock.set("2027-05-01T06:00:00Z");
    const [latest] = (await api.call(listSubmissions, { as: "focal_point:CRI" })).body.submissions;
    expect(latest?.timeliness).toEqual({ kind: "overdue", daysLate: 1 });
    api.clock.set("2027-02-10T15:00:00Z");
  });
});

describe("talk about a submission", () => {
  test("country-only remarks stay in the country; contributors follow only their own indicators", async () => {
    expect((await say("focal_point:CRI", "country", "only-us", null)).status).toBe(201);
    await say("focal_point:CRI", "country", "police-please", "TIP-JUS-01");
    await say("alternate:CRI", "shared", "to-the-desk", "TIP-LEG-01");
    await say("secretariat", "shared", "from-the-desk", "TIP-JUS-01");
    const heard = async (as: Who | TestPerson) => (await open(as, "CRI")).body.comments.map(({ body }) => body);
    expect(await heard("focal_point:CRI")).toEqual(["only-us", "police-please", "to-the-desk", "from-the-desk"]);
    expect(await heard("liaison_officer:CRI")).toHaveLength(4);
    expect(await heard("secretariat")).toEqual(["to-the-desk", "from-the-desk"]);
    expect(await heard(police)).toEqual(["police-please", "from-the-desk"]);
    expect((await open("secretariat", "CRI")).text).not.toContain("only-us");
  });

  test("each remark leaves an event without its text; a refused one leaves none", async () => {
    const before = await auditOf(api, ids.CRI as string);
    expect(before.filter(({ action }) => action === "comment.added")).toHaveLength(4);
    expect(JSON.stringify(before)).not.toContain("only-us");
    const refused = await Promise.all([
      say("focal_point:GTM", "shared", "intruder"),
      say("secretariat", "country", "intruder"),
      say("approver:GTM", "shared", "intruder"),
      say("liaison_officer:GTM", "country", "intruder"),
      say(police, "country", "intruder", "TIP-LEG-01"),
      say(police, "shared", "intruder", null),
      say("rcgm_delegate", "shared", "intruder"),
      say("focal_point:CRI", "shared", "no such indicator", "TIP-LEG-99"),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 403, 404, 404, 404, 403, 403, 404]);
    expect(await auditOf(api, ids.CRI as string)).toHaveLength(before.length);
  });

  test("a remark that is sent twice with the same key is said once; without a key each request is a remark of its own", async () => {
    const remark = (idempotencyKey: string | null, body = "Asked the registry again.") =>
      api.call(addComment, {
        as: "focal_point:GTM",
        params: { submissionId: ids.GTM as string },
        body: { audience: "country", body, indicatorCode: null },
        idempotencyKey,
      });
    const [first, again] = [await remark("remark-once-1"), await remark("remark-once-1")];
    expect(again.body).toEqual(first.body);
    expect((await remark("remark-once-1", "Another text.")).problem?.code).toBe("idempotency-key-reused");
    const bodies = async () => (await open("focal_point:GTM", "GTM")).body.comments.map(({ body }) => body);
    expect(await bodies()).toEqual(["Asked the registry again."]);
    expect([(await remark(null)).status, (await remark(null)).status]).toEqual([201, 201]);
    expect(await bodies()).toHaveLength(3);
  });

  test("what is not reported again is shown with its revision, so that it can be filled anew", async () => {
    const seen = (await open("focal_point:CRI", "CRI")).body.answers.find(
      (each) => each.indicatorCode === "TIP-DAT-03",
    );
    const params = { submissionId: ids.CRI as string, indicatorCode: "TIP-DAT-03" };
    const body = { ...input(seen as never), state: "not_reported" as const, value: null, comment: "" };
    await api.call(saveAnswer, { as: "focal_point:CRI", params, revision: seen?.revision ?? 0, body });
    const view = (await open("focal_point:CRI", "CRI")).body;
    expect(view.submission.answered).toBe(59);
    expect(view.progress.answered).toBe(59);
    expect(view.answers.find((each) => each.indicatorCode === "TIP-DAT-03")).toMatchObject({
      state: "not_reported",
      revision: 2,
    });
  });
});

describe("what was said before", () => {
  const level = "TIP-PRO-07";
  /** The country's report of this round, accepted, with the level and total given; null = begun, and never sent. */
  async function reported(year: number, given: { level: number; victims: number } | null): Promise<string> {
    const { NIC } = await aRound(api, year, ["NIC"]);
    const id = NIC as string;
    await fill(api, "focal_point:NIC", id, {
      seed: 7,
      but: (answers) =>
        answers.map((answer) =>
          answer.indicatorCode === level && given !== null
            ? { ...answer, value: { type: "ordinal", level: given.level } }
            : answer,
        ),
    });
    if (given !== null) {
      await submit(api, "focal_point:NIC", id);
      await accept(id);
    }
    return id;
  }

  async function accept(submissionId: string): Promise<void> {
    const { revision } = (await api.call(getSubmission, { as: "secretariat", params: { submissionId } })).body
      .submission;
    const reply = await api.call(acceptSubmission, { as: "secretariat", params: { submissionId }, revision, body: {} });
    if (reply.status !== 200) throw new Error(reply.text);
  }

  test("three accepted rounds stand beside a figure, and since when an answer is unchanged; what was not accepted is in neither", async () => {
    for (const [year, lev] of [
      [2018, 1],
      [2019, 2],
      [2020, 2],
    ] as const)
      await reported(year, { level: lev, victims: 1 });
    await reported(2021, null);
    for (const year of [2022, 2023]) await reported(year, { level: 2, victims: 1 });
    const id = await reported(2024, null);
    const { previous } = (await api.call(getSubmission, { as: "focal_point:NIC", params: { submissionId: id } })).body;
    expect([previous.year, previous.referenceYear]).toEqual([2023, 2022]);
    expect(previous.earlier.map(({ year, referenceYear }) => [year, referenceYear])).toEqual([
      [2023, 2022],
      [2022, 2021],
      [2020, 2019],
    ]);
    const [latest] = previous.earlier;
    const victims = latest?.figures.find(({ indicatorCode }) => indicatorCode === "TIP-PRO-01");
    expect(victims).toMatchObject({ state: "reported", figure: { type: "count", total: expect.any(Number) } });
    expect(victims?.figure).not.toHaveProperty("breakdowns");
    expect(latest?.figures.some(({ indicatorCode }) => indicatorCode === level)).toBe(false);
    // The round of 2021 was never accepted: what it would have said is unknown.
    expect(previous.unchanged.find(({ indicatorCode }) => indicatorCode === level)?.year).toBe(2022);
  });
});
