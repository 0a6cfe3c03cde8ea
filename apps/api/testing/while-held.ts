import { holdMatter } from "@avances/db/queries/matter-queries";
import { testClient } from "@avances/testing";
import type { TestApi } from "./start-test-api.ts";

/**
 * Holds a matter as whoever changes it does, begins these calls, lets `change` (SQL) happen once each of them waits or was answered, and gives the
 * matter free: whatever waited was decided after the change.
 */
export async function whileHeld<T>(
  { db, ownerUrl }: Pick<TestApi, "db" | "ownerUrl">,
  matterId: string,
  { calls, change }: { readonly calls: () => readonly Promise<T>[]; readonly change: string },
): Promise<readonly T[]> {
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const begun = await db.asWorker(async (tx) => {
      await holdMatter(tx, matterId);
      let answered = 0;
      const all = calls().map((call) =>
        call.finally(() => {
          answered += 1;
        }),
      );
      while ((await waiting()) + answered < all.length) await new Promise((resolve) => setImmediate(resolve));
      await owner.query(change, [matterId]);
      return { all };
    });
    return await Promise.all(begun.all);
  } finally {
    await owner.end();
  }

  async function waiting(): Promise<number> {
    const { rows } = await owner.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks
       where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows[0]?.waiting ?? 0;
  }
}
