import type { listProposals } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const proposals = operation<typeof listProposals>("GET", "/submissions/:submissionId/proposals");

/** Asked again each minute: somebody may propose something while the page is looked at. */
export const proposalsQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ["ministries", submissionId, "proposals"],
    queryFn: ({ signal }) => call(proposals, { params: { submissionId }, signal }),
    refetchInterval: 60_000,
  });
