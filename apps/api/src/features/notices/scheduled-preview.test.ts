import {
  getOutgoingMail,
  listOutgoingMail,
  noteExchange,
  previewScheduledReminders,
  saveTemplate,
  scheduleReminders,
  simulateNotices,
} from "@avances/contracts";
import { schedulerByHand } from "@avances/notices";
import { query } from "@avances/testing/query";
import { afterAll, beforeEach, expect, test } from "vitest";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/* What somebody who sets a reminder reads before: where it reaches nobody, what was said on the telephone, and whose words are in it. */

const params = { year: "2027" } as never;
const countries = ["HND", "CRI"];
const moment = { day: "2027-04-08", time: "10:00", timeZone: null };
let api: TestApi;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-02-01T15:30:00Z" });
  for (const who of ["focal_point:HND", "alternate:HND", "focal_point:CRI"] as const) await api.person(who);
  await query(api.ownerUrl, "update app.app_user set language = 'es' where country_code is not null");
  await aRound(api, 2027, countries);
  await run("2027-02-01T15:30:00Z");
  // A Tuesday: the step of the week before has been caught up.
  await run("2027-04-06T15:30:00Z");
  // As if a mail server had taken them: what is only kept here has asked nobody.
  await query(api.ownerUrl, "update app.notice set state = 'sent', settled_at = created_at where state = 'kept'");
});
afterAll(() => api.close());

async function run(iso: string): Promise<void> {
  api.clock.set(iso);
  const { mailFrom, publicUrl, secrets } = api.deps.config;
  const config = { mailMode: "capture", mailFrom, publicUrl, ticketKey: secrets.ticketKey } as const;
  await schedulerByHand({ ...api, log: { info: () => undefined, error: () => undefined }, config })();
}
const preview = async () =>
  (await api.call(previewScheduledReminders, { as: "secretariat", params, body: { countries, moment } })).body;
const set = async () =>
  await api.call(scheduleReminders, {
    ...{ as: "secretariat", params, idempotencyKey: crypto.randomUUID() },
    body: { countries, moment } as never,
  });
const refuse = async (address: string) =>
  query(
    api.ownerUrl,
    `insert into app.mail_reply (id, mail_id, kind, received_at, address, attempt, fingerprint, status, answer, refuses_address)
     select gen_random_uuid(), id, 'bounced', $2, to_address, 1, 'test', '5.1.1', '550 no such user', true
     from app.outgoing_mail where to_address = $1 limit 1`,
    [address, api.clock.now().toISOString()],
  );
const kept = async () => {
  const list = await api.call(listOutgoingMail, { as: "secretariat", query: {} });
  const reminders = list.body.messages.filter(({ kind }) => kind === "resend");
  return Promise.all(
    reminders.map(
      async ({ id }) => (await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: id } })).body,
    ),
  );
};

test("an address that mail servers refuse is marked, before and whatever the others do, and what leaves is given up there alone", async () => {
  expect((await preview()).messages.map(({ isRefused }) => isRefused)).toEqual([false, false, false]);
  const { email } = await api.person("alternate:HND");
  await refuse(email);
  const { messages } = await preview();
  expect(messages.filter(({ isRefused }) => isRefused).map(({ address }) => address)).toEqual([email]);
  expect(messages).toHaveLength(3);
  expect((await set()).status).toBe(201);
  await run("2027-04-08T16:00:00Z");
  const left = await kept();
  expect(left.find(({ address }) => address === email)).toMatchObject({ state: "dead", result: { by: "portal" } });
  expect(left.filter(({ state }) => state === "kept")).toHaveLength(2);
  // Somebody says that the address is right: the next preview does not mark it.
  await query(
    api.ownerUrl,
    "update app.mail_reply set cleared_at = received_at, cleared_by = gen_random_uuid(), cleared_by_name = 'Secretary'",
  );
  api.clock.set("2027-04-06T15:30:00Z");
  expect((await preview()).messages.some(({ isRefused }) => isRefused)).toBe(false);
});

test("calls that were noted count among the requests, and a day that the country named holds it back and is said", async () => {
  const before = (await preview()).countries.find(({ country }) => country === "HND");
  expect(before).toMatchObject({ asks: 2, asksNoted: 0, lastAnswer: null, promisedOn: null, moved: null });
  const note = { country: "HND", channel: "telephone", withWhom: "Ana Mora", isAsk: true, detail: "" } as const;
  const say = async (more: object) => {
    api.clock.advance(60_000);
    const body = { ...note, promisedOn: null, ...more } as never;
    expect((await api.call(noteExchange, { as: "secretariat", params, body })).problem).toBeNull();
  };
  for (const happenedOn of ["2027-04-05", "2027-04-06"])
    await say({ happenedOn, said: "other", detail: "She looks into it" });
  const noted = (await preview()).countries.find(({ country }) => country === "HND");
  expect(noted).toMatchObject({ asks: 4, asksNoted: 2, lastAskOn: "2027-04-06", promisedOn: null, moved: null });
  // The message counts messages, as its reader has them.
  const words = (await preview()).messages.find(({ country }) => country === "HND");
  expect([words?.ordinal, words?.bodyText.includes("n.º 3")]).toEqual([3, true]);
  await say({ happenedOn: "2027-04-06", said: "by_date", promisedOn: "2027-04-12" });
  const promised = (await preview()).countries;
  expect(promised.find(({ country }) => country === "HND")).toMatchObject({
    ...{ asks: 5, asksNoted: 3, promisedOn: "2027-04-12" },
    ...{ moved: "promised", goesAt: "2027-04-13T15:00:00.000Z" },
    lastAnswer: { said: "by_date", promisedOn: "2027-04-12" },
  });
  expect(promised.find(({ country }) => country === "CRI")).toMatchObject({ asks: 2, asksNoted: 0, moved: null });
});

test("the page of the message names the version of the Secretariat's words in it: those in force when it leaves, not when it was set", async () => {
  const template = { kind: "resend_before", language: "es" } as const;
  const words = {
    subject: "Atento recordatorio, {{standing}}: {{country}}, ronda {{round}}",
    opening: "La Secretaría Técnica saluda con aprecio a {{country}}.",
    closing: "Agradecemos de antemano su colaboración.",
  };
  const save = (opening: string, basedOn: number) =>
    api.call(saveTemplate, { as: "secretariat", params: template, body: { words: { ...words, opening }, basedOn } });
  expect((await preview()).messages[0]?.subject).not.toContain("Atento recordatorio");
  await save(words.opening, 0);
  const shown = (await preview()).messages;
  expect(shown.every(({ subject, bodyText }) => subject.includes("Atento") && bodyText.includes("con aprecio"))).toBe(
    true,
  );
  await set();
  await save("Nuevas palabras para {{country}}.", 1);
  await run("2027-04-08T16:00:00Z");
  const left = await kept();
  expect(left).toHaveLength(3);
  for (const mail of left) {
    expect(mail.wording).toEqual({ kind: "resend_before", version: 2 });
    expect(mail.bodyText).toContain("Nuevas palabras para");
  }
});

test("built-in words are no version: the page names none", async () => {
  await set();
  await run("2027-04-08T16:00:00Z");
  expect((await kept()).map(({ wording }) => wording)).toEqual([null, null, null]);
});

test("of a day that has passed nothing is simulated, and it says so at the day", async () => {
  const simulate = (until: string) => api.call(simulateNotices, { as: "secretariat", params, query: { until } });
  expect((await simulate("2027-04-05")).problem).toMatchObject({
    ...{ code: "invalid-input", errors: [{ pointer: "/query/until", message: "has_passed" }] },
  });
  expect((await simulate("2027-04-06")).status).toBe(200);
  // In the evening there it is the next day by universal time, and still the same where the Secretariat works.
  api.clock.set("2027-04-07T03:00:00Z");
  expect((await simulate("2027-04-06")).status).toBe(200);
  api.clock.set("2027-04-07T06:00:00Z");
  expect((await simulate("2027-04-06")).problem?.code).toBe("invalid-input");
});
