import type { Actor } from "@avances/domain/access";
import { sql } from "drizzle-orm";
import type pg from "pg";
import { type ListenCommand, listen } from "./listen.ts";
import { databaseFault } from "./pg-error.ts";
import { type DatabaseRole, openPool } from "./pool.ts";
import { expectedSchemaVersion } from "./schema-version.ts";
import { contextOf, inTransaction, shielded } from "./transaction.ts";
import { queriesOver, type Tx } from "./tx.ts";

export { statement, type Tx } from "./tx.ts";

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
    authQuery: (fn) => shielded(() => fn(authQueries)),
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
    asPublic: (fn) => shielded(() => fn(publicQueries)),
    onEdition: (listener) => subscribe("listen release", listener),
    onNotices: (listener) => subscribe("listen notices", listener),
    ready: () => readiness(api),
    close: async () => {
      await Promise.all([...listeners].map((end) => end()));
      await Promise.all(pools.map((each) => each.end()));
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
