import { roles } from "@avances/domain/access";
import { answerStates, largestCount, mostEvidence } from "@avances/domain/answer";
import { dimensionCodes, instrumentCodes, languages } from "@avances/domain/catalogue";
import { isCurrency } from "@avances/domain/reference";
import { everyStep, isCalendarDate } from "@avances/domain/round";
import { submissionActs, submissionStatuses } from "@avances/domain/submission";
import { isSingleLine, isTooLong, textLimits } from "@avances/domain/text";
import { z } from "zod";

/**
 * The texts that a caller sends and that are not held to one line, each with its reason. Every other one is: `singleLine`, a pattern or a
 * format. A test walks all contracts.
 */
export const notOneLine = z.registry<{ readonly why: "several lines" | "a secret" | "only compared" }>();

/**
 * A text of at most `units` UTF-16 units. A longer one ends here: what takes a text apart, folds it or looks for something in it runs only
 * on what is left. Without `abort` zod goes on to the next check, with a text as long as a body may be. A test walks all contracts.
 */
export function limited(units: number) {
  return z.string().max(units, { abort: true });
}

/** The same in code points, as people count. */
export function limitedText(max: number) {
  return limited(max * 2).refine((text) => !isTooLong(text, max), { error: "too_long", abort: true });
}

function readable(max: number, min: number) {
  return limitedText(max)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "unreadable_characters" })
    .refine((text) => [...text.trim()].length >= min, { error: "too_short" });
}

/** Text of several lines that PostgreSQL can hold and people can read back: no NUL, no lone surrogates; length in code points. */
export function plainText(max: number, min = 0) {
  return readable(max, min).register(notOneLine, { why: "several lines" });
}

/** The same for a name or title: no line break, control, invisible sign or mark that turns the direction either. */
export function singleLine(max: number, min = 0) {
  return readable(max, min).refine(isSingleLine, { error: "not_one_line" });
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
export const DateOnly = limited(10).refine((text) => isCalendarDate(text), { error: "not_a_date" });
/** An instant as ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export const AnswerStateSchema = z.enum(answerStates);
export const StatusSchema = z.enum(submissionStatuses);
export const NoticeStepSchema = z.enum(everyStep);
export const RoleSchema = z.enum(roles);
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
    currency: limited(3)
      .regex(/^[A-Z]{3}$/)
      .refine(isCurrency, { error: "unknown_currency" }),
  }),
  z.strictObject({ type: z.literal("date"), date: DateOnly }),
  z.strictObject({ type: z.literal("text"), text: plainText(textLimits.answerText, 1) }),
]);

/** Zod's own reading of an address drops tabs and line breaks from it; ours is stored as it came, so it must hold none. */
const WebAddress = z.url({ protocol: /^https?$/ });

export const Evidence = z.strictObject({
  title: singleLine(textLimits.evidenceTitle, 1),
  url: singleLine(textLimits.evidenceUrl)
    .refine((text) => WebAddress.safeParse(text).success, { error: "not_an_address" })
    .meta({ format: "uri" })
    .nullable(),
  locator: singleLine(textLimits.evidenceLocator).nullable(),
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
