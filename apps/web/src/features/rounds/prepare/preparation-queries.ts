import type {
  changeGroup,
  dropPreparation,
  getCatalogue,
  getPreparation,
  listPreparations,
  openPreparedRound,
  PreparationView,
  prepareRound,
  ResponseOf,
  readPlannedMail,
  simulateOpening,
} from "@avances/contracts";
import type { CalendarStep, OpeningFacts } from "@avances/domain/round";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { showReply } from "#lib/show-reply.ts";

export type Preparation = PreparationView;
export type Plan = NonNullable<Preparation["plan"]>;
export type Facts = Preparation["facts"];
export type PlannedMail = ResponseOf<typeof simulateOpening>["mails"][number];

const list = operation<typeof listPreparations>("GET", "/rounds/preparations");
const read = operation<typeof getPreparation>("GET", "/rounds/preparations/:year");
const prepare = operation<typeof prepareRound>("PUT", "/rounds/preparations/:year", { idempotent: true });
const drop = operation<typeof dropPreparation>("POST", "/rounds/preparations/:year/drop", { idempotent: true });
const open = operation<typeof openPreparedRound>("POST", "/rounds/preparations/:year/open", { idempotent: true });
const mails = operation<typeof simulateOpening>("GET", "/rounds/preparations/:year/mails");
const letters = operation<typeof readPlannedMail>("GET", "/rounds/preparations/:year/mails/:country/:step");
const change = operation<typeof changeGroup>("POST", "/groups/:group/changes", { idempotent: true });
const catalogue = operation<typeof getCatalogue>("GET", "/catalogue");

export const preparationsQuery = queryOptions({
  queryKey: ["rounds", "preparations"],
  queryFn: ({ signal }) => call(list, { signal }),
});

/** Read again every few seconds: two people of the Secretariat may prepare the same round. */
export const preparationQuery = (year: number) =>
  queryOptions({
    queryKey: ["preparation", year],
    queryFn: ({ signal }) => call(read, { params: { year }, signal }),
    refetchInterval: 5_000,
  });

/** Of the preparation as it is in this revision. */
export const plannedMailsQuery = (year: number, revision: number) =>
  queryOptions({
    queryKey: ["planned-mails", year, revision],
    queryFn: ({ signal }) => call(mails, { params: { year }, signal }),
  });

export const plannedLettersQuery = (year: number, revision: number, country: string, step: CalendarStep) =>
  queryOptions({
    queryKey: ["planned-letters", year, revision, country, step],
    queryFn: ({ signal }) => call(letters, { params: { year, country, step }, signal }),
  });

/** A version of the catalogue; it never changes. */
export const versionQuery = (version: string) =>
  queryOptions({
    queryKey: ["catalogue", version],
    queryFn: ({ signal }) => call(catalogue, { query: { version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function usePrepare(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: { plan: Plan; revision: number; idempotencyKey: string }) =>
      call(prepare, {
        params: { year },
        body: act.plan,
        revision: act.revision,
        idempotencyKey: act.idempotencyKey,
      }),
    onSuccess: (reply) => {
      showReply(client, preparationQuery(year).queryKey, reply);
      void client.invalidateQueries({ queryKey: preparationsQuery.queryKey });
    },
    onError: () => client.invalidateQueries({ queryKey: preparationQuery(year).queryKey }),
  });
}

interface Deciding {
  readonly revision: number;
  readonly idempotencyKey: string;
}

export function useDrop(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Deciding) => call(drop, { params: { year }, ...act }),
    onSettled: () => renew(client, year),
  });
}

export function useOpenPrepared(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Deciding) => call(open, { params: { year }, ...act }),
    onSettled: () => renew(client, year),
  });
}

function renew(client: ReturnType<typeof useQueryClient>, year: number) {
  return Promise.all([["rounds"], ["preparation", year]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useChangeGroup(group: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      body,
      idempotencyKey,
    }: {
      body: { country: string; joins: boolean; from: string; reason: string };
      idempotencyKey: string;
    }) => call(change, { params: { group }, body, idempotencyKey }),
    onSettled: () => client.invalidateQueries({ queryKey: ["preparation"] }),
  });
}

/** The facts as the rule of the domain reads them. */
export function factsOf({ countries, region, ...facts }: Facts): OpeningFacts {
  return {
    ...facts,
    countries: countries.map(({ country, daysOff, people }) => ({
      country,
      daysOff: new Set(daysOff),
      holders: people.map(({ audience }) => audience),
    })),
    regionalHolders: region.map(({ audience }) => audience),
  };
}
