import type { Actor } from "@avances/domain/access";
import { sql } from "drizzle-orm";
import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { databaseFault } from "./pg-error.ts";
import { expectedSchemaVersion } from "./schema-version.ts";

type Queries = NodePgDatabase<Record<string, never>>;

/** What a query may do inside a transaction. Every query function takes one as its first argument and has no other way in. */
export type Tx = Pick<
  Queries,
  "select" | "selectDistinct" | "selectDistinctOn" | "insert" | "update" | "execute" | "with" | "$with" | "$count"
>;

export interface DatabaseOptions {
  /** Login role without rights of its own (`avances`), member of the `app_*` roles. */
  url: string;
  /** A read replica for `asPublic`; the same server when absent. */
  readUrl?: string;
  /** Connections for signed-in work; the other roles get a share of it. Default 10. */
  poolSize?: number;
  /** Told about connections that broke while nobody used them. Never throws. */
  onError: (error: Error) => void;
}

/** Is the database there, and is it the one this program was written for? */
export type Readiness =
  | { readonly state: "ready" }
  | { readonly state: "unavailable" }
  | { readonly state: "wrong-schema"; readonly expected: string; readonly found: string | null };

/** What pg-boss needs to work on our connections (`new PgBoss({ db: database.jobStore, migrate: false, … })`). Role `app_worker`. */
export interface JobStore {
  // biome-ignore lint/suspicious/noExplicitAny: the signature pg-boss asks for
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** The only door to PostgreSQL. The pools stay inside: no query runs without a role and, for signed-in work, an actor. */
export interface Database {
  /** One transaction as this actor: row-level security shows and accepts only what the actor may see and change. */
  asActor<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction over passwords, sessions, tickets (role `app_auth`). */
  asAuth<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Single statements as `app_auth`, each its own transaction: the session check of every request costs one round trip. */
  authQuery<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction of the scheduler or the mail sender (role `app_worker`). */
  asWorker<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction that reads published versions and writes `release.*` (role `app_publisher`). */
  asPublisher<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction in two parts: `act` as the actor, then `publish` as `app_publisher` with what `act` returned. Both happen or
   * neither; the result is that of `act`.
   */
  asActorPublishing<T>(
    actor: Actor,
    act: (tx: Tx) => Promise<T>,
    publish: (tx: Tx, acted: T) => Promise<void>,
  ): Promise<T>;
  /** Single read-only statements over `release.*` and `ref.*` (role `app_public`), on the replica when there is one. */
  asPublic<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  readonly jobStore: JobStore;
  /**
   * Calls back when an edition is published, and after each (re)connection, when one may have been missed.
   * Returns the function that ends it.
   */
  onEdition(listener: () => void): () => Promise<void>;
  /** The same for work of the scheduler (`wakeScheduler`). */
  onNotices(listener: () => void): () => Promise<void>;
  ready(): Promise<Readiness>;
  /** Waits for what is under way, then closes every connection. */
  close(): Promise<void>;
}

type DatabaseRole = "app_api" | "app_auth" | "app_worker" | "app_publisher" | "app_public";

// `bigint` counts and ids fit in a number here; a day has no zone and stays text; `numeric` stays text, as node-postgres does.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens the door; connections are made when first needed, so this neither waits nor fails when the server is away. */
export function openDatabase(options: DatabaseOptions): Database {
  const size = options.poolSize ?? 10;
  const pool = (role: DatabaseRole, max: number, url = options.url) => openPool(url, role, max, options.onError);
  const api = pool("app_api", size);
  const auth = pool("app_auth", Math.max(2, Math.ceil(size / 2)));
  const worker = pool("app_worker", Math.max(2, Math.ceil(size / 3)));
  const publisher = pool("app_publisher", 1);
  const reader = pool("app_public", Math.max(2, Math.ceil(size / 2)), options.readUrl ?? options.url);
  const pools = [api, auth, worker, publisher, reader];
  const authQueries = queriesOver((statement, values) => auth.query(statement, values));
  const publicQueries = queriesOver((statement, values) => reader.query(statement, values));
  const listeners = new Set<() => Promise<void>>();
  const subscribe = (command: ListenCommand, listener: () => void) => {
    const end = listen(options.url, command, listener, options.onError);
    listeners.add(end);
    return async () => {
      listeners.delete(end);
      await end();
    };
  };

  return {
    asActor: (actor, fn) => inTransaction(api, fn, contextOf(actor)),
    asAuth: (fn) => inTransaction(auth, fn),
    authQuery: (fn) => fn(authQueries),
    asWorker: (fn) => inTransaction(worker, fn),
    asPublisher: (fn) => inTransaction(publisher, fn),
    asActorPublishing: (actor, act, publish) =>
      inTransaction(
        api,
        async (tx) => {
          const acted = await act(tx);
          await tx.execute(sql`set local role app_publisher`);
          await publish(tx, acted);
          return acted;
        },
        contextOf(actor),
      ),
    asPublic: (fn) => fn(publicQueries),
    jobStore: { executeSql: (text, values) => worker.query(text, values) },
    onEdition: (listener) => subscribe("listen release", listener),
    onNotices: (listener) => subscribe("listen notices", listener),
    ready: () => readiness(api),
    close: async () => {
      await Promise.all([...listeners].map((end) => end()));
      await Promise.all(pools.map((each) => each.end()));
    },
  };
}

function openPool(url: string, role: DatabaseRole, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // The role comes with the connection, so it costs no round trip and `RESET ROLE` leads back to it, not to the login.
    options: `-c role=${role} -c timezone=UTC${role === "app_public" ? " -c default_transaction_read_only=on" : ""}`,
    application_name: `avances ${role}`,
    pipeline: true,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on("error", onError);
  // The pool listens only to clients at rest; a borrowed one whose connection breaks between two queries would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

/** What Drizzle hands to node-postgres. */
interface Statement {
  readonly text: string;
  readonly name?: string;
}
type Ask = (statement: Statement, values: unknown[]) => Promise<pg.QueryResult>;

// One for all: it remembers the database names of tables and columns.
const dialect = new PgDialect({ casing: "snake_case" });

/** Drizzle over a function that asks the database, and nothing more: no `transaction`, no pool. */
function queriesOver(ask: Ask): Tx {
  const client = { query: (statement: Statement, values: unknown[]) => ask(prepared(statement), values) };
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
 * small query. Lists of changing length make ever new texts; beyond a limit they go unnamed.
 */
function prepared(statement: Statement): Statement {
  let name = statement.name ?? statementNames.get(statement.text);
  if (name === undefined && statementNames.size < 400 && statement.text.length < 4_000) {
    name = `q${statementNames.size + 1}`;
    statementNames.set(statement.text, name);
  }
  return name === undefined ? statement : { ...statement, name };
}

interface Context {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

/** Settings that last for one transaction (`true`), which is why they cannot reach the next borrower of the connection. */
function contextOf(actor: Actor): Context {
  return {
    name: "actor_context",
    text: "select set_config('app.user_id',$1,true), set_config('app.country',$2,true), set_config('app.role',$3,true), set_config('app.assigned',$4,true)",
    values: [actor.userId, actor.country ?? "", actor.role, actor.assignedIndicators?.join(",") ?? ""],
  };
}

/**
 * BEGIN and the context are on the wire before the first query of `fn`, and nobody waits for their answers: the connection
 * answers in order (pipeline mode). Should the context fail, PostgreSQL refuses every later statement of the transaction.
 */
async function inTransaction<T>(pool: pg.Pool, fn: (tx: Tx) => Promise<T>, context?: Context): Promise<T> {
  const client = await pool.connect();
  const handle = lend(client);
  const begun = Promise.all([
    client.query("begin"),
    context && client.query({ ...context, values: [...context.values] }),
  ]);
  // Whoever fails first, the failure is reported once, below.
  begun.catch(() => undefined);
  try {
    const result = await fn(handle.tx);
    handle.takeBack();
    const [, commit] = await Promise.all([begun, client.query("commit")]);
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and the caller swallowed the error.
    if (commit.command !== "COMMIT") throw new Error("A statement failed, so the transaction was rolled back");
    client.release();
    return result;
  } catch (error) {
    handle.takeBack();
    const startFault = await begun.then(
      () => undefined,
      (fault: unknown) => fault,
    );
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
    throw startFault ?? error;
  }
}

/** Lends the connection for one transaction; afterwards the borrowed `tx` is dead, whoever still holds it. */
function lend(client: pg.PoolClient): { tx: Tx; takeBack: () => void } {
  let isOver = false;
  const tx = queriesOver((statement, values) => {
    if (isOver) throw new Error("This transaction is over");
    return client.query(statement, values);
  });
  return {
    tx,
    takeBack: () => {
      isOver = true;
    },
  };
}

async function readiness(pool: pg.Pool): Promise<Readiness> {
  const expected = expectedSchemaVersion();
  try {
    const found = await pool.query<{ hash: string }>(
      "select hash from drizzle.__drizzle_migrations order by created_at desc limit 1",
    );
    const version = found.rows[0]?.hash ?? null;
    return version === expected ? { state: "ready" } : { state: "wrong-schema", expected, found: version };
  } catch (error) {
    if (databaseFault(error)?.kind === "unavailable") return { state: "unavailable" };
    return { state: "wrong-schema", expected, found: null };
  }
}

type ListenCommand = "listen release" | "listen notices";

function listen(
  url: string,
  command: ListenCommand,
  listener: () => void,
  onError: (error: Error) => void,
): () => Promise<void> {
  let isOver = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const mine = new pg.Client({
      connectionString: url,
      options: "-c role=app_public",
      application_name: "avances listener",
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client = mine;
    let isLost = false;
    const lost = (error?: Error) => {
      if (isLost) return;
      isLost = true;
      if (isOver) return;
      if (error) onError(error);
      retry = setTimeout(() => void connect(), 1_000);
    };
    mine.on("error", lost);
    mine.on("end", () => lost());
    mine.on("notification", () => listener());
    try {
      await mine.connect();
      await mine.query(command);
      listener();
    } catch (error) {
      await mine.end().catch(() => undefined);
      lost(error as Error);
    }
  };
  void connect();

  return async () => {
    isOver = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
