import { marksOfReports } from "@avances/charts/series";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { editionOf } from "#lib/edition-of.ts";
import { whenPageReady } from "#lib/page-ready.ts";
import { type PublicIndex, progressQuery } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type ComparedWith, chosenRound } from "./compared-with.ts";
import type { HeatChoice, RegionSearch } from "./use-heat-choice.ts";

/** The comparison with a round that was chosen for all could not be loaded. */
export interface FailedComparison {
  readonly failed: NamedRound;
  readonly retry: () => void;
  /** It is being loaded once more. */
  readonly isRetrying: boolean;
}

export type Comparison = { readonly comparedWith: ComparedWith } | FailedComparison;

/**
 * What the countries are compared with. Where one round is chosen for all, it suspends until the comparison is there or has failed: a failure must
 * not take the page away, on which another comparison can be chosen.
 */
export function useComparedWith(
  index: PublicIndex,
  choice: HeatChoice | null,
  since: RegionSearch["since"],
  today: string,
): Comparison {
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/$lang/" });
  const earlier = choice && typeof choice.since !== "string" ? choice.since : null;
  const query = progressQuery(choice && earlier && [choice.round.roundYear, earlier.roundYear]);
  // Asks for nothing: it only sees what became of it.
  const watched = useQuery({ ...query, enabled: false });
  const { refetch } = watched;
  // Also while it is tried again.
  const hasFailed = earlier !== null && watched.data === undefined && watched.errorUpdateCount > 0;
  const { data } = useSuspenseQuery(hasFailed ? progressQuery(null) : query);
  useEffect(() => {
    if (!hasFailed) return undefined;
    const retry = () => void refetch();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [hasFailed, refetch]);
  const isOneEdition = editionOf(data) === editionOf(index);
  useEffect(() => {
    // One of them was read before the last publication.
    if (!isOneEdition) void client.invalidateQueries({ queryKey: ["public"] });
  }, [isOneEdition, client]);
  const isUntrue = typeof since === "number" && earlier === null;
  useEffect(() => {
    // The address says only what the page shows.
    if (!isUntrue) return undefined;
    return whenPageReady(
      () => void navigate({ search: (before) => ({ ...before, since: undefined }), replace: true, resetScroll: false }),
    );
  }, [isUntrue, navigate]);
  if (hasFailed) return { failed: earlier, retry: () => void refetch(), isRetrying: watched.isFetching };
  if ("since" in data) return { comparedWith: chosenRound(index, data, marksOfReports(index, today)) };
  return { comparedWith: choice && typeof choice.since === "string" ? choice.since : "first" };
}
