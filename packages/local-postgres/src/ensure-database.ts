import { Client } from "pg";

/** Creates the database if the server has none of that name, and returns its URL for the same role. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await makeDatabase(client, name);
  } finally {
    await client.end();
  }
  return databaseUrl(adminUrl, name);
}

/** Creates the database if the server of this connection has none of that name. */
export async function makeDatabase(client: Client, name: string): Promise<void> {
  const found = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
}

/** URL of another database on the same server, for the same role. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
