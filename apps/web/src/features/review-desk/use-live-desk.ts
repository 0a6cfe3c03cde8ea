import type { followSubmission } from "@avances/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { operation } from "#lib/api-client.ts";
import { readEvents } from "#lib/event-stream.ts";
import { followAsPerson } from "#lib/follow-as-person.ts";
import { useSession } from "#lib/session.ts";

/** What else the page fetches comes before. */
const afterPageMs = 2_000;
const live = operation<typeof followSubmission>("GET", "/submissions/:submissionId/live");

/** Reads the report and its marks again when the country or a colleague did something; without a stream it is renewed each minute. */
export function useLiveDesk(submissionId: string): void {
  const client = useQueryClient();
  const userId = useSession().person?.id ?? "";
  useEffect(() => {
    if (userId === "") return;
    let stop: () => void = () => undefined;
    const starting = setTimeout(() => {
      stop = followAsPerson(userId, {
        open: (heard, signal) =>
          readEvents(live, { params: { submissionId }, actingAs: userId, signal }, (news) => {
            heard();
            // Another version says of each mark whether it still stands.
            if (news.verdicts !== undefined || news.revision !== undefined)
              void client.invalidateQueries({ queryKey: ["verdicts", submissionId] });
            if (news.revision !== undefined || news.notes !== undefined)
              void client.invalidateQueries({ queryKey: ["submission", submissionId] });
          }),
        lost: () => undefined,
      });
    }, afterPageMs);
    return () => {
      clearTimeout(starting);
      stop();
    };
  }, [client, userId, submissionId]);
}
