import type { getReport, ReportView } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, call, operation } from "#lib/api-client.ts";

const report = operation<typeof getReport>("GET", "/meetings/:meetingId/report");

/** The report of a meeting as this person reads it; null = there is none for them. */
export const reportQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ["report", meetingId],
    queryFn: ({ signal }): Promise<ReportView | null> =>
      call(report, { params: { meetingId }, signal }).catch((error) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
  });
