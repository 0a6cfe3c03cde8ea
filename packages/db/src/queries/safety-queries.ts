import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";

/**
 * Faults that would make row-level security useless, one sentence each: a login that bypasses it or owns tables, a table of `app` without it.
 * Empty = none.
 */
export async function wallFaults(tx: Tx): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ fault: string }>(sql`
    select 'the login is a superuser or may bypass row-level security' as fault
    from pg_roles where rolname = session_user and (rolsuper or rolbypassrls)
    union all
    select 'the login owns tables'
    where exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where n.nspname in ('app', 'auth', 'ref', 'release') and r.rolname = session_user)
    union all
    select 'table app.' || c.relname || ' lacks forced row-level security'
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`);
  return rows.map((row) => row.fault);
}
