import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { choosePrefix, warnOfSharedRoles } from "./choose-prefix.ts";
import { ensureRoles, MigrationRefused } from "./database-roles.ts";
import { catalogueFolder, loadReference } from "./load-reference.ts";
import { refuseLostWalls } from "./lost-walls.ts";
import { inPatientTransaction, type LockPatience, type Patient, usualPatience } from "./patient-lock.ts";
import { sqlState } from "./pg-error.ts";
import { roleName, withRoles } from "./role-names.ts";
import { migrationsFolder } from "./schema-version.ts";

export interface MigrateOptions {
  /** Superuser, or the database's owner with CREATEROLE (PostgreSQL 15 or newer). A direct connection, no pooler. */
  ownerUrl: string;
  /** Login of the product: created with its password if it does not exist, and made a member of the working roles. */
  appUrl: string;
  /** The role prefix of a new database; if absent, made from its name. A database that has roles keeps them. */
  rolePrefix?: string | undefined;
  /** Change the password of a login that has another one, instead of refusing it. */
  rotateLogin?: boolean | undefined;
  log?: (message: string) => void;
  /** Stop after this many migrations, without reference data, because rows will be loaded next. */
  stopAfter?: number;
  /** Another folder of catalogue files (tests). */
  catalogueFolder?: string;
  /** How long a step waits for tables that others hold: about two minutes when absent. Another migrator is waited for without an end. */
  patience?: LockPatience;
}

/** An arbitrary number, the same in every version of the product, so that two migrations of one database wait for each other. */
export const migratorLock = 7_203_511_904;

/**
 * Brings a database from any state to the current one: roles, migrations, reference data. Safe to run twice, by two
 * at once, and again after it was killed. Throws `MigrationRefused` (also when somebody goes on holding a table that a step changes) or
 * `CatalogueFaulty`; the step that failed changed nothing.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const log = options.log ?? (() => undefined);
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: "avances migrate",
    connectionTimeoutMillis: 10_000,
  });
  // The query under way rejects with the same error.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migratorLock]);
    const prefix = await choosePrefix(client, options.rolePrefix);
    await refuseLostWalls(client, prefix);
    await warnOfSharedRoles(client, prefix, log);
    await ensureRoles(client, { appUrl: options.appUrl, prefix, rotateLogin: options.rotateLogin ?? false }).catch(
      refuseWeakOwner,
    );
    await client.query("select set_config('role', $1, false)", [roleName(prefix, "owner")]);
    const patient = { patience: options.patience ?? usualPatience, log };
    await applyMigrations(client, { prefix, stopAfter: options.stopAfter, ...patient });
    if (options.stopAfter !== undefined) return;
    await inPatientTransaction(client, "Loading countries and catalogues", patient, () =>
      loadReference(drizzle(client, { casing: "snake_case" }), options.catalogueFolder ?? catalogueFolder),
    );
    log("The database is up to date");
  } finally {
    await client.end();
  }
}

/** A role without these rights is most often the product's login, given in place of the owner. */
function refuseWeakOwner(error: unknown): never {
  if (sqlState(error) !== "42501") throw error;
  throw new MigrationRefused(
    `The role of DATABASE_OWNER_URL may not prepare a database (${error instanceof Error ? error.message : "no right"}): name a superuser there, or the database's owner with CREATEROLE.`,
  );
}

/** Applies each migration in its own transaction, in the order of the journal, and records it in drizzle-kit's table. */
async function applyMigrations(
  client: pg.Client,
  { prefix, stopAfter, ...patient }: { prefix: string; stopAfter: number | undefined } & Patient,
): Promise<void> {
  await inPatientTransaction(client, "Preparing the record of migrations", patient, async () => {
    await client.query("create schema if not exists drizzle");
    await client.query(
      "create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
    );
    await client.query(withRoles("grant usage on schema drizzle to app_api", prefix));
    await client.query(withRoles("grant select on drizzle.__drizzle_migrations to app_api", prefix));
  });
  const known = readMigrationFiles({ migrationsFolder });
  const applied = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at",
  );
  refuseOtherHistory(
    applied.rows.map((row) => row.hash),
    known,
  );
  for (const [index, migration] of known.slice(0, stopAfter).entries()) {
    if (index < applied.rows.length) continue;
    const step = `Migration ${index + 1} of ${known.length}`;
    patient.log(step);
    await inPatientTransaction(client, step, patient, async () => {
      for (const statement of migration.sql) await client.query(withRoles(statement, prefix));
      await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
        migration.hash,
        migration.folderMillis,
      ]);
    });
  }
}

function refuseOtherHistory(applied: readonly string[], known: readonly MigrationMeta[]): void {
  if (applied.length > known.length) {
    throw new MigrationRefused(
      "The database was prepared by a newer version of the product; start that version, or restore an older backup.",
    );
  }
  const changed = applied.findIndex((hash, index) => hash !== known[index]?.hash);
  if (changed >= 0) {
    throw new MigrationRefused(
      `Migration ${changed + 1} was changed after it had been applied to this database; it must stay as it was.`,
    );
  }
}
