import { editPerson, listPeople, showContactCheck, useContactCheck } from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { runScheduler, ticketToken } from "@avances/notices";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeEach, expect, test } from "vitest";
import { addAccount } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

let api: TestApi;
let ana: TestPerson;
let focalPoint: TestPerson;

beforeEach(async () => {
  await api?.close();
  // A Wednesday, 09:00 in San José.
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  focalPoint = await addAccount(api, { role: "focal_point", country: "CRI", email: "focal@cri.example" });
});
afterAll(() => api.close());

const days = (count: number) => api.clock.advance(count * 86_400_000);

async function run(): Promise<void> {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
}
const asked = async () => {
  const all = await api.db.asActor(ana, (tx) => listMails(tx, { limit: 50 }));
  return all.map(({ mail }) => mail).filter(({ kind }) => kind === "contact_check");
};
const person = async () =>
  (await api.call(listPeople, { as: await api.person("secretariat#9") })).body.people.find(
    ({ id }) => id === focalPoint.userId,
  );
async function link(): Promise<string> {
  const mail = (await asked()).find(({ toAddress }) => toAddress === "focal@cri.example");
  return ticketToken(api.deps.config.secrets.ticketKey, mail?.ticketId ?? "");
}

test("a year after the account was opened, on a working day in its hours, once, by whoever runs", async () => {
  days(364);
  await run();
  expect(await asked()).toEqual([]);
  // 10 February 2028 is a Thursday; before nine in San José nothing leaves to Costa Rica, but to the secretariat by the clocks of UTC.
  days(1);
  api.clock.advance(-30 * 60_000);
  await run();
  expect(await asked()).toEqual([]);
  api.clock.advance(30 * 60_000);
  await Promise.all([run(), run()]);
  expect((await asked()).map(({ toAddress, state }) => [toAddress, state]).sort()).toEqual([
    ["ana@ts.example", "kept"],
    ["focal@cri.example", "kept"],
  ]);
  days(1);
  await run();
  expect(await asked()).toHaveLength(2);
});

test("everybody of a region is asked, however many there are", async () => {
  for (let count = 0; count < 12; count += 1)
    await addAccount(api, { role: "approver", country: "CRI", email: `approver${count}@cri.example` });
  days(365);
  await run();
  // The secretariat, the focal point and these.
  expect(await asked()).toHaveLength(14);
});

test("it is answered by a press, once; opening the link answers nothing", async () => {
  days(365);
  await run();
  const token = await link();
  for (let time = 0; time < 2; time += 1)
    expect((await api.call(showContactCheck, { body: { token } })).body).toMatchObject({
      role: "focal_point",
      country: "CRI",
    });
  expect((await person())?.checkedAt).toBeNull();
  const answer = (said: "still" | "left") => api.call(useContactCheck, { body: { token, answer: said } });
  const presses = await Promise.all([answer("still"), answer("still")]);
  expect(presses.map(({ status }) => status).sort()).toEqual([204, 410]);
  expect(await person()).toMatchObject({ checkedAt: "2028-02-10T15:00:00.000Z", leftAt: null });
  expect((await answer("left")).status).toBe(410);
  days(364);
  await run();
  expect((await asked()).filter(({ toAddress }) => toAddress === "focal@cri.example")).toHaveLength(1);
});

test("who says to have left keeps the account, and the secretariat sees it at the name until it has looked", async () => {
  days(365);
  await run();
  await api.call(useContactCheck, { body: { token: await link(), answer: "left" } });
  expect(await person()).toMatchObject({ leftAt: "2028-02-10T15:00:00.000Z", endedAt: null });
  const events = await auditEventsOf(api.ownerUrl, focalPoint.userId);
  expect(events.map(({ action }) => action)).toContain("user.said-left");
  const params = { personId: focalPoint.userId };
  const secretariat = await api.person("secretariat#9");
  await api.call(editPerson, { as: secretariat, params, body: { isRight: true } });
  expect(await person()).toMatchObject({ leftAt: null, checkedAt: "2028-02-10T15:00:00.000Z" });
});

test("a link that is too old answers nothing", async () => {
  days(365);
  await run();
  const token = await link();
  days(60);
  expect((await api.call(useContactCheck, { body: { token, answer: "still" } })).status).toBe(410);
  expect((await api.call(showContactCheck, { body: { token } })).status).toBe(410);
});
