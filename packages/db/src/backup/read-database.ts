import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { migratorLock } from "../migrate.ts";
import { DatabaseRefused } from "./database-refused.ts";
import { copyStatement, findTables, type StoredSequence, type StoredTable, schemas } from "./stored-tables.ts";

/** Everything in a database, as it was at one moment. Read its parts one after the other. */
export interface DatabaseContents {
  /** Version of the server. */
  readonly postgres: string;
  /** Hashes of its migrations, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly StoredTable[];
  /** Rows as `COPY … TO STDOUT` writes them; `count()` is right once all rows were read. */
  rowsOf(table: StoredTable): { readonly body: AsyncIterable<Buffer>; count(): number };
  sequences(): Promise<StoredSequence[]>;
  /** The files whose bytes the rows speak of: they are in the portal's store, under these keys. */
  storedFiles(): Promise<readonly StoredFile[]>;
}

export interface StoredFile {
  readonly id: string;
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Gives `use` the whole database in one snapshot, even while others write; migrations wait. `ownerUrl` as in `migrate`, but the role must
 * not be subject to row-level security. Throws `DatabaseRefused`.
 */
export async function readDatabase<T>(ownerUrl: string, use: (contents: DatabaseContents) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "avances backup",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // The query under way rejects with the same error.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock_shared($1)", [migratorLock]);
    // How values are written must not depend on the server they come from.
    await client.query("set datestyle to 'ISO, YMD'; set extra_float_digits to 3; set bytea_output to hex");
    await client.query("begin isolation level repeatable read read only");
    await requireReadable(client);
    return await use(await contentsOf(client));
  } finally {
    await client.end();
  }
}

async function contentsOf(client: pg.Client): Promise<DatabaseContents> {
  const version = await client.query<{ postgres: string }>("select current_setting('server_version') as postgres");
  const applied = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at",
  );
  return {
    postgres: version.rows[0]?.postgres ?? "",
    migrations: applied.rows.map((row) => row.hash),
    tables: await findTables(client),
    rowsOf: (table) => {
      let rows = 0;
      const body = async function* () {
        const copy = client.query(copyTo(await copyStatement(client, table, "to stdout")));
        for await (const part of copy) yield part as Buffer;
        rows = copy.rowCount;
      };
      return { body: body(), count: () => rows };
    },
    sequences: async () => {
      const found = await client.query<StoredSequence>(
        `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
         where schemaname = any($1) order by 1, 2`,
        [schemas],
      );
      return found.rows;
    },
    storedFiles: async () => {
      // A database that was not brought up to date yet may be older than files.
      const { rows } = await client.query<{ has: boolean }>("select to_regclass('app.file') is not null as has");
      if (!rows[0]?.has) return [];
      const found = await client.query<StoredFile>(
        "select id, store_key as key, bytes, sha256 from app.file where state = 'stored' order by store_key",
      );
      return found.rows;
    },
  };
}

/** Throws if row-level security could hide rows from this role: they would be missing from the backup without a word. */
async function requireReadable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; made: boolean; hidden: number }>(
    `select current_user as role, count(*) filter (where nspname in ('app', 'drizzle')) = 2 as made,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname = any($1) and (row_security_active(c.oid) or not has_table_privilege(c.oid, 'SELECT'))) as hidden
     from pg_namespace`,
    [schemas],
  );
  const { role = "", made = false, hidden = 0 } = rows[0] ?? {};
  if (!made) throw new DatabaseRefused("This database holds no Avances: there is nothing to back up.");
  if (hidden > 0) {
    throw new DatabaseRefused(
      `The role ${role} does not see every row, because row-level security holds for it: name a superuser in DATABASE_OWNER_URL, or let a superuser run once: alter role ${role} bypassrls`,
    );
  }
}
