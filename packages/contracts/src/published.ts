import { directions, languageFacts, languages } from "@avances/domain/catalogue";
import type { IndexResult } from "@avances/domain/progress-index";
import { reportStates, unpublishedStates } from "@avances/domain/submission";
import type { PublishedFigure, PublishedValue } from "@avances/domain/suppression";
import { z } from "zod";
import { contract } from "./contract.ts";
import type { Held, Same } from "./same.ts";
import {
  AnswerStateSchema,
  CatalogueVersion,
  CountryCodeSchema,
  CountryFilter,
  DateOnly,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  Instant,
  InstrumentCodeSchema,
  TextInLanguages,
  ValueTypeSchema,
  Year,
  YearText,
} from "./values.ts";

export const Figure = z.union([z.number(), z.literal("s")]).meta({
  id: "Figure",
  description: "A published count: a number, or `s` = exists but hidden to protect people. Never zero, never blank.",
});

const PublishedBreakdowns = z.record(z.string(), z.record(z.string(), Figure)).meta({
  id: "PublishedBreakdowns",
  description: "Figures by code list and category of the catalogue.",
  examples: [{ sex: { female: 70, male: "s" } }],
});

export const PublishedValueSchema = z
  .discriminatedUnion("type", [
    z
      .object({ type: z.literal("ordinal"), level: z.int() })
      .meta({ id: "PublishedOrdinal", description: "A level on the indicator's scale." }),
    z
      .object({ type: z.literal("boolean"), value: z.boolean() })
      .meta({ id: "PublishedBoolean", description: "Yes or no." }),
    z
      .object({
        type: z.literal("money"),
        amountMinor: z.number().describe("In the smallest unit of the currency: 12.50 USD are 1250."),
        currency: z.string().meta({ description: "ISO 4217.", examples: ["USD"] }),
      })
      .meta({ id: "PublishedMoney", description: "An amount in one currency." }),
    z
      .object({ type: z.literal("date"), date: z.string().meta({ examples: ["2027-04-30"] }) })
      .meta({ id: "PublishedDate", description: "A day." }),
    z
      .object({ type: z.literal("text"), text: z.string() })
      .meta({ id: "PublishedText", description: "Words of the country." }),
    z
      .object({
        type: z.literal("count"),
        total: Figure,
        breakdowns: PublishedBreakdowns,
        crossTabs: z
          .record(z.string(), z.record(z.string(), z.record(z.string(), z.number())))
          .describe("By two code lists at once, joined by `×`; there only where nothing in the table is hidden."),
      })
      .meta({ id: "PublishedCount", description: "A count, and the same by code list and category." }),
    z
      .object({
        type: z.literal("ratio"),
        numerator: Figure,
        denominator: Figure,
        percent: Figure.nullable().describe(
          "0 to 100, unrounded; null in the state `small_base`: too few cases for a share.",
        ),
        breakdowns: PublishedBreakdowns,
      })
      .meta({
        id: "PublishedRatio",
        description: "A share with the counts that it is made of; the breakdowns are of the numerator.",
      }),
  ])
  .meta({ id: "PublishedValue", description: "The value of an answer as the public sees it, by its type." });

export const EditionView = z
  .object({
    id: z.int().describe("Rises with every publication."),
    publishedAt: Instant,
    catalogueVersion: CatalogueVersion.describe("The catalogue whose words and weights the answer has."),
    demonstration: z.boolean().describe("True where the figures are invented."),
  })
  .meta({
    id: "Edition",
    description:
      "One state of the whole public file. An answer names the edition in which the figures or states that it shows last changed.",
  });

export const IndexResultSchema = z
  .object({
    applicable: z.boolean().describe("False where every indicator of it does not apply to the country."),
    published: z.boolean().describe("False where too little was reported for a score; then `score` is null."),
    score: z.number().nullable().describe("Null = insufficient data. Unrounded."),
    coverage: z.number().describe("Share of the weights that stands on answers, 0 to 1."),
    range: z
      .object({ floor: z.number(), ceiling: z.number() })
      .describe("The score if everything that is missing were worst, and if it were best."),
  })
  .meta({
    id: "IndexResult",
    description: "Score, coverage and range are one unit; there is no score without the other two.",
  });
export type IndexResultView = z.output<typeof IndexResultSchema>;

const NamedRound = z.object({ roundYear: Year, referenceYear: Year }).meta({
  id: "NamedRound",
  description:
    "A round by the year of its name, and the year that its data are of. Never the same, never one without the other.",
});

const PublicRound = NamedRound.extend({
  opensOn: DateOnly,
  dueOn: DateOnly.describe("The common due date; a country may have been given a later one."),
  catalogueVersion: CatalogueVersion.describe("The catalogue whose weights and goalposts the round's index uses."),
}).meta({ id: "PublicRound", description: "A round that has opened." });

const CountryName = z
  .object({ iso3: CountryCodeSchema, name: TextInLanguages })
  .meta({ id: "CountryName", description: "A member of the Conference." });
/** What every chart and table of the public file stands on: as of the edition. */
const frame = {
  countries: z.array(CountryName).readonly(),
  rounds: z
    .array(PublicRound)
    .readonly()
    .describe("Rounds that have opened, oldest first. One that is only planned is not there."),
  mainRound: NamedRound.nullable().describe(
    "The round that stands for the region: the latest in which at least half of the countries that owe a report have a public one.",
  ),
};

const unpublished = z
  .array(
    z
      .object({ country: CountryCodeSchema, roundYear: Year, state: z.enum(unpublishedStates) })
      .meta({ id: "Unpublished", description: "A country without a public report in a round, and why." }),
  )
  .readonly()
  .describe("Every country and round that has no public report, with the reason; all others have one.");

const ArticleView = z.object({ instrument: z.string(), article: z.string(), paragraph: z.string().nullable() }).meta({
  id: "Article",
  description: "An article of the Protocols or of the Convention (UNTOC) that an indicator follows up.",
});

export const IndicatorSummary = z
  .object({
    code: IndicatorCodeSchema,
    instrument: InstrumentCodeSchema,
    dimension: DimensionCodeSchema,
    valueType: ValueTypeSchema,
    scored: z.boolean(),
    name: TextInLanguages,
    latest: NamedRound.extend({ reported: z.int(), published: z.int() })
      .nullable()
      .describe(
        "In the round that stands for the region: countries with a public report, and of them with a value. Null before any publication.",
      ),
  })
  .meta({ id: "IndicatorSummary", description: "A published indicator, and how much is known about it." });

export const listPublicIndicators = contract({
  operationId: "listPublicIndicators",
  method: "GET",
  path: "/public/indicators",
  summary: "All published indicators with how much is known about each",
  action: "published.read",
  response: z
    .object({
      edition: EditionView.nullable(),
      instruments: z.array(z.object({ code: InstrumentCodeSchema, shortName: TextInLanguages })).readonly(),
      dimensions: z
        .array(z.object({ code: DimensionCodeSchema, name: TextInLanguages, description: TextInLanguages }))
        .readonly(),
      objectives: z
        .array(
          z.object({
            code: z.string(),
            instrument: InstrumentCodeSchema,
            dimension: DimensionCodeSchema,
            name: TextInLanguages,
            articles: z.array(ArticleView).readonly(),
          }),
        )
        .readonly(),
      indicators: z.array(IndicatorSummary.extend({ objective: z.string() })).readonly(),
    })
    .meta({ id: "IndicatorList", description: "All published indicators with their objectives." }),
  premade: true,
});

export const IndicatorRow = NamedRound.extend({
  country: CountryCodeSchema,
  state: AnswerStateSchema,
  unconfirmed: z
    .boolean()
    .optional()
    .describe('Declared "not applicable" that is not confirmed yet: counts as missing.'),
  value: PublishedValueSchema.nullable(),
  forIndex: z
    .object({ numerator: z.number(), denominator: z.number() })
    .optional()
    .describe(
      "What the index uses in place of the hidden figures of a scored share; absent where it uses what is shown.",
    ),
  version: z
    .int()
    .optional()
    .describe(
      "Number of the public version when it is not the first: the report was returned before it was public, which corrects nothing.",
    ),
}).meta({
  id: "IndicatorRow",
  description:
    "One country in one round for one indicator. A country without a public report in a round has no row (`unpublished` says why).",
});

export const getPublicIndicator = contract({
  operationId: "getPublicIndicator",
  method: "GET",
  path: "/public/indicators/:indicatorCode",
  summary: "One indicator: all countries by round, suppressed, with its definition",
  action: "published.read",
  params: z.strictObject({ indicatorCode: IndicatorCodeSchema.describe("One of `GET /public/indicators`.") }),
  response: z
    .object({
      edition: EditionView.nullable(),
      indicator: z
        .object({
          code: IndicatorCodeSchema,
          instrument: InstrumentCodeSchema,
          dimension: DimensionCodeSchema,
          objective: TextInLanguages,
          kind: TextInLanguages,
          valueType: ValueTypeSchema,
          unit: TextInLanguages,
          direction: z.enum(directions),
          scored: z.boolean(),
          weight: z.number(),
          name: TextInLanguages,
          definition: TextInLanguages,
          guidance: TextInLanguages,
          articles: z.array(ArticleView).readonly(),
          sources: z.array(z.object({ author: z.string(), title: z.string(), year: z.int() })).readonly(),
          levels: z.array(z.object({ level: z.int(), label: TextInLanguages })).readonly(),
          ratio: z
            .object({
              numerator: TextInLanguages,
              denominator: TextInLanguages,
              goalposts: z.object({ min: z.number(), max: z.number() }).nullable(),
            })
            .nullable(),
          breakdowns: z
            .array(
              z.object({
                code: z.string(),
                name: TextInLanguages,
                exclusive: z.boolean(),
                categories: z.array(z.object({ code: z.string(), label: TextInLanguages })).readonly(),
              }),
            )
            .readonly(),
          smallCellSuppression: z.boolean(),
        })
        .meta({
          id: "Indicator",
          description: "A published indicator with its definition, as it stands in the catalogue.",
        }),
      ...frame,
      unpublished,
      totals: z
        .array(
          NamedRound.extend({
            expected: z.int().describe("Owe a report: of the obligated, all but the exempt."),
            published: z
              .int()
              .describe(
                "Have a public report; voluntary ones included. Each of them is in exactly one of the next five.",
              ),
            reported: z.int().describe("With a value, hidden or on too few cases included."),
            notReported: z.int(),
            notAvailable: z.int(),
            notApplicable: z.int(),
            smallBase: z.int().describe("Of `reported`."),
            suppressed: z.int().describe("Of `reported`."),
            notPublished: z.int().describe("Have no public report, by the reason."),
            exempt: z.int(),
            notAsked: z.int(),
          }),
        )
        .readonly()
        .describe("How many countries stand behind each round."),
      rows: z.array(IndicatorRow).readonly(),
    })
    .meta({
      id: "IndicatorFile",
      description: "One indicator with its definition, and what every country reported in every round.",
    }),
  premade: true,
});

export const MatrixCell = NamedRound.extend({
  country: CountryCodeSchema,
  state: z
    .enum(reportStates)
    .describe("`not_published`: one is owed, none is public. `not_asked`: may report voluntarily, nothing is public."),
  obligated: z.boolean().describe("Owes a report: obligated and not exempt. False = what it reports is voluntary."),
  publishedAt: Instant.nullable(),
  version: z.int().nullable(),
  coverage: z.number().nullable().describe("Of the scored indicators, 0 to 100."),
}).meta({ id: "MatrixCell", description: "How one country stands in one round." });

export const getMatrix = contract({
  operationId: "getMatrix",
  method: "GET",
  path: "/public/matrix",
  summary: "Who reported when: a cell for every country and round that has opened",
  action: "published.read",
  response: z
    .object({
      edition: EditionView.nullable(),
      ...frame,
      cells: z.array(MatrixCell).readonly(),
    })
    .meta({ id: "ReportingMatrix", description: "Who reported when." }),
  premade: true,
});

const InstrumentIndex = IndexResultSchema.extend({ dimensions: z.record(z.string(), IndexResultSchema) }).meta({
  id: "InstrumentIndex",
  description: "The index of one Protocol, whole and by dimension.",
});

export const ProgressSinceBaseline = z
  .object({
    baselineRoundYear: Year.describe("The round that the country is compared with, and the year of its data."),
    baselineReferenceYear: Year,
    comparable: z.boolean(),
    progress: z
      .number()
      .nullable()
      .describe("Points with sign, on the matched set of indicators; null when not comparable."),
    gapClosed: z
      .number()
      .nullable()
      .describe("Percent of the distance to 100 that was closed; null when it does not apply."),
    matchedWeightShare: z.number(),
  })
  .meta({
    id: "ProgressSinceBaseline",
    description: "What changed since the first round in which this result was published.",
  });

export const RobustnessView = z
  .object({
    equalWeights: z.number().nullable(),
    geometricMean: z.number().nullable(),
    without: z
      .record(z.string(), z.number().nullable())
      .describe("By dimension: the score with that dimension removed."),
    reverses: z
      .array(z.string())
      .readonly()
      .describe("Choices under which the change since the country's round before has the opposite direction."),
  })
  .meta({
    id: "Robustness",
    description:
      "An instrument's score under other choices; null where nothing is left to average. Tells how much hangs on the weights.",
  });

export const IndexRow = NamedRound.extend({
  country: CountryCodeSchema,
  overall: IndexResultSchema,
  instruments: z.object({ TIP: InstrumentIndex, SOM: InstrumentIndex }),
  progress: z
    .object({
      overall: ProgressSinceBaseline.nullable(),
      TIP: ProgressSinceBaseline.nullable(),
      SOM: ProgressSinceBaseline.nullable(),
    })
    .describe(
      "Each since its own baseline: the first round in which that result was published. Null before a second one.",
    ),
  robustness: z.object({ TIP: RobustnessView.nullable(), SOM: RobustnessView.nullable() }),
}).meta({ id: "IndexRow", description: "The index of one country in one round." });

export const getIndex = contract({
  operationId: "getIndex",
  method: "GET",
  path: "/public/index",
  summary: "Progress index by country, round and dimension, always with coverage and range; never a ranking",
  action: "published.read",
  response: z
    .object({
      edition: EditionView.nullable(),
      ...frame,
      unpublished,
      instruments: z
        .array(z.object({ code: InstrumentCodeSchema, shortName: TextInLanguages, weight: z.number() }))
        .readonly(),
      dimensions: z
        .array(z.object({ code: DimensionCodeSchema, name: TextInLanguages, weight: z.number() }))
        .readonly(),
      rows: z.array(IndexRow).readonly(),
    })
    .meta({ id: "ProgressIndex", description: "The progress index of every country and round." }),
  premade: true,
});

const IndicatorOfCountry = IndicatorRow.omit({ country: true }).meta({
  id: "IndicatorOfCountry",
  description: "One indicator of a country in one round.",
});

const PublicCountry = z
  .object({
    edition: EditionView.nullable(),
    country: z.object({
      iso3: CountryCodeSchema,
      name: TextInLanguages,
      capital: TextInLanguages,
      treaties: z
        .array(
          z.object({
            code: z.string(),
            name: TextInLanguages,
            consentOn: z.string().nullable(),
            consentType: z.string(),
          }),
        )
        .readonly(),
      treatiesAsOf: DateOnly.describe("The day of the treaty data; later acts are not in them."),
    }),
    rounds: frame.rounds,
    mainRound: frame.mainRound,
    reporting: z.array(MatrixCell).readonly().describe("One for every round."),
    index: z.array(IndexRow).readonly(),
    indicators: z
      .array(
        z.object({
          code: IndicatorCodeSchema,
          instrument: InstrumentCodeSchema,
          dimension: DimensionCodeSchema,
          name: TextInLanguages,
          valueType: ValueTypeSchema,
          levels: z.array(z.object({ level: z.int(), label: TextInLanguages })).readonly(),
          rows: z.array(IndicatorOfCountry).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "PublicCountry", description: "Everything that is public of one country, by round." });

export const getPublicCountry = contract({
  operationId: "getPublicCountry",
  method: "GET",
  path: "/public/countries/:iso3",
  summary: "One country: all indicators by round, and its index",
  action: "published.read",
  params: z.strictObject({ iso3: CountryCodeSchema.describe("One of `GET /countries`.") }),
  response: PublicCountry,
  premade: true,
});

const signs = { ",": "comma", ";": "semicolon", ".": "point" } as const;
const spreadsheets = languages
  .map((language) => {
    const { delimiter, decimal } = languageFacts[language].spreadsheet;
    return `\`${language}\` with a ${signs[delimiter]} between and a decimal ${signs[decimal]}`;
  })
  .join(", ");

const fileQuery = {
  country: CountryFilter.optional(),
  year: YearText.describe("Only of the round that this year names; its data are of the year before.").optional(),
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
  summary: "Long file of everything published, a line a figure with its state",
  description:
    "Begins with a byte order mark; lines end with CR LF (RFC 4180). Columns: round_year, reference_year, country, country_en, indicator, indicator_en, measure, breakdown, breakdown_en, category, category_en, value, value_en, unit_en, currency, state, confirmed, index_value, version, edition, note_en; with `excel` also the names that end in _es. `value` is empty where nothing is shown, and `state` says why.",
  query: z.strictObject({
    indicator: IndicatorCodeSchema.describe("Only of this indicator.").optional(),
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

/** In the domain there is no score where none is published; what travels says so by null. */
type Told<Result> = {
  [K in keyof Extract<Result, { published: true }>]:
    | Extract<Result, { published: true }>[K]
    | (K extends keyof Result ? Result[K] : null);
};

type _ = Held<
  [
    Same<z.output<typeof Figure>, PublishedFigure>,
    Same<z.output<typeof PublishedValueSchema>, PublishedValue>,
    Same<z.output<typeof IndexResultSchema>, Told<IndexResult>>,
  ]
>;
