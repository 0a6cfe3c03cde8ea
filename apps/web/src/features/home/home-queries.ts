import type {
  getCatalogue,
  getRoundStatus,
  getSubmission,
  listCountries,
  listRounds,
  listSubmissions,
} from "@avances/contracts";
import type { Catalogue } from "@avances/domain/catalogue";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const submissions = operation<typeof listSubmissions>("GET", "/submissions");
const submission = operation<typeof getSubmission>("GET", "/submissions/:submissionId");
const catalogue = operation<typeof getCatalogue>("GET", "/catalogue");
const countries = operation<typeof listCountries>("GET", "/countries");
const rounds = operation<typeof listRounds>("GET", "/rounds");
const status = operation<typeof getRoundStatus>("GET", "/rounds/:year/status");

/** Reports of the own country, newest round first. */
export const ownReportsQuery = queryOptions({
  queryKey: ["home", "submissions"],
  queryFn: ({ signal }) => call(submissions, { signal }),
});

/** The same entry as the form reads, so that going there costs no second request. */
export const ownReportQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ["submission", submissionId],
    queryFn: ({ signal }) => call(submission, { params: { submissionId }, signal }),
    staleTime: 15_000,
  });

export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: async ({ signal }) => (await call(catalogue, { signal })) as unknown as Catalogue,
  staleTime: Number.POSITIVE_INFINITY,
});

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: ({ signal }) => call(countries, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const roundsQuery = queryOptions({
  queryKey: ["rounds"],
  queryFn: ({ signal }) => call(rounds, { signal }),
});

export const roundStatusQuery = (year: number) =>
  queryOptions({
    queryKey: ["home", "round-status", year],
    queryFn: ({ signal }) => call(status, { params: { year: year as never }, signal }),
  });
