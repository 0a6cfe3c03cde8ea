import { marksOfReports } from "@avances/charts/series";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { editionOf } from "#lib/edition-of.ts";
import { type PublicIndex, progressQuery } from "#lib/published-queries.ts";
import { type ComparedWith, chosenRound } from "./compared-with.ts";
import type { HeatChoice, RegionSearch } from "./use-heat-choice.ts";

/** What the countries are compared with. Where one round is chosen for all, it suspends until the comparison is there. */
export function useComparedWith(
  index: PublicIndex,
  choice: HeatChoice | null,
  since: RegionSearch["since"],
  today: string,
): ComparedWith {
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/$lang/" });
  const earlier = choice && typeof choice.since !== "string" ? choice.since : null;
  const { data } = useSuspenseQuery(progressQuery(choice && earlier && [choice.round.roundYear, earlier.roundYear]));
  const isOneEdition = editionOf(data) === editionOf(index);
  useEffect(() => {
    // One of them was read before the last publication.
    if (!isOneEdition) void client.invalidateQueries({ queryKey: ["public"] });
  }, [isOneEdition, client]);
  const isUntrue = typeof since === "number" && earlier === null;
  useEffect(() => {
    // The address says only what the page shows.
    if (isUntrue)
      void navigate({ search: (before) => ({ ...before, since: undefined }), replace: true, resetScroll: false });
  }, [isUntrue, navigate]);
  if ("since" in data) return chosenRound(index, data, marksOfReports(index, today));
  return choice && typeof choice.since === "string" ? choice.since : "first";
}
