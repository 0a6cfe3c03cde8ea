import type {
  BodyInputOf,
  changeScheduledReminder,
  listScheduledReminders,
  previewScheduledReminders,
  ResponseOf,
  scheduleReminders,
  withdrawScheduledReminder,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { showReply } from "#lib/show-reply.ts";

export type Reminders = ResponseOf<typeof listScheduledReminders>;
export type WaitingReminder = Reminders["waiting"][number];
export type EarlierReminder = Reminders["earlier"][number];
export type LaterPreview = ResponseOf<typeof previewScheduledReminders>;
export type LaterRequest = BodyInputOf<typeof scheduleReminders>;
export type Moment = LaterRequest["moment"];
type Change = BodyInputOf<typeof changeScheduledReminder>;

const list = operation<typeof listScheduledReminders>("GET", "/rounds/:year/scheduled-reminders");
const preview = operation<typeof previewScheduledReminders>("POST", "/rounds/:year/scheduled-reminders/preview");
const set = operation<typeof scheduleReminders>("POST", "/rounds/:year/scheduled-reminders", { idempotent: true });
const change = operation<typeof changeScheduledReminder>(
  "POST",
  "/rounds/:year/scheduled-reminders/:reminderId/change",
  {
    idempotent: true,
  },
);
const withdraw = operation<typeof withdrawScheduledReminder>(
  "POST",
  "/rounds/:year/scheduled-reminders/:reminderId/withdraw",
  { idempotent: true },
);

export const remindersQuery = (year: number) =>
  queryOptions({
    queryKey: ["scheduled", year],
    queryFn: ({ signal }) => call(list, { params: { year }, signal }),
    // A moment comes, which nobody announces before the scheduler has looked.
    refetchInterval: 60_000,
  });

/** What would be written at that moment; sets nothing. */
export function useLaterPreview(year: number) {
  return useMutation({ mutationFn: (body: LaterRequest) => call(preview, { params: { year }, body }) });
}

interface Act {
  /** A request = it is set; the id of a reminder with a change = it gets that; alone = it is withdrawn. */
  readonly what: LaterRequest | { readonly reminderId: string; readonly change?: Change };
  readonly idempotencyKey: string;
}

/** Sets reminders, or changes or withdraws one. */
export function useLater(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, idempotencyKey }: Act) => {
      if (!("reminderId" in what)) return call(set, { params: { year }, body: what, idempotencyKey });
      const params = { year, reminderId: what.reminderId };
      return what.change === undefined
        ? call(withdraw, { params, idempotencyKey })
        : call(change, { params, body: what.change, idempotencyKey });
    },
    onSuccess: (reply) => showReply(client, remindersQuery(year).queryKey, reply),
    // Also after a refusal: the page then shows what caused it.
    onSettled: () =>
      Promise.all(
        [["scheduled"], ["simulation"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
