import type { followRound } from "@avances/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { operation } from "#lib/api-client.ts";
import { readEvents } from "#lib/event-stream.ts";
import { followAsPerson } from "#lib/follow-as-person.ts";

/** What else the page fetches comes before. */
const afterPageMs = 2_000;
const live = operation<typeof followRound>("GET", "/rounds/:year/live");
/** What this page reads that others change. */
const followed = [["waiting-steps"], ["notices"], ["simulation"], ["holds"], ["step-settings"], ["scheduled"]];

/** Reads what is shown again when others change something in the round, or a message goes out. */
export function useLiveRound(userId: string | undefined, year: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (userId === undefined) return;
    let stop: () => void = () => undefined;
    const begin = () => {
      stop = followAsPerson(userId, {
        open: (heard, signal) =>
          readEvents(live, { params: { year }, actingAs: userId, signal }, () => {
            heard();
            for (const queryKey of followed) void client.invalidateQueries({ queryKey });
          }),
        lost: () => undefined,
      });
    };
    const starting = setTimeout(begin, afterPageMs);
    return () => {
      clearTimeout(starting);
      stop();
    };
  }, [client, userId, year]);
}
