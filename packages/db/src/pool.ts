import pg from "pg";

export type DatabaseRole = "app_api" | "app_auth" | "app_worker" | "app_publisher" | "app_public";

// `bigint` counts and ids fit in a number here; a day has no zone and stays text; `numeric` stays text, as node-postgres does.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Connections of one role, opened when needed, that give up in seconds rather than hang. `onError` hears of those that break at rest. */
export function openPool(url: string, role: DatabaseRole, max: number, onError: (error: Error) => void): pg.Pool {
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
