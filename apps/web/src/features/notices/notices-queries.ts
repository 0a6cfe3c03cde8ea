import type {
  CountryToRemind as CountryToRemindSchema,
  getOutgoingMail,
  listNotices,
  listOutgoingMail,
  MailStateSchema,
  MailSummary,
  MessagePreview,
  NoticeView,
  ResponseOf,
  resendNotices,
  retryMail,
  sendTestMail,
  simulateNotices,
} from "@avances/contracts";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";

export type Notice = z.output<typeof NoticeView>;
export type Message = z.output<typeof MessagePreview>;
export type CountryToRemind = z.output<typeof CountryToRemindSchema>;
export type Mail = z.output<typeof MailSummary>;
export type MailState = z.output<typeof MailStateSchema>;
export type ResendReply = ResponseOf<typeof resendNotices>;

const notices = operation<typeof listNotices>("GET", "/rounds/:year/notices");
const simulation = operation<typeof simulateNotices>("GET", "/rounds/:year/notices/simulation");
const resend = operation<typeof resendNotices>("POST", "/rounds/:year/notices/resend", { idempotent: true });
const mails = operation<typeof listOutgoingMail>("GET", "/outgoing-mail");
const mail = operation<typeof getOutgoingMail>("GET", "/outgoing-mail/:mailId");
const testMail = operation<typeof sendTestMail>("POST", "/outgoing-mail/test", { idempotent: true });
const retry = operation<typeof retryMail>("POST", "/outgoing-mail/:mailId/retry", { idempotent: true });

export const noticesQuery = (year: number) =>
  queryOptions({
    queryKey: ["notices", year],
    queryFn: ({ signal }) => call(notices, { params: { year }, signal }),
  });

export const simulationQuery = (year: number, until: string) =>
  queryOptions({
    queryKey: ["simulation", year, until],
    queryFn: ({ signal }) => call(simulation, { params: { year }, query: { until }, signal }),
  });

export const mailsQuery = (state: MailState | undefined) =>
  queryOptions({
    queryKey: ["mail", "list", state ?? "all"],
    queryFn: ({ signal }) => call(mails, { query: state === undefined ? {} : { state }, signal }),
    refetchInterval: 60_000,
  });

/** The same for one country, page by page: older messages are fetched on request. */
export const mailPagesQuery = (state: MailState | undefined, country: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["mail", "pages", state ?? "all", country ?? "all"],
    queryFn: ({ signal, pageParam }) =>
      call(mails, {
        query: { ...(state && { state }), ...(country && { country }), ...(pageParam && { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 60_000,
  });

export const mailQuery = (mailId: string) =>
  queryOptions({
    queryKey: ["mail", "one", mailId],
    queryFn: ({ signal }) => call(mail, { params: { mailId }, signal }),
  });

/** What the preview showed for each country. The request to send repeats it, so that nobody who was asked in the meantime is asked again unseen. */
export function seenIn(preview: ResendReply) {
  return preview.countries.map(({ country, asksWritten }) => ({ country, asksWritten }));
}

/** Countries whose reminders are held, and those that have named a day that has not passed. */
export function heldIn(
  preview: Pick<ResendReply, "countries">,
  todayIn: (country: string) => string,
): readonly string[] {
  return preview.countries
    .filter(({ country, hold, lastAnswer }) => hold !== null || (lastAnswer?.promisedOn ?? "") >= todayIn(country))
    .map(({ country }) => country);
}

export interface ResendRequest {
  readonly group?: string;
  readonly countries?: string[];
  /** Countries of the group that are left out this time. */
  readonly except?: string[];
  readonly text?: { en?: string; es?: string };
}

export interface SendRequest extends ResendRequest {
  readonly seen: ReturnType<typeof seenIn>;
  /** The versions of the words that the preview showed. */
  readonly wordings: string[];
}

/** Shows what would be sent; sends nothing. */
export function usePreview(year: number) {
  return useMutation({
    mutationFn: (request: ResendRequest) => call(resend, { params: { year }, body: { ...request, preview: true } }),
  });
}

export function useSend(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, idempotencyKey }: { act: SendRequest; idempotencyKey: string }) =>
      call(resend, { params: { year }, body: { ...act, preview: false }, idempotencyKey }),
    onSuccess: () =>
      Promise.all(
        [["notices"], ["simulation"], ["round-status"], ["mail"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export function useTestMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey }: { idempotencyKey: string }) => call(testMail, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["mail"] }),
  });
}

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ mailId, idempotencyKey }: { mailId: string; idempotencyKey: string }) =>
      call(retry, { params: { mailId }, idempotencyKey }),
    onSuccess: () =>
      Promise.all([["mail"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
