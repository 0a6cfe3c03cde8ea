import type { listMeetings, listParticipants } from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const meetings = operation<typeof listMeetings>("GET", "/meetings");
const participants = operation<typeof listParticipants>("GET", "/participants");

/** Every meeting that was entered, the latest day first. */
export const meetingsQuery = queryOptions({
  queryKey: ["meetings"],
  queryFn: ({ signal }) => call(meetings, { signal }),
});

/** Who takes part. The list comes with the portal and changes with it alone. */
export const participantsQuery = queryOptions({
  queryKey: ["participants"],
  queryFn: ({ signal }) => call(participants, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
