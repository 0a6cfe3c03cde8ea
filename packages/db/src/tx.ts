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

/** What Drizzle takes for a connection. */
interface Client {
  query(statement: Statement, values: unknown[]): Promise<pg.QueryResult>;
}
const clients = new WeakMap<Tx, Client>();

/** Drizzle over a function that asks the database, and nothing more: no `transaction`, no pool. */
export function queriesOver(ask: Ask): Tx {
  const client: Client = { query: (statement, values) => ask(named(statement, values), values) };
  const session = new NodePgSession<Record<string, never>, Record<string, never>>(
    client as unknown as pg.Client,
    dialect,
    undefined,
  );
  const tx: Tx = new NodePgDatabase<Record<string, never>>(dialect, session, undefined);
  clients.set(tx, client);
  return tx;
}

/** The most that is asked of a statement of Drizzle: it is prepared, and executed with its values by name. */
interface Prepared<Result> {
  execute(values?: Record<string, unknown>): Promise<Result>;
}

const onlyBuilds = queriesOver(() => Promise.reject(new Error("A statement was executed outside a transaction")));
// `named` gives the names.
const noName = "";

/**
 * A statement that Drizzle builds once, at its first use, and every transaction then executes: building the text of a small query costs
 * more than PostgreSQL needs to answer it. Values that change are `sql.placeholder("name")`.
 */
export function statement<Values extends Record<string, unknown>, Result>(
  build: (db: Tx) => { prepare(name: string): Prepared<Result> },
): (tx: Tx, values: Values) => Promise<Result> {
  let once: Prepared<Result> | undefined;
  return (tx, values) => {
    const client = clients.get(tx);
    // A transaction in disguise (a test that takes the conditions away) has a statement of its own.
    if (client === undefined) return build(tx).prepare(noName).execute(values);
    once ??= build(onlyBuilds).prepare(noName);
    // The same statement with the connection of this transaction in place of the one that only builds (and refuses to ask).
    const mine: Prepared<Result> = Object.create(once, { client: { value: client } });
    return mine.execute(values);
  };
}

const statementNames = new Map<string, string>();

/**
 * Gives a statement a name, so that each connection parses and plans it once: row-level security makes planning the dearer half of a
 * small query. Long lists make ever new texts and go unnamed.
 */
function named(statement: Statement, values: readonly unknown[]): Statement {
  let name = statementNames.get(statement.text);
  if (name === undefined && statementNames.size < 400 && values.length <= 32) {
    name = `q${statementNames.size + 1}`;
    statementNames.set(statement.text, name);
  }
  return name === undefined ? statement : { ...statement, name };
}
