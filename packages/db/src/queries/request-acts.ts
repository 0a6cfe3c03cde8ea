import { type AnyColumn, desc, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import type { Part } from "./list-pages.ts";

/** Of a ledger of requests, in which one row is one request to one person. */
interface Ledger {
  readonly table: PgTable;
  readonly id: AnyColumn;
  readonly createdAt: AnyColumn;
  /** What is asked about. */
  readonly about: AnyColumn;
  /** What rows about the same thing have in common that were one request to several people. */
  readonly common: readonly AnyColumn[];
  /** Of which of its rows. */
  readonly which: SQL | undefined;
}

/** One request: a step or an act, to however many people. */
export interface RequestAct {
  /** Of its rows, in the order in which they were written. */
  readonly ids: readonly string[];
  /** Which one about the same thing it is, from 1, the oldest. */
  readonly nth: number;
}

const oneAct = ({ about, common }: Ledger) => sql.join([about, ...common], sql`, `);

/** How many requests there are. */
export async function countActs(tx: Tx, ledger: Ledger): Promise<number> {
  const [counted] = await tx
    .select({ total: sql<number>`count(distinct (${oneAct(ledger)}))::int` })
    .from(ledger.table)
    .where(ledger.which);
  return counted?.total ?? 0;
}

/** The requests, the latest first. Which one it is, is counted over those of all pages. */
export async function listActs(tx: Tx, ledger: Ledger, { limit, offset }: Part): Promise<readonly RequestAct[]> {
  const { table, id, createdAt, about, which } = ledger;
  const ids = sql<string[]>`array_agg(${id} order by ${createdAt}, ${id})`;
  const at = sql`min(${createdAt})`;
  const first = sql`(${ids})[1]`;
  return tx
    .select({ ids, nth: sql<number>`(row_number() over (partition by ${about} order by ${at}, ${first}))::int` })
    .from(table)
    .where(which)
    .groupBy(sql`${oneAct(ledger)}`)
    .orderBy(desc(at), desc(first))
    .limit(limit)
    .offset(offset);
}

/** The rows of each of these requests. */
export function rowsOfActs<Row extends { readonly id: string }>(
  acts: readonly RequestAct[],
  rows: readonly Row[],
): readonly (RequestAct & { readonly rows: readonly Row[] })[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return acts.map((act) => ({ ...act, rows: act.ids.flatMap((id) => known.get(id) ?? []) }));
}
