import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type pg from "pg";

type Queries = NodePgDatabase<Record<string, never>>;

/** What a query may do inside a transaction. Every query function takes one as its first argument and has no other way in. */
export type Tx = Pick<
  Queries,
  "select" | "selectDistinct" | "selectDistinctOn" | "insert" | "update" | "execute" | "with" | "$with" | "$count"
>;

/** What Drizzle hands to node-postgres. */
interface Statement {
  readonly text: string;
  readonly name?: string;
}
type Ask = (statement: Statement, values: unknown[]) => Promise<pg.QueryResult>;

// One for all: it remembers the database names of tables and columns.
const dialect = new PgDialect({ casing: "snake_case" });

/** Drizzle over a function that asks the database, and nothing more: no `transaction`, no pool. */
export function queriesOver(ask: Ask): Tx {
  const client = { query: (statement: Statement, values: unknown[]) => ask(prepared(statement, values), values) };
  const session = new NodePgSession<Record<string, never>, Record<string, never>>(
    client as unknown as pg.Client,
    dialect,
    undefined,
  );
  return new NodePgDatabase<Record<string, never>>(dialect, session, undefined);
}

const statementNames = new Map<string, string>();

/**
 * Gives a statement a name, so that each connection parses and plans it once: row-level security makes planning the dearer half of a
 * small query. Long lists make ever new texts and go unnamed.
 */
function prepared(statement: Statement, values: readonly unknown[]): Statement {
  let name = statement.name ?? statementNames.get(statement.text);
  if (name === undefined && statementNames.size < 400 && values.length <= 32) {
    name = `q${statementNames.size + 1}`;
    statementNames.set(statement.text, name);
  }
  return name === undefined ? statement : { ...statement, name };
}
