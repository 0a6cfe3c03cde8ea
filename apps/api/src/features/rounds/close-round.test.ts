import {
  closeRound,
  correctRound,
  extendSubmission,
  getClosingList,
  getRoundStatus,
  getSubmission,
  listNotices,
  listRoundActs,
  listRounds,
  openRound,
  previewClosing,
  reopenRound,
  saveAnswer,
  simulateNotices,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { planRound, runScheduler } from "@avances/notices";
import { startMailSink } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditOf, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
const secretariat = { as: "secretariat" as const };
const reason = "The Conference meets earlier this year";
const ids = new Map<string, string>();
let sink: Awaited<ReturnType<typeof startMailSink>>;

const roundOf = async (year = 2027) =>
  (await api.call(listRounds, secretariat)).body.rounds.find((round) => round.year === year);
const rowOf = async (country: string) =>
  (await api.call(getRoundStatus, { ...secretariat, params: { year: 2027 } })).body.countries.find(
    (row) => row.country === country,
  );
const preview = async () => (await api.call(previewClosing, { ...secretariat, params: { year: 2027 } })).body;
const named = async () => {
  const { countries } = await preview();
  const of = (standing: string) => countries.filter((one) => one.standing === standing);
  return {
    reason,
    notReceived: of("not_received").map(({ country }) => country),
    extended: of("extended").map(({ country, dueOn }) => ({ country, dueOn })),
  };
};
const close = async (body: object, more: object = {}) =>
  api.call(closeRound, {
    ...secretariat,
    params: { year: 2027 },
    revision: (await roundOf())?.revision ?? 0,
    body: body as never,
    ...more,
  });
const reopen = async (more: object = {}) =>
  api.call(reopenRound, {
    ...secretariat,
    params: { year: 2027 },
    revision: (await roundOf())?.revision ?? 0,
    body: { reason },
    ...more,
  });
const deliver = async () => {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const live = { mailMode: "live", smtpUrl: sink.url } as const;
  const scheduler = runScheduler({ ...api.deps, config: { ...config, ...live } }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
};
const at = async (instant: string) => {
  api.clock.set(instant);
  await deliver();
};
const mailsOf = async (country: string) =>
  (await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 500 })))
    .map(({ mail }) => mail)
    .filter(({ countryCode, noticeId }) => countryCode === country && noticeId !== null);
const stepsTo = async (country: string) => (await mailsOf(country)).map(({ kind, state }) => `${kind} ${state}`).sort();
const faultOf = (reply: { readonly problem: { readonly details?: unknown } | null }) =>
  (reply.problem?.details as { fault?: string } | undefined)?.fault;

beforeAll(async () => {
  sink = await startMailSink();
  api = await startTestApi({ now: "2027-01-20T15:00:00Z" });
  for (const country of ["CRI", "GTM", "HND", "NIC"] as const) await api.person(`focal_point:${country}`);
  await api.call(openRound, {
    ...secretariat,
    body: {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
      obligatedCountries: ["CRI", "GTM", "HND", "NIC"],
    },
  });
  const { countries } = (await api.call(getRoundStatus, { ...secretariat, params: { year: 2027 } })).body;
  for (const { country, submissionId } of countries) ids.set(country, submissionId);
  await at("2027-02-01T16:00:00Z");
  const answer = { state: "not_available" as const, value: null, reason: "There is no register", comment: "" };
  const params = { submissionId: ids.get("CRI") as string, indicatorCode: "TIP-LEG-01" };
  await api.call(saveAnswer, {
    ...{ as: "focal_point:CRI", params, revision: 0, body: { ...answer, evidence: [] } },
  });
  const extension = { dueOn: "2027-05-20", reason: "The ministry moves house" };
  const { revision = 0 } = (await rowOf("GTM")) ?? {};
  await api.call(extendSubmission, {
    ...{ ...secretariat, params: { submissionId: ids.get("GTM") as string }, revision, body: extension },
  });
  await fill(api, "focal_point:HND", ids.get("HND") as string);
  await submit(api, "focal_point:HND", ids.get("HND") as string);
});
afterAll(async () => {
  await sink?.close();
  await api?.close();
});

describe("closing a round before its day", () => {
  test("is possible from the end of the due date in the last capital, not before, by the secretariat alone", async () => {
    // In Mexico City and San José the due date still has a second; in Washington it is over.
    await at("2027-05-01T05:59:59Z");
    expect(await preview()).toMatchObject({ fault: "not_due", mayReopen: false, closesByItselfOn: "2027-06-14" });
    expect(faultOf(await close(await named()))).toBe("not_due");
    api.clock.set("2027-05-01T06:00:00Z");
    expect((await preview()).fault).toBeNull();
    for (const as of ["focal_point:CRI", "rcgm_delegate:CRI", "presidency"] as const) {
      expect((await close(await named(), { as })).problem?.code).toBe("not-allowed");
      expect((await api.call(previewClosing, { as, params: { year: 2027 } })).problem?.code).toBe("not-allowed");
      expect((await reopen({ as })).problem?.code).toBe("not-allowed");
    }
    expect(faultOf(await reopen())).toBe("not_closed");
  });

  test("says before what it means, as the simulation of the reminder centre has it", async () => {
    await at("2027-05-04T16:00:00Z");
    const { countries } = await preview();
    expect(countries.map(({ country, standing, status, dueOn }) => [country, standing, status, dueOn])).toEqual([
      ["CRI", "not_received", "draft", "2027-04-30"],
      ["GTM", "extended", "not_started", "2027-05-20"],
      ["NIC", "not_received", "not_started", "2027-04-30"],
    ]);
    expect(countries[0]).toMatchObject({ answered: 1, told: ["focal_point CRI"] });
    const simulated = (
      await api.call(simulateNotices, { ...secretariat, params: { year: 2027 }, query: { until: "2027-12-31" } })
    ).body.steps;
    const planned = (country: string) =>
      simulated.filter((one) => one.country === country).map(({ step, at: goes }) => `${step} ${goes}`);
    const dropped = (country: string) =>
      countries.find((one) => one.country === country)?.dropped.map(({ step, at: goes }) => `${step} ${goes}`);
    expect(dropped("CRI")).toEqual(planned("CRI"));
    expect(planned("CRI").length).toBeGreaterThan(3);
    expect(dropped("GTM")).toEqual([]);
    expect(planned("GTM").length).toBeGreaterThan(5);
  });

  test("names the extensions that stand: what is so no longer closes nothing", async () => {
    const seen = await named();
    expect(seen.extended).toEqual([{ country: "GTM", dueOn: "2027-05-20" }]);
    for (const wrong of [
      { ...seen, extended: [] },
      { ...seen, extended: [{ country: "GTM", dueOn: "2027-05-21" }] },
      { ...seen, notReceived: ["CRI"] },
      { ...seen, notReceived: [...seen.notReceived, "HND"] },
    ]) {
      const refused = await close(wrong);
      expect(refused.problem?.code).toBe("closing-changed");
      const { current } = (refused.problem?.details ?? {}) as { current?: { countries: { country: string }[] } };
      expect(current?.countries.map(({ country }) => country)).toEqual(["CRI", "GTM", "NIC"]);
    }
    expect((await close({ ...seen, reason: "why" })).status).toBe(400);
    expect((await roundOf())?.closedAt).toBeNull();
  });

  test("is done once, also by two people at the same moment; countries that owe a report are told", async () => {
    // On a Friday after the sending hours a step waits for Monday: it does not leave any more.
    await at("2027-05-07T16:00:00Z");
    const seen = await named();
    const before = await mailsOf("HND");
    // Both decide on the round as it is now. Whoever came later would find it closed, which is another refusal.
    const revision = (await roundOf())?.revision;
    const both = await Promise.all(
      ["one-person", "the-other-person"].map((idempotencyKey) => close(seen, { revision, idempotencyKey })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.problem?.code).toBe("revision-stale");
    await deliver();
    expect(await stepsTo("CRI")).toContain("round_closed sent");
    expect(await stepsTo("GTM")).toContain("round_closed sent");
    expect(await mailsOf("HND")).toHaveLength(before.length);
    const bodyOf = async (country: string) =>
      (await mailsOf(country)).find(({ kind }) => kind === "round_closed")?.bodyText ?? "";
    expect(await bodyOf("CRI")).toMatch(/has closed the 2027 round[\s\S]*stands as not received/);
    expect(await bodyOf("GTM")).toMatch(/extension of Guatemala stands[\s\S]*Thursday, 20 May 2027/);
    expect(await bodyOf("GTM")).not.toMatch(/not received/);
    expect(await bodyOf("CRI")).not.toContain(reason);
  });

  test("stands on the board, in the closing list, in the record, and on the pages of the country with its reason", async () => {
    const board = (await api.call(getRoundStatus, { ...secretariat, params: { year: 2027 } })).body;
    expect([board.closesOn, board.round.closedAt]).toEqual(["2027-05-07", "2027-05-07T16:00:00.000Z"]);
    expect((await rowOf("CRI"))?.desk?.nextNotice).toBeNull();
    expect((await rowOf("GTM"))?.desk?.nextNotice).toMatchObject({ step: "before_7" });
    const list = await api.call(getClosingList, {
      ...{ ...secretariat, params: { year: 2027 }, query: { language: "en" } },
    });
    const lineOf = (country: string) => list.text.split("\n").find((line) => line.startsWith(country));
    expect(lineOf("Costa Rica")).toMatch(/not received/i);
    expect(lineOf("Costa Rica")).not.toMatch(/so far/i);
    expect((await api.call(listRoundActs, secretariat)).body.acts.at(-1)).toMatchObject({ act: "closed", reason });
    expect((await auditOf(api, "2027")).at(-1)).toMatchObject({
      action: "round.closed",
      detail: { notReceived: "CRI NIC", extended: "GTM 2027-05-20" },
    });
    const params = { submissionId: ids.get("CRI") as string };
    const { roundCorrections } = (await api.call(getSubmission, { as: "focal_point:CRI", params })).body;
    expect(roundCorrections.at(-1)).toMatchObject({ act: "closed", reason });
    await api.person("contributor:CRI");
    const ofContributor = (await api.call(getSubmission, { as: "contributor:CRI", params })).body;
    expect(ofContributor.roundCorrections).toEqual([]);
  });

  test("asks nothing more of countries whose date had passed, and everything of the extended one, by its own date", async () => {
    const told = (await stepsTo("CRI")).length;
    for (let day = new Date("2027-05-08T16:00:00Z"); day < new Date("2027-06-12"); day = new Date(+day + 86_400_000))
      await at(day.toISOString());
    expect(await stepsTo("CRI")).toHaveLength(told);
    const late = await stepsTo("GTM");
    for (const step of ["before_7", "before_1", "due_today", "overdue_1", "overdue_7", "escalation_14"])
      expect(late.filter((one) => one === `${step} sent`).length, step).toBeGreaterThan(0);
    // Its dates cannot be corrected while it is closed.
    const dates = { opensOn: "2027-02-01", dueOn: "2027-08-30", reason };
    const corrected = await api.call(correctRound, {
      ...{ ...secretariat, params: { year: 2027 }, revision: (await roundOf())?.revision ?? 0, body: dates },
    });
    expect(faultOf(corrected)).toBe("closed");
  });

  test("is taken back until the day on which it closes by itself: whoever owes a report is told, and the calendar goes on", async () => {
    expect((await reopen()).body).toMatchObject({ closedAt: null });
    await deliver();
    expect(await stepsTo("CRI")).toContain("round_reopened sent");
    // What fell into the closed days is not sent afterwards: the message of today told the date.
    await at("2027-06-13T16:00:00Z");
    expect((await stepsTo("CRI")).some((one) => one.startsWith("escalation"))).toBe(false);
    await at("2027-06-14T16:00:00Z");
    expect(await stepsTo("CRI")).toContain("closing_45 sent");
    expect(faultOf(await close(await named()))).toBe("over");
    expect((await preview()).fault).toBe("over");
    expect((await api.call(listRoundActs, secretariat)).body.acts.at(-1)).toMatchObject({ act: "reopened" });
  });

  test("a message that waits when the round is closed does not leave; a report that is sent afterwards is received late", async () => {
    const year = 2028;
    api.clock.set("2027-06-16T15:00:00Z");
    await api.call(openRound, {
      ...secretariat,
      body: {
        ...{ year, opensOn: "2027-06-17", dueOn: "2027-06-18", obligatedGroup: "CA-MEX" },
        obligatedCountries: ["NIC"],
      },
    });
    await at("2027-06-21T15:00:00Z");
    api.clock.set("2027-06-25T15:00:00Z");
    await planRound(api.deps);
    const waiting = async () =>
      (await api.call(listNotices, { ...secretariat, params: { year } })).body.notices
        .filter(({ country, step }) => country === "NIC" && step === "overdue_7")
        .map(({ state }) => state);
    expect(await waiting()).toContain("queued");
    const params = { year };
    const { countries, round } = (await api.call(previewClosing, { ...secretariat, params })).body;
    expect(countries.map(({ country }) => country)).toEqual(["NIC"]);
    const body = { reason, notReceived: ["NIC"], extended: [] };
    expect((await api.call(closeRound, { ...secretariat, params, revision: round.revision, body })).status).toBe(200);
    await deliver();
    expect(new Set(await waiting())).toEqual(new Set(["stopped"]));
    const row = (await api.call(getRoundStatus, { ...secretariat, params })).body.countries.find(
      ({ country }) => country === "NIC",
    );
    await fill(api, "focal_point:NIC", row?.submissionId as string);
    await submit(api, "focal_point:NIC", row?.submissionId as string);
    const after = (await api.call(getRoundStatus, { ...secretariat, params })).body;
    expect(after.countries.find(({ country }) => country === "NIC")?.timeliness.kind).toBe("received_late");
  });
});
