import type {
  getCatalogue,
  getRoundStatus,
  getSubmission,
  listCountries,
  listGroups,
  listPeople,
  listRoundActs,
  listRounds,
} from "@avances/contracts";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

// Queries that several features use are defined once, under one key, so that moving between them fetches nothing again.

const catalogue = operation<typeof getCatalogue>("GET", "/catalogue");
const countries = operation<typeof listCountries>("GET", "/countries");
const groups = operation<typeof listGroups>("GET", "/groups");
const rounds = operation<typeof listRounds>("GET", "/rounds");
const roundRecord = operation<typeof listRoundActs>("GET", "/rounds/record");
const status = operation<typeof getRoundStatus>("GET", "/rounds/:year/status");
const people = operation<typeof listPeople>("GET", "/people");
const submission = operation<typeof getSubmission>("GET", "/submissions/:submissionId");

/** The catalogue in force, as it was loaded. */
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: ({ signal }) => call(catalogue, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: ({ signal }) => call(countries, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What was done to rounds after they were opened, oldest first; for the secretariat. */
export const roundRecordQuery = queryOptions({
  queryKey: ["rounds", "record"],
  queryFn: ({ signal }) => call(roundRecord, { signal }),
});

export const groupsQuery = queryOptions({
  queryKey: ["groups"],
  queryFn: ({ signal }) => call(groups, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Newest first. */
export const roundsQuery = queryOptions({
  queryKey: ["rounds"],
  queryFn: ({ signal }) => call(rounds, { signal }),
});

/** The board. Fetched again each minute: two people of the Secretariat may look at it at the same time. */
export const roundStatusQuery = (year: number) =>
  queryOptions({
    queryKey: ["round-status", year],
    queryFn: ({ signal }) => call(status, { params: { year }, signal }),
    refetchInterval: 60_000,
  });

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => call(people, { signal }),
});

/** A report as this reader may see it. */
export const submissionQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ["submission", submissionId],
    queryFn: ({ signal }) => call(submission, { params: { submissionId }, signal }),
  });
