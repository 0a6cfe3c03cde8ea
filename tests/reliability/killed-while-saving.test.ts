import { setTimeout as wait } from "node:timers/promises";
import { createTestDatabase, testClient } from "@avances/testing";
import { expect, test } from "vitest";
import { type ApiChild, startApiProcess } from "./support/api-child.ts";
import { startOwnCluster } from "./support/own-cluster.ts";
import { type ReportingClient, startClients } from "./support/reporting-clients.ts";

const rounds = 10;
const databaseKills = 2;

/** Pseudo-random moments: the same numbers in every run. */
function moments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 100 + ((state >>> 8) % 500);
  };
}

const faultsOf = (clients: readonly ReportingClient[]) => clients.flatMap(({ faults }) => faults);
const savedBy = (clients: readonly ReportingClient[]) => clients.reduce((sum, { saved }) => sum + saved, 0);

/** The database agrees with what the countries were told: one complete version per submission, one audit event per change. */
async function auditWith(ownerUrl: string, clients: readonly ReportingClient[]): Promise<void> {
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const { country, submissionId, signings, acts } of clients) {
      const versions = await owner.query(
        `select v.version, v.content_hash, (select count(*)::int from app.version_answer a where a.version_id = v.id) as answers
         from app.submission_version v where v.submission_id = $1 order by v.version`,
        [submissionId],
      );
      const receipts = signings.flatMap(({ kind, reply }) => (kind === "submit" && reply ? [JSON.parse(reply)] : []));
      expect(
        versions.rows.map((row) => [row.version, row.content_hash]),
        country,
      ).toEqual(receipts.map((receipt) => [receipt.version, receipt.contentHash]));
      for (const { answers } of versions.rows) expect(answers, `answers of a version of ${country}`).toBe(60);
      const record = await owner.query(
        "select action, count(*)::int as times from app.audit_event where country_code = $1 and action ~ '^(answer|submission)' group by action",
        [country],
      );
      const times = (pattern: RegExp) =>
        record.rows.filter(({ action }) => pattern.test(action)).reduce((sum, row) => sum + row.times, 0);
      expect(times(/^answer/), `saves on the record of ${country}`).toBe(acts.revisions + 1);
      expect(times(/^submission\.(submitted|withdrawn)/), `signings on the record of ${country}`).toBe(acts.signings);
    }
  } finally {
    await owner.end();
  }
}

test("R-1: the API killed with kill -9 while eight countries save and sign off: what was acknowledged is there, whole and once", {
  timeout: 400_000,
}, async () => {
  const database = await createTestDatabase();
  const nextMoment = moments(20_270_210);
  let api: ApiChild = await startApiProcess(database.url);
  try {
    const clients = await startClients(api.url, database.url);
    for (let round = 0; round < rounds; round += 1) {
      const before = savedBy(clients);
      let isOver = false;
      const work = Promise.all(clients.map((client) => client.work(() => isOver)));
      await wait(nextMoment());
      // A slow machine may not have saved anything yet, and the kill should interrupt work.
      for (const deadline = Date.now() + 10_000; savedBy(clients) < before + 20 && Date.now() < deadline; )
        await wait(10);
      api.kill("SIGKILL");
      isOver = true;
      await Promise.all([work, api.ended]);
      expect(savedBy(clients)).toBeGreaterThan(before);
      api = await startApiProcess(database.url);
      for (const client of clients) client.base = api.url;
      await Promise.all(clients.map((client) => client.settle()));
      expect(faultsOf(clients)).toEqual([]);
    }
    const cut = clients.reduce((sum, { statuses }) => sum + (statuses.get(0) ?? 0), 0);
    expect(cut, "requests that the kills cut off").toBeGreaterThan(rounds);
    await auditWith(database.ownerUrl, clients);
    console.info(`${rounds} kills: ${savedBy(clients)} saves acknowledged, ${cut} requests cut off`);
  } finally {
    api.kill("SIGKILL");
    await database.drop();
  }
});

test("R-1b: the database server killed with kill -9 under the same load: nothing acknowledged is lost, and the API stays up", {
  timeout: 240_000,
}, async () => {
  const cluster = await startOwnCluster();
  const nextMoment = moments(3);
  let api: ApiChild | undefined;
  try {
    api = await startApiProcess(cluster.url);
    const clients = await startClients(api.url, cluster.url);
    for (let round = 0; round < databaseKills; round += 1) {
      const before = savedBy(clients);
      let isOver = false;
      const work = Promise.all(clients.map((client) => client.work(() => isOver)));
      await wait(nextMoment());
      for (const deadline = Date.now() + 10_000; savedBy(clients) < before + 20 && Date.now() < deadline; )
        await wait(10);
      cluster.kill();
      isOver = true;
      await work;
      await cluster.start();
      for (const deadline = Date.now() + 5_000; Date.now() < deadline; await wait(50)) {
        const ready = await fetch(`${api.url}/readyz`);
        if (ready.status === 200) break;
      }
      await Promise.all(clients.map((client) => client.settle()));
      expect(faultsOf(clients)).toEqual([]);
    }
    expect(api.process.exitCode).toBeNull();
    await auditWith(cluster.ownerUrl, clients);
    console.info(`${databaseKills} database kills: ${savedBy(clients)} saves acknowledged`);
  } finally {
    api?.kill("SIGKILL");
    await cluster.remove();
  }
});
