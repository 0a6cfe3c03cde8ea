import { randomUUID } from "node:crypto";
import {
  getOutgoingMail,
  listNotices,
  listOutgoingMail,
  openRound,
  resendNotices,
  retryMail,
  simulateNotices,
} from "@avances/contracts";
import { claimDueMails, insertMails, recordMailResult } from "@avances/db/queries/mail-queries";
import { findUser } from "@avances/db/queries/user-queries";
import { runScheduler, securityMail, ticketMail } from "@avances/notices";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const params = { year: "2027" } as never;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  for (const who of ["focal_point:CRI", "focal_point:GTM"] as const) await api.person(who);
  await api.call(openRound, { as: "secretariat", body });
});
afterAll(() => api.close());

async function runSchedulerOnce(): Promise<void> {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
}

test("preview shows messages and addresses and sends nothing; sending writes a ledger that each country reads for itself", async () => {
  const preview = await api.call(resendNotices, {
    as: "secretariat",
    params,
    body: { group: "CA-MEX", preview: true },
    idempotencyKey: null,
  });
  expect(preview.body.messages.map(({ country }) => country)).toEqual(["CRI", "GTM"]);
  expect(preview.body.batchId).toBeNull();
  expect((await api.call(listNotices, { as: "secretariat", params })).body.notices).toEqual([]);

  const request = {
    as: "secretariat",
    params,
    body: { group: "CA-MEX", preview: false },
    idempotencyKey: "resend-all-1",
  } as const;
  const [sent, again] = [await api.call(resendNotices, request), await api.call(resendNotices, request)];
  expect(again.body).toEqual(sent.body);
  expect(sent.body.messages).toEqual(preview.body.messages);
  const { notices } = (await api.call(listNotices, { as: "secretariat", params })).body;
  expect(notices.map(({ batchId, step }) => [batchId, step])).toEqual(Array(2).fill([sent.body.batchId, "resend"]));

  const own = (await api.call(listNotices, { as: "focal_point:CRI", params })).body.notices;
  expect(own.map(({ country }) => country)).toEqual(["CRI"]);
  const foreign = await api.call(listNotices, { as: "focal_point:CRI", params, query: { country: "GTM" } });
  expect(foreign.problem?.code).toBe("not-found");
  expect(
    (await api.call(resendNotices, { as: "focal_point:CRI", params, body: { preview: true } })).problem?.code,
  ).toBe("not-allowed");
  expect((await api.call(resendNotices, { ...request, idempotencyKey: null })).problem?.code).toBe(
    "idempotency-key-required",
  );
});

test("capture mode keeps the messages where the secretariat can read them, without single-use links", async () => {
  await runSchedulerOnce();
  const { messages, oldestUnsentAt } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
  expect(messages.length).toBeGreaterThanOrEqual(4);
  expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(["kept"]));
  expect(oldestUnsentAt).toBeNull();

  const mailId = await invitationTo(api);
  // Who can read a link has somebody else's account, even where mail is only kept.
  for (const mailMode of ["live", "capture"] as const) {
    Object.assign(api.deps.config, { mailMode });
    const { bodyText } = (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId } })).body;
    expect(bodyText).toContain("\n[link removed: it belongs to the addressee alone]\n");
    expect(bodyText).not.toContain("#");
  }
  expect((await api.call(getOutgoingMail, { as: "focal_point:CRI", params: { mailId } })).problem?.code).toBe(
    "not-allowed",
  );
});

test("where the database says that it is a demonstration, the link shows, and why", async () => {
  const demonstration = await startTestApi({ demonstration: true });
  onTestFinished(() => demonstration.close());
  const mailId = await invitationTo(demonstration);
  const { bodyText } = (await demonstration.call(getOutgoingMail, { as: "secretariat", params: { mailId } })).body;
  expect(bodyText).toMatch(
    /https:\/\/avances\.example\.org\/en\/invitation#[A-Za-z0-9_-]{43}\n\[this link is shown because this is a demonstration/,
  );
});

/** Queues an invitation to the focal point of Costa Rica; returns its id. */
async function invitationTo({ db, clock, deps, person }: TestApi): Promise<string> {
  const [id, ticketId, { userId }] = [randomUUID(), randomUUID(), await person("focal_point:CRI")];
  const { mailFrom, demonstration } = deps.config;
  await db.asWorker(async (tx) => {
    const [user, now] = [await findUser(tx, userId), clock.now()];
    const mail = { id, ticketId, now, expiresAt: now, mailFrom, demonstration };
    if (user) await insertMails(tx, [await ticketMail(tx, "invitation", { ...mail, user })]);
  });
  return id;
}

test("a dead letter can be tried again, once", async () => {
  const [mail] = await api.db.asWorker(async (tx) => {
    const later = new Date(api.clock.now().getTime() + 60_000);
    const claimed = await claimDueMails(tx, { now: api.clock.now(), leaseUntil: later, limit: 1 });
    for (const { id, fence } of claimed) {
      await recordMailResult(tx, {
        id,
        fence,
        state: "dead",
        lastCode: 550,
        lastAnswer: "No such mailbox",
        settledAt: later,
      });
    }
    return claimed;
  });
  const call = { as: "secretariat", params: { mailId: mail?.id ?? "" } } as const;
  expect((await api.call(listOutgoingMail, { as: "secretariat", query: { state: "dead" } })).body).toMatchObject({
    dead: 1,
  });
  expect((await api.call(retryMail, call)).body).toMatchObject({ state: "queued", attempts: 0 });
  expect((await api.call(retryMail, call)).problem?.code).toBe("transition-refused");
});

test("page by page every message is listed once, also those that were written in one instant", async () => {
  const region = await startTestApi();
  onTestFinished(() => region.close());
  const { userId } = await region.person("focal_point:CRI");
  const { mailFrom, demonstration } = region.deps.config;
  // More than one page written in a single instant, between a few of other instants.
  const instants = [0, ...Array<number>(150).fill(1), 2, 2, 3].map(
    (minutes) => new Date(Date.UTC(2027, 1, 1, 12, minutes)),
  );
  const all = instants.map((now) => ({ id: randomUUID(), now }));
  await region.db.asWorker(async (tx) => {
    const user = await findUser(tx, userId);
    if (user === undefined) throw new Error("Nobody to write to");
    const mails = all.map((one) => securityMail(tx, "password-changed", { ...one, user, mailFrom, demonstration }));
    await insertMails(tx, await Promise.all(mails));
  });

  const listed: string[] = [];
  const lengths: number[] = [];
  let before: string | undefined;
  do {
    const query = before === undefined ? {} : { before };
    const page = (await region.call(listOutgoingMail, { as: "secretariat", query })).body;
    listed.push(...page.messages.map(({ id }) => id));
    lengths.push(page.messages.length);
    before = page.next ?? undefined;
  } while (before !== undefined && lengths.length < 5);
  expect(lengths).toEqual([100, 54]);
  expect(listed.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  const gone = { as: "secretariat", query: { before: randomUUID() } } as const;
  expect((await region.call(listOutgoingMail, gone)).problem?.code).toBe("not-found");
});

test("all messages of a country are found, however many others are newer", async () => {
  const of = async (country: string) =>
    (await api.call(listOutgoingMail, { as: "secretariat", query: { country } })).body.messages;
  const all = (await api.call(listOutgoingMail, { as: "secretariat" })).body.messages;
  const countries = new Set(all.flatMap(({ country }) => country ?? []));
  expect(countries.size).toBeGreaterThan(1);
  for (const country of countries)
    expect((await of(country)).map(({ id }) => id)).toEqual(
      all.filter((one) => one.country === country).map(({ id }) => id),
    );
});

test("a simulation says what would go out", async () => {
  const { steps } = (await api.call(simulateNotices, { as: "secretariat", params, query: { until: "2027-05-03" } }))
    .body;
  expect(steps.filter(({ country }) => country === "CRI").map(({ step }) => step)).toEqual([
    "before_30",
    "before_14",
    "before_7",
    "before_1",
    "due_today",
    "overdue_1",
  ]);
});
