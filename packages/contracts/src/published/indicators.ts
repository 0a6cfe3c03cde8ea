import { directions } from "@avances/domain/catalogue";
import { z } from "zod";
import { contract } from "../contract.ts";
import {
  AnswerStateSchema,
  CountryCodeSchema,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  InstrumentCodeSchema,
  TextInLanguages,
  ValueTypeSchema,
} from "../values.ts";
import { EditionView, frame, NamedRound, unpublished } from "./frame.ts";
import { PublishedValueSchema } from "./values.ts";

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
        "In the main round: countries with a public report, and those of them with a value. Null before any publication.",
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
      "Number of the public version if it is not the first: the report was returned before it was published, so nothing public was corrected.",
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
          description: "A published indicator with its definition from the catalogue.",
        }),
      ...frame,
      unpublished,
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
            notPublished: z.int().describe("Countries without a public report, by reason."),
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
