import type {
  chooseDigest,
  endCalendar,
  getOwnSettings,
  makeCalendar,
  OwnSettings as OwnSettingsSchema,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";
import { showReply } from "#lib/show-reply.ts";

export type OwnSettings = z.output<typeof OwnSettingsSchema>;

const settings = operation<typeof getOwnSettings>("GET", "/session/settings");
const digest = operation<typeof chooseDigest>("PUT", "/session/digest");
const make = operation<typeof makeCalendar>("POST", "/session/calendar");
const end = operation<typeof endCalendar>("DELETE", "/session/calendar");

export const ownSettingsQuery = queryOptions({
  queryKey: ["own-settings"],
  queryFn: ({ signal }) => call(settings, { signal }),
});

function useTake() {
  const client = useQueryClient();
  return (read: OwnSettings) => showReply(client, ownSettingsQuery.queryKey, read);
}

export function useChooseDigest() {
  const take = useTake();
  return useMutation({
    mutationFn: (wanted: boolean) => call(digest, { body: { wanted } }),
    onSuccess: take,
  });
}

/** Its result holds the address, which is said nowhere else. */
export function useMakeCalendar() {
  const take = useTake();
  return useMutation({ mutationFn: () => call(make, {}), onSuccess: ({ settings: read }) => take(read) });
}

export function useEndCalendar() {
  const take = useTake();
  return useMutation({ mutationFn: () => call(end, {}), onSuccess: take });
}
