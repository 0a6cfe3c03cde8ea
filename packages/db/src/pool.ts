import pg from "pg";
import { roleName, type WorkingRole } from "./role-names.ts";

// `bigint` counts and ids fit in a number here; a day has no zone and stays text; `numeric` stays text, as node-postgres does.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Connections of one role of a database, opened when needed. */
export interface RolePool {
  /** Rejects while the database is away and has not yet said which roles it works with. */
  open(): Promise<pg.Pool>;
  end(): Promise<void>;
}

export interface PoolOptions {
  readonly url: string;
  /** Which roles the database works with, once it has said so. */
  readonly prefix: () => Promise<string>;
  readonly role: WorkingRole;
  /** The most connections at once. */
  readonly max: number;
  /** Hears of connections that break at rest. */
  readonly onError: (error: Error) => void;
}

/** Connections that give up in seconds rather than hang. */
export function openPool(options: PoolOptions): RolePool {
  let opening: Promise<pg.Pool> | undefined;
  return {
    open: () => {
      opening ??= options.prefix().then(
        (prefix) => poolAs(roleName(prefix, options.role), options),
        (error: unknown) => {
          opening = undefined;
          throw error;
        },
      );
      return opening;
    },
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
    // The role comes with the connection, so it costs no round trip and `RESET ROLE` leads back to it, not to the login.
    options: `-c role=${name} -c timezone=UTC${role === "public" ? " -c default_transaction_read_only=on" : ""}`,
    application_name: `avances ${name}`,
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
