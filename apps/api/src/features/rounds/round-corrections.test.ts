import {
  acceptSubmission,
  addComment,
  cancelRound,
  correctRound,
  exemptSubmission,
  extendSubmission,
  getMatrix,
  getRoundStatus,
  getSubmission,
  listNotices,
  listRoundActs,
  listRounds,
  listSubmissions,
  openRound,
  publishSubmission,
  saveAnswer,
  saveAnswers,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { planRound, runScheduler } from "@avances/notices";
import { startMailSink, testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { agree, aRound, auditOf, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

type TestClient = ReturnType<typeof testClient>;
let api: TestApi;
const secretariat = { as: "secretariat" as const };
const reason = "The year was mistyped";

const open = (year: number, opensOn = `${year}-02-01`, dueOn = `${year}-04-30`) =>
  api.call(openRound, { ...secretariat, body: { year, opensOn, dueOn, obligatedGroup: "CA-MEX" } });
const correct = (year: number, opensOn: string, dueOn: string, more: object = {}) =>
  api.call(correctRound, { ...secretariat, params: { year }, revision: 1, body: { opensOn, dueOn, reason }, ...more });
const cancel = (year: number, more: object = {}) =>
  api.call(cancelRound, { ...secretariat, params: { year }, revision: 1, body: { reason }, ...more });
const roundOf = async (year: number) =>
  (await api.call(listRounds, secretariat)).body.rounds.find((round) => round.year === year);
const boardOf = async (year: number, country: string) =>
  (await api.call(getRoundStatus, { ...secretariat, params: { year } })).body.countries.find(
    (row) => row.country === country,
  );
const faultOf = (reply: { readonly problem: { readonly details?: unknown } | null }) =>
  (reply.problem?.details as { fault?: string } | undefined)?.fault;
const mailsTo = async (email: string) =>
  (await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 500 })))
    .filter(({ mail }) => mail.toAddress === email && mail.kind !== "security")
    .map(({ mail }) => `${mail.kind} ${mail.state}`);
const deliver = async () => {
  const stop = new AbortController();
  const sink = await startMailSink();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const live = { mailMode: "live", smtpUrl: sink.url } as const;
  const scheduler = runScheduler({ ...api.deps, config: { ...config, ...live } }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
  await sink.close();
};
async function begin(country: "CRI" | "GTM", submissionId: string): Promise<void> {
  const body = {
    state: "not_available" as const,
    value: null,
    reason: "There is no register",
    comment: "",
    evidence: [],
  };
  const call = { params: { submissionId, indicatorCode: "TIP-LEG-01" }, revision: 0, body };
  const reply = await api.call(saveAnswer, { as: `focal_point:${country}`, ...call });
  if (reply.status !== 200) throw new Error(reply.text);
}

beforeAll(async () => {
  api = await startTestApi({ now: "2026-11-28T15:00:00Z" });
});
afterAll(() => api.close());

describe("the dates of a round", () => {
  test("are corrected before it opens: every country follows, nobody is told of what they had not heard of", async () => {
    const { email } = await api.person("focal_point:CRI");
    await open(2027);
    const corrected = await correct(2027, "2027-02-15", "2027-05-15");
    expect(corrected.body).toMatchObject({ opensOn: "2027-02-15", dueOn: "2027-05-15", revision: 2 });
    expect(await boardOf(2027, "CRI")).toMatchObject({
      dueOn: "2027-05-15",
      extended: false,
      desk: { nextNotice: { step: "opening", at: "2027-02-15T15:00:00.000Z" } },
    });
    await planRound(api.deps);
    expect(await mailsTo(email)).toEqual([]);
    expect((await auditOf(api, "2027")).at(-1)).toMatchObject({
      action: "round.dates-corrected",
      detail: { opensOn: "2027-02-15", dueOn: "2027-05-15", opensOnBefore: "2027-02-01", dueOnBefore: "2027-04-30" },
    });
    const { acts } = (await api.call(listRoundActs, secretariat)).body;
    expect(acts).toMatchObject([
      {
        year: 2027,
        act: "dates_corrected",
        byName: "secretariat",
        before: { opensOn: "2027-02-01", dueOn: "2027-04-30" },
        after: { opensOn: "2027-02-15", dueOn: "2027-05-15" },
        reason,
      },
    ]);
  });

  test("are decided on as they stand, once, by the secretariat alone, and within bounds", async () => {
    const stale = await correct(2027, "2027-02-01", "2027-05-01");
    expect(stale.problem).toMatchObject({ code: "revision-stale", details: { current: { revision: 2 } } });
    const now = { revision: 2 };
    expect((await correct(2027, "2027-02-01", "2027-05-01", { ...now, as: "focal_point:CRI" })).problem?.code).toBe(
      "not-allowed",
    );
    for (const [opensOn, dueOn, fault] of [
      ["2027-02-15", "2027-05-15", "same"],
      ["2027-05-01", "2027-04-30", "order"],
      ["2029-02-01", "2029-04-30", "order"],
      ["2026-11-27", "2027-05-15", "past"],
    ] as const) {
      const reply = await correct(2027, opensOn, dueOn, now);
      expect([opensOn, reply.problem?.code, faultOf(reply)]).toEqual([opensOn, "round-dates-out-of-order", fault]);
    }
    const twice = { ...now, idempotencyKey: "the-same-correction" };
    const replies = await Promise.all([1, 2].map(() => correct(2027, "2027-02-15", "2027-05-20", twice)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await roundOf(2027))?.revision).toBe(3);
  });

  test("are corrected while it is open: who was invited is told, who submitted or has longer keeps the own date", async () => {
    api.clock.set("2027-02-15T15:00:00Z");
    const people = { CRI: await api.person("focal_point:CRI"), GTM: await api.person("focal_point:GTM") };
    await api.person("focal_point:HND");
    const id = async (country: string) => (await boardOf(2027, country))?.submissionId ?? "";
    await deliver();
    const [gtm, hnd, pan] = [await id("GTM"), await id("HND"), await id("PAN")];
    const extend = (submissionId: string, dueOn: string) =>
      api.call(extendSubmission, { ...secretariat, params: { submissionId }, body: { dueOn, reason } });
    await begin("GTM", gtm);
    await submit(api, "focal_point:GTM", gtm);
    await extend(hnd, "2027-08-31");
    await extend(pan, "2027-06-10");
    api.clock.set("2027-03-10T15:00:00Z");
    expect(faultOf(await correct(2027, "2027-03-20", "2027-05-20", { revision: 3 }))).toBe("opened");
    expect(faultOf(await correct(2027, "2027-02-15", "2027-03-10", { revision: 3 }))).toBe("past");
    expect((await correct(2027, "2027-02-15", "2027-06-30", { revision: 3 })).status).toBe(200);
    const dates = Object.fromEntries(
      await Promise.all(
        ["CRI", "GTM", "HND", "PAN", "USA"].map(async (country) => {
          const row = await boardOf(2027, country);
          return [country, [row?.dueOn, row?.extended]];
        }),
      ),
    );
    expect(dates).toEqual({
      CRI: ["2027-06-30", false],
      GTM: ["2027-05-20", false],
      HND: ["2027-08-31", true],
      PAN: ["2027-06-30", false],
      USA: ["2027-06-30", false],
    });
    await deliver();
    expect(await mailsTo(people.CRI.email)).toEqual(expect.arrayContaining(["extended sent"]));
    expect((await mailsTo(people.GTM.email)).some((mail) => mail.startsWith("extended"))).toBe(false);
    const { acts } = (
      await api.call(getSubmission, { as: "focal_point:CRI", params: { submissionId: await id("CRI") } })
    ).body;
    expect(acts.at(-1)).toMatchObject({
      act: "round_corrected",
      before: { dueOn: "2027-05-20" },
      after: { dueOn: "2027-06-30" },
      reason,
    });
  });
});

describe("a round that was opened by mistake", () => {
  test("is cancelled while no country has done anything in it: whoever was written to is told, and nobody finds it any more", async () => {
    const { email } = await api.person("focal_point:CRI");
    await open(2028, "2027-03-10", "2027-06-30");
    await deliver();
    expect(await mailsTo(email)).toContain("opening sent");
    const id = (await boardOf(2028, "CRI"))?.submissionId ?? "";
    expect((await cancel(2028, { as: "focal_point:CRI" })).problem?.code).toBe("not-allowed");
    expect((await cancel(2028)).status).toBe(200);
    await deliver();
    expect((await mailsTo(email)).filter((mail) => mail.startsWith("round_cancelled"))).toEqual([
      "round_cancelled sent",
    ]);
    expect(await roundOf(2028)).toBeUndefined();
    const gone = [
      await api.call(getRoundStatus, { ...secretariat, params: { year: 2028 } }),
      await api.call(getSubmission, { as: "focal_point:CRI", params: { submissionId: id } }),
      await api.call(getSubmission, { ...secretariat, params: { submissionId: id } }),
      await cancel(2028, { revision: 2 }),
    ];
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const own = (await api.call(listSubmissions, { as: "focal_point:CRI" })).body.submissions;
    expect(own.map(({ year }) => year)).toEqual([2027]);
    await expect(begin("CRI", id)).rejects.toThrow("not-found");
    expect((await api.call(listRoundActs, secretariat)).body.acts.at(-1)).toMatchObject({
      act: "cancelled",
      year: 2028,
    });
    expect((await auditOf(api, "2028")).at(-1)).toMatchObject({ action: "round.cancelled", detail: { told: 3 } });
  });

  test("no reminder of it goes out, and what waits does not leave", async () => {
    api.clock.set("2027-03-11T15:00:00Z");
    await open(2026, "2027-03-11", "2027-04-20");
    await planRound(api.deps);
    const { email } = await api.person("focal_point:CRI");
    expect(await mailsTo(email)).toContain("opening queued");
    await cancel(2026);
    await deliver();
    expect((await mailsTo(email)).filter((mail) => mail.startsWith("opening"))).toContain("opening stopped");
    const stopped = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 500 }));
    const ofOpening = stopped
      .map(({ mail }) => mail)
      .filter(({ kind, state }) => kind === "opening" && state === "stopped");
    expect(new Set(ofOpening.map(({ lastAnswer }) => lastAnswer))).toEqual(new Set(["round-cancelled"]));
    api.clock.set("2027-03-22T15:00:00Z");
    await planRound(api.deps);
    expect((await mailsTo(email)).filter((mail) => mail.endsWith("queued"))).toEqual([]);
  });

  test("can be opened again, with other dates and from the beginning; not for a day on which countries were invited before", async () => {
    expect(faultOf(await open(2028, "2027-03-10", "2027-07-31"))).toBe("announced");
    const again = await open(2028, "2028-02-01", "2028-04-30");
    expect(again.body).toMatchObject({ opensOn: "2028-02-01", dueOn: "2028-04-30" });
    expect(await boardOf(2028, "CRI")).toMatchObject({
      status: "not_started",
      dueOn: "2028-04-30",
      desk: { asks: 0, nextNotice: { step: "opening", at: "2028-02-01T15:00:00.000Z" } },
    });
    expect((await open(2028)).problem?.code).toBe("round-exists");
    const notices = (await api.call(listNotices, { ...secretariat, params: { year: 2028 } })).body.notices;
    expect(notices.map(({ step }) => step)).toContain("round_cancelled");
    const revision = (await roundOf(2028))?.revision ?? 0;
    await cancel(2028, { revision });
  });

  test("stays once a country has begun, sent or written something", async () => {
    const ids = await aRound(api, 2033, ["CRI", "GTM"]);
    const params = { submissionId: ids.CRI as string };
    await api.call(exemptSubmission, { ...secretariat, params: { submissionId: ids.GTM as string }, body: { reason } });
    await api.call(addComment, {
      as: "focal_point:CRI",
      params,
      body: { indicatorCode: null, audience: "country", body: "Who does this?" },
    });
    expect((await cancel(2033)).problem?.code).toBe("round-in-use");
    await aRound(api, 2034, ["CRI"]);
    const board = await boardOf(2034, "CRI");
    await begin("CRI", board?.submissionId ?? "");
    expect((await cancel(2034)).problem?.code).toBe("round-in-use");
    expect((await roundOf(2034))?.year).toBe(2034);
  });

  test("whoever saves at the same moment either keeps the round or is refused: never an answer in a round that is gone", async () => {
    for (const year of [2040, 2041, 2042, 2043]) {
      const ids = await aRound(api, year, ["CRI"]);
      const [saved, cancelled] = await Promise.allSettled([begin("CRI", ids.CRI as string), cancel(year)]);
      const isCancelled = cancelled.status === "fulfilled" && cancelled.value.status === 200;
      expect([year, saved.status]).toEqual([year, isCancelled ? "rejected" : "fulfilled"]);
    }
  });

  describe("while it is being cancelled", () => {
    const none = {
      state: "not_available" as const,
      value: null,
      reason: "There is no register",
      comment: "",
      evidence: [],
    };
    const remark = { indicatorCode: null, audience: "shared", body: "Who does this?" } as const;
    const as = "focal_point:CRI";

    test.each<[string, number, (submissionId: string) => Promise<{ readonly status: number }>]>([
      ["writes a remark", 2044, (submissionId) => api.call(addComment, { as, params: { submissionId }, body: remark })],
      [
        "saves an answer",
        2045,
        (submissionId) =>
          api.call(saveAnswer, { as, params: { submissionId, indicatorCode: "TIP-LEG-01" }, revision: 0, body: none }),
      ],
      [
        "saves many answers",
        2046,
        (submissionId) => {
          const body = { answers: [{ ...none, indicatorCode: "TIP-LEG-01", revision: 0 }] };
          return api.call(saveAnswers, { as, params: { submissionId }, body });
        },
      ],
      [
        "gives it a later date",
        2047,
        (submissionId) => {
          const body = { dueOn: "2048-08-30", reason: "Asked for more time" };
          return api.call(extendSubmission, { ...secretariat, params: { submissionId }, revision: 0, body });
        },
      ],
    ])("whoever %s is refused, and nothing of it is kept", async (_, year, act) => {
      const submissionId = (await aRound(api, year, ["CRI"])).CRI as string;
      await api.person(as);
      // Who watches stands outside of the transaction that holds the lock: inside of one, the same is seen all the time.
      const [owner, watcher] = [0, 1].map(() => testClient({ connectionString: api.ownerUrl })) as [
        TestClient,
        TestClient,
      ];
      await Promise.all([owner.connect(), watcher.connect()]);
      try {
        const waiting = (expected: number) =>
          vi.waitFor(
            async () => {
              const { rows } = await watcher.query<{ n: number }>(
                "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
              );
              expect(rows[0]?.n).toBe(expected);
            },
            { timeout: 30_000 },
          );
        await owner.query("begin");
        await owner.query("select 1 from app.submission where id = $1 for update", [submissionId]);
        const cancelled = cancel(year);
        await waiting(1);
        const acted = act(submissionId);
        await waiting(2);
        await owner.query("commit");
        expect([(await cancelled).status, (await acted).status]).toEqual([200, 404]);
        const kept = await owner.query(
          `select 1 from app.review_comment where submission_id = $1
           union all select 1 from app.answer where submission_id = $1
           union all select 1 from app.submission where id = $1 and (status <> 'not_started' or extension_granted_at is not null)`,
          [submissionId],
        );
        expect(kept.rowCount).toBe(0);
      } finally {
        await Promise.all([owner.end(), watcher.end()]);
      }
    });
  });

  test("leaves the public file", async () => {
    const ids = await aRound(api, 2025, ["GTM"]);
    await fill(api, "focal_point:GTM", ids.GTM as string);
    await submit(api, "focal_point:GTM", ids.GTM as string);
    const params = { submissionId: ids.GTM as string };
    await open(2028, "2027-03-22", "2027-06-30");
    await api.call(acceptSubmission, { ...secretariat, params });
    await agree(api, "focal_point:GTM", params.submissionId);
    await api.call(publishSubmission, { ...secretariat, params });
    const rounds = async () => (await api.call(getMatrix, {})).body.rounds.map(({ roundYear }) => roundYear);
    await vi.waitFor(async () => expect(await rounds()).toContain(2028), { timeout: 20_000 });
    expect((await cancel(2028, { revision: (await roundOf(2028))?.revision })).status).toBe(200);
    await vi.waitFor(async () => expect(await rounds()).not.toContain(2028), { timeout: 20_000 });
  });
});

test("rounds that have not opened are a plan: not for the public, not for who may not read the state of rounds", async () => {
  const seenBy = async (as?: "secretariat" | "rcgm_delegate" | "focal_point:CRI" | "observer" | "civil_society") =>
    (await api.call(listRounds, as === undefined ? {} : { as })).body.rounds.map(({ year }) => year);
  const opened = [2027, 2025];
  const all = await seenBy("secretariat");
  expect(all.length).toBeGreaterThan(opened.length);
  for (const as of ["rcgm_delegate", "focal_point:CRI"] as const) expect(await seenBy(as)).toEqual(all);
  for (const as of [undefined, "observer", "civil_society"] as const) expect(await seenBy(as)).toEqual(opened);
});
