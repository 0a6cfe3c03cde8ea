import type { getTimeline } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const timeline = operation<typeof getTimeline>("GET", "/network/timeline");

/** Below the meetings: read again when one of them is changed. */
export const timelineQuery = queryOptions({
  queryKey: ["meetings", "timeline"],
  queryFn: ({ signal }) => call(timeline, { signal }),
});
