import { directions, treatyCodes } from "@avances/domain/catalogue";
import { z } from "zod";
import { contract } from "../contract.ts";
import {
  AnswerStateSchema,
  CatalogueVersion,
  CountryCodeSchema,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  InstrumentCodeSchema,
  TextInLanguages,
  ValueTypeSchema,
  Year,
} from "../values.ts";
import { EditionView, frame, NamedRound, ShortName, unpublished } from "./frame.ts";
import { PublishedValueSchema } from "./values.ts";

const ArticleView = z
  .object({
    instrument: z.enum(treatyCodes),
    article: z.string().meta({ examples: ["9"] }),
    paragraph: z
      .string()
      .nullable()
      .describe("What stands inside the outer brackets: `1)(b` is cited as (1)(b). Null = the whole article.")
      .meta({ examples: ["1)(b"] }),
  })
  .meta({
    id: "Article",
    description: "An article of the Protocols or of the Convention (UNTOC) that an indicator follows up.",
  });
const articles = z.array(ArticleView).readonly();

const AnswerCount = z
  .discriminatedUnion("type", [
    z
      .object({ type: z.literal("ordinal"), level: z.int(), countries: z.int() })
      .meta({ id: "LevelCount", description: "How many countries gave this level." }),
    z
      .object({ type: z.literal("boolean"), value: z.boolean(), countries: z.int() })
      .meta({ id: "YesNoCount", description: "How many countries answered yes (true) or no." }),
  ])
  .meta({ id: "AnswerCount", description: "How many countries gave the same answer." });

export const Question = TextInLanguages.describe("What the indicator asks, as one plain question.");

export const LevelView = z
  .object({
    level: z.int(),
    label: TextInLanguages,
    shortLabel: TextInLanguages.describe(
      "At most 45 characters, for tiles and heads; never shown without a way to `label`.",
    ),
  })
  .meta({ id: "Level", description: "A step of an indicator that is answered by levels." });

const levels = z.array(LevelView).readonly();

export const IndicatorSummary = z
  .object({
    code: IndicatorCodeSchema,
    instrument: InstrumentCodeSchema,
    dimension: DimensionCodeSchema,
    valueType: ValueTypeSchema,
    scored: z.boolean(),
    name: TextInLanguages,
    question: Question,
    articles,
    levels: levels.describe("The steps of an indicator that is answered by levels; else empty."),
    latest: NamedRound.extend({
      published: z.int().describe("Countries with a public report. Each is in exactly one of the next four numbers."),
      reported: z.int().describe("Countries with a value, including hidden ones and those on too few cases."),
      notReported: z.int(),
      notAvailable: z.int(),
      notApplicable: z.int(),
      smallBase: z.int().describe("Of `reported`."),
      suppressed: z.int().describe("Of `reported`."),
      answers: z
        .array(AnswerCount)
        .readonly()
        .describe(
          "How many countries gave each level (lowest first) or each of no and yes; answers that nobody gave are left out. Empty for other values.",
        ),
    })
      .nullable()
      .describe("How many countries answered in the main round, and what. Null before any publication."),
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
        .array(
          z.object({
            code: DimensionCodeSchema,
            name: TextInLanguages,
            shortName: ShortName,
            description: TextInLanguages,
          }),
        )
        .readonly(),
      objectives: z
        .array(
          z.object({
            code: z.string(),
            instrument: InstrumentCodeSchema,
            dimension: DimensionCodeSchema,
            name: TextInLanguages,
            articles,
          }),
        )
        .readonly(),
      indicators: z
        .array(IndicatorSummary.extend({ objective: z.string(), articles: z.array(ArticleView).readonly() }))
        .readonly(),
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
    .describe("What the index uses instead of hidden figures of a scored share; absent if it uses the figures shown."),
  version: z
    .int()
    .optional()
    .describe(
      "Number of the public version if it is not the first: the report was returned or withdrawn before it was published, so nothing public was corrected.",
    ),
}).meta({
  id: "IndicatorRow",
  description:
    "One country in one round for one indicator. A country without a public report in a round has no row (`unpublished` says why).",
});

const releases = z.array(CatalogueVersion).readonly();

const WordingView = z
  .object({
    releases: releases.describe(
      "Releases of the catalogue with the words of this response, oldest first. Empty: the edition does not say.",
    ),
    earlier: z
      .array(
        z
          .object({
            releases: releases.describe("Releases with these words, oldest first."),
            name: TextInLanguages,
            question: TextInLanguages.nullable().describe("Null in releases that had no questions yet."),
            definition: TextInLanguages,
            guidance: TextInLanguages,
            unit: TextInLanguages,
            levels: z.array(z.object({ level: z.int(), label: TextInLanguages })).readonly(),
            ratio: z.object({ numerator: TextInLanguages, denominator: TextInLanguages }).nullable(),
          })
          .meta({ id: "EarlierWording", description: "Other words that an indicator had in earlier releases." }),
      )
      .readonly()
      .describe("Other words before that, oldest first; empty if the words never changed."),
  })
  .meta({ id: "WordingHistory", description: "In which releases of the catalogue an indicator had which words." });

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
          question: Question,
          definition: TextInLanguages,
          guidance: TextInLanguages,
          articles,
          sources: z.array(z.object({ author: z.string(), title: z.string(), year: z.int() })).readonly(),
          levels,
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
          wording: WordingView,
        })
        .meta({
          id: "Indicator",
          description: "A published indicator with its definition from the catalogue.",
        }),
      ...frame,
      unpublished,
      rate: z
        .object({
          per: z.int().describe("Inhabitants, such as 100,000."),
          source: z.string().describe("Of the populations, as it is to be cited."),
          license: z.string(),
          populations: z
            .array(
              NamedRound.extend({
                country: CountryCodeSchema,
                persons: z.int(),
                populationYear: Year.describe("The year of the data, or the latest earlier one that is known."),
              }),
            )
            .readonly()
            .describe("For each country and round with a public report, as far as a population is known."),
        })
        .nullable()
        .describe(
          "What makes rates of the counts shown; null for an indicator without rates. A hidden count has no rate.",
        ),
      totals: z
        .array(
          NamedRound.extend({
            expected: z.int().describe("Countries that owe a report: obligated and not exempt."),
            published: z
              .int()
              .describe(
                "Countries with a public report, voluntary ones included. Each is in exactly one of the next five numbers.",
              ),
            reported: z.int().describe("Countries with a value, including hidden ones and those on too few cases."),
            notReported: z.int(),
            notAvailable: z.int(),
            notApplicable: z.int(),
            smallBase: z.int().describe("Of `reported`."),
            suppressed: z.int().describe("Of `reported`."),
            notPublished: z
              .int()
              .describe(
                "Countries without a public report, by reason. Here: one is owed, whether or not it was received (see `unpublished`).",
              ),
            exempt: z.int(),
            notAsked: z.int(),
          }),
        )
        .readonly()
        .describe("How many countries are behind the figures of each round."),
      rows: z.array(IndicatorRow).readonly(),
    })
    .meta({
      id: "IndicatorFile",
      description: "One indicator with its definition, and what every country reported in every round.",
    }),
  premade: true,
});
