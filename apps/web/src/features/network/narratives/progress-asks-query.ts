import type { askForProgress, BodyInputOf, getProgressAsks, previewProgressAsk } from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const read = operation<typeof getProgressAsks>("GET", "/meetings/:meetingId/narratives/asks");
const look = operation<typeof previewProgressAsk>("POST", "/meetings/:meetingId/narratives/asks/preview");
const ask = operation<typeof askForProgress>("POST", "/meetings/:meetingId/narratives/asks", { idempotent: true });

/** Who was asked for progress. Below the meetings, so that it is read again when something is filed. */
export const progressAsksQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ["meetings", meetingId, "asks"],
    queryFn: ({ signal }) => call(read, { params: { meetingId }, signal }),
  });

export function useLookAtAsk(meetingId: string) {
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof previewProgressAsk>) => call(look, { params: { meetingId }, body }),
  });
}

export function useAskForProgress(meetingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: { readonly body: BodyInputOf<typeof askForProgress>; readonly idempotencyKey: string }) =>
      call(ask, { params: { meetingId }, ...act }),
    // Also after a refusal: the page then shows what caused it.
    onSettled: () => client.invalidateQueries({ queryKey: ["meetings", meetingId] }),
  });
}
