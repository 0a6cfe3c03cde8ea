import { languages } from "@avances/domain/catalogue";
import { reportStates, unpublishedStates } from "@avances/domain/submission";
import { z } from "zod";
import { contract } from "./contract.ts";
import {
  AnswerStateSchema,
  CountryCodeSchema,
  DateOnly,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  Instant,
  InstrumentCodeSchema,
  TextInBoth,
  Year,
  YearText,
} from "./values.ts";

/** A published count: a number, or `s` = exists but hidden to protect people. Never zero, never blank. */
export const Figure = z.union([z.number(), z.literal("s")]);

export const PublishedValueSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ordinal"), level: z.int() }),
  z.object({ type: z.literal("boolean"), value: z.boolean() }),
  z.object({ type: z.literal("money"), amountMinor: z.number(), currency: z.string() }),
  z.object({ type: z.literal("date"), date: z.string() }),
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("count"),
    total: Figure,
    breakdowns: z.record(z.string(), z.record(z.string(), Figure)),
    crossTabs: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
  }),
  z.object({
    type: z.literal("ratio"),
    numerator: Figure,
    denominator: Figure,
    /** 0 to 100, unrounded; null in the state `small_base`: too few cases for a share. */
    percent: Figure.nullable(),
    breakdowns: z.record(z.string(), z.record(z.string(), Figure)),
  }),
]);

export const EditionView = z.object({
  id: z.int(),
  publishedAt: Instant,
  catalogueVersion: z.string(),
  demonstration: z.boolean(),
});

/** Score, coverage and range are one unit; there is no score without the other two. */
export const IndexResultSchema = z.object({
  applicable: z.boolean(),
  published: z.boolean(),
  /** Null = insufficient data. Unrounded. */
  score: z.number().nullable(),
  coverage: z.number(),
  range: z.object({ floor: z.number(), ceiling: z.number() }),
});
export type IndexResultView = z.output<typeof IndexResultSchema>;

/** A round by the year of its name, and the year that its data are of. Never the same, never one without the other. */
const NamedRound = z.object({ roundYear: Year, referenceYear: Year });

const PublicRound = NamedRound.extend({
  opensOn: DateOnly,
  /** The common due date; a country may have been given a later one. */
  dueOn: DateOnly,
  /** The catalogue whose weights and goalposts the round's index uses. */
  catalogueVersion: z.string(),
});

const CountryName = z.object({ iso3: CountryCodeSchema, name: TextInBoth });
/** What every chart and table of the public file stands on: as of the edition. */
const frame = {
  countries: z.array(CountryName).readonly(),
  /** Rounds that have opened, oldest first. One that is only planned is not there. */
  rounds: z.array(PublicRound).readonly(),
  /** The round that stands for the region: the latest in which at least half of the countries that owe a report have a public one. */
  mainRound: NamedRound.nullable(),
};

/** Every country and round of the frame that has no public report, with the reason; all others have one. */
const unpublished = z
  .array(z.object({ country: CountryCodeSchema, roundYear: Year, state: z.enum(unpublishedStates) }))
  .readonly();

const ArticleView = z.object({ instrument: z.string(), article: z.string(), paragraph: z.string().nullable() });

export const IndicatorSummary = z.object({
  code: IndicatorCodeSchema,
  instrument: InstrumentCodeSchema,
  dimension: DimensionCodeSchema,
  valueType: z.string(),
  scored: z.boolean(),
  name: TextInBoth,
  /** In the round that stands for the region: countries with a public report, and of them with a value. Null before any publication. */
  latest: NamedRound.extend({ reported: z.int(), published: z.int() }).nullable(),
});

export const listPublicIndicators = contract({
  operationId: "listPublicIndicators",
  method: "GET",
  path: "/public/indicators",
  summary: "All published indicators with how much is known about each",
  action: "published.read",
  response: z.object({
    edition: EditionView.nullable(),
    instruments: z.array(z.object({ code: InstrumentCodeSchema, shortName: TextInBoth })).readonly(),
    dimensions: z.array(z.object({ code: DimensionCodeSchema, name: TextInBoth, description: TextInBoth })).readonly(),
    objectives: z
      .array(
        z.object({
          code: z.string(),
          instrument: InstrumentCodeSchema,
          dimension: DimensionCodeSchema,
          name: TextInBoth,
          articles: z.array(ArticleView).readonly(),
        }),
      )
      .readonly(),
    indicators: z.array(IndicatorSummary.extend({ objective: z.string() })).readonly(),
  }),
  premade: true,
});

/** One country in one round for one indicator. A country without a public report in a round has no row (`unpublished` says why). */
export const IndicatorRow = NamedRound.extend({
  country: CountryCodeSchema,
  state: AnswerStateSchema,
  /** Declared "not applicable" that is not confirmed yet: counts as missing. */
  unconfirmed: z.boolean().optional(),
  value: PublishedValueSchema.nullable(),
  /** What the index uses in place of the hidden figures of a scored share; absent where it uses what is shown. */
  forIndex: z.object({ numerator: z.number(), denominator: z.number() }).optional(),
  /** Number of the public version when it is not the first: the report was returned before it was public, which corrects nothing. */
  version: z.int().optional(),
});

export const getPublicIndicator = contract({
  operationId: "getPublicIndicator",
  method: "GET",
  path: "/public/indicators/:indicatorCode",
  summary: "One indicator: all countries by round, suppressed, with its definition",
  action: "published.read",
  params: z.strictObject({ indicatorCode: IndicatorCodeSchema }),
  response: z.object({
    edition: EditionView.nullable(),
    indicator: z.object({
      code: IndicatorCodeSchema,
      instrument: InstrumentCodeSchema,
      dimension: DimensionCodeSchema,
      objective: TextInBoth,
      kind: TextInBoth,
      valueType: z.string(),
      unit: TextInBoth,
      direction: z.string(),
      scored: z.boolean(),
      weight: z.number(),
      name: TextInBoth,
      definition: TextInBoth,
      guidance: TextInBoth,
      articles: z.array(ArticleView).readonly(),
      sources: z.array(z.object({ author: z.string(), title: z.string(), year: z.int() })).readonly(),
      levels: z.array(z.object({ level: z.int(), label: TextInBoth })).readonly(),
      ratio: z
        .object({
          numerator: TextInBoth,
          denominator: TextInBoth,
          goalposts: z.object({ min: z.number(), max: z.number() }).nullable(),
        })
        .nullable(),
      breakdowns: z
        .array(
          z.object({
            code: z.string(),
            name: TextInBoth,
            exclusive: z.boolean(),
            categories: z.array(z.object({ code: z.string(), label: TextInBoth })).readonly(),
          }),
        )
        .readonly(),
      smallCellSuppression: z.boolean(),
    }),
    ...frame,
    unpublished,
    /** How many countries stand behind each round. */
    totals: z
      .array(
        NamedRound.extend({
          /** Owe a report: of the obligated, all but the exempt. */
          expected: z.int(),
          /** Have a public report; voluntary ones included. Each of them is in exactly one of the next five. */
          published: z.int(),
          /** With a value, hidden or on too few cases included. */
          reported: z.int(),
          notReported: z.int(),
          notAvailable: z.int(),
          notApplicable: z.int(),
          /** Of `reported`. */
          smallBase: z.int(),
          /** Of `reported`. */
          suppressed: z.int(),
          /** Have no public report, by the reason. */
          notPublished: z.int(),
          exempt: z.int(),
          notAsked: z.int(),
        }),
      )
      .readonly(),
    rows: z.array(IndicatorRow).readonly(),
  }),
  premade: true,
});

export const MatrixCell = NamedRound.extend({
  country: CountryCodeSchema,
  /** `not_published`: one is owed, none is public. `not_asked`: may report voluntarily, nothing is public. */
  state: z.enum(reportStates),
  /** Owes a report: obligated and not exempt. False = what it reports is voluntary. */
  obligated: z.boolean(),
  publishedAt: Instant.nullable(),
  version: z.int().nullable(),
  /** Of the scored indicators, 0 to 100. */
  coverage: z.number().nullable(),
});

export const getMatrix = contract({
  operationId: "getMatrix",
  method: "GET",
  path: "/public/matrix",
  summary: "Who reported when: a cell for every country and round that has opened",
  action: "published.read",
  response: z.object({
    edition: EditionView.nullable(),
    ...frame,
    cells: z.array(MatrixCell).readonly(),
  }),
  premade: true,
});

const InstrumentIndex = IndexResultSchema.extend({ dimensions: z.record(z.string(), IndexResultSchema) });

export const ProgressSinceBaseline = z.object({
  /** The round that the country is compared with, and the year of its data. */
  baselineRoundYear: Year,
  baselineReferenceYear: Year,
  comparable: z.boolean(),
  /** Points with sign, on the matched set of indicators; null when not comparable. */
  progress: z.number().nullable(),
  /** Percent of the distance to 100 that was closed; null when it does not apply. */
  gapClosed: z.number().nullable(),
  matchedWeightShare: z.number(),
});

/** An instrument's score under other choices; null where nothing is left to average. Tells how much hangs on the weights. */
export const RobustnessView = z.object({
  equalWeights: z.number().nullable(),
  geometricMean: z.number().nullable(),
  /** By dimension: the score with that dimension removed. */
  without: z.record(z.string(), z.number().nullable()),
  /** Choices under which the change since the country's round before has the opposite direction. */
  reverses: z.array(z.string()).readonly(),
});

export const IndexRow = NamedRound.extend({
  country: CountryCodeSchema,
  overall: IndexResultSchema,
  instruments: z.object({ TIP: InstrumentIndex, SOM: InstrumentIndex }),
  /** Each since its own baseline: the first round in which that result was published. Null before a second one. */
  progress: z.object({
    overall: ProgressSinceBaseline.nullable(),
    TIP: ProgressSinceBaseline.nullable(),
    SOM: ProgressSinceBaseline.nullable(),
  }),
  robustness: z.object({ TIP: RobustnessView.nullable(), SOM: RobustnessView.nullable() }),
});

export const getIndex = contract({
  operationId: "getIndex",
  method: "GET",
  path: "/public/index",
  summary: "Progress index by country, round and dimension, always with coverage and range; never a ranking",
  action: "published.read",
  response: z.object({
    edition: EditionView.nullable(),
    ...frame,
    unpublished,
    instruments: z
      .array(z.object({ code: InstrumentCodeSchema, shortName: TextInBoth, weight: z.number() }))
      .readonly(),
    dimensions: z.array(z.object({ code: DimensionCodeSchema, name: TextInBoth, weight: z.number() })).readonly(),
    rows: z.array(IndexRow).readonly(),
  }),
  premade: true,
});

export const getPublicCountry = contract({
  operationId: "getPublicCountry",
  method: "GET",
  path: "/public/countries/:iso3",
  summary: "One country: all indicators by round, and its index",
  action: "published.read",
  params: z.strictObject({ iso3: CountryCodeSchema }),
  response: z.object({
    edition: EditionView.nullable(),
    country: z.object({
      iso3: CountryCodeSchema,
      name: TextInBoth,
      capital: TextInBoth,
      treaties: z
        .array(
          z.object({ code: z.string(), name: TextInBoth, consentOn: z.string().nullable(), consentType: z.string() }),
        )
        .readonly(),
      /** The day of the treaty data; later acts are not in them. */
      treatiesAsOf: DateOnly,
    }),
    rounds: frame.rounds,
    mainRound: frame.mainRound,
    /** One for every round. */
    reporting: z.array(MatrixCell).readonly(),
    index: z.array(IndexRow).readonly(),
    indicators: z
      .array(
        z.object({
          code: IndicatorCodeSchema,
          instrument: InstrumentCodeSchema,
          dimension: DimensionCodeSchema,
          name: TextInBoth,
          valueType: z.string(),
          levels: z.array(z.object({ level: z.int(), label: TextInBoth })).readonly(),
          rows: z.array(IndicatorRow.omit({ country: true })).readonly(),
        }),
      )
      .readonly(),
  }),
  premade: true,
});

/** Rounds, not years of data. `excel`: for spreadsheets, `en` with a comma between and a decimal point, `es` with a semicolon and a decimal comma; the region of the computer decides which fits. Names in both languages. */
const fileQuery = {
  country: CountryCodeSchema.optional(),
  year: YearText.optional(),
  excel: z.enum(languages).optional(),
};

export const getDataCsv = contract({
  operationId: "getDataCsv",
  method: "GET",
  path: "/public/data.csv",
  summary:
    "Long file of everything published, a line a figure with its state; `year` is the year of the round. Columns: docs/data-files.md",
  action: "published.read",
  query: z.strictObject({ indicator: IndicatorCodeSchema.optional(), ...fileQuery }),
  response: z.string(),
  contentType: "text/csv",
  premade: true,
});

export const getIndexCsv = contract({
  operationId: "getIndexCsv",
  method: "GET",
  path: "/public/index.csv",
  summary:
    "The index by country, round, instrument and dimension with coverage, range and progress, not rounded; `year` is the year of the round",
  action: "published.read",
  query: z.strictObject(fileQuery),
  response: z.string(),
  contentType: "text/csv",
  premade: true,
});
