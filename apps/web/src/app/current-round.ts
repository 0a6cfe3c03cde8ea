import type { listRounds } from "@avances/contracts";
import { useQuery } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const read = operation<typeof listRounds>("GET", "/rounds");

/** Year of the newest round, for the links of the working band; null while it is not known or when there is none. */
export function useNewestRound(enabled: boolean): number | null {
  const { data } = useQuery({
    queryKey: ["shell", "newest-round"],
    queryFn: ({ signal }) => call(read, { signal }),
    staleTime: 300_000,
    enabled,
  });
  return data?.rounds[0]?.year ?? null;
}
