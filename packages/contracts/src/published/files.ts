import { languageFacts, languages } from "@avances/domain/catalogue";
import { z } from "zod";
import { contract } from "../contract.ts";
import { CountryFilter, IndicatorCodeSchema, YearText } from "../values.ts";

const signs = { ",": "comma", ";": "semicolon", ".": "point" } as const;
const spreadsheets = languages
  .map((language) => {
    const { delimiter, decimal } = languageFacts[language].spreadsheet;
    return `\`${language}\` with a ${signs[delimiter]} between and a decimal ${signs[decimal]}`;
  })
  .join(", ");

const fileQuery = {
  country: CountryFilter.optional(),
  year: YearText.describe("Only the round named after this year; its data are of the year before.").optional(),
  excel: z
    .enum(languages)
    .describe(
      `For spreadsheets, with names in every language of the portal: ${spreadsheets}; the region of the computer decides which fits.`,
    )
    .optional(),
};

/** What both files have in common. */
const csvFile = {
  method: "GET",
  action: "published.read",
  response: z.string(),
  contentType: "text/csv",
  premade: true,
  problems: ["not-found"],
} as const;

export const getDataCsv = contract({
  ...csvFile,
  operationId: "getDataCsv",
  path: "/public/data.csv",
  summary: "Long file of everything published: one line per figure, with its state",
  description:
    "Begins with a byte order mark; lines end with CR LF (RFC 4180). Columns: round_year, reference_year, country, country_en, indicator, indicator_en, measure, breakdown, breakdown_en, category, category_en, value, value_en, unit_en, currency, state, confirmed, index_value, version, edition, note_en; with `excel` also the names that end in _es. `value` is empty where nothing is shown, and `state` says why.",
  query: z.strictObject({
    indicator: IndicatorCodeSchema.describe("Only this indicator.").optional(),
    ...fileQuery,
  }),
});

export const getIndexCsv = contract({
  ...csvFile,
  operationId: "getIndexCsv",
  path: "/public/index.csv",
  summary: "The index by country, round, instrument and dimension with coverage, range and progress, not rounded",
  description:
    "Written as `data.csv` is. Columns: round_year, reference_year, country, country_en, instrument, instrument_en, dimension, dimension_en, weight, state, published, score, coverage, floor, ceiling, baseline_round_year, baseline_reference_year, comparable, progress, gap_closed, matched_share, catalogue_version, edition, note_en; with `excel` also the names that end in _es. `score` is empty where nothing is published, and `state` says why.",
  query: z.strictObject(fileQuery),
});
