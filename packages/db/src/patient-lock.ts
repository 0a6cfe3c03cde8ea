import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { schemas } from "./backup/stored-tables.ts";
import { MigrationRefused } from "./database-roles.ts";
import { sqlState } from "./pg-error.ts";
import { requestLockTimeoutMs } from "./pool.ts";

/** How long a step waits for locks that others hold. */
export interface LockPatience {
  /** For one lock. Whoever comes after it queues behind it that long, so for a step that needs one lock it gives way before a request of the portal gives up. */
  readonly waitMs: number;
  /** So often in all; after the last the step is refused. */
  readonly attempts: number;
  /** Between two, while the queue goes on. */
  readonly pauseMs: number;
}

/** About two minutes. */
export const usualPatience: LockPatience = { waitMs: requestLockTimeoutMs - 1_000, attempts: 24, pauseMs: 3_000 };

export interface Patient {
  readonly patience: LockPatience;
  readonly log: (message: string) => void;
}

/**
 * Does a step in a transaction of its own: begins anew when a lock was not to be had, and throws `MigrationRefused` when it never was. What is
 * not done to the end changed nothing. `step` names it in both messages.
 */
export async function inPatientTransaction(
  client: pg.Client,
  step: string,
  { patience, log }: Patient,
  work: () => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query("begin");
    try {
      await client.query("select set_config('lock_timeout', $1, true)", [`${patience.waitMs}ms`]);
      await work();
      await client.query("commit");
      return;
    } catch (error) {
      await client.query("rollback");
      if (!passing.has(sqlState(error) ?? "")) throw error;
    }
    const holders = await whoHolds(client);
    if (attempt === patience.attempts) {
      throw new MigrationRefused(
        `${step} was not done, and nothing of it was kept: somebody else went on holding a table that it changes${holders}. End the transaction that holds it, or wait until it is done, and start again.`,
      );
    }
    if (attempt === 1) log(`${step} waits for a table that somebody else holds${holders}`);
    await wait(patience.pauseMs);
  }
}

/** A lock was not to be had, or was waited for in a circle: whoever reads two tables in another order than the step takes them. */
const passing = new Set(["55P03", "40P01"]);

/**
 * Who else holds tables of the product, longest first, as the end of a sentence: among them whoever is in the way. Asked as the login of the migrator: since when somebody of a
 * stronger role is at it, only a superuser is told.
 */
async function whoHolds(client: pg.Client): Promise<string> {
  await client.query("begin");
  await client.query("set local role none");
  const { rows } = await client.query<{ pid: number; name: string; since: string | null }>(
    `select pid, application_name as name, to_char(xact_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"') as since
     from pg_stat_activity where pid <> pg_backend_pid() and pid in (
       select l.pid from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
       where l.granted and l.database = (select oid from pg_database where datname = current_database()) and n.nspname = any($1))
     order by xact_start nulls last limit 10`,
    [schemas],
  );
  await client.query("commit");
  const told = rows.map(
    ({ pid, name, since }) => `process ${pid}${name && ` of "${name}"`}${since === null ? "" : `, since ${since}`}`,
  );
  return told.length === 0 ? "" : ` (tables of the portal are held by ${told.join("; ")})`;
}
