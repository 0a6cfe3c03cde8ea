import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";

/** What a database is for. It says so itself, and never changes. */
export type DatabaseKind = "demonstration" | "real";

/** What this database is. One that nobody made a demonstration of is from now on, for good, a place of real work. */
export async function settledKind(tx: Tx): Promise<DatabaseKind> {
  const { rows } = await tx.execute<{ kind: DatabaseKind }>(sql`select app.settled_kind() as kind`);
  return rows[0]?.kind ?? "real";
}
