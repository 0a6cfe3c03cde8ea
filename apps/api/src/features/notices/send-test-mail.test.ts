import { getOutgoingMail, sendTestMail } from "@avances/contracts";
import { insertMails } from "@avances/db/queries/mail-queries";
import { newMail, schedulerByHand } from "@avances/notices";
import { startMailSink } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-03-01T10:00:00Z" });
});
afterAll(() => api.close());

const send = (as: Who) => api.call(sendTestMail, { as });
const seen = async (mailId: string) =>
  (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId } })).body;

/** Plans and sends what is due, to this server; null = this instance sends no mail. */
async function work(smtpUrl: string | null): Promise<void> {
  const { mailFrom, publicUrl } = api.deps.config;
  const mode = smtpUrl === null ? ({ mailMode: "capture" } as const) : ({ mailMode: "live", smtpUrl } as const);
  const config = { ...mode, mailFrom, publicUrl, ticketKey: "k".repeat(43) };
  await schedulerByHand({ ...api, log: { info: () => undefined, error: () => undefined }, config })();
}

test("the person learns what became of it: accepted, refused with the server's words and no secret, or kept here", async () => {
  const accepted = (await send("secretariat")).body;
  const { email } = await api.person("secretariat");
  expect(accepted).toMatchObject({ kind: "test_mail", state: "queued", address: email, country: null });
  const sink = await startMailSink();
  await work(sink.url);
  expect(await seen(accepted.id)).toMatchObject({ state: "sent", lastCode: 250 });
  expect(sink.messages.map(({ to }) => to)).toEqual([[email]]);
  await sink.close();

  const waiting = (await send("secretariat")).body;
  await work(sink.url.replace("smtp://", "smtp://avances:very-secret-word@"));
  const tried = await seen(waiting.id);
  expect(tried).toMatchObject({ state: "queued", attempts: 1 });
  expect(tried.result).toMatchObject({ by: "mail_server" });
  expect(JSON.stringify(tried)).not.toContain("very-secret-word");

  const kept = (await send("secretariat#2")).body;
  await work(null);
  expect((await seen(kept.id)).state).toBe("kept");
});

test("it goes to the own address, a few times in ten minutes, and for the secretariat alone", async () => {
  expect((await send("focal_point:CRI")).status).toBe(403);
  const idempotencyKey = "press-1-press-1";
  const first = await api.call(sendTestMail, { as: "secretariat#3", idempotencyKey });
  expect((await api.call(sendTestMail, { as: "secretariat#3", idempotencyKey })).body.id).toBe(first.body.id);
  for (let count = 2; count <= 5; count += 1) expect((await send("secretariat#3")).status).toBe(201);
  const refused = await send("secretariat#3");
  expect([refused.status, refused.problem?.code]).toEqual([429, "too-many-attempts"]);
  api.clock.set("2027-03-01T10:11:00Z");
  expect((await send("secretariat#3")).status).toBe(201);
});

test("what a country's digest says stays inside the country; that it went to whom does not", async () => {
  const { userId, email } = await api.person("focal_point:CRI");
  const id = api.deps.newId();
  await api.db.asWorker((tx) =>
    insertMails(tx, [
      newMail({
        ...{ id, kind: "digest_country", now: api.clock.now(), mailFrom: "Avances <a@example.org>" },
        user: { id: userId, email, displayName: "Ana", language: "es", countryCode: "CRI" },
        ...{ subject: "Resumen semanal", paragraphs: ["canary"], demonstration: false },
      }),
    ]),
  );
  expect(await seen(id)).toMatchObject({ kind: "digest_country", address: email, bodyText: null });
});
