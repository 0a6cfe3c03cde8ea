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
  expect((await read("secretariat")).body).toEqual({
    ...{ state: "never", lastAt: null, plannedAt: null, sentAt: null, processes: 0 },
  });
  await beats("planner", "09:59:30");
  expect((await read("secretariat")).body.state).toBe("never");
  await beats("sender", "09:59:00");
  expect((await read("secretariat")).body).toEqual({
    ...{ state: "working", lastAt: at("09:59:00"), plannedAt: at("09:59:30"), sentAt: at("09:59:00"), processes: 1 },
  });
  expect(await ready()).toEqual({ status: "ready", scheduler: "working", schedulerLastAt: at("09:59:00") });

  api.clock.set("2027-03-01T10:02:00Z");
  await beats("planner", "10:02:00");
  expect((await read("secretariat")).body).toMatchObject({ state: "late", lastAt: at("09:59:00") });
  expect(await ready()).toEqual({ status: "ready", scheduler: "late", schedulerLastAt: at("09:59:00") });

  await beats("sender", "10:02:00");
  expect((await read("secretariat")).body.state).toBe("working");
});

test("of several schedulers each says for itself that it works; one that ended is counted no more, and hides nothing", async () => {
  const says = (instance: string, time: string) =>
    api.db.asWorker(async (tx) => {
      await beat(tx, "planner", new Date(at(time)), instance);
      await beat(tx, "sender", new Date(at(time)), instance);
    });
  await says("one/1", "10:02:00");
  await says("two/1", "10:02:00");
  expect((await read("secretariat")).body).toMatchObject({ state: "working", processes: 3 });
  api.clock.set("2027-03-01T10:10:00Z");
  expect((await read("secretariat")).body).toMatchObject({ state: "late", processes: 0, lastAt: at("10:02:00") });
  await says("two/1", "10:10:00");
  expect((await read("secretariat")).body).toMatchObject({ state: "working", processes: 1 });
  // One whose clock goes ahead says so last, and is then the one that nobody can rely on.
  await says("one/1", "11:00:00");
  expect((await read("secretariat")).body.state).toBe("late");
  await says("two/1", "10:10:30");
  expect((await read("secretariat")).body.state).toBe("working");
});

test.each(["focal_point", "approver", "contributor", "rcgm_delegate", "observer"] as const)(
  "%s is not told how the portal sends its mail",
  async (role) => {
    expect((await read(role)).status).toBe(403);
  },
);
