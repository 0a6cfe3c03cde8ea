import { randomUUID } from "node:crypto";
import { insertExchange, withdrawExchange } from "@avances/db/queries/exchange-queries";
import { insertHold } from "@avances/db/queries/hold-queries";
import { createTestDatabase, type FixedClock, fixedClock, startMailSink } from "@avances/testing";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createTestRegion, type TestRegion, testLog } from "../../testing/region.ts";
import { schedulerByHand } from "../delivery/run-scheduler.ts";
import { planRound } from "./plan.ts";
import { simulateNotices } from "./simulate.ts";

let region: TestRegion<FixedClock>;
beforeEach(async () => {
  // Nine in San José on the day of the reminder 14 days before.
  region = await createTestRegion(await createTestDatabase(), fixedClock("2027-04-16T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  for (const country of ["CRI", "GTM"]) await region.addPerson({ role: "focal_point", country });
  await plan();
});
afterEach(() => region.close());

const plan = () => planRound({ ...region, newId: randomUUID, log: testLog });
const sentTo = async (country: string) =>
  (await region.notices())
    .filter((each) => each.countryCode === country && each.state !== "superseded")
    .map(({ step }) => step);

async function promise(promisedOn: string): Promise<string> {
  const id = randomUUID();
  const now = region.clock.now();
  await region.db.asActor(region.secretary, (tx) =>
    insertExchange(tx, {
      ...{ id, roundYear: 2027, countryCode: "CRI", channel: "telephone", happenedOn: "2027-04-16", isAsk: false },
      ...{ said: "by_date", promisedOn, notedAt: now, notedBy: region.secretary.userId, notedByName: "Secretary" },
    }),
  );
  return id;
}

test("until the day that a country named has passed nothing of the calendar leaves to it; then the latest step does", async () => {
  expect([await sentTo("CRI"), await sentTo("GTM")]).toEqual([["before_14"], ["before_14"]]);
  await promise("2027-05-03");
  const simulated = await region.db.asActor(region.secretary, (tx) =>
    simulateNotices(tx, 2027, region.clock.now(), "2027-05-08"),
  );
  expect(simulated.filter(({ country }) => country === "CRI").map(({ at }) => at.toISOString().slice(0, 10))[0]).toBe(
    "2027-05-04",
  );
  for (const day of ["2027-04-23", "2027-04-29", "2027-04-30", "2027-05-01", "2027-05-03"]) {
    region.clock.set(`${day}T15:30:00Z`);
    await plan();
  }
  expect(await sentTo("CRI")).toEqual(["before_14"]);
  expect(await sentTo("GTM")).toContain("before_7");
  region.clock.set("2027-05-04T15:30:00Z");
  await plan();
  expect(await sentTo("CRI")).toEqual(["before_14", "overdue_1"]);
});

test("what was withdrawn holds nothing back", async () => {
  const id = await promise("2027-05-03");
  await region.db.asActor(region.secretary, (tx) =>
    withdrawExchange(tx, id, {
      withdrawnAt: region.clock.now(),
      withdrawnBy: region.secretary.userId,
      withdrawnByName: "Secretary",
      withdrawnReason: "mistaken",
    }),
  );
  region.clock.set("2027-04-23T15:30:00Z");
  await plan();
  expect(await sentTo("CRI")).toEqual(["before_14", "before_7"]);
});

test("a day that was named for the report holds back no reminder of what is returned after it was sent", async () => {
  await promise("2027-06-01");
  region.clock.set("2027-04-28T16:00:00Z");
  const received = region.clock.now();
  await region.change(2027, "CRI", { status: "submitted", firstSubmittedAt: received, submittedAt: received });
  region.clock.set("2027-05-03T16:00:00Z");
  await region.change(2027, "CRI", { status: "returned", returnedAt: region.clock.now(), returnDueOn: "2027-05-18" });
  region.clock.set("2027-05-13T15:30:00Z");
  await plan();
  expect(await sentTo("CRI")).toEqual(["before_14", "returned_before_5"]);
});

describe("a message that waits for the mail server", () => {
  const lastDay = "2027-05-12";
  const { countryCode, roundYear } = { countryCode: "CRI", roundYear: 2027 };
  const reasons: Readonly<Record<string, () => Promise<unknown>>> = {
    "when the country names a day": () => promise(lastDay),
    "when its reminders are held": () =>
      region.db.asActor(region.secretary, (tx) =>
        insertHold(tx, {
          ...{
            id: randomUUID(),
            roundYear,
            countryCode,
            lastDay,
            reason: "An election",
            createdAt: region.clock.now(),
          },
          ...{ createdBy: region.secretary.userId, createdByName: "Secretary" },
        }),
      ),
    "when days are kept quiet": () => region.keepQuiet(countryCode, "2027-05-08", lastDay),
  };

  test.each(Object.keys(reasons))("%s leaves once, on the first working day after it", async (why) => {
    const sink = await startMailSink();
    onTestFinished(() => sink.close());
    const live = { mailMode: "live", smtpUrl: sink.url } as const;
    const run = schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } });
    const at = async (instant: string) => {
      region.clock.set(instant);
      await run();
      return sink.messages.filter(({ to }) => to.some((address) => address.includes("cri"))).length;
    };
    sink.faults.always({ kind: "busy" });
    // Seven days after the due date, a Friday.
    expect(await at("2027-05-07T15:00:00Z")).toBe(0);
    expect(await sentTo("CRI")).toContain("overdue_7");
    await reasons[why]?.();
    sink.faults.always(undefined);
    for (const day of ["2027-05-10", "2027-05-11", lastDay])
      expect([day, await at(`${day}T15:30:00Z`)]).toEqual([day, 0]);
    expect(await at("2027-05-13T15:30:00Z")).toBe(1);
    // The day after, the next step leaves.
    expect(await at("2027-05-14T15:30:00Z")).toBe(2);
  });
});
