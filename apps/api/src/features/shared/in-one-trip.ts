/**
 * Waits for queries that go down the wire together (one round trip). When one fails, all behind it fail too, saying only that the
 * transaction was aborted: so what is thrown is the fault of the first in line, and nothing runs on when this returns.
 * Prepared ones (`statement`) leave in the order of their calls; one that is still being built leaves after them. So what must go first, as a
 * lock must, is prepared, or is waited for.
 */
export async function inOneTrip<const Queries extends readonly Promise<unknown>[]>(
  queries: Queries,
): Promise<{ -readonly [Index in keyof Queries]: Awaited<Queries[Index]> }> {
  const settled = await Promise.allSettled(queries);
  const failed = settled.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as never;
}
