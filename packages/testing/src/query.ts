import pg from "pg";

/** Runs one statement on its own connection. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values?: readonly unknown[],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = values === undefined ? await client.query<Row>(text) : await client.query<Row>(text, [...values]);
    return rows ?? [];
  } finally {
    await client.end();
  }
}
