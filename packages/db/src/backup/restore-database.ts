import { pipeline } from "node:stream/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { findPrefix } from "../find-roles.ts";
import { type MigrateOptions, migrate } from "../migrate.ts";
import { sqlState } from "../pg-error.ts";
import { roleName } from "../role-names.ts";
import { migrationsFolder } from "../schema-version.ts";
import { DatabaseRefused } from "./database-refused.ts";
import { holdMails } from "./hold-mails.ts";
import { copyStatement, type StoredSequence, type StoredTable, schemas } from "./stored-tables.ts";

export interface RestoreOptions extends Pick<MigrateOptions, "ownerUrl" | "appUrl" | "rolePrefix" | "rotateLogin"> {
  /** When the backup was made. */
  readonly keptAt: Date;
  /** Hashes of the migrations the backed-up database had. */
  readonly migrations: readonly string[];
  readonly now: Date;
  log(message: string): void;
}

/** Puts rows, as `DatabaseContents` gives them, into a table. */
export type LoadTable = (table: StoredTable, rows: AsyncIterable<Buffer>) => Promise<void>;

/** What must be in the database after loading. */
export interface Loaded {
  readonly tables: readonly { readonly schema: string; readonly name: string; readonly rows: number }[];
  readonly sequences: readonly StoredSequence[];
}

export interface Restored {
  readonly heldMails: number;
  /** Number of row-level security policies now. */
  readonly policies: number;
}

/**
 * Makes a database from a backup: schema, roles and row-level security by the migrations, as for a new one, up to those the backup
 * knew; then every row, in one transaction; then the newer migrations. `load` hands each table to its argument and returns what must be
 * there afterwards. Mails that were waiting are held. Throws `DatabaseRefused` when the database is not empty or the schema is unknown;
 * if the restore fails, the database is left empty.
 */
export async function restoreDatabase(
  options: RestoreOptions,
  load: (loadTable: LoadTable) => Promise<Loaded>,
): Promise<Restored> {
  const { keptAt, migrations, now, log, ownerUrl, appUrl, rotateLogin } = options;
  requireKnownSchema(migrations);
  const rolePrefix = (await asOwner(ownerUrl, clearUnused)) ?? options.rolePrefix;
  const target = { ownerUrl, appUrl, rolePrefix, rotateLogin };
  await migrate({ ...target, log, stopAfter: migrations.length });
  log("Loading …");
  const heldMails = await asOwner(ownerUrl, async (client) => {
    await client.query("begin");
    const prefix = await findPrefix(client);
    await client.query("select set_config('role', $1, true)", [roleName(prefix ?? "", "owner")]);
    const raiseWalls = await lowerWalls(client);
    await loadAll(client, load);
    const held = await holdMails(client, { keptAt, now });
    await raiseWalls();
    await client.query("commit");
    return held;
  });
  await migrate({ ...target, log });
  return { heldMails, policies: await asOwner(ownerUrl, countPolicies) };
}

/** Throws `DatabaseRefused` when anybody has used the database. `ownerUrl` as in `migrate`. */
export async function requireUnused(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, refuseUsed);
}

/** Removes what a first start created. Returns the role prefix, which the database keeps (null = none yet). */
async function clearUnused(client: pg.Client): Promise<string | null> {
  await refuseUsed(client);
  const prefix = await findPrefix(client);
  await client.query("drop schema if exists app, auth, ref, release, drizzle cascade");
  return prefix;
}

async function countPolicies(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ policies: number }>(
    "select count(*)::int as policies from pg_policies where schemaname = any($1)",
    [schemas],
  );
  return rows[0]?.policies ?? 0;
}

/** Throws `DatabaseRefused` when this program does not know the schema these migrations make. */
export function requireKnownSchema(migrations: readonly string[]): void {
  const known = readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash);
  if (migrations.length > known.length) {
    throw new DatabaseRefused(
      `The backup was made by a newer Avances (schema ${migrations.length}; this one knows ${known.length}): update the program, then restore.`,
    );
  }
  if (migrations.some((hash, index) => hash !== known[index])) {
    throw new DatabaseRefused(
      "The backup was made by another variant of Avances, whose schema this program does not know: restore it with the program it was made with.",
    );
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "avances restore",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Throws `DatabaseRefused` when anybody has used the database; what the first start writes does not count. */
async function refuseUsed(client: pg.Client): Promise<void> {
  const schema = await client.query<{ made: boolean; database: string }>(
    "select to_regnamespace('app') is not null as made, current_database() as database",
  );
  const { made = false, database = "" } = schema.rows[0] ?? {};
  if (!made) return;
  // So that hidden rows cause an error instead of being silently left out.
  await client.query("set row_security to off");
  const used = await client
    .query<{ used: boolean }>("select exists (select from app.app_user) or exists (select from app.round) as used")
    .then(
      ({ rows }) => rows[0]?.used ?? true,
      (error: unknown) => {
        if (sqlState(error) === "42501" || sqlState(error) === "42P01") return true;
        throw error;
      },
    );
  if (used) {
    throw new DatabaseRefused(
      `The database ${database} is not empty, and a restore never writes over anything: restore into a new database, or set AVANCES_DATA to a new folder.`,
    );
  }
}

/** Lets the owner write to tables that the product never changes, until the returned function is called. */
async function lowerWalls(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ lower: string; raise: string }>(
    `select format('alter table %s no force row level security, disable trigger user', c.oid::regclass) as lower,
      format('alter table %s enable trigger user', c.oid::regclass)
        || case when c.relforcerowsecurity then ', force row level security' else '' end as raise
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1)`,
    [schemas],
  );
  for (const { lower } of rows) await client.query(lower);
  return async () => {
    for (const { raise } of rows) await client.query(raise);
  };
}

async function loadAll(client: pg.Client, load: (loadTable: LoadTable) => Promise<Loaded>): Promise<void> {
  const counts = new Map<string, number>();
  const { tables, sequences } = await load(async (table, rows) => {
    const copy = client.query(copyFrom(await copyStatement(client, table, "from stdin")));
    await pipeline(rows, copy);
    counts.set(`${table.schema}.${table.name}`, copy.rowCount);
  });
  for (const { schema, name, rows } of tables) {
    const found = counts.get(`${schema}.${name}`);
    if (found !== rows) throw new Error(`${rows} rows of ${schema}.${name} were kept, and ${found} loaded`);
  }
  for (const { schema, name, value } of sequences) {
    if (value === null) continue;
    await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3::bigint)", [
      schema,
      name,
      value,
    ]);
  }
}
