import {
  exemptSubmission,
  getAsks,
  getOutgoingMail,
  getRoundStatus,
  getSubmission,
  listOutgoingMail,
  resendNotices,
  showAnswerLink,
  useAnswerLink,
} from "@avances/contracts";
import { deleteOldAnswerLinks } from "@avances/db/queries/exchange-queries";
import { endUser } from "@avances/db/queries/user-queries";
import { answerToken, runScheduler } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeEach, expect, test } from "vitest";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let submissionId: string;
const params = { year: 2027 };

beforeEach(async () => {
  await owner?.end();
  await api?.close();
  api = await startTestApi({ now: "2027-04-16T15:00:00Z" });
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  for (const who of ["focal_point:HND", "alternate:HND", "focal_point:MEX"] as const) await api.person(who);
  submissionId = (await aRound(api, 2027, ["HND", "MEX"])).HND as string;
  await resend(["HND"]);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

const resend = (countries: string[], preview = false) =>
  api.call(resendNotices, {
    as: "secretariat",
    params,
    body: { countries, preview, seen: countries.map((country) => ({ country, asksWritten: 1 })) },
  });

async function runSchedulerOnce(): Promise<void> {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
}

/** The secret in the message to this person about the last resend. */
async function tokenOf(who: "focal_point:HND" | "alternate:HND"): Promise<string> {
  const { userId } = await api.person(who);
  const { rows } = await owner.query<{ id: string }>(
    "select id from app.notice where user_id = $1 and step = 'resend' order by created_at desc limit 1",
    [userId],
  );
  return answerToken(api.deps.config.secrets.ticketKey, rows[0]?.id ?? "");
}
const show = (token: string) => api.call(showAnswerLink, { body: { token } });
const byDate = { said: "by_date", promisedOn: "2027-05-04", detail: "" } as const;
const use = (token: string, answer: Partial<Parameters<typeof merged>[0]> = {}) =>
  api.call(useAnswerLink, { body: { token, ...merged(answer) } });
const merged = (answer: object) => ({ ...byDate, ...answer });
const ledger = async () => (await api.call(getAsks, { as: "secretariat", params: { country: "HND" } })).body;
const answers = async () => (await ledger()).entries.filter(({ kind }) => kind === "exchange");

test("opening a link changes nothing, however often; a press writes one line to the ledger and nothing to the report", async () => {
  await runSchedulerOnce();
  const token = await tokenOf("focal_point:HND");
  const before = (await api.call(getSubmission, { as: "focal_point:HND", params: { submissionId } })).text;
  for (let each = 0; each < 3; each += 1)
    expect((await show(token)).body).toMatchObject({
      ...{ country: "HND", round: 2027, referenceYear: 2026, dueOn: "2027-04-30", isAwaited: true, answered: null },
      ...{ recipient: "focal_point HND", askedOn: "2027-04-16", earliest: "2027-04-16", latest: "2027-06-15" },
    });
  expect(await answers()).toEqual([]);

  const used = await use(token);
  expect(used.body.answered).toMatchObject({ said: "by_date", promisedOn: "2027-05-04" });
  const [answer] = await answers();
  const asked = (await ledger()).entries.find(({ kind }) => kind === "message");
  expect(answer).toMatchObject({
    ...{ channel: "answer_link", isAsk: false, nth: null, said: "by_date", notedByName: "focal_point HND" },
    answersId: asked?.id,
  });
  expect(asked).toMatchObject({ nth: null, recipients: [{ state: "kept" }, { state: "kept" }] });
  const board = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  expect(board.countries.find(({ country }) => country === "HND")?.desk).toMatchObject({
    // This instance sends no mail: what it keeps has asked nobody.
    asks: 0,
    lastAnswer: { channel: "answer_link", day: "2027-04-16", said: "by_date", promisedOn: "2027-05-04" },
  });
  expect((await api.call(getSubmission, { as: "focal_point:HND", params: { submissionId } })).text).toBe(before);

  // The link says what was answered by it, and works no more; that of the other recipient does.
  expect((await show(token)).body.answered).toMatchObject({ promisedOn: "2027-05-04" });
  expect((await use(token, { said: "nothing_to_report", promisedOn: null })).problem?.code).toBe("ticket-refused");
  expect((await use(await tokenOf("alternate:HND"), { said: "other_person", promisedOn: null })).status).toBe(200);
  expect(await answers()).toHaveLength(2);
});

test("what cannot be noted is refused with what is wrong, and the link can still be used", async () => {
  const token = await tokenOf("focal_point:HND");
  for (const [answer, faults] of [
    [{ promisedOn: "2027-04-15" }, ["promise"]],
    [{ promisedOn: "2027-06-16" }, ["promise"]],
    [{ promisedOn: null }, ["promise"]],
    [{ said: "waits_for", promisedOn: null, detail: "  " }, ["detail"]],
  ] as const) {
    const refused = await use(token, answer);
    expect([refused.status, refused.problem?.code, refused.problem?.details?.faults]).toEqual([
      422,
      "exchange-refused",
      faults,
    ]);
  }
  expect((await use(token, { said: "waits_for", promisedOn: null, detail: "INE" })).body.answered?.detail).toBe("INE");
});

test("nobody waits for what an exempt country prepares, so nothing of it is answered", async () => {
  const token = await tokenOf("focal_point:HND");
  const body = { reason: "The registers were lost in a flood" };
  expect((await api.call(exemptSubmission, { as: "secretariat", params: { submissionId }, body })).status).toBe(200);
  await fill(api, "focal_point:HND", submissionId);
  expect((await show(token)).body.isAwaited).toBe(false);
  expect((await use(token)).problem?.code).toBe("transition-refused");
  expect((await ledger()).rounds).toMatchObject([{ year: 2027, status: "exempt" }]);
});

test("of different answers at once one counts", async () => {
  const token = await tokenOf("focal_point:HND");
  const presses = ["2027-05-04", "2027-05-05", "2027-05-06"].map((promisedOn) => use(token, { promisedOn }));
  const codes = (await Promise.all(presses)).map(({ problem }) => problem?.code ?? "done");
  expect(codes.sort()).toEqual(["done", "ticket-refused", "ticket-refused"]);
  expect(await answers()).toHaveLength(1);
});

test("the same answer sent again, at once or when its reply was lost, is written once and gets the same reply", async () => {
  const token = await tokenOf("focal_point:HND");
  const replies = await Promise.all([use(token), use(token), use(token)]);
  api.clock.set("2027-04-17T15:00:00Z");
  expect([...replies, await use(token)].map(({ body }) => body.answered)).toEqual(
    Array(4).fill({ said: "by_date", promisedOn: "2027-05-04", detail: "", at: "2027-04-16T15:00:00.000Z" }),
  );
  expect(await answers()).toHaveLength(1);
});

test("a link that nobody sent, that is too old, or whose person has left, is refused; of a report that was received nothing is answered", async () => {
  const token = await tokenOf("focal_point:HND");
  expect((await show("A".repeat(43))).problem?.code).toBe("ticket-refused");
  await fill(api, "alternate:HND", submissionId);
  await submit(api, "alternate:HND", submissionId);
  expect((await show(token)).body.isAwaited).toBe(false);
  expect((await use(token)).problem?.code).toBe("transition-refused");
  const { userId } = await api.person("alternate:HND");
  const others = await tokenOf("alternate:HND");
  await api.db.asActor(await api.person("secretariat"), (tx) => endUser(tx, userId, api.clock.now()));
  expect((await show(others)).problem?.code).toBe("ticket-refused");
  api.clock.set("2027-06-15T15:00:00Z");
  expect((await show(token)).problem?.code).toBe("ticket-refused");
  expect((await use(token)).problem?.code).toBe("ticket-refused");
  expect(await answers()).toEqual([]);
});

test("the link is in the messages to those who are asked, and no reply, no table and no log holds it", async () => {
  // After the due date, a Friday, the Secretariat is told too, of whom nothing is asked; the invitation does not ask how it stands.
  api.clock.set("2027-05-03T16:00:00Z");
  await runSchedulerOnce();
  const preview = await resend(["MEX"], true);
  expect(preview.body.messages[0]?.bodyText).toContain("[link removed: it belongs to the addressee alone]");
  const { messages } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
  const letters = await Promise.all(
    messages.map(async ({ id, kind, recipient }) => {
      const { bodyText } = (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: id } })).body;
      return { kind, recipient, hasLink: bodyText?.includes("[link removed") === true, bodyText };
    }),
  );
  const asked = letters.filter(({ kind }) => kind === "resend" || kind === "overdue_1");
  expect(asked.length).toBeGreaterThan(4);
  for (const { recipient, hasLink } of asked)
    expect([recipient, hasLink]).toEqual([recipient, !/^secret/.test(recipient ?? "")]);
  expect(letters.filter(({ kind, hasLink }) => hasLink && kind !== "resend" && kind !== "overdue_1")).toEqual([]);

  const { rows } = await owner.query<{ id: string; hash: string }>(
    "select notice_id as id, token_hash as hash from auth.answer_link",
  );
  expect(rows.length).toBe(asked.filter(({ hasLink }) => hasLink).length);
  const tokens = rows.map(({ id }) => answerToken(api.deps.config.secrets.ticketKey, id));
  const mails = (await owner.query("select row_to_json(m)::text as row from app.outgoing_mail m")).rows;
  const seen = [JSON.stringify([letters, rows, mails]), preview.text, ...api.logLines].join("\n");
  expect(tokens.filter((token) => seen.includes(token))).toEqual([]);
});

test("a link that has been over for a month is deleted by the scheduler; what was answered by it stays, and so do younger ones", async () => {
  await runSchedulerOnce();
  const used = await use(await tokenOf("focal_point:HND"));
  expect(used.status).toBe(200);
  const links = async () => Number((await owner.query("select count(*) from auth.answer_link")).rows[0].count);
  const all = await links();
  expect(all).toBeGreaterThan(1);
  const day = 86_400_000;
  const made = api.clock.now().getTime();
  // Sixty days it works, thirty more it is kept.
  api.clock.set(new Date(made + 89 * day).toISOString());
  await api.db.asWorker((tx) => deleteOldAnswerLinks(tx, new Date(made + 59 * day), 500));
  expect(await links()).toBe(all);
  api.clock.set(new Date(made + 91 * day).toISOString());
  await runSchedulerOnce();
  const left = await owner.query("select count(*) from auth.answer_link where expires_at < $1", [
    new Date(made + 61 * day).toISOString(),
  ]);
  expect(Number(left.rows[0].count)).toBe(0);
  const { rows } = await owner.query("select said from app.exchange where channel = 'answer_link'");
  expect(rows).toEqual([{ said: "by_date" }]);
});
