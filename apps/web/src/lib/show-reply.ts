import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Shows what a reply says at once. A read under way may be older than the reply and would come after it, so it starts again. */
export function showReply<T, K extends QueryKey>(
  client: QueryClient,
  queryKey: K,
  reply: T | ((shown: T | undefined) => T | undefined),
): void {
  client.setQueryData<T>(queryKey, reply as T);
  if (client.isFetching({ queryKey, exact: true }) > 0)
    void client.invalidateQueries({ queryKey, exact: true, refetchType: "all" });
}
