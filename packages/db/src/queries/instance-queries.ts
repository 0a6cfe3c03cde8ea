import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";

/** What a database is for. The database records it itself, and it never changes. */
export type DatabaseKind = "demonstration" | "real";

/** The kind of this database. If it was not made a demonstration, this call settles for good that it holds real work. */
export async function settledKind(tx: Tx): Promise<DatabaseKind> {
  const { rows } = await tx.execute<{ kind: DatabaseKind }>(sql`select app.settled_kind() as kind`);
  return rows[0]?.kind ?? "real";
}
