import { randomUUID } from "node:crypto";
import { createTestDatabase, testClient } from "@avances/testing";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "./connect.ts";
import { beginDemonstration, finishDemonstration, insertAccounts, instanceState } from "./demonstration.ts";
import { settledKind } from "./queries/instance-queries.ts";
import { insertUser } from "./queries/user-queries.ts";

const now = new Date("2027-02-01T15:00:00Z");
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 4, onError: () => undefined });
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const account = () => ({
  id: randomUUID(),
  email: `${randomUUID()}@people.example`,
  displayName: "Secretary",
  role: "secretariat" as const,
  language: "en" as const,
  createdAt: now,
  confirmedAt: now,
});
const state = () => instanceState(database.ownerUrl);

describe("a database says itself what it is", () => {
  test("a demonstration that was left half made is never taken for real work, nor for a whole one", async () => {
    const { ownerUrl } = database;
    expect(await state()).toBe("empty");
    await beginDemonstration(ownerUrl);
    await insertAccounts(ownerUrl, [{ user: account(), passwordHash: "a hash" }], now);
    expect(await state()).toBe("unfinished");
    expect(await db.authQuery(settledKind)).toBe("demonstration");
    await finishDemonstration(ownerUrl, 1, now);
    expect(await state()).toBe("demonstration");
  });

  test("its first account settles it: from then on it is no demonstration, and never becomes one", async () => {
    const user = account();
    const actor = {
      ...user,
      userId: user.id,
      country: null,
      organisation: null,
      assignedIndicators: null,
      sessionId: user.id,
    };
    await db.asActor(actor, (tx) => insertUser(tx, user));
    expect(await state()).toBe("real");
    await expect(beginDemonstration(database.ownerUrl)).rejects.toThrow();
    await expect(finishDemonstration(database.ownerUrl, 1, now)).rejects.toThrow("no demonstration");
    expect(await db.authQuery(settledKind)).toBe("real");
  });

  test("the first program that starts on it settles it too, whichever it is", async () => {
    expect(await Promise.all([db.asWorker(settledKind), db.authQuery(settledKind)])).toEqual(["real", "real"]);
    expect(await state()).toBe("real");
    await expect(beginDemonstration(database.ownerUrl)).rejects.toThrow();
  });

  const change = sql`update ref.instance set value = '"real"'`;
  const forget = sql`delete from ref.instance`;
  const claim = sql`insert into ref.instance (name, value) values ('kind', '"demonstration"')`;
  test.each([
    ["changes", change],
    ["forgets", forget],
  ])("no role of the product %s it, nor does the owner of the tables", async (_what, statement) => {
    await beginDemonstration(database.ownerUrl);
    for (const as of [db.asAuth, db.asWorker, db.asPublisher])
      await expect(as((tx) => tx.execute(statement))).rejects.toMatchObject({ code: "42501" });
    const owner = testClient({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query("set role app_owner");
    const text = statement === change ? "update ref.instance set value = '1'" : "delete from ref.instance";
    await expect(owner.query(text)).rejects.toMatchObject({ code: "42501" });
    await owner.end();
    expect(await db.authQuery(settledKind)).toBe("demonstration");
  });

  test("no role of the product claims that it is a demonstration", async () => {
    const actor = {
      ...account(),
      country: null,
      organisation: null,
      assignedIndicators: null,
      sessionId: randomUUID(),
    };
    const asApi = (fn: Parameters<typeof db.asAuth>[0]) => db.asActor({ ...actor, userId: actor.id }, fn);
    for (const as of [asApi, db.asAuth, db.asWorker, db.asPublisher])
      await expect(as((tx) => tx.execute(claim))).rejects.toMatchObject({ code: "42501" });
    expect(await state()).toBe("empty");
  });
});
