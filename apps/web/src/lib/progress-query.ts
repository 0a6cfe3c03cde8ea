import type { getProgressOfMeeting } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

const ofMeeting = operation<typeof getProgressOfMeeting>("GET", "/meetings/:meetingId/narratives");

/** Who shared its progress for a meeting. Below the meetings, so that both are read again together. */
export const progressQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ["meetings", meetingId, "narratives"],
    queryFn: ({ signal }) => call(ofMeeting, { params: { meetingId }, signal }),
  });
