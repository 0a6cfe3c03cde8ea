import type { Actor } from "@avances/domain/access";
import type pg from "pg";
import { isRefusedForAnother, withoutValues } from "../pg-error.ts";
import type { RolePool } from "../pool.ts";
import { inOneWrite } from "./one-write.ts";
import { tieToConnection } from "./statement.ts";
import { queriesOver, type Tx } from "./tx.ts";

export interface Context {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

/** Settings that last for one transaction (`true`), so they cannot reach the next user of the connection. */
export function contextOf(actor: Actor): Context {
  return {
    name: "actor_context",
    text: "select set_config('app.user_id',$1,true), set_config('app.country',$2,true), set_config('app.role',$3,true), set_config('app.assigned',$4,true), set_config('app.section',$5,true), set_config('app.organisation',$6,true)",
    values: [
      actor.userId,
      actor.country ?? "",
      actor.role,
      actor.assignedIndicators?.join(",") ?? "",
      actor.section?.id ?? "",
      actor.organisation ?? "",
    ],
  };
}

/**
 * BEGIN and the context are sent before the first query of `fn`, without waiting for their answers: the connection
 * answers in order (pipeline mode). If setting the context fails, PostgreSQL refuses every later statement of the transaction. `tell` gets what
 * was to be said once it is committed (`sayOnceCommitted`).
 */
export async function inTransaction<T>(
  pool: Pick<RolePool, "open">,
  fn: (tx: Tx) => Promise<T>,
  { context, tell }: { readonly context?: Context; readonly tell?: (news: readonly string[]) => void } = {},
): Promise<T> {
  const client = await (await pool.open()).connect();
  firstFaults.delete(client);
  const handle = lend(client);
  inOneWrite(client);
  const begun = Promise.all([
    client.query("begin"),
    context && client.query({ ...context, values: [...context.values] }),
  ]);
  // Whichever fails first, the failure is reported once, below.
  begun.catch(() => undefined);
  try {
    const result = await fn(handle.tx);
    const [, commit] = await Promise.all([begun, handle.commit()]);
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and the caller swallowed the error.
    if (commit.command !== "COMMIT") throw new Error("A statement failed, so the transaction was rolled back");
    client.release();
    const news = unsaid.get(handle.tx);
    if (news !== undefined) tell?.(news);
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
    throw withoutValues(startFault ?? faultBehind(client, error));
  }
}

const unsaid = new WeakMap<Tx, string[]>();

/**
 * Says it to every instance on the channel `live` once this transaction is committed, and never if it is not. Unlike NOTIFY inside of it, other
 * commits do not wait for this one until it is on disk (decision 33).
 */
export function sayOnceCommitted(tx: Tx, said: string): void {
  unsaid.set(tx, [...(unsaid.get(tx) ?? []), said]);
}

/** Of a transaction of this module: how many questions were asked so far, and what sends COMMIT. */
interface Ending {
  asked(): number;
  commit(): void;
}

const endings = new WeakMap<Tx, Ending>();
const notAskedAtOnce = "What comes last was not asked at once: use prepared statements";

/**
 * Sends COMMIT right behind what `work` asks, without waiting for its answer: one trip less. Only for the end of a transaction, and only for a
 * statement that fails if it did not do all it should, because then PostgreSQL rolls back; nothing that the program finds out later can.
 * `work` asks everything before it first waits, as prepared statements do; what is asked later is refused. Drizzle's other queries are asked
 * when somebody waits for them, so a `work` of these alone has asked nothing yet: then there is no COMMIT and everything is undone.
 */
export function lastly<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const ending = endings.get(tx);
  // A transaction that this module did not make (a test that removes conditions wraps one) ends as its maker wants.
  if (ending === undefined) return work();
  const before = ending.asked();
  const answers = work();
  if (ending.asked() === before) {
    answers.catch(() => undefined);
    return Promise.reject(new Error(notAskedAtOnce));
  }
  ending.commit();
  return answers;
}

/**
 * The same with `meanwhile`, work of the program's own that is done while the database is at what was asked; COMMIT leaves after it. If it fails,
 * everything is undone. Worth it where both take long: what was asked and COMMIT are two writes then.
 */
export async function lastlyWhile<T, M>(
  tx: Tx,
  work: () => Promise<T>,
  meanwhile: () => M,
): Promise<readonly [asked: T, made: M]> {
  const ending = endings.get(tx);
  const before = ending?.asked();
  const answers = work();
  try {
    if (ending !== undefined && ending.asked() === before) throw new Error(notAskedAtOnce);
    // What was asked leaves at the end of this turn (`inOneWrite`).
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const made = meanwhile();
    ending?.commit();
    return [await answers, made];
  } catch (error) {
    answers.catch(() => undefined);
    throw error;
  }
}

interface Lent {
  readonly tx: Tx;
  /** Sends COMMIT, if that was not done yet. Nothing more is asked. */
  commit(): Promise<pg.QueryResult>;
  takeBack(): void;
}

/** Lends the connection for one transaction; afterwards the borrowed `tx` throws, even if somebody still holds it. */
function lend(client: pg.PoolClient): Lent {
  let isOver = false;
  let asked = 0;
  let committed: Promise<pg.QueryResult> | undefined;
  const refuseWhenOver = () => {
    if (isOver) throw new Error("This transaction is over");
  };
  const count = () => {
    refuseWhenOver();
    asked += 1;
  };
  const tx = queriesOver((question, values) => {
    count();
    return ask(client, question, values);
  });
  // Also for prepared statements, which are the connection's and not this transaction's.
  beforeAsking.set(client, count);
  const queries = queriesOf(client);
  tieToConnection(tx, () => {
    refuseWhenOver();
    return queries;
  });
  const commit = () => {
    isOver = true;
    committed ??= client.query("commit");
    return committed;
  };
  endings.set(tx, {
    asked: () => asked,
    commit: () => {
      // Awaited when the work is done; a fault before that is reported once.
      commit().catch(() => undefined);
    },
  });
  return {
    tx,
    commit,
    takeBack: () => {
      isOver = true;
    },
  };
}

function ask(client: pg.PoolClient, question: pg.QueryConfig, values: unknown[]): Promise<pg.QueryResult> {
  inOneWrite(client);
  const answer = client.query(question, values);
  answer.catch((fault: unknown) => {
    if (!firstFaults.has(client)) firstFaults.set(client, fault);
  });
  return answer;
}

/** What PostgreSQL refused first in the transaction of a connection. */
const firstFaults = new WeakMap<pg.PoolClient, unknown>();

/** Of statements that were asked together, those behind the one that failed are refused for its sake: that one is the fault. */
function faultBehind(client: pg.PoolClient, error: unknown): unknown {
  return isRefusedForAnother(error) ? (firstFaults.get(client) ?? error) : error;
}

const known = new WeakMap<pg.PoolClient, Tx>();
/** Notes a question of the transaction that has the connection; throws once that is over. */
const beforeAsking = new WeakMap<pg.PoolClient, () => void>();

/** The Drizzle instance of a connection, made once. */
function queriesOf(client: pg.PoolClient): Tx {
  let queries = known.get(client);
  if (queries === undefined) {
    queries = queriesOver((question, values) => {
      beforeAsking.get(client)?.();
      return ask(client, question, values);
    });
    known.set(client, queries);
  }
  return queries;
}

/** Single statements, each its own transaction, on whichever connection of the pool is free. */
export function queriesOfPool(pool: Pick<RolePool, "open">): Tx {
  const queries = queriesOver(async (question, values) => (await pool.open()).query(question, values));
  tieToConnection(queries, () => queries);
  return queries;
}

/** Errors leave this package without values, because they are logged. */
export async function shielded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutValues(error);
  }
}
