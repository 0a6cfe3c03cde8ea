import type { SubmissionView } from "@avances/contracts";
import type { QueryClient } from "@tanstack/react-query";
import { submissionQuery } from "./shared-queries.ts";

/** Puts what a reply says into the report that is cached. A read under way may be older than the reply, so it starts again. */
export function bringUpToDate(
  client: QueryClient,
  submissionId: string,
  change: (view: SubmissionView) => SubmissionView,
): void {
  const { queryKey } = submissionQuery(submissionId);
  client.setQueryData(queryKey, (view) => view && change(view));
  if (client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
}
