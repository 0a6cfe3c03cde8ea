import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, expect } from "vitest";
import { type Database, openDatabase } from "../src/connect.ts";
import { databaseFault, sqlState } from "../src/pg-error.ts";
import { seedTwoCountries, type TwoCountries } from "./two-countries.ts";

/** A database of two countries with the same content, for the tests of this file. */
export function withTwoCountries() {
  let database: TestDatabase;
  let db: Database;
  let seed: TwoCountries;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    seed = await seedTwoCountries(database.ownerUrl);
    db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
    owner = testClient({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await db?.close();
    await owner?.end();
    await database?.drop();
  });

  /** Runs a statement as one of the product's roles, without an actor. */
  async function asRole(role: string, statement: string): Promise<pg.QueryResult> {
    const client = testClient({ connectionString: database.url, options: `-c role=${role}` });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }

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
    asRole,
  };
}

/** Why the database refused a piece of work; "none" when it did not. */
export async function faultOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => "none",
    (error) => databaseFault(error)?.kind ?? sqlState(error) ?? String(error),
  );
}
