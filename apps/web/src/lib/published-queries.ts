import type {
  getIndex,
  getMatrix,
  getProgressSince,
  getPublicCountry,
  getPublicIndicator,
  getPublicVoices,
  listPublicIndicators,
  ParamsOf,
  ResponseOf,
} from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import { queryOptions } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";

export type PublicMatrix = ResponseOf<typeof getMatrix>;
export type PublicIndex = ResponseOf<typeof getIndex>;
export type PublicProgress = ResponseOf<typeof getProgressSince>;
export type PublicIndicatorList = ResponseOf<typeof listPublicIndicators>;
export type PublicIndicator = ResponseOf<typeof getPublicIndicator>;
export type PublicCountry = ResponseOf<typeof getPublicCountry>;
export type IndexRowView = PublicIndex["rows"][number];
/** The progress of every result of a report since one earlier round. */
export type ProgressView = IndexRowView["progress"];
export type IndicatorRowView = Omit<PublicIndicator["rows"][number], "country">;

export type PublicVoices = ResponseOf<typeof getPublicVoices>;
type VoicePlace = ParamsOf<typeof getPublicVoices>["about"];

const matrix = operation<typeof getMatrix>("GET", "/public/matrix");
const index = operation<typeof getIndex>("GET", "/public/index");
const progress = operation<typeof getProgressSince>("GET", "/public/progress/:roundYear/since/:earlierRoundYear");
const indicators = operation<typeof listPublicIndicators>("GET", "/public/indicators");
const indicator = operation<typeof getPublicIndicator>("GET", "/public/indicators/:indicatorCode");
const country = operation<typeof getPublicCountry>("GET", "/public/countries/:iso3");

const voices = operation<typeof getPublicVoices>("GET", "/public/voices/:about/:code");

/** Queries of the public file. It changes only when an edition is published, so moving between pages fetches nothing again. */
const published = { staleTime: 30_000 };

export const matrixQuery = queryOptions({
  queryKey: ["public", "matrix"],
  ...published,
  queryFn: ({ signal }) => call(matrix, { signal }),
});

export const indexQuery = queryOptions({
  queryKey: ["public", "index"],
  ...published,
  queryFn: ({ signal }) => call(index, { signal }),
});

/**
 * How the countries in a round stand against an earlier one. Without a pair of rounds it is the index, which every page with a comparison reads anyway: a
 * hook that reads it cannot be left out.
 */
export const progressQuery = (pair: readonly [roundYear: number, earlierRoundYear: number] | null) =>
  queryOptions<PublicProgress | PublicIndex, Error, PublicProgress | PublicIndex, string[]>({
    queryKey: pair ? ["public", "progress", String(pair[0]), "since", String(pair[1])] : indexQuery.queryKey,
    ...published,
    queryFn: ({ signal }) =>
      pair
        ? call(progress, { params: { roundYear: pair[0], earlierRoundYear: pair[1] }, signal })
        : call(index, { signal }),
  });

export const indicatorListQuery = queryOptions({
  queryKey: ["public", "indicators"],
  ...published,
  queryFn: ({ signal }) => call(indicators, { signal }),
});

export const indicatorQuery = (indicatorCode: string) =>
  queryOptions({
    queryKey: ["public", "indicators", indicatorCode],
    ...published,
    queryFn: ({ signal }) => call(indicator, { params: { indicatorCode }, signal }),
  });

export const countryQuery = (iso3: string) =>
  queryOptions({
    queryKey: ["public", "countries", iso3],
    ...published,
    queryFn: ({ signal }) => call(country, { params: { iso3 }, signal }),
  });

/** What others say beside the figures of one thing, and what States answer. */
export const voicesQuery = (about: VoicePlace, code: string) =>
  queryOptions({
    queryKey: ["public", "voices", about, code],
    ...published,
    queryFn: ({ signal }) => call(voices, { params: { about, code }, signal }),
  });

/** One of the two public files: whole, of one country or (figures only) of one indicator. */
export type PublicFile =
  | { readonly name: "data"; readonly country?: string; readonly indicator?: string }
  | { readonly name: "index"; readonly country?: string };

/** The file's address: in its plain form, or in one for spreadsheets: `en` with a decimal point, `es` with a decimal comma. */
export function fileAddress({ name, ...filter }: PublicFile, excel?: Language): string {
  const search = new URLSearchParams({ ...filter, ...(excel && { excel }) });
  return `/api/v1/public/${name}.csv${search.size > 0 ? `?${search}` : ""}`;
}
