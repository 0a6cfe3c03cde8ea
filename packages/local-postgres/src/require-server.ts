import { Client } from "pg";
import { LocalPostgresError } from "./local-postgres-error.ts";

const oldestMajor = 15;

/** Throws `LocalPostgresError` unless the server of DATABASE_URL answers and is new enough. */
export async function requireServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    const version = rows[0]?.version ?? "";
    if (Number.parseInt(version, 10) < oldestMajor) {
      throw new LocalPostgresError(
        `The server of DATABASE_URL is PostgreSQL ${version}: version ${oldestMajor} or newer is needed.`,
      );
    }
  } catch (error) {
    if (error instanceof LocalPostgresError) throw error;
    throw new LocalPostgresError(
      `The database of DATABASE_URL (${placeOf(url)}) cannot be used: ${reasonOf(error)}. Correct DATABASE_URL, or unset it to use the built-in PostgreSQL.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The URL without name and password, which do not belong in a log. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  // For a name with several addresses there is one error per address.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
