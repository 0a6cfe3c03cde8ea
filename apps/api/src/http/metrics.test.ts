import { getCatalogue } from "@avances/contracts";
import { beat } from "@avances/db/queries/heartbeat-queries";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { countingLog, metricsText, newRequestCounts, serveMetrics } from "./metrics.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-03-01T10:00:00Z" });
});
afterAll(() => api.close());

/** The values by name and labels, as a collector reads them. */
function read(text: string): ReadonlyMap<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, name = "", labels = "", value = ""] = /^([a-z_]+)(\{.*\})? (\S+)$/.exec(line) ?? [];
      if (name === "" || !Number.isFinite(Number(value))) throw new Error(`This is no sample: ${line}`);
      return [`${name}${labels}`, Number(value)];
    }),
  );
}

test("each kind of request is counted under its route, whoever asks, and what the log does not hold is in no series", async () => {
  const counts = newRequestCounts();
  const lines: string[] = [];
  const log = countingLog({ info: (_fields, message) => lines.push(message), error: () => undefined }, counts);
  const request = (route: string | null, status: number, ms: number) =>
    log.info({ requestId: "1", method: "GET", route, status, ms, userId: "ana", country: "CRI" }, "request");
  request("/api/v1/rounds/:year", 200, 40);
  request("/api/v1/rounds/:year", 200, 400);
  request("/api/v1/rounds/:year", 404, 4);
  request(null, 404, 1);
  log.info({ route: "/x" }, "mail attempt");
  expect(lines).toHaveLength(5);
  const text = await metricsText(api.deps, counts);
  const values = read(text);
  const of = (status: string, route = "/api/v1/rounds/:year") =>
    values.get(`avances_http_requests_total{method="GET",route="${route}",status="${status}"}`);
  expect([of("200"), of("404"), of("404", "none")]).toEqual([2, 1, 1]);
  const took = (le: string) =>
    values.get(`avances_http_request_duration_seconds_bucket{route="/api/v1/rounds/:year",le="${le}"}`);
  expect([took("0.01"), took("0.05"), took("0.5"), took("+Inf")]).toEqual([1, 2, 3, 3]);
  expect(values.get('avances_http_request_duration_seconds_sum{route="/api/v1/rounds/:year"}')).toBe(0.444);
  expect(text).not.toMatch(/ana|CRI/);
});

test("the last run, what was given up, and the oldest unsent message; 0 for a database that is away", async () => {
  const nothing = read(await metricsText(api.deps, newRequestCounts()));
  expect(nothing.get("avances_scheduler_working")).toBe(0);
  await api.db.asWorker(async (tx) => {
    await beat(tx, "planner", api.clock.now(), 'host"\\1/7');
    await beat(tx, "sender", new Date("2027-03-01T09:59:00Z"), 'host"\\1/7');
  });
  const values = read(await metricsText(api.deps, newRequestCounts()));
  expect(values.get("avances_scheduler_working")).toBe(1);
  expect(values.get('avances_scheduler_last_run_timestamp_seconds{part="sender",scheduler="host\\"\\\\1/7"}')).toBe(
    Date.parse("2027-03-01T09:59:00Z") / 1000,
  );
  expect([values.get("avances_mail_dead"), values.get("avances_mail_oldest_unsent_seconds")]).toEqual([0, 0]);
  expect(values.get('avances_database_connections{role="worker",state="idle"}')).toBeGreaterThan(0);
  const away = { ...api.deps, db: { ...api.db, asWorker: () => Promise.reject(new Error("away")) } };
  const without = read(await metricsText(away, newRequestCounts()));
  expect(without.get("avances_database_up")).toBe(0);
  expect(without.has("avances_mail_dead")).toBe(false);
});

test("it is answered on a port of its own and nowhere else", async () => {
  const metrics = await serveMetrics(api.deps, newRequestCounts(), { host: "127.0.0.1", port: 0 });
  try {
    const at = `http://127.0.0.1:${metrics.port}`;
    const reply = await fetch(`${at}/metrics`);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([
      200,
      "text/plain; version=0.0.4; charset=utf-8",
    ]);
    expect(read(await reply.text()).get("avances_database_up")).toBe(1);
    expect((await fetch(`${at}/api/v1/session`)).status).toBe(404);
    expect((await fetch(`${at}/metrics`, { method: "POST" })).status).toBe(404);
  } finally {
    await metrics.close();
  }
  expect((await api.app.inject({ url: "/metrics" })).statusCode).toBe(404);
  expect((await api.call(getCatalogue)).status).toBe(200);
});
