import { z } from "zod";
import { contract } from "../contract.ts";
import {
  CountryCodeSchema,
  DateOnly,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  InstrumentCodeSchema,
  TextInLanguages,
  ValueTypeSchema,
} from "../values.ts";
import { EditionView, frame } from "./frame.ts";
import { IndicatorRow, LevelView, Question } from "./indicators.ts";
import { MatrixCell } from "./matrix.ts";
import { IndexRow } from "./progress-index.ts";

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
      treatiesAsOf: DateOnly.describe("The day of the treaty data; later changes are not in them."),
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
          question: Question,
          valueType: ValueTypeSchema,
          levels: z.array(LevelView).readonly(),
          rows: z.array(IndicatorOfCountry).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "PublicCountry", description: "Everything public about one country, by round." });

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
