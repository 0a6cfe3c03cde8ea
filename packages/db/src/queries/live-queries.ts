import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";

/**
 * The same for several, in their order, in a transaction of their own. It waits for no disk: news that a crash loses concern nobody any more,
 * because whoever follows reads everything anew after it, and a disk that is busy with them keeps others' saves waiting.
 */
export async function tellAllLive(tx: Tx, news: readonly string[]): Promise<void> {
  await tx.execute(
    sql`select set_config('synchronous_commit', 'off', true), pg_notify('live', said)
      from jsonb_array_elements_text(${JSON.stringify(news)}::jsonb) as said`,
  );
}

/**
 * Tells every instance, at commit, something about people who have a report open. PostgreSQL passes it on and keeps nothing. At most 8,000 bytes.
 * What is written to reports is told by triggers (migration 0022) and, of answers, when it is committed (`writeSaved`).
 */
export async function tellLive(tx: Tx, said: string): Promise<void> {
  await tx.execute(sql`select pg_notify('live', ${said})`);
}
