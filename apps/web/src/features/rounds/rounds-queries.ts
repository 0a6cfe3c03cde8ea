import type {
  CountryStatus,
  exemptSubmission,
  extendSubmission,
  getRoundStatus,
  listCountries,
  listGroups,
  listPeople,
  listRounds,
  openRound,
  RoundStatus,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";

export type BoardData = z.output<typeof RoundStatus>;
export type Round = BoardData["round"];
export type Counts = BoardData["counts"];
export type Desk = NonNullable<CountryStatus["desk"]>;

const rounds = operation<typeof listRounds>("GET", "/rounds");
const status = operation<typeof getRoundStatus>("GET", "/rounds/:year/status");
const groups = operation<typeof listGroups>("GET", "/groups");
const countries = operation<typeof listCountries>("GET", "/countries");
const people = operation<typeof listPeople>("GET", "/people");
const open = operation<typeof openRound>("POST", "/rounds", { idempotent: true });
const extend = operation<typeof extendSubmission>("POST", "/submissions/:submissionId/extend", { idempotent: true });
const exempt = operation<typeof exemptSubmission>("POST", "/submissions/:submissionId/exempt", { idempotent: true });

export const roundsQuery = queryOptions({
  queryKey: ["rounds"],
  queryFn: ({ signal }) => call(rounds, { signal }),
});

/** The board. Read again each minute: two people of the Secretariat look at it at the same time. */
export const roundStatusQuery = (year: number) =>
  queryOptions({
    queryKey: ["round-status", year],
    queryFn: ({ signal }) => call(status, { params: { year }, signal }),
    refetchInterval: 60_000,
  });

export const groupsQuery = queryOptions({
  queryKey: ["groups"],
  queryFn: ({ signal }) => call(groups, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: ({ signal }) => call(countries, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => call(people, { signal }),
});

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
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["rounds"] }),
        client.invalidateQueries({ queryKey: ["shell", "newest-round"] }),
      ]),
  });
}

interface Act<Body> {
  readonly submissionId: string;
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
  const onSuccess = useBoardChanged();
  return useMutation({
    mutationFn: ({ submissionId, body, idempotencyKey }: Act<{ dueOn: string; reason: string }>) =>
      call(extend, { params: { submissionId }, body, idempotencyKey }),
    onSuccess,
  });
}

export function useExempt() {
  const onSuccess = useBoardChanged();
  return useMutation({
    mutationFn: ({ submissionId, body, idempotencyKey }: Act<{ reason: string }>) =>
      call(exempt, { params: { submissionId }, body, idempotencyKey }),
    onSuccess,
  });
}
