import { randomUUID } from "node:crypto";
import type { Actor } from "@avances/domain/access";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { type Database, openDatabase, type Tx } from "../src/connect.ts";
import { databaseFault, sqlState } from "../src/pg-error.ts";
import * as schema from "../src/schema/index.ts";
import { at, type Cell, cells } from "./matter-cells.ts";
import { seedCells } from "./seed-cells.ts";
import { seedTwoCountries, type TwoCountries } from "./two-countries.ts";

/** A database of two countries with every cell of what can be put before the Network (`matter-cells.ts`), for the tests of this file; and what they ask of it. */
export function withMatters() {
  let database: TestDatabase;
  let db: Database;
  let seed: TwoCountries;
  let owner: ReturnType<typeof testClient>;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = testClient({ connectionString: database.ownerUrl });
    await owner.connect();
    seed = await seedTwoCountries(database.ownerUrl);
    db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
    await seedCells(database.ownerUrl, seed);
  }, 120_000);
  afterAll(async () => {
    await owner?.end();
    await db?.close();
    await database?.drop();
  });

  /** What the database says to a piece of work, which is undone in any case. */
  async function says(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<string> {
    return db
      .asActor(actor, async (tx) => {
        const done = await work(tx);
        throw new Error(Array.isArray(done) && done.length === 0 ? "nothing" : "done");
      })
      .then(
        () => "committed",
        (error) => databaseFault(error)?.kind ?? sqlState(error) ?? (error as Error).message,
      );
  }

  /** Which cells a statement shows somebody, by the column that names the matter. */
  async function seenBy(
    actor: Actor,
    read: (tx: Tx) => Promise<readonly { readonly id: string | null }[]>,
  ): Promise<ReadonlySet<string>> {
    const rows = await db.asActor(actor, read);
    return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
  }

  /** The person of Costa Rica who reports. */
  const focal = () => seed.actor("focal_point", "CRI");
  /** A cell like this, by default to nobody and first to nobody. */
  const find = (wanted: Partial<Cell>) => {
    const found = cells.find((cell) =>
      Object.entries({ firstTo: null, ...wanted }).every(
        ([key, value]) =>
          cell[key as keyof Cell] === value && (wanted.addressees !== undefined || cell.addressees.length === 0),
      ),
    );
    if (found === undefined) throw new Error("no such cell");
    return found;
  };
  /** A new matter of the side of this person. */
  const draft = (actor: Actor, more: Partial<typeof schema.matter.$inferInsert> = {}) => ({
    ...{ id: randomUUID(), kind: "document" as const, authorCode: actor.country ?? "RCM-TS", language: "es" as const },
    ...{ subject: "Asunto", body: "", textRevision: 1, visibility: "members" as const, state: "draft" as const },
    ...{ version: 0, revision: 1, createdAt: at, createdBy: actor.userId, createdByName: actor.displayName },
    ...more,
  });
  const insert = (actor: Actor, more?: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) => tx.insert(schema.matter).values(draft(actor, more)));
  const update = (actor: Actor, cell: Cell, set: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) =>
      tx.update(schema.matter).set(set).where(eq(schema.matter.id, cell.id)).returning({ id: schema.matter.id }),
    );
  /** Other words, with the revisions that they raise. */
  const reword = { subject: "Otro", textRevision: 3, revision: 3 };

  return {
    get db() {
      return db;
    },
    get seed() {
      return seed;
    },
    /** Sees and changes everything: to look behind the walls. */
    get owner() {
      return owner;
    },
    get ownerUrl() {
      return database.ownerUrl;
    },
    ...{ says, seenBy, focal, find, draft, insert, update, reword },
  };
}
