import type { listProposals } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const proposals = operation<typeof listProposals>("GET", "/submissions/:submissionId/proposals");

/** Whatever is known of other ministries of a report: it is read anew when the live stream says that something was proposed or decided. */
export const ministriesKey = (submissionId: string) => ["ministries", submissionId] as const;

export const proposalsQuery = (submissionId: string) =>
  queryOptions({
    queryKey: [...ministriesKey(submissionId), "proposals"],
    queryFn: ({ signal }) => call(proposals, { params: { submissionId }, signal }),
  });
