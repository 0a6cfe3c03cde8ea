import { randomUUID } from "node:crypto";
import { insertExchange } from "@avances/db/queries/exchange-queries";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestRegion, quickTiming, type TestRegion, testLog } from "../../testing/region.ts";
import { planRound } from "../calendar/plan.ts";
import { deliverNext, newServerState } from "./deliver.ts";

let region: TestRegion<FixedClock>;
beforeEach(async () => {
  // Nine in San José on the day of the reminder 14 days before, a Friday.
  region = await createTestRegion(await createTestDatabase(), fixedClock("2027-04-16T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  await region.addPerson({ role: "focal_point", country: "CRI" });
  await planRound({ ...region, newId: randomUUID, log: testLog });
});
afterEach(() => region.close());

const says = (said: "by_date" | "nothing_to_report", promisedOn: string | null) =>
  region.db.asActor(region.secretary, (tx) =>
    insertExchange(tx, {
      ...{ id: randomUUID(), roundYear: 2027, countryCode: "CRI", channel: "telephone", isAsk: false },
      ...{ happenedOn: "2027-04-16", said, promisedOn, notedAt: region.clock.now() },
      ...{ notedBy: region.secretary.userId, notedByName: "Secretary" },
    }),
  );
async function deliver(): Promise<void> {
  const { db, clock, config } = region;
  const deps = { db, clock, config, server: null, timing: quickTiming, log: testLog };
  while (await deliverNext({ ...deps, serverState: newServerState() }));
}
const mail = async () => (await region.mails())[0];

test("a reminder that waits does not leave when the country has named a day meanwhile, and leaves when it says something else", async () => {
  await says("by_date", "2027-04-22");
  region.clock.set("2027-04-16T16:00:00Z");
  await deliver();
  // Looked at again on the Monday, because the country may say something else.
  expect(await mail()).toMatchObject({ state: "queued", nextAttemptAt: new Date("2027-04-19T15:00:00Z") });
  region.clock.set("2027-04-19T15:00:00Z");
  await deliver();
  expect(await mail()).toMatchObject({ state: "queued", nextAttemptAt: new Date("2027-04-20T15:00:00Z") });
  await says("nothing_to_report", null);
  region.clock.set("2027-04-20T15:00:00Z");
  await deliver();
  expect(await mail()).toMatchObject({ state: "kept" });
});
