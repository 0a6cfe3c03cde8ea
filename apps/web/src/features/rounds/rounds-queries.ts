import type {
  BodyInputOf,
  Contract,
  CountryStatus,
  cancelRound,
  closeRound,
  correctExtension,
  correctReturnDate,
  correctRound,
  exemptSubmission,
  extendSubmission,
  getReceivedReports,
  previewClosing,
  RoundStatus,
  reopenRound,
  showReceivedReports,
  takeBackExemption,
  takeBackExtension,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, type Operation, operation } from "#lib/api-client.ts";
import type { RowActName } from "./row-acts.ts";

export type BoardData = z.output<typeof RoundStatus>;
export type Round = BoardData["round"];
export type Desk = NonNullable<CountryStatus["desk"]>;
export type Message = NonNullable<Desk["lastAsk"]>;

const correct = operation<typeof correctRound>("POST", "/rounds/:year/correct-dates", { idempotent: true });
const cancel = operation<typeof cancelRound>("POST", "/rounds/:year/cancel", { idempotent: true });
const closingPreview = operation<typeof previewClosing>("GET", "/rounds/:year/closing");
const close = operation<typeof closeRound>("POST", "/rounds/:year/close", { idempotent: true });
const reopen = operation<typeof reopenRound>("POST", "/rounds/:year/reopen", { idempotent: true });
const received = operation<typeof getReceivedReports>("GET", "/rounds/received-reports");
const showReceived = operation<typeof showReceivedReports>("PUT", "/rounds/received-reports", { idempotent: true });
const rowOperations = {
  extend: operation<typeof extendSubmission>("POST", "/submissions/:submissionId/extend", { idempotent: true }),
  correctExtension: operation<typeof correctExtension>("POST", "/submissions/:submissionId/correct-extension", {
    idempotent: true,
  }),
  takeBackExtension: operation<typeof takeBackExtension>("POST", "/submissions/:submissionId/take-back-extension", {
    idempotent: true,
  }),
  correctReturnDate: operation<typeof correctReturnDate>("POST", "/submissions/:submissionId/correct-return-date", {
    idempotent: true,
  }),
  exempt: operation<typeof exemptSubmission>("POST", "/submissions/:submissionId/exempt", { idempotent: true }),
  takeBackExemption: operation<typeof takeBackExemption>("POST", "/submissions/:submissionId/take-back-exemption", {
    idempotent: true,
  }),
} as const satisfies Record<RowActName, Operation<Contract>>;

export interface RoundPlan {
  readonly year: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly obligatedGroup: string;
  readonly obligatedCountries: readonly string[];
  /** A second person of each country signs before it submits. */
  readonly signatureRequired: boolean;
}

interface DecidedOnRound<C extends Contract> {
  readonly body: BodyInputOf<C>;
  /** Revision of the round (or of the decision) that the page showed. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** Corrects the dates of a round. */
export function useCorrectRound(year: number) {
  const onSettled = useRoundsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnRound<typeof correctRound>) => call(correct, { params: { year }, ...act }),
    onSettled,
  });
}

/** Cancels a round. */
export function useCancelRound(year: number) {
  const onSettled = useRoundsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnRound<typeof cancelRound>) => call(cancel, { params: { year }, ...act }),
    onSettled,
  });
}

/** What closing the round now would mean. Read anew whenever somebody is about to decide. */
export const closingQuery = (year: number) =>
  queryOptions({
    queryKey: ["closing", year],
    queryFn: ({ signal }) => call(closingPreview, { params: { year }, signal }),
    staleTime: 0,
  });

/** Closes a round before the day on which it closes by itself. */
export function useCloseRound(year: number) {
  const onSettled = useRoundsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnRound<typeof closeRound>) => call(close, { params: { year }, ...act }),
    onSettled,
  });
}

/** Opens it again. */
export function useReopenRound(year: number) {
  const onSettled = useRoundsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnRound<typeof reopenRound>) => call(reopen, { params: { year }, ...act }),
    onSettled,
  });
}

/** Also after a refusal: the page then shows what caused it. */
function useRoundsChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["rounds"], ["round-status"], ["closing"], ["simulation"], ["home"], ["reviews"], ["submission"]].map(
        (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    );
}

/** Whether the public may know that a report was received; for the secretariat. */
export const receivedReportsQuery = queryOptions({
  queryKey: ["rounds", "received-reports"],
  queryFn: ({ signal }) => call(received, { signal }),
});

/** Decides it. What the public reads changes with it. */
export function useShowReceivedReports() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, ...act }: DecidedOnRound<typeof showReceivedReports>) => call(showReceived, { body, ...act }),
    onSettled: () =>
      Promise.all(
        [receivedReportsQuery.queryKey, ["public"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

interface Act {
  readonly submissionId: string;
  /** Revision of the state that the page showed. */
  readonly revision: number;
  /** The body that the act needs: with a date or without. */
  readonly body: { readonly reason: string; readonly dueOn?: string };
  readonly idempotencyKey: string;
}

/** One act of the Secretariat on a country of the board. */
export function useRowAct(name: RowActName) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ submissionId, ...act }: Act) =>
      call(rowOperations[name] as Operation<typeof extendSubmission>, {
        params: { submissionId },
        ...act,
        body: act.body as { reason: string; dueOn: string },
      }),
    // Also after a refusal: the board then shows what caused it.
    onSettled: () =>
      Promise.all(
        [["round-status"], ["simulation"], ["home"], ["reviews"], ["submission"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
