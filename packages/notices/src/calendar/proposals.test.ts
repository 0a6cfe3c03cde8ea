import { randomUUID } from "node:crypto";
import { decideProposedStep, insertStepSetting, listProposedSteps } from "@avances/db/queries/proposed-step-queries";
import type { CalendarStep, StepDecision } from "@avances/domain/round";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestRegion, type TestRegion } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { openProposals } from "./proposals.ts";

let region: TestRegion<FixedClock>;
const log = { info: () => undefined, error: vi.fn() };
beforeEach(async () => {
  log.error.mockClear();
  region = await createTestRegion(await createTestDatabase(), fixedClock("2027-05-28T15:00:00Z"));
  const countries = ["CRI", "GTM"];
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", countries });
  for (const country of countries)
    await region.addPerson({ role: "focal_point", country, displayName: `Focal ${country}` });
  await region.addPerson({ role: "presidency", displayName: "Presidencia" });
  // What was due before leaves the Friday before.
  await at("2027-05-28T15:00:00Z");
});
afterEach(async () => {
  expect(log.error.mock.calls).toEqual([]);
  await region.close();
});

const at = async (instant: string) => {
  region.clock.set(instant);
  await schedulerByHand({ ...region, log })();
};
const ofCountry = async (country: string) =>
  (await region.notices())
    .filter((one) => one.countryCode === country && one.step === "escalation_30")
    .map(({ state, result }) => `${state} ${result}`.trim());
const open = () => region.db.asActor(region.secretary, (tx) => openProposals(tx, 2027, region.clock.now()));
const proposed = () => region.db.asActor(region.secretary, (tx) => listProposedSteps(tx, 2027));
async function decide(country: string, decision: StepDecision) {
  const row = (await proposed()).find(({ countryCode }) => countryCode === country);
  const by = { decision, at: region.clock.now(), userId: region.secretary.userId, name: "Secretary" };
  return region.db.asActor(region.secretary, (tx) =>
    decideProposedStep(tx, row?.id ?? randomUUID(), { ...by, reason: decision === "declined" ? "They called" : "" }),
  );
}
const set = (step: CalendarStep, needsConfirmation: boolean) =>
  region.db.asActor(region.secretary, (tx) =>
    insertStepSetting(tx, {
      ...{ id: randomUUID(), step, needsConfirmation, reason: "So it was agreed", changedAt: region.clock.now() },
      ...{ changedBy: region.secretary.userId, changedByName: "Secretary" },
    }),
  );

test("it is proposed once on its day, leaves to nobody, and leaves in the sending hours when it is confirmed", async () => {
  await at("2027-05-30T15:00:00Z");
  await at("2027-05-30T15:01:00Z");
  expect((await proposed()).map(({ countryCode, step, decision }) => [countryCode, step, decision])).toEqual([
    ["CRI", "escalation_30", null],
    ["GTM", "escalation_30", null],
  ]);
  const [first] = await open();
  expect([first?.state.country, first?.leavesAt.toISOString()]).toEqual(["CRI", "2027-05-31T15:00:00.000Z"]);
  expect(first?.people.map(({ displayName }) => displayName)).toEqual(["Focal CRI", "Presidencia"]);
  await at("2027-06-02T15:00:00Z");
  expect(await ofCountry("CRI")).toEqual([]);
  await decide("CRI", "confirmed");
  expect(await decide("CRI", "declined")).toBeUndefined();
  expect((await open()).map(({ state }) => state.country)).toEqual(["GTM"]);
  await at("2027-06-03T02:00:00Z");
  expect(await ofCountry("CRI")).toEqual([]);
  await at("2027-06-03T15:00:00Z");
  expect(await ofCountry("CRI")).toEqual(["kept kept-here", "kept kept-here"]);
  expect(await ofCountry("GTM")).toEqual([]);
});

test("the words that a person saw are the words that leave", async () => {
  await at("2027-05-31T15:00:00Z");
  const context = { now: region.clock.now(), newId: randomUUID, config: { ...region.config, demonstration: false } };
  const seen = await region.db.asActor(region.secretary, async (tx) => {
    const [proposal] = await openProposals(tx, 2027, region.clock.now());
    return (await proposal?.messages(context)) ?? [];
  });
  await decide("CRI", "confirmed");
  await at("2027-05-31T15:00:00Z");
  const mails = (await region.mails()).filter(
    ({ kind, countryCode }) => kind === "escalation_30" && countryCode === "CRI",
  );
  expect(seen.length).toBe(2);
  expect(seen.map(({ address, subject }) => [address, subject]).sort()).toEqual(
    mails.map(({ toAddress, subject }) => [toAddress, subject]).sort(),
  );
  const told = seen.find(({ recipient }) => recipient === "Presidencia");
  expect(mails.find(({ toAddress }) => toAddress === told?.address)?.bodyText.trim()).toBe(told?.bodyText.trim());
});

test("declined, it is in the ledger with the reason that it was, and the closing message follows", async () => {
  await at("2027-05-31T15:00:00Z");
  await decide("CRI", "declined");
  await at("2027-05-31T15:01:00Z");
  expect(await ofCountry("CRI")).toEqual(["superseded declined", "superseded declined"]);
  expect((await open()).map(({ state }) => state.country)).toEqual(["GTM"]);
  await at("2027-06-14T15:00:00Z");
  // The one that nobody decided was overtaken.
  expect(await ofCountry("GTM")).toEqual(["superseded later-step", "superseded later-step"]);
  const closing = (await region.notices()).filter(({ step }) => step === "closing_45");
  expect(closing.map(({ countryCode }) => countryCode).sort()).toEqual(["CRI", "GTM"]);
  expect(await open()).toEqual([]);
});

test("what is proposed ends by itself when the report arrives, without waiting for the planner", async () => {
  await at("2027-05-31T15:00:00Z");
  const submittedAt = region.clock.now();
  await region.change(2027, "CRI", { status: "submitted", submittedAt, firstSubmittedAt: submittedAt }, "submitted");
  expect((await open()).map(({ state }) => state.country)).toEqual(["GTM"]);
  // Even a decision that was made at the same moment sends nothing to a country that has submitted.
  await decide("CRI", "confirmed");
  await at("2027-06-01T15:00:00Z");
  expect(await ofCountry("CRI")).toEqual([]);
});

test("the secretariat sets which steps wait: what no longer does leaves by itself, what newly does is proposed", async () => {
  await at("2027-05-31T14:59:00Z");
  await set("escalation_30", false);
  await set("closing_45", true);
  await at("2027-05-31T15:00:00Z");
  expect(await ofCountry("CRI")).toEqual(["kept kept-here", "kept kept-here"]);
  await at("2027-06-14T15:00:00Z");
  expect((await open()).map(({ state, step }) => `${state.country} ${step}`)).toEqual([
    "CRI closing_45",
    "GTM closing_45",
  ]);
  await set("closing_45", false);
  expect(await open()).toEqual([]);
});
