import pg from "pg";
import { loginName, prefixFor, prefixOfOwner } from "./role-names.ts";

/** The prefix of a database's roles, read from the owner of its tables. Null before the first migration, or when the owner was lost. */
export async function findPrefix(client: pg.Client): Promise<string | null> {
  const found = await client.query<{ owner: string }>(
    "select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = 'app'",
  );
  return found.rows[0] ? prefixOfOwner(found.rows[0].owner) : null;
}

/**
 * The same for a process that works with the database: read at the first call and remembered. Rejects while the database is unreachable (the
 * next call tries again) and when it was never migrated.
 */
export function prefixOnce(url: string): () => Promise<string> {
  let asked: Promise<string> | undefined;
  return () => {
    asked ??= askPrefix(url).catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

async function askPrefix(url: string): Promise<string> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "avances start",
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const prefix = await findPrefix(client);
    if (prefix === null) throw new Error("The database was not prepared by the migrator");
    return prefix;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The login that the product uses on a database when none is given: made from the prefix of its roles, or, for a new database, from the
 * prefix it will get. `ownerUrl` and `rolePrefix` as in `migrate`.
 */
export async function loginFor(ownerUrl: string, rolePrefix: string | undefined): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "avances start" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const named = await client.query<{ database: string }>("select current_database() as database");
    return loginName((await findPrefix(client)) ?? rolePrefix ?? prefixFor(named.rows[0]?.database ?? ""));
  } finally {
    await client.end();
  }
}
