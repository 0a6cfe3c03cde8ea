import { createHmac, randomBytes } from "node:crypto";
import {
  type BodyInputOf,
  getAsks,
  getOutgoingMail,
  getRoundStatus,
  handInMailReply,
  listOutgoingMail,
  listPeople,
  openRound,
  resendNotices,
  retryMail,
} from "@avances/contracts";
import { claimDueMails, recordMailResult } from "@avances/db/queries/mail-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import { type ReplyFile, replyTo } from "@avances/notices/testing/replies";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const key = randomBytes(32).toString("base64url");
const params = { year: "2027" } as never;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  Object.assign(api.deps.config.secrets, { mailRepliesKey: key });
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  for (const who of ["focal_point:CRI", "focal_point:GTM"] as const) await api.person(who);
  await api.call(openRound, { as: "secretariat", body });
});
afterAll(() => api.close());

/** Reminds the country, and lets its message leave as if a mail server had accepted it. */
async function remind(country: string) {
  const preview = { countries: [country], preview: true };
  const { countries } = (
    await api.call(resendNotices, { as: "secretariat", params, body: preview, idempotencyKey: null })
  ).body;
  const body = {
    ...preview,
    preview: false,
    seen: countries.map(({ country, asksWritten }) => ({ country, asksWritten })),
  };
  await api.call(resendNotices, { as: "secretariat", params, body });
  return await send();
}

async function send() {
  const now = api.clock.now();
  const sent = await api.db.asWorker(async (tx) => {
    const mails = await claimDueMails(tx, { now, leaseUntil: new Date(now.getTime() + 60_000), limit: 50 });
    for (const { id, fence, noticeId } of mails) {
      await recordMailResult(tx, { id, fence, state: "sent", lastCode: 250, lastAnswer: "250 Ok", settledAt: now });
      if (noticeId !== null) await settleNotice(tx, noticeId, "sent", "250 Ok", now);
    }
    return mails;
  });
  const last = sent.findLast(({ noticeId }) => noticeId !== null);
  if (last === undefined) throw new Error("Nothing left");
  return last;
}

function signed(message: Uint8Array, change: { readonly key?: string; readonly sentAt?: Date } = {}) {
  const sentAt = (change.sentAt ?? api.clock.now()).toISOString();
  const text = Buffer.from(message).toString("base64");
  const signature = createHmac("sha256", change.key ?? key)
    .update(`${sentAt}.${text}`)
    .digest("base64url");
  return { sentAt, message: text, signature } satisfies BodyInputOf<typeof handInMailReply>;
}

const handIn = (body: BodyInputOf<typeof handInMailReply>) => api.call(handInMailReply, { body });
const comesBack = async (name: ReplyFile, mail: Parameters<typeof replyTo>[1]) =>
  (await handIn(signed(replyTo(name, mail)))).body.outcome;
const shown = async (mailId: string) =>
  (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId } })).body;
const lastAsk = async (country: string) =>
  (await api.call(getRoundStatus, { as: "secretariat", params })).body.countries.find((row) => row.country === country)
    ?.desk;

test("a bounce that a mail server hands in is a dead letter, on the board and in the ledger; trying again says that the address is right", async () => {
  const mail = await remind("CRI");
  const before = await lastAsk("CRI");
  expect(before).toMatchObject({ asks: 1, lastAsk: { to: [{ state: "sent", reply: null }] } });
  expect(before?.nextNotice?.to).toEqual(["focal_point CRI"]);
  expect(await comesBack("gmail-failed", mail)).toBe("noted");
  const reply = { kind: "bounced", reason: "no_mailbox", status: "5.1.1", code: 550, stopsReminders: true };
  expect(await shown(mail.id)).toMatchObject({ state: "dead", lastCode: 550, reply });
  expect((await api.call(listOutgoingMail, { as: "secretariat", query: { state: "dead" } })).body).toMatchObject({
    dead: 1,
    messages: [{ id: mail.id, reply }],
  });
  const desk = await lastAsk("CRI");
  expect(desk).toMatchObject({ asks: 0, lastAsk: { to: [{ state: "dead", reply }] } });
  expect(desk?.unreached).toHaveLength(1);
  expect(desk?.nextNotice).toMatchObject({ to: [], missing: [] });
  // That the own server takes another message (about the account, say) proves nothing about an address that does not exist.
  api.clock.advance(60_000);
  await query(
    api.ownerUrl,
    `insert into app.outgoing_mail select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'notice_id', null,
       'message_id', 'another@portal.example', 'kind', 'account_opened', 'state', 'sent', 'settled_at', $2::text))).* from app.outgoing_mail m where m.id = $1`,
    [mail.id, api.clock.now().toISOString()],
  );
  const refused = async () =>
    (await api.call(listPeople, { as: "secretariat" })).body.people.find(
      ({ displayName }) => displayName === "focal_point CRI",
    )?.refused;
  expect(await refused()).toMatchObject({ answer: expect.stringMatching(/5\.1\.1|does not exist/) });
  expect((await lastAsk("CRI"))?.unreached).toHaveLength(1);
  const asks = async (as: "secretariat" | "focal_point:CRI") =>
    (await api.call(getAsks, { as, params: { country: "CRI" } as never })).body.entries.at(-1);
  expect(await asks("secretariat")).toMatchObject({ nth: null, recipients: [{ state: "dead", reply }] });
  // The country reads its own ledger, and not what came back.
  expect(await asks("focal_point:CRI")).toMatchObject({ nth: null, recipients: [{ state: "dead", reply: null }] });

  expect((await api.call(retryMail, { as: "secretariat", params: { mailId: mail.id } })).body).toMatchObject({
    state: "queued",
    reply: null,
  });
  const again = await send();
  expect(again.id).toBe(mail.id);
  expect(await refused()).toBeNull();
  expect(await lastAsk("CRI")).toMatchObject({ unreached: [], nextNotice: { to: ["focal_point CRI"] } });
  expect(await shown(mail.id)).toMatchObject({ state: "sent", reply: null });
  // The report of the first attempt, once more: it is known, and says nothing of the second.
  expect(await comesBack("gmail-failed", mail)).toBe("known");
  expect(await shown(mail.id)).toMatchObject({ state: "sent", reply: null });
});

test("who is away, and who replied, is told without a word of what they wrote", async () => {
  const mail = await remind("GTM");
  expect(await comesBack("exchange-away", mail)).toBe("noted");
  expect((await shown(mail.id)).reply).toMatchObject({ kind: "automatic", awayUntil: "2027-02-12", answer: null });
  expect(await comesBack("outlook-reply", mail)).toBe("noted");
  const { reply, state } = await shown(mail.id);
  expect([state, reply]).toMatchObject(["sent", { kind: "replied", awayUntil: null, answer: null }]);
  expect((await lastAsk("GTM"))?.lastAsk?.to).toMatchObject([{ state: "sent", reply: { kind: "replied" } }]);
});

test("only what is signed with the operator's key, and lately, is taken", async () => {
  const mail = await remind("GTM");
  const report = replyTo("postfix-failed", mail);
  const minutes = (count: number) => new Date(api.clock.now().getTime() + count * 60_000);
  const body = signed(report);
  const refused = [
    signed(report, { key: randomBytes(32).toString("base64url") }),
    signed(report, { sentAt: minutes(-6) }),
    signed(report, { sentAt: minutes(6) }),
    { ...body, sentAt: minutes(1).toISOString() },
    { ...body, message: signed(replyTo("exim-failed", mail)).message },
    { ...body, signature: body.signature.replace(/^../, (two) => (two === "aa" ? "bb" : "aa")) },
  ];
  for (const one of refused) expect((await handIn(one)).problem?.code).toBe("signature-refused");
  expect((await handIn({ ...body, signature: "zz" })).problem?.code).toBe("invalid-input");
  const large = signed(Buffer.alloc(600_000, "A"));
  expect((await handIn(large)).problem?.status).toBe(400);
  expect(await shown(mail.id)).toMatchObject({ state: "sent", reply: null });
  // Three at once and once more, as a replay: noted once.
  const outcomes = await Promise.all([1, 2, 3].map(() => handIn(body)));
  expect(outcomes.map((one) => one.body.outcome).toSorted()).toEqual(["known", "known", "noted"]);
  expect((await handIn(body)).body.outcome).toBe("known");
  expect((await handIn(signed(Buffer.from("From: a@b.example\r\n\r\nHello")))).body.outcome).toBe("left");
});

test("without a key nothing is taken", async () => {
  const closed = await startTestApi();
  onTestFinished(() => closed.close());
  const reply = await closed.call(handInMailReply, { body: signed(Buffer.from("x"), { sentAt: closed.clock.now() }) });
  expect(reply.problem?.code).toBe("signature-refused");
});
