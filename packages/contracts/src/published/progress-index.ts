import type { IndexResult } from "@avances/domain/progress-index";
import { z } from "zod";
import { contract } from "../contract.ts";
import type { Held, Same } from "../same.ts";
import {
  CountryCodeSchema,
  DimensionCodeSchema,
  InstrumentCodeSchema,
  RoundYear,
  TextInLanguages,
  Year,
} from "../values.ts";
import { EditionView, frame, NamedRound, ShortName, unpublished } from "./frame.ts";

export const IndexResultSchema = z
  .object({
    applicable: z.boolean().describe("False if none of its indicators applies to the country."),
    published: z.boolean().describe("False if too little was reported for a score; `score` is then null."),
    score: z.number().nullable().describe("Null = insufficient data. Unrounded."),
    coverage: z.number().describe("Percent of the applicable weight that was answered, 0 to 100."),
    range: z
      .object({ floor: z.number(), ceiling: z.number() })
      .describe("The score if every missing answer were worst, and if every one were best."),
  })
  .meta({
    id: "IndexResult",
    description: "Score, coverage and range belong together: never show a score without the other two.",
  });

/** The domain omits a score that is not published; the API says null. */
type Told<Result> = {
  [K in keyof Extract<Result, { published: true }>]:
    | Extract<Result, { published: true }>[K]
    | (K extends keyof Result ? Result[K] : null);
};

type _ = Held<[Same<z.output<typeof IndexResultSchema>, Told<IndexResult>>]>;

export type IndexResultView = z.output<typeof IndexResultSchema>;

const InstrumentIndex = IndexResultSchema.extend({ dimensions: z.record(z.string(), IndexResultSchema) }).meta({
  id: "InstrumentIndex",
  description: "The index of one Protocol, whole and by dimension.",
});

export const IndexProgress = z
  .object({
    sinceRoundYear: Year.describe("The earlier round that the country is compared with, and the year of its data."),
    sinceReferenceYear: Year,
    comparable: z
      .boolean()
      .describe("False if the indicators scored in both rounds hold less than half of the scored weight."),
    progress: z
      .number()
      .nullable()
      .describe("Points with sign, on the indicators scored in both rounds; null when not comparable. Unrounded."),
    gapClosed: z
      .number()
      .nullable()
      .describe("Percent of the distance to 100 that was closed; null when it does not apply."),
    matchedWeightShare: z
      .number()
      .describe("Percent of the scored weight that the indicators scored in both rounds hold, 0 to 100."),
  })
  .meta({
    id: "IndexProgress",
    description: "What changed since an earlier round of the same country, on the indicators scored in both rounds.",
  });

/** One comparison of a report with an earlier round, for each of its results. */
const ProgressOfResults = z
  .object({
    overall: IndexProgress.nullable(),
    TIP: IndexProgress.nullable(),
    SOM: IndexProgress.nullable(),
    dimensions: z
      .object({
        TIP: z.record(z.string(), IndexProgress.nullable()),
        SOM: z.record(z.string(), IndexProgress.nullable()),
      })
      .describe("Of each Protocol by dimension: compared with the same round as the Protocol, and null when it is."),
  })
  .meta({ id: "ProgressOfResults", description: "The progress of every result of a report since one earlier round." });

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
      "An instrument's score under other choices; null when nothing is left to average. Shows how much depends on the weights.",
  });

export const IndexRow = NamedRound.extend({
  country: CountryCodeSchema,
  overall: IndexResultSchema,
  instruments: z.object({ TIP: InstrumentIndex, SOM: InstrumentIndex }),
  progress: ProgressOfResults.describe(
    "Since the baseline, each result its own: the first round in which that result (of a dimension: its Protocol) was published. Null in that round, and while the result is not published.",
  ),
  progressSincePrevious: ProgressOfResults.describe(
    "Since the country's round before: its nearest earlier round with a public report. Null when there is none, and while the result (of a dimension: its Protocol) is not published.",
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
        .array(z.object({ code: DimensionCodeSchema, name: TextInLanguages, shortName: ShortName, weight: z.number() }))
        .readonly(),
      rows: z.array(IndexRow).readonly(),
    })
    .meta({ id: "ProgressIndex", description: "The progress index of every country and round." }),
  premade: true,
});

const ProgressSinceRow = z
  .object({
    country: CountryCodeSchema,
    progress: ProgressOfResults.nullable().describe(
      "Null without a public report in the earlier round. A result is null while it (of a dimension: its Protocol) is not published in the later round.",
    ),
  })
  .meta({
    id: "ProgressSinceRow",
    description: "One country in a round, compared with its own report in an earlier one.",
  });

export const getProgressSince = contract({
  operationId: "getProgressSince",
  method: "GET",
  path: "/public/progress/:roundYear/since/:earlierRoundYear",
  summary: "Progress of every country in a round since one earlier round, the same for all",
  description:
    "As `progress` of `GET /public/index`, which compares each country with its own first round: on the indicators scored in both rounds, with the weights of today. Not found if the file does not have both rounds, or if the second is not before the first.",
  action: "published.read",
  params: z.strictObject({
    roundYear: RoundYear,
    earlierRoundYear: RoundYear.describe("The round to compare with, before the other."),
  }),
  response: z
    .object({
      edition: EditionView.nullable(),
      round: NamedRound,
      since: NamedRound,
      rows: z
        .array(ProgressSinceRow)
        .readonly()
        .describe("One for every country with a public report in `round`, by code."),
    })
    .meta({ id: "ProgressSince", description: "How the countries in a round stand against one earlier round." }),
  premade: true,
});
