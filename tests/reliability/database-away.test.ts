import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
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

/** Work that goes on through the interruption: whoever gets no 2xx looks up what is stored, as the page does, and goes on. */
async function underLoad(interrupt: () => Promise<void>): Promise<void> {
  const before = saved();
  const work = clients.map(async (client) => {
    while (!isOver) {
      await client.work(() => isOver || (client.statuses.get(503) ?? 0) > 0);
      await wait(20);
      if (!isOver) client.statuses.delete(503);
    }
  });
  for (const deadline = Date.now() + 20_000; saved() < before + 20 && Date.now() < deadline; ) await wait(10);
  await interrupt();
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
  // No 5xx besides, and no connection that broke: 0 stands for a request without an answer.
  expect([...seen].filter((status) => status < 200 || status >= 500)).toEqual([]);
  expect(api.process.exitCode).toBeNull();
}

test("R-4: all connections of the database are cut under load, five times: the process stays, nothing but 503 with Retry-After, at once served again", {
  timeout: 120_000,
}, async () => {
  await underLoad(async () => {
    const admin = new Client({ connectionString: cluster.ownerUrl });
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
    expect((await fetch(`${api.url}/livez`)).status).toBe(200);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
    const refused = await ask(api.url, "POST", "/session", {
      body: { email: "x@people.example", password: "x".repeat(20) },
    });
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([503, true]);
    await wait(1_500);
    await cluster.start();
    expect(await untilServed()).toBeLessThan(5_000);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  });
  await settled();
});

test("R-5: told to stop under load, the API answers what it had accepted, takes nothing new and ends with 0 within twelve seconds", {
  timeout: 120_000,
}, async () => {
  await settled();
  interface Sent {
    readonly at: number;
    status: number | null;
    error: string | null;
  }
  const sent: Sent[] = [];
  const track = async (work: () => Promise<{ status: number }>) => {
    const entry: Sent = { at: performance.now(), status: null, error: null };
    sent.push(entry);
    await work().then(
      ({ status }) => {
        entry.status = status;
      },
      (error: NodeJS.ErrnoException) => {
        entry.error = error.code ?? error.message;
      },
    );
  };
  const loops = clients.map(async ({ submissionId, cookie, country }, index) => {
    while (!isOver) {
      // Some of it takes long: a sign-in computes a password hash.
      if (index % 4 === 0) await track(() => signIn(api.url, country).then(() => ({ status: 200 })));
      else await track(() => ask(api.url, "GET", `/submissions/${submissionId}`, { headers: { cookie } }));
    }
  });
  for (const deadline = Date.now() + 20_000; sent.length < 40 && Date.now() < deadline; ) await wait(10);
  // One more of each kind, surely under way when the signal comes.
  const last = [
    track(() => signIn(api.url, countries[1]).then(() => ({ status: 200 }))),
    ...clients.map(({ submissionId, cookie }) =>
      track(() => ask(api.url, "GET", `/submissions/${submissionId}`, { headers: { cookie } })),
    ),
  ];
  await wait(150);
  const stoppedAt = performance.now();
  api.kill("SIGTERM");
  const [code, signal] = await api.ended;
  const took = performance.now() - stoppedAt;
  isOver = true;
  await Promise.all([...loops, ...last]);
  expect([code, signal]).toEqual([0, null]);
  expect(took).toBeLessThan(12_000);
  const before = sent.filter(({ at }) => at < stoppedAt - 100);
  expect(before.length).toBeGreaterThan(40);
  expect(before.filter(({ status }) => status !== 200)).toEqual([]);
  // What came afterwards was answered, or found nobody listening.
  const after = sent.filter(({ at }) => at >= stoppedAt - 100);
  expect(
    after.filter(({ status, error }) => status !== 200 && !["ECONNREFUSED", "ECONNRESET"].includes(error ?? "")),
  ).toEqual([]);
});
