import pg from "pg";
import { roleName, type WorkingRole } from "./role-names.ts";

// `bigint` counts and ids fit in a number here; a day has no zone and stays text; `numeric` stays text, as node-postgres does.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The connections of one role at this moment. */
export interface PoolState {
  readonly role: WorkingRole;
  readonly total: number;
  readonly idle: number;
  /** Work that waits for a connection. */
  readonly waiting: number;
}

/** Connections of one role of a database, opened when needed. */
export interface RolePool {
  /** Rejects while the database is unreachable and its role prefix is not yet known. */
  open(): Promise<pg.Pool>;
  /** How many connections there are, and how much work waits for one. */
  state(): PoolState;
  end(): Promise<void>;
}

/** So long a request waits for a lock before it is refused. */
export const requestLockTimeoutMs = 3_000;

export interface PoolOptions {
  readonly url: string;
  /** The role prefix of the database, once it is known. */
  readonly prefix: () => Promise<string>;
  readonly role: WorkingRole;
  /** Most connections at once. */
  readonly max: number;
  /** Called when a connection breaks. */
  readonly onError: (error: Error) => void;
}

/**
 * PostgreSQL plans a prepared query once. By default it makes a new plan for each execution when it estimates that the values matter; with
 * the policies of row-level security such a plan costs more than the query itself (decision 25).
 */
const plannedOnce = "plan_cache_mode=force_generic_plan";

const settingsOf: Readonly<Record<WorkingRole, readonly string[]>> = {
  api: [plannedOnce],
  auth: [plannedOnce],
  worker: [],
  publisher: [],
  public: ["default_transaction_read_only=on"],
};

/** A pool whose waits end after seconds instead of hanging. */
export function openPool(options: PoolOptions): RolePool {
  let opening: Promise<pg.Pool> | undefined;
  let opened: pg.Pool | undefined;
  return {
    open: () => {
      opening ??= options.prefix().then(
        (prefix) => {
          opened = poolAs(roleName(prefix, options.role), options);
          return opened;
        },
        (error: unknown) => {
          opening = undefined;
          throw error;
        },
      );
      return opening;
    },
    state: () => ({
      role: options.role,
      total: opened?.totalCount ?? 0,
      idle: opened?.idleCount ?? 0,
      waiting: opened?.waitingCount ?? 0,
    }),
    end: async () => {
      const pool = await opening?.catch(() => undefined);
      await pool?.end();
    },
  };
}

function poolAs(name: string, { url, role, max, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // The role is set when the connection starts, so it costs no round trip and `RESET ROLE` returns to it, not to the login.
    options: [`role=${name}`, "timezone=UTC", ...settingsOf[role]].map((setting) => `-c ${setting}`).join(" "),
    application_name: `avances ${name}`,
    pipeline: true,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    lock_timeout: requestLockTimeoutMs,
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on("error", onError);
  // The pool listens only to idle clients; a borrowed one whose connection breaks between two queries would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}
