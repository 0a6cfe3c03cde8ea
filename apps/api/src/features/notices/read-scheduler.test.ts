import { getScheduler } from "@avances/contracts";
import { beat } from "@avances/db/queries/heartbeat-queries";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-03-01T10:00:00Z" });
});
afterAll(() => api.close());

const read = (as: Who) => api.call(getScheduler, { as });
const ready = async () => (await api.app.inject({ url: "/readyz" })).json();
const at = (time: string) => `2027-03-01T${time}.000Z`;
const beats = (part: "planner" | "sender", time: string) => api.db.asWorker((tx) => beat(tx, part, new Date(at(time))));

test("the secretariat and whoever operates the portal learn whether what goes by itself is done; the instance serves in any case", async () => {
  expect((await read("secretariat")).body).toEqual({ state: "never", lastAt: null });
  await beats("planner", "09:59:30");
  expect((await read("secretariat")).body.state).toBe("never");
  await beats("sender", "09:59:00");
  expect((await read("secretariat")).body).toEqual({ state: "working", lastAt: at("09:59:00") });
  expect(await ready()).toEqual({ status: "ready", scheduler: "working", schedulerLastAt: at("09:59:00") });

  api.clock.set("2027-03-01T10:02:00Z");
  await beats("planner", "10:02:00");
  expect((await read("secretariat")).body).toEqual({ state: "late", lastAt: at("09:59:00") });
  expect(await ready()).toEqual({ status: "ready", scheduler: "late", schedulerLastAt: at("09:59:00") });

  await beats("sender", "10:02:00");
  expect((await read("secretariat")).body.state).toBe("working");
});

test.each(["focal_point", "approver", "contributor", "rcgm_delegate", "observer"] as const)(
  "%s is not told how the portal sends its mail",
  async (role) => {
    expect((await read(role)).status).toBe(403);
  },
);
