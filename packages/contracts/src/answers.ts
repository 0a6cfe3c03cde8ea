import {
  type Answer,
  type AnswerValue,
  cellOrigins,
  type EvidenceReference,
  type Finding,
  largestCount,
  mostEvidence,
  type SubmissionProgress,
} from "@avances/domain/answer";
import { isCurrency } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import type { Held, Same } from "./same.ts";
import {
  DateOnly,
  DimensionCodeSchema,
  IndicatorCodeSchema,
  Instant,
  InstrumentCodeSchema,
  limited,
  plainText,
  singleLine,
} from "./values.ts";

const Count = z
  .int()
  .min(0)
  .max(largestCount)
  .meta({ id: "Count", description: "A whole number of persons, cases or things.", examples: [120] });
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
const crossKey = z.string().regex(/^[A-Za-z]{1,40}×[A-Za-z]{1,40}$/);
const Breakdowns = z.record(key, z.record(key, Count)).meta({
  id: "Breakdowns",
  description: "Counts by code list (`sex`, `ageGroup` …) and category of the catalogue.",
  examples: [{ sex: { female: 70, male: 50 } }],
});
const CrossTabs = z.record(crossKey, z.record(key, z.record(key, Count))).meta({
  id: "CrossTabs",
  description:
    "Counts by two code lists at once, joined by `×`, then by the categories of the first and of the second.",
  examples: [{ "sex×ageGroup": { female: { child: 20, adult: 50 } } }],
});

const CellPlace = z
  .string()
  .regex(
    /^(?:total|numerator|denominator|b\/[A-Za-z]{1,40}\/[A-Za-z][A-Za-z0-9_]{0,39}|x\/[A-Za-z]{1,40}×[A-Za-z]{1,40}(?:\/[A-Za-z][A-Za-z0-9_]{0,39}){2})$/,
  );
const CellOriginSchema = z.enum(cellOrigins).meta({
  id: "CellOrigin",
  description:
    "Why a figure stands in a cell although nobody typed it. `margin`: the sum of a row or column of a two-way table. `sum`: the total, from a whole table. `remainder`: the last cell, from the total and all others. `zero`: the others have reached the total. `equal`: a denominator that must be a figure of another answer.",
});
const Computed = z
  .record(CellPlace, CellOriginSchema)
  .meta({
    id: "ComputedCells",
    description:
      "The cells that were computed and not typed, by place: `total`, `denominator`, `b/sex/female`, `x/sex×ageGroup/female/child`. Their numbers stand in their cells. An origin is accepted only where its rule gives that number from the rest of the answer.",
    examples: [{ "b/sex/female": "margin" }],
  })
  .exactOptional();
const TotalOnly = z
  .literal(true)
  .describe("Only the total (the numerator) is known: the answer has no breakdowns, and none is missing.")
  .exactOptional();

export const AnswerValueSchema = z
  .discriminatedUnion("type", [
    z
      .strictObject({ type: z.literal("ordinal"), level: z.int().min(0).max(20).describe("A level of the indicator.") })
      .meta({ id: "OrdinalValue", description: "A level on the indicator's scale." }),
    z
      .strictObject({ type: z.literal("boolean"), value: z.boolean() })
      .meta({ id: "BooleanValue", description: "Yes or no." }),
    z
      .strictObject({
        type: z.literal("count"),
        total: Count.nullable(),
        breakdowns: Breakdowns,
        crossTabs: CrossTabs,
        computed: Computed,
        totalOnly: TotalOnly,
      })
      .meta({ id: "CountValue", description: "A count, and the same by the code lists that the indicator asks for." }),
    z
      .strictObject({
        type: z.literal("ratio"),
        numerator: Count.nullable(),
        denominator: Count.nullable(),
        breakdowns: Breakdowns.describe("Of the numerator."),
        crossTabs: CrossTabs,
        computed: Computed,
        totalOnly: TotalOnly,
      })
      .meta({ id: "RatioValue", description: "A share, as the two counts that it is made of." }),
    z
      .strictObject({
        type: z.literal("money"),
        amountMinor: z
          .int()
          .min(0)
          .max(Number.MAX_SAFE_INTEGER)
          .describe("In the smallest unit of the currency: 12.50 USD are 1250."),
        currency: limited(3)
          .regex(/^[A-Z]{3}$/)
          .refine(isCurrency, { error: "unknown_currency" })
          .meta({ description: "ISO 4217 code of a currency in use.", examples: ["USD"] }),
      })
      .meta({ id: "MoneyValue", description: "An amount in one currency." }),
    z.strictObject({ type: z.literal("date"), date: DateOnly }).meta({ id: "DateValue", description: "A day." }),
    z
      .strictObject({ type: z.literal("text"), text: plainText(textLimits.answerText, 1) })
      .meta({ id: "TextValue", description: "Words of the country." }),
  ])
  .meta({
    id: "AnswerValue",
    description: "The value of an answer, by its type. Parts of a count or ratio are null while still blank.",
  });

/** Zod drops tabs and line breaks when it parses an address; the portal stores the address as it came, so it must hold none. */
const WebAddress = z.url().regex(/^\s*https?:\/\//i);

export const Evidence = z
  .strictObject({
    title: singleLine(textLimits.evidenceTitle, 1),
    url: singleLine(textLimits.evidenceUrl)
      .refine((text) => WebAddress.safeParse(text).success, { error: "not_an_address" })
      .meta({ format: "uri", examples: ["https://www.state.example/laws/9095"] })
      .nullable(),
    locator: singleLine(textLimits.evidenceLocator).nullable(),
  })
  .meta({ id: "Evidence", description: "Where the answer can be checked: an instrument, a register, a report." });

export const AnswerInput = z
  .strictObject({
    state: z.enum(["reported", "not_available", "not_applicable", "not_reported"]),
    value: AnswerValueSchema.nullable().describe("Has the type of the indicator; null unless `reported`."),
    reason: plainText(textLimits.missingReason).describe("Why there is no value; empty if there is one."),
    comment: plainText(textLimits.comment).describe("For people who read the report; never published."),
    evidence: z.array(Evidence).max(mostEvidence).readonly(),
  })
  .meta({ id: "AnswerInput", description: "What a country says in one indicator; `not_reported` clears the answer." });
export type AnswerInput = z.output<typeof AnswerInput>;

export const SavedAnswer = AnswerInput.extend({
  indicatorCode: IndicatorCodeSchema,
  revision: z.int().describe("Rises with every save; 0 = never saved."),
  updatedAt: Instant,
  updatedByName: z.string(),
}).meta({
  id: "SavedAnswer",
  description:
    "An answer of the working copy, with who changed it last and its revision, which the next save names in `If-Match`.",
});
export type SavedAnswer = z.output<typeof SavedAnswer>;

export const PlainAnswer = AnswerInput.extend({ indicatorCode: IndicatorCodeSchema }).meta({
  id: "PlainAnswer",
  description: "An answer without history: from a frozen version, or from the round before.",
});

export const FindingSchema = z
  .object({
    ruleId: z.string().describe("Id of a rule of the catalogue, or the name of a structural check."),
    severity: z.enum(["error", "warning"]),
    requiresComment: z.boolean(),
    indicators: z.array(z.string()).readonly(),
    dimension: z.string().exactOptional(),
    crossTab: z.string().exactOptional(),
    category: z.string().exactOptional(),
  })
  .meta({
    id: "Finding",
    description:
      "What a rule of the catalogue found in a report. An `error` keeps it from being submitted; a `warning` does not.",
  });

export const Progress = z
  .object({
    expected: z.int(),
    answered: z.int(),
    reported: z.int(),
    notAvailable: z.int(),
    notApplicable: z.int(),
    sections: z
      .array(
        z.object({
          instrument: InstrumentCodeSchema,
          dimension: DimensionCodeSchema,
          expected: z.int(),
          answered: z.int(),
        }),
      )
      .readonly(),
  })
  .meta({
    id: "Progress",
    description: "How many indicators are asked and how many have an answer, in all and by section.",
  });

type Said = z.output<typeof PlainAnswer>;

type _ = Held<
  [
    Same<z.output<typeof AnswerValueSchema>, AnswerValue>,
    Same<z.output<typeof Evidence>, EvidenceReference>,
    // A request can also clear an answer, with the state `not_reported`.
    Same<Said, Omit<Answer, "state"> & { state: Answer["state"] | "not_reported" }>,
    Same<z.output<typeof FindingSchema>, Finding>,
    Same<z.output<typeof Progress>, SubmissionProgress>,
  ]
>;
