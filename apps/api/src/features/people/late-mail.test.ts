import {
  confirmRequest,
  invitePerson,
  requestPasswordReset,
  resendInvitation,
  withdrawRequest,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { runScheduler } from "@avances/notices";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addAccount } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

/** What happens between writing and sending a message about an account, for instance while the mail server is down. */
let api: TestApi;
let ana: TestPerson;
let eva: TestPerson;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi();
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
});
afterAll(() => api.close());

async function invite() {
  const body = { address: "new@mp.example", displayName: "Pat Example", role: "alternate", country: "CRI" } as const;
  return (await api.call(invitePerson, { as: ana, body: { ...body, language: "en" } })).body;
}

/** Lets the senders process what is waiting; returns what became of each message, oldest first. */
async function leave() {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
  const all = await api.db.asActor(ana, (tx) => listMails(tx, { limit: 50 }));
  return all
    .map(({ mail }) => ({ to: mail.toAddress, subject: mail.subject, result: `${mail.state} ${mail.lastAnswer}` }))
    .reverse();
}

const results = async (subject: RegExp) =>
  (await leave()).filter((mail) => subject.test(mail.subject)).map(({ result }) => result);
const later = (minutes: number) => api.clock.advance(minutes * 60_000);
const asks = /waits for your confirmation/;

describe("a request for confirmation", () => {
  test("leaves while it waits", async () => {
    await invite();
    expect(await results(asks)).toEqual(["kept kept-here"]);
  });

  test.each([
    ["withdrawn", withdrawRequest],
    ["confirmed", confirmRequest],
  ] as const)("%s meanwhile, is stopped, and says why", async (_, decide) => {
    const { id, waiting } = await invite();
    const params = { personId: id, requestId: waiting?.id ?? "" };
    expect((await api.call<typeof withdrawRequest | typeof confirmRequest>(decide, { as: eva, params })).status).toBe(
      200,
    );
    expect(await results(asks)).toEqual(["stopped request-decided"]);
  });

  test("that lapsed meanwhile is stopped; the one asked for anew leaves", async () => {
    const { id } = await invite();
    later(24 * 60);
    expect((await api.call(resendInvitation, { as: eva, params: { personId: id } })).status).toBe(200);
    const sent = (await leave()).filter(({ subject }) => asks.test(subject));
    expect(sent.map(({ to, result }) => [to, result])).toEqual([
      ["eva@ts.example", "stopped request-decided"],
      ["ana@ts.example", "kept kept-here"],
    ]);
  });
});

describe("a single-use link", () => {
  async function confirmed() {
    const { id, waiting } = await invite();
    const params = { personId: id, requestId: waiting?.id ?? "" };
    expect((await api.call(confirmRequest, { as: eva, params })).status).toBe(200);
    return id;
  }
  const links = async () => (await leave()).filter(({ to }) => to === "new@mp.example").map(({ result }) => result);

  test("leaves while it works", async () => {
    await confirmed();
    expect(await links()).toEqual(["kept kept-here"]);
  });

  test("that a newer one replaced meanwhile is stopped; the newer one leaves", async () => {
    const personId = await confirmed();
    later(1);
    const { waiting } = (await api.call(resendInvitation, { as: ana, params: { personId } })).body;
    const params = { personId, requestId: waiting?.id ?? "" };
    expect((await api.call(confirmRequest, { as: eva, params })).status).toBe(200);
    expect(await links()).toEqual(["stopped link-used-up", "kept kept-here"]);
  });

  test("that expired meanwhile is stopped", async () => {
    await confirmed();
    later(72 * 60);
    expect(await links()).toEqual(["stopped link-used-up"]);
  });

  test("of a new password that expired meanwhile is stopped", async () => {
    await api.call(requestPasswordReset, { body: { email: "eva@ts.example" } });
    later(30);
    expect(await results(/password/i)).toEqual(["stopped link-used-up"]);
  });
});
