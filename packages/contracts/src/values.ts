import { roles } from "@avances/domain/access";
import { answerStates } from "@avances/domain/answer";
import {
  byLanguage,
  dimensionCodes,
  instrumentCodes,
  languages,
  type Text,
  valueTypes,
} from "@avances/domain/catalogue";
import { everyStep, isCalendarDate } from "@avances/domain/round";
import { submissionActs, submissionStatuses } from "@avances/domain/submission";
import { isSingleLine, isTooLong } from "@avances/domain/text";
import { z } from "zod";
import type { Held, Same } from "./same.ts";

/**
 * Texts that a caller sends and that need not be one line, each with the reason. Every other text must: `singleLine`, a pattern or a
 * format. A test checks all contracts.
 */
export const notOneLine = z.registry<{ readonly why: "several lines" | "a secret" | "only compared" }>();

/**
 * Words that a person writes freely, and who asks whether they hold details of a person before they are kept: whoever mounts the operation, or the
 * act itself, where it knows more than the request (which words are new, what else everybody will read). Of an operation that cannot be refused with
 * `personal-details` nobody asks; a test lists those, each with the reason.
 */
export const freeWords = z.registry<{ readonly askedBy: "mount" | "act" }>();

/** Of words about which the act asks. */
export function askedByAct<T extends z.ZodType>(words: T): T {
  freeWords.add(words, { askedBy: "act" });
  return words;
}

/**
 * A text of at most `units` UTF-16 units. A longer one is refused here, so that checks that split, normalise or search a text never see
 * it. Without `abort` zod would go on to the next check with a text as long as a body may be. A test checks all contracts.
 */
export function limited(units: number) {
  return z.string().max(units, { abort: true });
}

/** The same limit in code points, as people count. */
export function limitedText(max: number) {
  return limited(max * 2).refine((text) => !isTooLong(text, max), { error: "too_long", abort: true });
}

function readable(max: number, min: number) {
  const text = limitedText(max).refine((given) => !given.includes("\u0000") && given.isWellFormed(), {
    error: "unreadable_characters",
  });
  // A report has hundreds of texts that may be empty: nothing is asked of them that every text is.
  return min === 0 ? text : text.refine((given) => isLongEnough(given.trim(), min), { error: "too_short" });
}

/** At least `min` code points. Most texts are long enough in code units already, of which a code point has two at most. */
function isLongEnough(text: string, min: number): boolean {
  return text.length >= min * 2 || [...text].length >= min;
}

/** Text of several lines that PostgreSQL can hold and people can read: no NUL, no lone surrogates; length in code points. */
export function plainText(max: number, min = 0) {
  return readable(max, min).register(notOneLine, { why: "several lines" }).register(freeWords, { askedBy: "mount" });
}

/** The same for a name or title, which must also have no line break, control, invisible or direction-changing character. */
export function singleLine(max: number, min = 0) {
  return readable(max, min).refine(isSingleLine, { error: "not_one_line" }).register(freeWords, { askedBy: "mount" });
}

export const LanguageCode = z
  .enum(languages)
  .meta({ id: "Language", description: "A language of the portal.", examples: ["es"] });
export const TextInLanguages = z.object(byLanguage(() => z.string())).meta({
  id: "Text",
  description: "A text in every language of the portal; none is empty.",
  examples: [{ en: "Costa Rica", es: "Costa Rica" }],
});
export const InstrumentCodeSchema = z.enum(instrumentCodes).meta({
  id: "InstrumentCode",
  description:
    "`TIP`: the Protocol against trafficking in persons. `SOM`: the Protocol against the smuggling of migrants.",
  examples: ["TIP"],
});
export const DimensionCodeSchema = z.enum(dimensionCodes).meta({
  id: "DimensionCode",
  description: "Laws, prevention, protection, justice, cooperation, data.",
  examples: ["PRO"],
});
export const CountryCodeSchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ id: "CountryCode", description: "ISO 3166-1 alpha-3.", examples: ["CRI"] });
export const IndicatorCodeSchema = z
  .string()
  .regex(/^(TIP|SOM)-(LEG|PRV|PRO|JUS|COO|DAT)-\d{2}$/)
  .meta({
    id: "IndicatorCode",
    description: "Protocol, dimension, number. A code never changes its meaning; a new definition takes a new code.",
    examples: ["TIP-PRO-01"],
  });
export const CatalogueVersion = z
  .string()
  .meta({ id: "CatalogueVersion", description: "Version of the indicator catalogue.", examples: ["2026.1"] });
export const Year = z
  .int()
  .min(2000)
  .max(2100)
  .meta({
    id: "Year",
    description: "A calendar year. A round named after a year holds the data of the year before.",
    examples: [2027],
  });
/** The name of somebody who acted for a side of the Network; to whom it is told, `nameFor` of the API says. */
export const personName = z
  .string()
  .nullable()
  .describe("Null = it is for the Secretariat and the own side alone: names of other sides' people are not told.");
/** A year in a path or query, where everything is text; for programs it is a number. */
export const YearText = z
  .string()
  .regex(/^(20\d\d|2100)$/)
  .transform(Number)
  .meta({ written: { type: "integer", minimum: 2000, maximum: 2100, examples: [2027] } });
/** The year that a round is named after, in a path. */
export const RoundYear = YearText.describe("Year that names the round; its data are of the year before.");
export const CountryFilter = CountryCodeSchema.describe("Only this country.");
export const Id = z
  .uuid()
  .meta({ id: "Id", description: "A UUID.", examples: ["01a22198-ba5a-7d6e-88d6-4502ba24e57c"] });
export const DateOnly = limited(10)
  .refine((text) => isCalendarDate(text), { error: "not_a_date" })
  .meta({
    id: "CalendarDate",
    description: "A day of the calendar, from 1900 to 2100, without a time.",
    format: "date",
    examples: ["2027-04-30"],
  });
export const Instant = z.iso
  .datetime()
  .meta({ id: "Instant", description: "An instant as ISO 8601 with `Z`.", examples: ["2027-04-30T18:05:00.000Z"] });
export const AnswerStateSchema = z.enum(answerStates).meta({
  id: "AnswerState",
  description:
    "What is known about an answer. `not_reported`: nothing was said. `small_base` and `suppressed` are made at publication, to protect persons.",
});
export const ValueTypeSchema = z
  .enum(valueTypes)
  .meta({ id: "ValueType", description: "What kind of value an indicator asks for." });
export const StatusSchema = z.enum(submissionStatuses).meta({
  id: "SubmissionStatus",
  description: "Where a submission stands on its way from the country to the public.",
});
export const RoleSchema = z.enum(roles).meta({ id: "Role", description: "The role of a person in the portal." });
export const NoticeStepSchema = z.enum(everyStep).meta({
  id: "NoticeStep",
  description:
    "The kind of notice: a step of the calendar, news of an act, or `resend`, sent by a person of the Secretariat.",
});
export const SubmissionActSchema = z
  .enum(submissionActs)
  .meta({ id: "SubmissionAct", description: "What can be done to a submission." });

type _ = Held<[Same<z.output<typeof TextInLanguages>, Text>]>;

/** A zone of the IANA database that this machine knows. */
export const TimeZone = limited(64)
  .refine(isTimeZone, { error: "Not a time zone of the IANA database" })
  .meta({ id: "TimeZone", description: "An IANA time zone.", examples: ["America/Managua"] });

function isTimeZone(name: string): boolean {
  try {
    // `Intl` takes offsets such as `+05:00` too.
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
    );
  } catch {
    return false;
  }
}

/** Countries that a list may name: more than there are States. */
export const countriesAtMost = 250;
