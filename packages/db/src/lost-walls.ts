import { readMigrationFiles } from "drizzle-orm/migrator";
import type pg from "pg";
import { MigrationRefused } from "./database-roles.ts";
import { roleName } from "./role-names.ts";
import { migrationsFolder } from "./schema-version.ts";

/** The second migration creates row-level security and rights; before it nothing can be missing. */
const migrationsBeforeWalls = 1;

/**
 * Refuses a migrated database whose tables have lost their protection: owner, grants, forced row-level security or policies. In that state
 * the next migration would fail with an obscure error, or the portal would answer nothing.
 */
export async function refuseLostWalls(client: pg.Client, prefix: string): Promise<void> {
  const isKept = await client.query<{ kept: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null and to_regnamespace('app') is not null as kept",
  );
  if (!isKept.rows[0]?.kept) return;
  const { rows } = await client.query<{ applied: number; policies: number; bare: number }>(
    `select
      (select count(*)::int from drizzle.__drizzle_migrations) as applied,
      (select count(*)::int from pg_policies where schemaname in ('app', 'auth', 'ref', 'release')) as policies,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('app', 'auth', 'ref', 'release') and (
          pg_get_userbyid(c.relowner) <> $1
          or n.nspname = 'app' and not (c.relrowsecurity and c.relforcerowsecurity)
          or n.nspname = 'app' and not exists (select from pg_policy p where p.polrelid = c.oid)))
      + (select count(*)::int from (values ('app', $2), ('auth', $3), ('release', $4)) as use (schema, role)
        where not exists (select from pg_roles r where r.rolname = use.role
          and has_schema_privilege(r.oid, use.schema, 'USAGE'))) as bare`,
    [roleName(prefix, "owner"), roleName(prefix, "api"), roleName(prefix, "auth"), roleName(prefix, "public")],
  );
  const [found] = rows;
  if (!found || found.applied <= migrationsBeforeWalls) return;
  if (found.bare > 0 || found.policies < policiesAfter(found.applied)) throw lostWalls();
}

/** How many policies these first migrations make. A missing role takes only its own policies away. */
function policiesAfter(applied: number): number {
  const statements = readMigrationFiles({ migrationsFolder })
    .slice(0, applied)
    .flatMap((migration) => migration.sql);
  const count = (pattern: RegExp) => statements.filter((statement) => pattern.test(statement)).length;
  return count(/^create policy /im) - count(/^drop policy /im);
}

export function lostWalls(): MigrationRefused {
  return new MigrationRefused(
    "The tables of this database have lost their owner, rights or row-level security, as after pg_dump where the roles were missing. Use a backup made with `npm run backup` and `npm run restore`; or bring the roles over first (`pg_dumpall --roles-only` on the old server), then restore the dump again into an empty database.",
  );
}
