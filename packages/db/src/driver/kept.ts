import { LRUCache } from "lru-cache";
import type pg from "pg";
import type { RolePool } from "../pool.ts";

interface Kept {
  readonly snapshot: string;
  readonly value: unknown;
}

/** Questions that are kept for each connection. */
const questions = 8;
const keptBy = new WeakMap<pg.PoolClient, LRUCache<string, Kept>>();

/**
 * What `read` returned for this question, as long as nothing at all was written in the cluster since (decision 54). PostgreSQL's own snapshot
 * says so: it names the transactions that were under way and the first that had not begun, and is another as soon as one that wrote has ended.
 * What is read after a snapshot was taken and kept under it can therefore not be older than it, nor newer than an equal one later.
 *
 * It hangs on the connection: after a crash PostgreSQL may give the number of a transaction a second time, and no connection survives that.
 * `question` says everything that the reading depends on besides the data: for whom, and the day. Nobody may change what is returned.
 */
export async function unlessWritten<T>(
  pool: Pick<RolePool, "open">,
  question: string,
  read: () => Promise<T>,
): Promise<T> {
  const client = await (await pool.open()).connect();
  const snapshot = await snapshotOf(client);
  let kept = keptBy.get(client);
  if (kept === undefined) {
    kept = new LRUCache({ max: questions });
    keptBy.set(client, kept);
  }
  const known = kept.get(question);
  if (known?.snapshot === snapshot) return known.value as T;
  const value = await read();
  kept.set(question, { snapshot, value });
  return value;
}

/** Gives the connection back. */
async function snapshotOf(client: pg.PoolClient): Promise<string> {
  try {
    const { rows } = await client.query<{ said: string }>(snapshotNow);
    client.release();
    return rows[0]?.said ?? "";
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const snapshotNow = { name: "snapshot", text: "select pg_current_snapshot()::text as said" };
