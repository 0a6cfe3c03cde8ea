import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";

/**
 * Tells every instance, at commit, something about people who have a report open. PostgreSQL passes it on and keeps nothing. At most 8,000 bytes.
 * What is written to reports is told by triggers (migration 0022).
 */
export async function tellLive(tx: Tx, said: string): Promise<void> {
  await tx.execute(sql`select pg_notify('live', ${said})`);
}
