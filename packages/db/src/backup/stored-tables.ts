import type pg from "pg";

/** One table and the columns whose values are backed up. */
export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** The last value a sequence gave; null = none yet. */
export interface StoredSequence {
  readonly schema: string;
  readonly name: string;
  readonly value: string | null;
}

/** Everything that belongs to the product, without the migrations' own records. */
export const schemas = ["app", "auth", "ref", "release"] as const;

/** A restore ends all sessions, and people who were locked out may try again. */
const notKept = ["auth.refresh_token", "auth.session", "auth.throttle"];

/** The tables to back up, in an order in which they can be loaded: a row comes after the rows it refers to. */
export async function findTables(client: pg.Client): Promise<readonly StoredTable[]> {
  const tables = await client.query<StoredTable & { full: string; needs: string[] }>(
    `select n.nspname as schema, c.relname as name, n.nspname || '.' || c.relname as full,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select rn.nspname || '.' || r.relname from pg_constraint f join pg_class r on r.oid = f.confrelid
        join pg_namespace rn on rn.oid = r.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and n.nspname || '.' || c.relname <> all($2)
     order by 1, 2`,
    [schemas, notKept],
  );
  const ordered: StoredTable[] = [];
  const waiting = new Map(tables.rows.map((row) => [row.full, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((row) => !row.needs.some((need) => waiting.has(need)));
    if (ready.length === 0) throw new Error(`These tables point to each other: ${[...waiting.keys()].join(", ")}`);
    for (const { full, schema, name, columns } of ready) {
      waiting.delete(full);
      ordered.push({ schema, name, columns });
    }
  }
  return ordered;
}

/** `copy … to stdout` or `copy … from stdin` of these columns, in this order; names are quoted by PostgreSQL itself. */
export async function copyStatement(
  client: pg.Client,
  { schema, name, columns }: StoredTable,
  direction: "to stdout" | "from stdin",
): Promise<string> {
  const { rows } = await client.query<{ statement: string }>(
    "select format('copy %I.%I (%s) %s', $1::text, $2::text, (select string_agg(quote_ident(c), ', ') from unnest($3::text[]) c), $4::text) as statement",
    [schema, name, columns, direction],
  );
  return rows[0]?.statement ?? "";
}
