import type pg from "pg";
import { MigrationRefused } from "./database-roles.ts";
import { findPrefix } from "./find-roles.ts";
import { lostWalls } from "./lost-walls.ts";
import { prefixFor, roleName } from "./role-names.ts";

/**
 * The prefix of this database's role names: the one it already uses, or for a new database `wanted`, or else one made from its name. Throws
 * `MigrationRefused` when another database uses these roles, or when the owner cannot be determined.
 */
export async function choosePrefix(client: pg.Client, wanted: string | undefined): Promise<string> {
  const found = await client.query<{ database: string; migrated: boolean }>(
    "select current_database() as database, to_regnamespace('app') is not null as migrated",
  );
  const { database, migrated } = found.rows[0] as { database: string; migrated: boolean };
  if (migrated) {
    const prefix = await findPrefix(client);
    if (prefix === null) throw lostWalls();
    return prefix;
  }
  const prefix = wanted ?? prefixFor(database);
  const [other] = await otherDatabasesOf(client, prefix);
  if (other) {
    throw new MigrationRefused(
      `The roles ${prefix}_… belong to the database ${other} on this server, which could then be read from here: set DATABASE_ROLE_PREFIX to another name.`,
    );
  }
  return prefix;
}

/** Warns when databases from before prefixes existed, or copies of this one, use the same roles. */
export async function warnOfSharedRoles(
  client: pg.Client,
  prefix: string,
  log: (message: string) => void,
): Promise<void> {
  const others = await otherDatabasesOf(client, prefix);
  if (others.length === 0) return;
  log(
    `The database ${others.join(", ")} works with the same roles (${prefix}_…): each can read the other. Keep a copy on a server of its own.`,
  );
}

/** The other databases of this server in which something belongs to the owner role of this prefix. */
async function otherDatabasesOf(client: pg.Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct d.datname as name from pg_shdepend s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.refobjid
     where s.refclassid = 'pg_authid'::regclass and r.rolname = $1 and d.datname <> current_database() order by 1`,
    [roleName(prefix, "owner")],
  );
  return rows.map((row) => row.name);
}
