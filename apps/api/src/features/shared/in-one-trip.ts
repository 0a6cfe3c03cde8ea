/**
 * Waits for queries that are sent together (one round trip). When one fails, those after it fail too, saying only that the
 * transaction was aborted; so the error of the first in line is thrown, and no query is still running when this returns.
 * Prepared ones (`statement`) are sent in the order of their calls; one that must still be built is sent after them. So a query that must
 * go first, such as a lock, must be prepared, or awaited before.
 */
export async function inOneTrip<const Queries extends readonly Promise<unknown>[]>(
  queries: Queries,
): Promise<{ -readonly [Index in keyof Queries]: Awaited<Queries[Index]> }> {
  const settled = await Promise.allSettled(queries);
  const failed = settled.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as never;
}
