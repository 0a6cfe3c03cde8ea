import { createTestDatabase, type TestDatabase, testPool } from "@avances/testing";
import { sql } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { statement } from "./statement.ts";
import { inTransaction, lastly, lastlyWhile } from "./transaction.ts";
import type { Tx } from "./tx.ts";

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = testPool({ connectionString: database.ownerUrl, pipeline: true, max: 1 });
});

afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const opened = { open: async () => pool, end: () => pool.end() };
const context = { name: "context", text: "select set_config('app.role', $1, true)", values: ["secretariat"] };

/** Counts what leaves on the only connection while `work` runs. */
async function writesDuring(work: () => Promise<unknown>): Promise<number> {
  const client = await pool.connect();
  const socket = client.connection.stream as unknown as { _write: () => void; _writev: () => void };
  client.release();
  const one = vi.spyOn(socket, "_write");
  const many = vi.spyOn(socket, "_writev");
  await work();
  const count = one.mock.calls.length + many.mock.calls.length;
  one.mockRestore();
  many.mockRestore();
  return count;
}

test("what begins a transaction and what is asked at once leave in one write, and so does each later step", async () => {
  const read: unknown[] = [];
  const writes = await writesDuring(() =>
    inTransaction(
      opened,
      async (tx) => {
        const together = [sql`select current_setting('app.role') as said`, sql`select 2 as said`];
        for (const { rows } of await Promise.all(together.map((each) => tx.execute(each)))) read.push(rows[0]);
        const [later, last] = await Promise.all([tx.execute(sql`select 3 as said`), tx.execute(sql`select 4 as said`)]);
        read.push(later.rows[0], last.rows[0]);
      },
      { context },
    ),
  );
  expect(read).toEqual([{ said: "secretariat" }, { said: 2 }, { said: 3 }, { said: 4 }]);
  // BEGIN, context and the first two; the other two; COMMIT.
  expect(writes).toBe(3);
});

test("COMMIT leaves with what is asked last, and nothing is asked after it", async () => {
  await pool.query("create table if not exists kept (said int check (said < 9))");
  const say = (said: number) => (tx: Tx) => lastly(tx, () => tx.execute(sql`insert into kept values (${said})`).then());
  const writes = await writesDuring(() =>
    inTransaction(opened, async (tx) => {
      await tx.execute(sql`select 1`);
      await say(1)(tx);
    }),
  );
  // BEGIN and what is asked first; what is asked last and COMMIT.
  expect(writes).toBe(2);
  await expect(inTransaction(opened, say(9))).rejects.toThrow();
  const late = inTransaction(opened, async (tx) => {
    await say(2)(tx);
    await tx.execute(sql`insert into kept values (3)`);
  });
  await expect(late).rejects.toThrow();
  expect((await pool.query("select said from kept order by said")).rows).toEqual([{ said: 1 }, { said: 2 }]);
  await pool.query("drop table kept");
});

test("what the program does meanwhile comes between what is asked last and COMMIT; if it fails, all is undone", async () => {
  await pool.query("create table if not exists kept (said int check (said < 9))");
  const insert = statement<{ said: number }, unknown>((db) => ({
    prepare: () => ({ execute: (values) => db.execute(sql`insert into kept values (${values?.said})`).then() }),
  }));
  const order: string[] = [];
  const writes = await writesDuring(async () => {
    const made = await inTransaction(opened, (tx) =>
      lastlyWhile(
        tx,
        () => insert(tx, { said: 1 }).then(() => order.push("written")),
        () => order.push("made"),
      ),
    );
    expect(made[1]).toBe(1);
  });
  expect(order).toEqual(["made", "written"]);
  // BEGIN and what is asked; COMMIT.
  expect(writes).toBe(2);
  const failing = inTransaction(opened, (tx) =>
    lastlyWhile(
      tx,
      () => insert(tx, { said: 2 }),
      () => {
        throw new Error("no rule for it");
      },
    ),
  );
  await expect(failing).rejects.toThrow("no rule for it");
  const refused = inTransaction(opened, (tx) =>
    lastlyWhile(
      tx,
      () => insert(tx, { said: 9 }),
      () => "made",
    ),
  );
  await expect(refused).rejects.toThrow();
  const nothing = inTransaction(opened, (tx) =>
    lastlyWhile(
      tx,
      () => Promise.resolve(),
      () => "made",
    ),
  );
  await expect(nothing).rejects.toThrow("was not asked at once");
  expect((await pool.query("select said from kept")).rows).toEqual([{ said: 1 }]);
  await pool.query("drop table kept");
});

test("what comes last and would be asked only when somebody waits for it is refused, and everything before it is undone", async () => {
  await pool.query("create table if not exists kept (said int)");
  const insert = (tx: Tx, said: number) => tx.execute(sql`insert into kept values (${said})`);
  const lazy = inTransaction(opened, async (tx) => {
    await insert(tx, 1);
    await lastly(tx, () => Promise.all([insert(tx, 2)]));
  });
  await expect(lazy).rejects.toThrow("was not asked at once");
  const late = inTransaction(opened, async (tx) => {
    await insert(tx, 3);
    await lastly(tx, async () => {
      await Promise.resolve();
      return insert(tx, 4);
    });
  });
  await expect(late).rejects.toThrow("was not asked at once");
  expect((await pool.query("select said from kept")).rows).toEqual([]);
  // Beside something that was asked at once it is refused too, never lost.
  const beside = inTransaction(opened, (tx) => lastly(tx, () => Promise.all([insert(tx, 5).then(), insert(tx, 6)])));
  await expect(beside).rejects.toThrow("is over");
  expect((await pool.query("select said from kept")).rows).toEqual([{ said: 5 }]);
  await pool.query("drop table kept");
});

test("a prepared statement counts as asked, and is refused once its transaction is over", async () => {
  const one = statement<{ said: number }, { said: number }[]>((db) =>
    db.select({ said: sql<number>`${sql.placeholder("said")}::int`.as("said") }).from(sql`(select) once`),
  );
  expect(await inTransaction(opened, (tx) => lastly(tx, () => one(tx, { said: 7 })))).toEqual([{ said: 7 }]);
  // As if a later version of the library waited before it sends.
  const waiting = statement<object, unknown>((db) => ({
    prepare: () => ({ execute: () => Promise.resolve().then(() => db.execute(sql`select 8`)) }),
  }));
  const late = inTransaction(opened, (tx) => lastly(tx, () => Promise.all([one(tx, { said: 7 }), waiting(tx, {})])));
  await expect(late).rejects.toThrow("is over");
});

test("a transaction that fails before it asks anything has begun and is undone, and the connection serves the next", async () => {
  const failing = inTransaction(opened, async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await inTransaction(opened, async (tx) => (await tx.execute(sql`select 1 as one`)).rows)).toEqual([
    { one: 1 },
  ]);
});

test("a pool that ends in the turn of a question lets it be answered first", async () => {
  const own = testPool({ connectionString: database.ownerUrl, pipeline: true, max: 1 });
  const answer = inTransaction({ open: async () => own }, async (tx) => {
    const asked = tx.execute(sql`select 1 as one`);
    void own.end();
    return (await asked).rows;
  });
  expect(await answer).toEqual([{ one: 1 }]);
});
