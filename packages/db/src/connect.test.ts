import { inspect } from "node:util";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { eq, sql } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTwoCountries, type TwoCountries } from "../testing/two-countries.ts";
import { type Database, openDatabase, type Tx } from "./connect.ts";
import { databaseFault } from "./pg-error.ts";
import { listAnswers } from "./queries/answer-queries.ts";
import { tellLive } from "./queries/live-queries.ts";
import { wakeScheduler } from "./queries/notice-queries.ts";
import { insertEdition } from "./queries/release-queries.ts";
import { findSession } from "./queries/session-queries.ts";
import { appUser, submission } from "./schema/index.ts";

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
let owner: pg.Client;
const lost: Error[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 2, onError: (error) => lost.push(error) });
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

const focalPoint = () => seed.actor("focal_point", "CRI");
const setComment = (tx: Tx, reason: string) =>
  tx.update(submission).set({ exemptReason: reason }).where(eq(submission.countryCode, "CRI"));
const comment = async () =>
  (await owner.query("select exempt_reason from app.submission where country_code = 'CRI'")).rows[0].exempt_reason;

test("an error undoes the transaction", async () => {
  await expect(
    db.asActor(focalPoint(), async (tx) => {
      await setComment(tx, "half done");
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await comment()).toBeNull();
});

test("a failure that the caller swallowed does not count as done", async () => {
  const swallowed = db.asActor(focalPoint(), async (tx) => {
    await setComment(tx, "swallowed");
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow("rolled back");
  expect(await comment()).toBeNull();
});

test("of statements that were asked together the one that failed is named, and none that was refused for its sake", async () => {
  const slowly = async (asked: Promise<unknown>) => {
    for (let turn = 0; turn < 20; turn += 1) await null;
    await asked;
  };
  const failed = db.asActor(focalPoint(), async (tx) => {
    // The fault of the first arrives first, and is heard of last.
    const [first, other] = [tx.execute(sql`select 1 / 0`), tx.execute(sql`select 1`)].map((asked) => asked.then());
    first?.catch(() => undefined);
    await Promise.all([slowly(first as Promise<unknown>), other]);
  });
  await expect(failed).rejects.toMatchObject({ code: "22012" });
});

test("a transaction that is over asks nothing more, least of all as the next actor", async () => {
  let kept: Tx | undefined;
  await db.asActor(focalPoint(), async (tx) => {
    kept = tx;
  });
  await expect(kept?.select().from(submission)).rejects.toMatchObject({
    cause: { message: "This transaction is over" },
  });
});

test("an actor whose context is refused gets nothing", async () => {
  const broken = { ...focalPoint(), country: "CRI\0MEX" };
  const refused = await db.asActor(broken, (tx) => tx.select().from(submission)).catch((error: unknown) => error);
  expect(databaseFault(refused)?.kind).toBe("bad-text");
  expect(await db.asActor(focalPoint(), (tx) => tx.select().from(submission))).toHaveLength(2);
});

test("an error tells code, constraint and SQL, and none of the values", async () => {
  const canary = "canary@example.org";
  const row = {
    id: focalPoint().userId,
    email: canary,
    displayName: canary,
    role: "observer",
    language: "es",
  } as const;
  const insertTwice = db.asActor(seed.actor("secretariat"), (tx) =>
    tx.insert(appUser).values({ ...row, createdAt: new Date() }),
  );
  const taken = await insertTwice.catch((error: unknown) => error);
  expect(databaseFault(taken)).toEqual({ kind: "unique-violation", constraint: "app_user_pkey" });
  const malformed = await db.authQuery((tx) => findSession(tx, canary)).catch((error: unknown) => error);
  expect(malformed).toMatchObject({ code: "22P02", statement: expect.stringContaining("select") });
  expect(inspect([taken, malformed], { depth: 9, showHidden: true })).not.toContain(canary);
});

test("a borrowed connection comes back without the actor", async () => {
  await db.asActor(focalPoint(), async () => undefined);
  const client = testClient({ connectionString: database.url, options: "-c role=app_api" });
  await client.connect();
  await client.query("begin; select set_config('app.country', 'CRI', true); commit");
  expect((await client.query("select current_setting('app.country', true) as country")).rows).toEqual([
    { country: "" },
  ]);
  await client.end();
});

test("numbers, days and instants arrive as the domain knows them", async () => {
  const [row] = await db.asActor(focalPoint(), (tx) =>
    tx.select().from(submission).where(eq(submission.countryCode, "CRI")),
  );
  expect(row?.dueOn).toBe("2026-04-30");
  const counted = await db.asActor(focalPoint(), (tx) =>
    tx.execute(sql`select count(*) as count, 1.50::numeric as exact from ${submission}`),
  );
  expect(counted.rows).toEqual([{ count: 2, exact: "1.50" }]);
});

test("an act and its publication happen together or not at all", async () => {
  const edition = {
    publishedAt: new Date(),
    catalogueVersion: "2026.1",
    threshold: 5,
    algorithm: "test",
    inputHash: "x",
  };
  const publish = (fails: boolean) =>
    db.asActorPublishing(
      seed.actor("secretariat"),
      async (tx) => {
        await setComment(tx, "published");
        return "acted";
      },
      async (tx, acted) => {
        expect(acted).toBe("acted");
        await insertEdition(tx, edition);
        if (fails) throw new Error("no");
      },
    );
  await expect(publish(true)).rejects.toThrow("no");
  expect([await comment(), (await owner.query("select from release.edition")).rowCount]).toEqual([null, 0]);
  expect(await publish(false)).toBe("acted");
  expect([await comment(), (await owner.query("select from release.edition")).rowCount]).toEqual(["published", 1]);
  // The connection works for the actor again.
  expect(await db.asActor(focalPoint(), (tx) => tx.select().from(submission))).toHaveLength(2);
  await owner.query("update app.submission set exempt_reason = null");
});

test("listeners for editions or notices are told at commit", async () => {
  const heard: string[] = [];
  const ends = [db.onEdition(() => heard.push("edition")), db.onNotices(() => heard.push("notices"))];
  await expect.poll(() => heard.sort()).toEqual(["edition", "notices"]);
  heard.length = 0;
  const edition = {
    publishedAt: new Date(),
    catalogueVersion: "2026.1",
    threshold: 5,
    algorithm: "test",
    inputHash: "y",
  };
  await db.asPublisher((tx) => insertEdition(tx, edition));
  await db.asActor(focalPoint(), wakeScheduler);
  await expect.poll(() => heard.sort()).toEqual(["edition", "notices"]);
  await Promise.all(ends.map((end) => end()));
});

test("one connection listens to everything, is made again when it is cut, and goes with the last listener", async () => {
  const connections = async () => {
    const { rows } = await owner.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'avances listener' and datname = current_database()",
    );
    return rows.map(({ pid }) => pid);
  };
  const heard: (string | null)[] = [];
  const end = db.onLive((said) => heard.push(said));
  const endOthers = [db.onEdition(() => undefined), db.onNotices(() => undefined)];
  await expect.poll(() => heard).toEqual([null]);
  const endLate = db.onLive((said) => heard.push(said && `late: ${said}`));
  await expect.poll(() => heard).toEqual([null, null]);
  await db.authQuery((tx) => tellLive(tx, "one"));
  await expect.poll(() => heard.slice(2)).toEqual(["one", "late: one"]);
  await endLate();
  const [first, ...more] = await connections();
  expect(more).toEqual([]);

  await owner.query("select pg_terminate_backend($1)", [first]);
  await expect.poll(() => heard.slice(4), { timeout: 10_000 }).toEqual([null]);
  await db.authQuery((tx) => tellLive(tx, "two"));
  await expect.poll(() => heard.slice(5)).toEqual(["two"]);
  expect(await connections()).toHaveLength(1);

  await end();
  await db.authQuery((tx) => tellLive(tx, "three"));
  await Promise.all(endOthers.map((each) => each()));
  await expect.poll(connections).toEqual([]);
  expect(heard.slice(6)).toEqual([]);
});

test("connections that are cut end neither the process nor the product", async () => {
  const cut = db.asActor(focalPoint(), async (tx) => {
    await tx.select().from(submission);
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'avances' and datname = current_database()",
    );
    await tx.select().from(submission);
  });
  const fault = await cut.then(
    () => null,
    (error: unknown) => databaseFault(error),
  );
  expect(fault).toEqual({ kind: "unavailable" });
  await expect
    .poll(() => db.asActor(focalPoint(), (tx) => tx.select().from(submission)).catch(() => []))
    .toHaveLength(2);
  expect(await db.ready()).toEqual({ state: "ready", beats: {} });
});

test("a database that is not there is unavailable, and one of another version is told from it", async () => {
  const nowhere = openDatabase({ url: "postgres://avances:x@127.0.0.1:1/none", onError: () => undefined });
  expect(await nowhere.ready()).toEqual({ state: "unavailable" });
  await nowhere.close();
  await owner.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)");
  expect(await db.ready()).toMatchObject({ state: "wrong-schema", found: "newer" });
  await owner.query("delete from drizzle.__drizzle_migrations where hash = 'newer'");
});

test("a repeated statement is planned once per connection", async () => {
  const plans = await db.asActor(focalPoint(), async (tx) => {
    for (let n = 0; n < 3; n += 1) await listAnswers(tx, seed.submissionOf.CRI);
    return tx.execute(
      sql`select count(*) as count, sum(generic_plans) as asked, sum(custom_plans) as "plannedAgain" from pg_prepared_statements where statement like '%from "app"."answer"%'`,
    );
  });
  expect(plans.rows).toEqual([{ count: 1, asked: "3", plannedAgain: "0" }]);
});
