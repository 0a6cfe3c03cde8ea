import { setTimeout as wait } from "node:timers/promises";
import { createTestDatabase, type TestDatabase, testPool } from "@avances/testing";
import { sql } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { seedTwoCountries, type TwoCountries } from "../../testing/two-countries.ts";
import { type Database, openDatabase } from "../connect.ts";
import { unlessWritten } from "./kept.ts";

let database: TestDatabase;
let seed: TwoCountries;
let db: Database;
/** Connections of its own, on which `unlessWritten` asks. */
let pool: pg.Pool;
let owner: pg.Pool;
const opened = { open: async () => pool };

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 3, onError: () => undefined });
  owner = testPool({ connectionString: database.ownerUrl, max: 4 });
  pool = testPool({ connectionString: database.ownerUrl, max: 3 });
  pool.on("error", () => undefined);
  await owner.query("create table counted (said int not null)");
});
beforeEach(() => owner.query("truncate counted; insert into counted values (0)"));

afterAll(async () => {
  await db?.close();
  await Promise.all([pool?.end(), owner?.end()]);
  await database?.drop();
});

const count = (by: { query: pg.Pool["query"] } = owner) => by.query("update counted set said = said + 1");
const counted = async () => (await owner.query<{ said: number }>("select said from counted")).rows[0]?.said ?? 0;

test("nothing was written, so nothing is read again; after any write it is", async () => {
  let times = 0;
  const read = () =>
    unlessWritten(opened, "counted", async () => {
      times += 1;
      return { said: await counted() };
    });
  // Other tests write in other databases of the cluster, so whether it was kept is asked until it was.
  const readTwice = async () => {
    for (;;) {
      const [first, before] = [await read(), times];
      if ((await read()) === first && times === before) return first;
    }
  };
  expect((await readTwice()).said).toBe(0);
  await count();
  expect((await read()).said).toBe(1);
  expect((await readTwice()).said).toBe(1);
});

test("a transaction that was under way when it was read, and what was rolled back", async () => {
  const read = () => unlessWritten(opened, "under way", counted);
  const writer = await owner.connect();
  await writer.query("begin");
  await count(writer);
  expect(await read()).toBe(0);
  expect(await read()).toBe(0);
  await writer.query("commit");
  expect(await read()).toBe(1);
  await writer.query("begin");
  await count(writer);
  await writer.query("rollback");
  writer.release();
  expect(await read()).toBe(1);
});

test("many who write and many who read: nobody reads what was true only before they asked", async () => {
  let written = 0;
  const until = performance.now() + 2_000;
  const write = async () => {
    while (performance.now() < until) {
      await count();
      written += 1;
      // Pauses of all lengths, so that some readings find nothing new.
      await wait(Math.random() * 20);
    }
  };
  let [asked, anew] = [0, 0];
  const readAll = async () => {
    while (performance.now() < until) {
      const atLeast = written;
      const said = await unlessWritten(opened, "raced", async () => {
        anew += 1;
        return counted();
      });
      asked += 1;
      expect(said).toBeGreaterThanOrEqual(atLeast);
    }
  };
  await Promise.all([write(), write(), readAll(), readAll(), readAll()]);
  expect(written).toBeGreaterThan(20);
  expect(anew).toBeGreaterThan(20);
  expect(asked).toBeGreaterThan(anew);
});

test("a lost connection takes what was kept with it, because numbers of transactions may come twice after a crash", async () => {
  let times = 0;
  const read = () =>
    unlessWritten(opened, "lost", async () => {
      times += 1;
      return times;
    });
  const snapshot = async () => (await owner.query("select pg_current_snapshot()::text as said")).rows[0]?.said;
  // Until nobody wrote in between: then only the connection is another.
  for (;;) {
    const [before, last] = [await snapshot(), await read()];
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_current_snapshot%' and pid <> pg_backend_pid()",
    );
    await vi.waitFor(() => expect(pool.totalCount).toBe(0), 10_000);
    const now = await read();
    if (before !== (await snapshot())) continue;
    expect(now).toBe(last + 1);
    return;
  }
});

test("it is kept for one actor and one question", async () => {
  const read = (actor: Parameters<Database["asActor"]>[0], question: string) =>
    db.asActorUnlessWritten(actor, question, async (tx) => {
      const { rows } = await tx.execute<{ said: string }>(
        sql`select current_setting('app.country') || ${question} as said`,
      );
      return rows[0]?.said;
    });
  for (let time = 0; time < 3; time += 1) {
    expect(await read(seed.actor("focal_point", "CRI"), " one")).toBe("CRI one");
    expect(await read(seed.actor("focal_point", "MEX"), " one")).toBe("MEX one");
    expect(await read(seed.actor("focal_point", "CRI"), " two")).toBe("CRI two");
  }
});

test("what fails is not kept, and says nothing of values", async () => {
  const fail = () =>
    db.asActorUnlessWritten(seed.actor("secretariat"), "fails", (tx) => tx.execute(sql`select ${"secret word"}::int`));
  for (let time = 0; time < 2; time += 1) {
    const fault = await fail().then(
      () => expect.fail("It did not fail"),
      (error: unknown) => error,
    );
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain("secret word");
  }
});
