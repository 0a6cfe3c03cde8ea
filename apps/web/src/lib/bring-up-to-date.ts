import type { SubmissionView } from "@avances/contracts";
import type { QueryClient } from "@tanstack/react-query";
import { submissionQuery } from "./shared-queries.ts";
import { showReply } from "./show-reply.ts";

/** Puts what a reply says into the report that is cached. */
export function bringUpToDate(
  client: QueryClient,
  submissionId: string,
  change: (view: SubmissionView) => SubmissionView,
): void {
  showReply(client, submissionQuery(submissionId).queryKey, (view: SubmissionView | undefined) => view && change(view));
}
