import { setTimeout as wait } from "node:timers/promises";
import { fetchAsDescribed } from "@avances/api/testing/as-described";
import { testClient } from "@avances/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApiChild, startApiProcess } from "./support/api-child.ts";
import { type OwnCluster, startOwnCluster } from "./support/own-cluster.ts";
import { ask, countries, type ReportingClient, signIn, startClients } from "./support/reporting-clients.ts";

let cluster: OwnCluster;
let api: ApiChild;
let clients: readonly ReportingClient[];
let isOver = false;

beforeAll(async () => {
  cluster = await startOwnCluster();
  api = await startApiProcess(cluster.url);
  clients = await startClients(api.url, cluster.url);
}, 180_000);
afterAll(async () => {
  api?.kill("SIGKILL");
  await cluster?.remove();
});
beforeEach(() => {
  isOver = false;
  for (const client of clients) client.statuses.clear();
});
afterEach(() => {
  isOver = true;
});

const saved = () => clients.reduce((sum, client) => sum + client.saved, 0);

/** Requests that continue through the interruption and for a while after it. */
async function underLoad(interrupt: () => Promise<void>): Promise<void> {
  const before = saved();
  const work = clients.map((client) => client.work(() => isOver));
  for (const deadline = Date.now() + 20_000; saved() < before + 20 && Date.now() < deadline; ) await wait(10);
  await interrupt();
  const afterwards = saved();
  for (const deadline = Date.now() + 20_000; saved() < afterwards + 10 && Date.now() < deadline; ) await wait(10);
  isOver = true;
  await Promise.all(work);
}

/** How long it takes from now until every country can read its submission. */
async function untilServed(): Promise<number> {
  const start = performance.now();
  for (;;) {
    const replies = await Promise.all(
      clients.map(({ submissionId, cookie }) =>
        ask(api.url, "GET", `/submissions/${submissionId}`, { headers: { cookie } }),
      ),
    );
    for (const { status, headers, text } of replies) {
      expect([200, 503]).toContain(status);
      if (status !== 503) continue;
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
      expect(Object.keys(JSON.parse(text)).sort()).toEqual(["code", "instance", "status", "title", "type"]);
    }
    if (replies.every(({ status }) => status === 200)) return performance.now() - start;
    if (performance.now() - start > 30_000) throw new Error("The API did not recover within half a minute");
    await wait(50);
  }
}

async function settled(): Promise<void> {
  await Promise.all(clients.map((client) => client.settle()));
  expect(clients.flatMap(({ faults }) => faults)).toEqual([]);
  const seen = new Set(clients.flatMap(({ statuses }) => [...statuses.keys()]));
  seen.delete(503);
  // No other 5xx, and no broken connection: 0 stands for a request without a reply.
  expect([...seen].filter((status) => status < 200 || status >= 500)).toEqual([]);
  expect(api.process.exitCode).toBeNull();
}

test("R-4: all connections of the database are cut under load, five times: the process stays, nothing but 503 with Retry-After, at once served again", {
  timeout: 120_000,
}, async () => {
  await underLoad(async () => {
    const admin = testClient({ connectionString: cluster.ownerUrl });
    await admin.connect();
    let cut = 0;
    for (let time = 0; time < 5; time += 1) {
      const result = await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      cut += result.rowCount ?? 0;
      await wait(200);
    }
    await admin.end();
    expect(cut).toBeGreaterThan(10);
    expect(await untilServed()).toBeLessThan(5_000);
  });
  await settled();
});

test("R-4: the database server is away for two seconds under load and comes back: ready says no, alive says yes, then all goes on", {
  timeout: 180_000,
}, async () => {
  await underLoad(async () => {
    await cluster.stop();
    expect((await fetchAsDescribed(`${api.url}/livez`)).status).toBe(200);
    expect((await fetchAsDescribed(`${api.url}/readyz`)).status).toBe(503);
    const refused = await ask(api.url, "POST", "/session", {
      body: { email: "x@people.example", password: "x".repeat(20) },
    });
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([503, true]);
    await wait(1_500);
    await cluster.start();
    expect(await untilServed()).toBeLessThan(5_000);
    expect((await fetchAsDescribed(`${api.url}/readyz`)).status).toBe(200);
  });
  await settled();
});

test("R-5: told to stop under load, the API answers what it had accepted, takes nothing new and ends with 0 within twelve seconds", {
  timeout: 120_000,
}, async () => {
  await settled();
  interface Sent {
    readonly at: number;
    answeredAt: number;
    status: number | null;
    error: string | null;
  }
  const sent: Sent[] = [];
  const track = async (work: () => Promise<{ status: number }>) => {
    const entry: Sent = { at: performance.now(), answeredAt: Number.POSITIVE_INFINITY, status: null, error: null };
    sent.push(entry);
    await work().then(
      ({ status }) => {
        entry.status = status;
        entry.answeredAt = performance.now();
      },
      (error: NodeJS.ErrnoException) => {
        entry.error = error.code ?? error.message;
      },
    );
  };
  const read = ({ submissionId, cookie }: ReportingClient) =>
    track(() => ask(api.url, "GET", `/submissions/${submissionId}`, { headers: { cookie } }));
  // A sign-in computes a password hash, two at a time: it takes long.
  const slow = (country: string) => track(() => signIn(api.url, country).then(() => ({ status: 200 })));
  const loops = clients.map(async (client) => {
    while (!isOver) await read(client);
  });
  for (const deadline = Date.now() + 20_000; sent.length < 40 && Date.now() < deadline; ) await wait(10);
  const last = countries.slice(0, 6).map(slow);
  const slowOnes = sent.slice(-6);
  const [probe] = clients as [ReportingClient];
  // Connections are accepted in the order in which they came: a later one was answered, so the slow ones have been accepted.
  await read(probe);
  const stoppedAt = performance.now();
  api.kill("SIGTERM");
  const [code, signal] = await api.ended;
  const took = performance.now() - stoppedAt;
  isOver = true;
  await Promise.all([...loops, ...last]);
  expect([code, signal]).toEqual([0, null]);
  expect(took).toBeLessThan(12_000);

  const acceptedUntil = Math.max(...sent.filter(({ answeredAt }) => answeredAt <= stoppedAt).map(({ at }) => at));
  const accepted = sent.filter(({ at }) => at <= acceptedUntil);
  expect(accepted.length).toBeGreaterThan(40);
  expect(accepted.filter(({ status }) => status !== 200)).toEqual([]);
  expect(slowOnes.filter(({ answeredAt }) => answeredAt > stoppedAt).length, "under way at the signal").toBeGreaterThan(
    0,
  );
  // Later requests got a reply, or found nobody listening.
  const isFair = ({ status, error }: Sent) => status === 200 || ["ECONNREFUSED", "ECONNRESET"].includes(error ?? "");
  expect(sent.filter((each) => !isFair(each))).toEqual([]);
});
