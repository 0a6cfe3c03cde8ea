import { answerStates, largestCount, mostEvidence } from "@avances/domain/answer";
import { dimensionCodes, instrumentCodes, languages } from "@avances/domain/catalogue";
import { isCurrency } from "@avances/domain/reference";
import { isCalendarDate } from "@avances/domain/round";
import { submissionActs, submissionStatuses } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";

/** Text that PostgreSQL can hold and people can read back: no NUL, no lone surrogates; length in code points. */
export function plainText(max: number, min = 0) {
  return z
    .string()
    .max(max * 2)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "unreadable_characters" })
    .refine((text) => [...text].length <= max, { error: "too_long" })
    .refine((text) => [...text.trim()].length >= min, { error: "too_short" });
}

export const LanguageCode = z.enum(languages);
export const TextInBoth = z.object({ en: z.string(), es: z.string() });
export const InstrumentCodeSchema = z.enum(instrumentCodes);
export const DimensionCodeSchema = z.enum(dimensionCodes);
export const CountryCodeSchema = z.string().regex(/^[A-Z]{3}$/);
export const IndicatorCodeSchema = z.string().regex(/^(TIP|SOM)-(LEG|PRV|PRO|JUS|COO|DAT)-\d{2}$/);
export const Year = z.int().min(2000).max(2100);
/** A year in a path or query, where everything is text. */
export const YearText = z
  .string()
  .regex(/^(20\d\d|2100)$/)
  .transform(Number);
export const Id = z.uuid();
export const DateOnly = z.string().refine((text) => isCalendarDate(text), { error: "not_a_date" });
/** An instant as ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export const AnswerStateSchema = z.enum(answerStates);
export const StatusSchema = z.enum(submissionStatuses);
export const SubmissionActSchema = z.enum(submissionActs);

const Count = z.int().min(0).max(largestCount);
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
const crossKey = z.string().regex(/^[A-Za-z]{1,40}×[A-Za-z]{1,40}$/);
const Breakdowns = z.record(key, z.record(key, Count));
const CrossTabs = z.record(crossKey, z.record(key, z.record(key, Count)));

/** The value of an answer, by its type. Parts of a count or ratio are null while still blank. */
export const AnswerValueSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ordinal"), level: z.int().min(0).max(20) }),
  z.strictObject({ type: z.literal("boolean"), value: z.boolean() }),
  z.strictObject({ type: z.literal("count"), total: Count.nullable(), breakdowns: Breakdowns, crossTabs: CrossTabs }),
  z.strictObject({
    type: z.literal("ratio"),
    numerator: Count.nullable(),
    denominator: Count.nullable(),
    breakdowns: Breakdowns,
    crossTabs: CrossTabs,
  }),
  z.strictObject({
    type: z.literal("money"),
    amountMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    /** ISO 4217, of those in use. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .refine(isCurrency, { error: "unknown_currency" }),
  }),
  z.strictObject({ type: z.literal("date"), date: DateOnly }),
  z.strictObject({ type: z.literal("text"), text: plainText(textLimits.answerText, 1) }),
]);

export const Evidence = z.strictObject({
  title: plainText(textLimits.evidenceTitle, 1),
  url: z
    .url({ protocol: /^https?$/ })
    .max(textLimits.evidenceUrl)
    .nullable(),
  locator: plainText(textLimits.evidenceLocator).nullable(),
});

/** What a country says in one indicator; `not_reported` clears the answer. */
export const AnswerInput = z.strictObject({
  state: z.enum(["reported", "not_available", "not_applicable", "not_reported"]),
  value: AnswerValueSchema.nullable(),
  reason: plainText(textLimits.missingReason),
  comment: plainText(textLimits.comment),
  evidence: z.array(Evidence).max(mostEvidence),
});
export type AnswerInput = z.output<typeof AnswerInput>;

export const SavedAnswer = AnswerInput.extend({
  indicatorCode: IndicatorCodeSchema,
  revision: z.int(),
  updatedAt: Instant,
  updatedByName: z.string(),
});
export type SavedAnswer = z.output<typeof SavedAnswer>;

/** An answer without history: of a frozen version, or of the round before. */
export const PlainAnswer = AnswerInput.extend({ indicatorCode: IndicatorCodeSchema });

export const FindingSchema = z.object({
  ruleId: z.string(),
  severity: z.enum(["error", "warning"]),
  requiresComment: z.boolean(),
  indicators: z.array(z.string()).readonly(),
  dimension: z.string().optional(),
  crossTab: z.string().optional(),
  category: z.string().optional(),
});

export const Progress = z.object({
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
});
