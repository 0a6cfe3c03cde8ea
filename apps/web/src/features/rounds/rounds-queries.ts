import type { CountryStatus, exemptSubmission, extendSubmission, openRound, RoundStatus } from "@avances/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";

export type BoardData = z.output<typeof RoundStatus>;
export type Round = BoardData["round"];
export type Counts = BoardData["counts"];
export type Desk = NonNullable<CountryStatus["desk"]>;

const open = operation<typeof openRound>("POST", "/rounds", { idempotent: true });
const extend = operation<typeof extendSubmission>("POST", "/submissions/:submissionId/extend", { idempotent: true });
const exempt = operation<typeof exemptSubmission>("POST", "/submissions/:submissionId/exempt", { idempotent: true });

export interface RoundPlan {
  readonly year: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly obligatedGroup: string;
  readonly obligatedCountries: string[];
}

export function useOpenRound() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, idempotencyKey }: { plan: RoundPlan; idempotencyKey: string }) =>
      call(open, { body: plan, idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["rounds"] }),
  });
}

interface Act<Body> {
  readonly submissionId: string;
  /** Revision of the state that was on the page. */
  readonly revision: number;
  readonly body: Body;
  readonly idempotencyKey: string;
}

function useBoardChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [["round-status"], ["simulation"], ["home"], ["reviews"], ["submission"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useExtend() {
  const onSettled = useBoardChanged();
  return useMutation({
    mutationFn: ({ submissionId, ...act }: Act<{ dueOn: string; reason: string }>) =>
      call(extend, { params: { submissionId }, ...act }),
    onSettled,
  });
}

export function useExempt() {
  const onSettled = useBoardChanged();
  return useMutation({
    mutationFn: ({ submissionId, ...act }: Act<{ reason: string }>) =>
      call(exempt, { params: { submissionId }, ...act }),
    onSettled,
  });
}
