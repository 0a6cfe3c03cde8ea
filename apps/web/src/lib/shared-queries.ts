import type {
  getCatalogue,
  getRoundStatus,
  getSubmission,
  getWorkingCatalogue,
  listCountries,
  listGroups,
  listPeople,
  listRoundActs,
  listRounds,
} from "@avances/contracts";
import { type Catalogue, type Language, readWorkingCatalogue, type WorkingCatalogue } from "@avances/domain/catalogue";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

// Queries that several features use are defined once, under one key, so that moving between them fetches nothing again.

const catalogue = operation<typeof getCatalogue>("GET", "/catalogue");
const working = operation<typeof getWorkingCatalogue>("GET", "/catalogue/working/:lang");
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

/** By what was read, so that everybody on the page has the same object. */
const made = new WeakMap<WorkingCatalogue, Catalogue>();

function toWorkWith(read: WorkingCatalogue): Catalogue {
  const catalogue = made.get(read) ?? readWorkingCatalogue(read);
  made.set(read, catalogue);
  return catalogue;
}

/**
 * What a report is made and judged with, for a page in this language: of the whole catalogue where the page has read it, else a part that is half of it
 * and there sooner over a slow line. The part's copy without network is that of the whole (`copies.ts`).
 */
export function workingCatalogueQuery(client: QueryClient, lang: Language) {
  const hasWhole = client.getQueryData(catalogueQuery.queryKey) !== undefined;
  return queryOptions({
    queryKey: hasWhole ? catalogueQuery.queryKey : ["working-catalogue", lang],
    queryFn: ({ signal }): Promise<WorkingCatalogue> =>
      hasWhole ? call(catalogue, { signal }) : call(working, { params: { lang }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    select: toWorkWith,
  });
}

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
