import type { Actor } from "@avances/domain/access";
import type { Heartbeats } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { makeAnnouncer } from "./announcer.ts";
import { unlessWritten } from "./driver/kept.ts";
import { contextOf, inTransaction, queriesOfPool, shielded } from "./driver/transaction.ts";
import type { Tx } from "./driver/tx.ts";
import { prefixOnce } from "./find-roles.ts";
import { listeningConnection } from "./listen.ts";
import { databaseFault } from "./pg-error.ts";
import { openPool, type PoolState, type RolePool } from "./pool.ts";
import { readHeartbeats } from "./queries/heartbeat-queries.ts";
import { tellAllLive } from "./queries/live-queries.ts";
import { roleName, type WorkingRole } from "./role-names.ts";
import { expectedSchemaVersion } from "./schema-version.ts";

export { statement } from "./driver/statement.ts";
export { lastly, lastlyWhile, sayOnceCommitted } from "./driver/transaction.ts";
export type { Tx } from "./driver/tx.ts";

export interface DatabaseOptions {
  /** A login without rights of its own, member of the working roles of this database. */
  url: string;
  /** A read replica for `asPublic`; if absent, the same server. */
  readUrl?: string;
  /** Connections for signed-in work; the other roles get a fraction of it. Default 10. */
  poolSize?: number;
  /** Called when an idle connection breaks. Must never throw. */
  onError: (error: Error) => void;
}

/** Can the database be reached, and does it have the schema this program was written for? If so, when the scheduler last got through its work. */
export type Readiness =
  | { readonly state: "ready"; readonly beats: Heartbeats }
  | { readonly state: "unavailable" }
  | { readonly state: "wrong-schema"; readonly expected: string; readonly found: string | null };

/** The only door to PostgreSQL. The pools stay inside: no query runs without a role and, for signed-in work, an actor. */
export interface Database {
  /** One transaction as this actor: row-level security shows and accepts only what the actor may see and change. */
  asActor<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for work that only reads, much and often: what it returned for the actor and `question` is returned again as long as nothing was
   * written since (decision 54). `question` names all that it depends on besides the data. Nobody may change what is returned.
   */
  asActorUnlessWritten<T>(actor: Actor, question: string, read: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction over passwords, sessions, tickets (role `…_auth`). */
  asAuth<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Single statements as `…_auth`, each its own transaction: the session check of every request costs one round trip. */
  authQuery<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction of the scheduler or the mail sender (role `…_worker`). */
  asWorker<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction that reads published versions and writes `release.*` (role `…_publisher`). */
  asPublisher<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction in two parts: `act` as the actor, then `publish` as `…_publisher` with what `act` returned. Both happen or
   * neither; the result is that of `act`.
   */
  asActorPublishing<T>(
    actor: Actor,
    act: (tx: Tx) => Promise<T>,
    publish: (tx: Tx, acted: T) => Promise<void>,
  ): Promise<T>;
  /**
   * One transaction in two parts: `act` as the actor, then `tell` as `…_worker` with what `act` returned, so that an act and the messages
   * about it are written together or not at all. The result is that of `act`.
   */
  asActorTelling<T>(actor: Actor, act: (tx: Tx) => Promise<T>, tell: (tx: Tx, acted: T) => Promise<void>): Promise<T>;
  /** Single read-only statements over `release.*` and `ref.*` (role `…_public`), on the replica when there is one. */
  asPublic<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Calls back with the number of each edition that is published, and with null after each (re)connection, when one may have been missed.
   * A replica may receive the edition later than this call. Returns the function that stops listening.
   */
  onEdition(listener: (edition: number | null) => void): () => Promise<void>;
  /** The same for news to the scheduler (`wakeScheduler`). */
  onNotices(listener: () => void): () => Promise<void>;
  /** The same for what happens to reports that somebody has open, as JSON (`tellLive`, `sayOnceCommitted` and the triggers of migration 0022 write it). */
  onLive(listener: (said: string | null) => void): () => Promise<void>;
  ready(): Promise<Readiness>;
  /** The connections of each role at this moment. */
  pools(): readonly PoolState[];
  /** Waits for the work under way, then closes every connection. */
  close(): Promise<void>;
}

/** Prepares the pools. Connections are made when first needed, so this neither waits nor fails when the server is down. */
export function openDatabase(options: DatabaseOptions): Database {
  const size = options.poolSize ?? 10;
  const { url, readUrl = url, onError } = options;
  const prefix = prefixOnce(url);
  const pool = (role: WorkingRole, max: number) => openPool({ url, prefix, role, max, onError });
  const api = pool("api", size);
  const auth = pool("auth", Math.max(2, Math.ceil(size / 2)));
  const worker = pool("worker", Math.max(2, Math.ceil(size / 3)));
  // Two: one may spend a long time making an edition, while the other tells which edition is the newest.
  const publisher = pool("publisher", 2);
  const reader = openPool({
    url: readUrl,
    prefix: readUrl === url ? prefix : prefixOnce(readUrl),
    role: "public",
    max: Math.max(2, Math.ceil(size / 2)),
    onError,
  });
  const pools = [api, auth, worker, publisher, reader];
  const authQueries = queriesOfPool(auth);
  const publicQueries = queriesOfPool(reader);
  const listening = listeningConnection(options.url, options.onError);
  const announcer = makeAnnouncer((news) => shielded(() => tellAllLive(authQueries, news)), onError);
  const asActor = (actor: Actor) => ({ context: contextOf(actor), tell: announcer.tell });

  /** `act` as the actor, then `next` in this role, in one transaction. */
  const inTwoParts = <T>(
    role: WorkingRole,
    actor: Actor,
    act: (tx: Tx) => Promise<T>,
    next: (tx: Tx, acted: T) => Promise<void>,
  ) =>
    inTransaction(
      api,
      async (tx) => {
        const acted = await act(tx);
        await tx.execute(sql`select set_config('role', ${roleName(await prefix(), role)}, true)`);
        await next(tx, acted);
        return acted;
      },
      asActor(actor),
    );

  return {
    asActor: (actor, fn) => inTransaction(api, fn, asActor(actor)),
    asActorUnlessWritten: (actor, question, read) => {
      const { context, ...rest } = asActor(actor);
      return shielded(() =>
        unlessWritten(api, JSON.stringify([question, ...context.values]), () =>
          inTransaction(api, read, { context, ...rest }),
        ),
      );
    },
    asAuth: (fn) => inTransaction(auth, fn),
    authQuery: (fn) => shielded(() => fn(authQueries)),
    asWorker: (fn) => inTransaction(worker, fn),
    asPublisher: (fn) => inTransaction(publisher, fn),
    asActorPublishing: (actor, act, publish) => inTwoParts("publisher", actor, act, publish),
    asActorTelling: (actor, act, tell) => inTwoParts("worker", actor, act, tell),
    asPublic: (fn) => shielded(() => fn(publicQueries)),
    onEdition: (listener) => listening.subscribe("release", (said) => listener(said === null ? null : Number(said))),
    onNotices: (listener) => listening.subscribe("notices", () => listener()),
    onLive: (listener) => listening.subscribe("live", listener),
    ready: () => readiness(api),
    pools: () => pools.map((each) => each.state()),
    close: async () => {
      await listening.close();
      await announcer.close();
      await Promise.all(pools.map((each) => each.end()));
    },
  };
}

async function readiness(pool: RolePool): Promise<Readiness> {
  const expected = expectedSchemaVersion();
  try {
    const connections = await pool.open();
    const found = await connections.query<{ hash: string }>(
      "select hash from drizzle.__drizzle_migrations order by created_at desc limit 1",
    );
    const version = found.rows[0]?.hash ?? null;
    if (version !== expected) return { state: "wrong-schema", expected, found: version };
    return { state: "ready", beats: await readHeartbeats(queriesOfPool(pool)) };
  } catch (error) {
    if (databaseFault(error)?.kind === "unavailable") return { state: "unavailable" };
    return { state: "wrong-schema", expected, found: null };
  }
}
