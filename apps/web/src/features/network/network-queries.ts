import type {
  BodyInputOf,
  Contract,
  cancelMeeting,
  correctMeeting,
  getMeeting,
  getMeetingEntry,
  holdMeeting,
  MeetingView,
  planMeeting,
  recordAttendance,
  saveAgenda,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Language } from "#i18n/language.ts";
import { call, callForFile, type Operation, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";

const meeting = operation<typeof getMeeting>("GET", "/meetings/:meetingId");
const plan = operation<typeof planMeeting>("POST", "/meetings", { idempotent: true });
const acts = {
  correct: operation<typeof correctMeeting>("POST", "/meetings/:meetingId/correct", { idempotent: true }),
  cancel: operation<typeof cancelMeeting>("POST", "/meetings/:meetingId/cancel", { idempotent: true }),
  hold: operation<typeof holdMeeting>("POST", "/meetings/:meetingId/hold", { idempotent: true }),
  agenda: operation<typeof saveAgenda>("PUT", "/meetings/:meetingId/agenda", { idempotent: true }),
  attendance: operation<typeof recordAttendance>("PUT", "/meetings/:meetingId/attendance", { idempotent: true }),
};

export const meetingQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ["meetings", meetingId],
    queryFn: ({ signal }) => call(meeting, { params: { meetingId }, signal }),
  });

const entry = operation<typeof getMeetingEntry>("GET", "/meetings/:meetingId/meeting.ics");

/** The meeting as a file for the reader's calendar program. */
export function useMeetingEntry(meetingId: string, language: Language) {
  return useMutation({
    mutationFn: () => callForFile(entry, { params: { meetingId }, query: { language } }),
    onSuccess: keepFile,
  });
}

/** Also after a refusal: the page then shows what caused it. */
function useMeetingsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["meetings"] });
}

export function usePlanMeeting() {
  const onSettled = useMeetingsChanged();
  return useMutation({
    mutationFn: (act: { readonly body: BodyInputOf<typeof planMeeting>; readonly idempotencyKey: string }) =>
      call(plan, act),
    onSettled,
  });
}

interface Bodies {
  readonly correct: BodyInputOf<typeof correctMeeting>;
  readonly cancel: BodyInputOf<typeof cancelMeeting>;
  readonly hold: undefined;
  readonly agenda: BodyInputOf<typeof saveAgenda>;
  readonly attendance: BodyInputOf<typeof recordAttendance>;
}
export type MeetingActName = keyof Bodies;

export interface DecidedOnMeeting<Name extends MeetingActName> {
  readonly body: Bodies[Name];
  /** Revision of the meeting that the page showed. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** An act of the Secretariat on one meeting. */
export function useMeetingAct<Name extends MeetingActName>(meetingId: string, name: Name) {
  const onSettled = useMeetingsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnMeeting<Name>): Promise<MeetingView> =>
      call(acts[name] as Operation<Contract>, { params: { meetingId }, ...act } as never) as Promise<MeetingView>,
    onSettled,
  });
}
