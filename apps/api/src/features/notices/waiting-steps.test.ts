import {
  confirmWaitingStep,
  declineWaitingStep,
  getRoundStatus,
  getWaitingStepMessages,
  listNotices,
  listStepSettings,
  listWaitingSteps,
  noteExchange,
  openRound,
  resendNotices,
  setStepConfirmation,
} from "@avances/contracts";
import { schedulerByHand } from "@avances/notices";
import { auditEventsOf, type MailSink, startMailSink } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const params = { year: "2027" } as never;
let api: TestApi;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  for (const who of ["focal_point:CRI", "focal_point:GTM", "focal_point:HND", "presidency"] as const)
    await api.person(who);
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
  await at("2027-05-28T15:00:00Z");
  // Thirty days after the due date is a Sunday.
  await at("2027-05-31T15:00:00Z");
});
afterAll(async () => {
  await api.close();
  await sink.close();
});

async function at(instant: string): Promise<void> {
  api.clock.set(instant);
  const live = { mailMode: "live", smtpUrl: sink.url } as const;
  const config = { ...api.deps.config, ...live, ticketKey: api.deps.config.secrets.ticketKey };
  await schedulerByHand({ ...api.deps, config })();
}
const waiting = async () => (await api.call(listWaitingSteps, { as: "secretariat", params })).body;
const stepOf = async (country: string) => {
  const found = (await waiting()).steps.find(({ facts }) => facts.country === country);
  if (found === undefined) throw new Error(`Nothing waits for ${country}`);
  return found;
};
const deskOf = async (country: string) =>
  (await api.call(getRoundStatus, { as: "secretariat", params })).body.countries.find((one) => one.country === country)
    ?.desk;
const of = (stepId: string) => ({ year: "2027", stepId }) as never;
let key = 0;
const idempotencyKey = () => {
  key += 1;
  return `waiting-steps-${key}`;
};
const confirm = (id: string, asksWritten: number, as: "secretariat" | "focal_point:CRI" = "secretariat") =>
  api.call(confirmWaitingStep, { as, params: of(id), body: { asksWritten }, idempotencyKey: idempotencyKey() });
const decline = (id: string, reason: string) =>
  api.call(declineWaitingStep, {
    as: "secretariat",
    params: of(id),
    body: { reason },
    idempotencyKey: idempotencyKey(),
  });
const escalated = async (country: string) =>
  (await api.call(listNotices, { as: "secretariat", params, query: { country } })).body.notices
    .filter(({ step }) => step === "escalation_30")
    .map(({ role, state }) => `${role} ${state}`)
    .sort();

test("what waits says for whom, since when, who gets it, and when it would leave; the board says the same", async () => {
  const step = await stepOf("CRI");
  expect(step).toMatchObject({
    ...{ step: "escalation_30", anchorDate: "2027-04-30", proposedAt: "2027-05-31T15:00:00.000Z" },
    ...{ leavesAt: "2027-05-31T15:00:00.000Z", missing: ["alternate", "liaison_officer", "rcgm_delegate"] },
    facts: {
      country: "CRI",
      asks: 1,
      lastAskOn: "2027-05-28",
      automaticToday: null,
      waiting: { step: "escalation_30" },
    },
  });
  expect(step.to.map(({ role }) => role)).toEqual(["focal_point", "secretariat", "presidency"]);
  expect((await deskOf("CRI"))?.nextNotice).toMatchObject({
    ...{ step: "escalation_30", needsConfirmation: true, proposedAt: "2027-05-31T15:00:00.000Z" },
    thenAt: "2027-06-14T15:00:00.000Z",
  });
  expect(await escalated("CRI")).toEqual([]);
});

test("the words are shown before anybody confirms, without the link of their addressee", async () => {
  const { id, to } = await stepOf("CRI");
  const { messages } = (await api.call(getWaitingStepMessages, { as: "secretariat", params: of(id) })).body;
  expect(messages.map(({ address }) => address)).toEqual(to.map(({ address }) => address));
  for (const { bodyText } of messages) expect(bodyText).not.toContain("#");
  expect(messages[0]?.subject).toContain("31");
});

test("confirmed once it leaves to those who were shown, and the second press says that it was decided", async () => {
  const { id, facts } = await stepOf("CRI");
  const [one, two] = await Promise.all([confirm(id, facts.asksWritten), confirm(id, facts.asksWritten)]);
  expect([one.problem?.code, two.problem?.code].filter(Boolean)).toEqual(["transition-refused"]);
  const { decided } = await waiting();
  expect(decided).toMatchObject([{ country: "CRI", decision: "confirmed", byName: expect.any(String), reason: "" }]);
  await at("2027-05-31T15:00:30Z");
  expect(await escalated("CRI")).toEqual(["focal_point sent", "presidency sent", "secretariat sent"]);
  expect((await auditEventsOf(api.ownerUrl, id)).map(({ action }) => action)).toEqual(["notices.step-confirmed"]);
  expect((await confirm(id, facts.asksWritten)).problem?.code).toBe("transition-refused");
});

test("who was asked by hand since it was shown is not escalated unseen; a call that was noted counts as an ask", async () => {
  const { id, facts } = await stepOf("GTM");
  const resent = await api.call(resendNotices, {
    ...{ as: "secretariat", params, idempotencyKey: idempotencyKey() },
    body: { countries: ["GTM"], preview: false, seen: [{ country: "GTM", asksWritten: facts.asksWritten }] },
  });
  expect(resent.problem).toBeNull();
  const refused = await confirm(id, facts.asksWritten);
  expect(refused.problem?.code).toBe("asked-meanwhile");
  expect(await escalated("GTM")).toEqual([]);
  const note = { country: "GTM", channel: "telephone", happenedOn: "2027-05-31", withWhom: "", isAsk: true } as const;
  await api.call(noteExchange, {
    ...{ as: "secretariat", params, idempotencyKey: idempotencyKey() },
    body: { ...note, said: "other", promisedOn: null, detail: "Soon" },
  });
  await at("2027-05-31T15:01:00Z");
  const after = await stepOf("GTM");
  expect(after.facts).toMatchObject({ asks: 3, lastAskOn: "2027-05-31", lastAnswer: { said: "other" } });
  expect((await confirm(id, after.facts.asksWritten)).problem).toBeNull();
});

test("declined with a reason it is in the record, and leaves to nobody", async () => {
  const { id } = await stepOf("HND");
  expect((await decline(id, "x")).problem?.code).toBe("invalid-input");
  const { body } = await decline(id, "The minister has telephoned");
  expect(body.decided.find(({ country }) => country === "HND")).toMatchObject({
    ...{ decision: "declined", reason: "The minister has telephoned" },
  });
  await at("2027-05-31T15:02:00Z");
  expect(await escalated("HND")).toEqual(["focal_point superseded", "presidency superseded", "secretariat superseded"]);
  expect((await deskOf("HND"))?.nextNotice).toMatchObject({ step: "closing_45", needsConfirmation: false });
});

test("which steps wait is set with a reason, seen by all of the Secretariat, and counts at once; nobody else reads or sets it", async () => {
  const set = (needsConfirmation: boolean, as: "secretariat" | "focal_point:CRI" = "secretariat") =>
    api.call(setStepConfirmation, {
      ...{ as, params: { step: "closing_45" } as never, idempotencyKey: idempotencyKey() },
      body: { needsConfirmation, reason: "So it was agreed in the region" },
    });
  const settings = async () => (await api.call(listStepSettings, { as: "secretariat" })).body.steps;
  expect((await settings()).filter(({ needsConfirmation }) => needsConfirmation).map(({ step }) => step)).toEqual([
    "escalation_30",
  ]);
  expect((await set(false)).problem?.code).toBe("transition-refused");
  expect((await set(true, "focal_point:CRI")).problem?.code).toBe("not-allowed");
  await set(true);
  expect((await settings()).find(({ step }) => step === "closing_45")).toMatchObject({
    ...{ needsConfirmation: true, byDefault: false },
    changes: [{ needsConfirmation: true, reason: "So it was agreed in the region" }],
  });
  expect((await deskOf("HND"))?.nextNotice).toMatchObject({
    step: "closing_45",
    needsConfirmation: true,
    proposedAt: null,
  });
  await at("2027-06-14T15:00:00Z");
  expect((await waiting()).steps.map(({ step }) => step)).toContain("closing_45");
  for (const contract of [listWaitingSteps, getRoundStatus] as const) {
    const foreign = await api.call(contract, { as: "focal_point:CRI", params });
    if (contract === listWaitingSteps) expect(foreign.problem?.code).toBe("not-allowed");
  }
});

test("after an outage the board names the step that waits, also where one that was missed leaves by itself before it", async () => {
  const next = { year: 2028 };
  const body = { year: 2028, opensOn: "2028-02-01", dueOn: "2028-04-30", obligatedGroup: "CA-MEX" };
  api.clock.set("2028-01-10T15:00:00Z");
  await api.call(openRound, { as: "secretariat", body });
  await at("2028-05-08T15:00:00Z");
  // No scheduler ran for four weeks; it is a Sunday.
  await at("2028-06-04T15:00:00Z");
  const { steps } = (await api.call(listWaitingSteps, { as: "secretariat#2", params: next })).body;
  const { countries } = (await api.call(getRoundStatus, { as: "secretariat#2", params: next })).body;
  const waits = countries.filter(({ desk }) => desk?.nextNotice?.proposedAt != null).map(({ country }) => country);
  expect(waits.sort()).toEqual(steps.map(({ facts }) => facts.country).sort());
  expect(countries.find(({ country }) => country === "GTM")?.desk?.nextNotice).toMatchObject({
    ...{ step: "escalation_30", needsConfirmation: true, proposedAt: "2028-06-04T15:00:00.000Z" },
    thenAt: "2028-06-05T15:00:00.000Z",
  });
});
