import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type pg from "pg";

type Queries = NodePgDatabase<Record<string, never>>;

/** What a query may do inside a transaction. Every query function takes one as its first argument and has no other access to the database. */
export type Tx = Pick<
  Queries,
  "select" | "selectDistinct" | "selectDistinctOn" | "insert" | "update" | "execute" | "with" | "$with" | "$count"
>;

/** What Drizzle passes to node-postgres. */
interface Question {
  readonly text: string;
  readonly name?: string;
}

type Ask = (question: Question, values: unknown[]) => Promise<pg.QueryResult>;

// Shared by all: it caches the database names of tables and columns.
const dialect = new PgDialect({ casing: "snake_case" });

/** Drizzle over a function that sends queries, and nothing more: no `transaction`, no pool. */
export function queriesOver(ask: Ask): Tx {
  const client = { query: ask };
  const session = new NodePgSession<Record<string, never>, Record<string, never>>(
    client as unknown as pg.Client,
    dialect,
    undefined,
  );
  return new NodePgDatabase<Record<string, never>>(dialect, session, undefined);
}
