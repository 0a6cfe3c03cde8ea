import type { DateRelation } from "../round/date-relation.ts";
import type { NoticeStep } from "../round/notice-calendar.ts";
import { isTooLong } from "../text/text-limits.ts";

/*
 * Which words of a notice the secretariat may write itself, and what they may hold. Facts never come from typed words: they come from
 * placeholders, and from sentences that cannot be edited. Written words stand only in messages about the situation they were written for.
 */

/** The parts of a message whose words can be edited. */
export const wordingFields = ["subject", "opening", "closing"] as const;
export type WordingField = (typeof wordingFields)[number];

/** The words of one message, with placeholders such as `{{country}}`. `opening` stands before what is asked, `closing` after it; both may be empty. */
export type Wording = Readonly<Record<WordingField, string>>;

/** What a placeholder becomes: see `placeholderValues` in the letters. */
export const placeholders = ["country", "round", "data_year", "date", "standing", "days", "number"] as const;
export type Placeholder = (typeof placeholders)[number];

/** On which side of the date the message names. The day itself is still to come: it ends at midnight. */
type Side = "to_come" | "past";

interface WordingRule {
  readonly step: NoticeStep;
  /** Is the report returned, so that clarifications are asked for? Else it was never submitted. */
  readonly isReturned: boolean;
  readonly side: Side;
  /** Which placeholder besides country and round the subject must have, so that it says how the date stands; null = none. */
  readonly subjectNeeds: Placeholder | null;
  /** Must the opening words say which country is addressed about which round? */
  readonly opensWithRound: boolean;
}

const report = { isReturned: false, subjectNeeds: "standing", opensWithRound: false } as const;
const returnedWork = { ...report, isReturned: true } as const;

/**
 * The messages with words that can be edited: the steps of the calendar, and reminders by hand by what is awaited and on which side of the date.
 * A step that comes in another situation (a report that was withdrawn, a country that reports voluntarily) has the built-in words.
 */
export const wordingRules = {
  opening: { ...report, step: "opening", side: "to_come", subjectNeeds: null, opensWithRound: true },
  before_30: { ...report, step: "before_30", side: "to_come" },
  before_14: { ...report, step: "before_14", side: "to_come" },
  before_7: { ...report, step: "before_7", side: "to_come" },
  before_1: { ...report, step: "before_1", side: "to_come" },
  due_today: { ...report, step: "due_today", side: "to_come" },
  overdue_1: { ...report, step: "overdue_1", side: "past" },
  overdue_7: { ...report, step: "overdue_7", side: "past" },
  escalation_14: { ...report, step: "escalation_14", side: "past", subjectNeeds: "days" },
  escalation_30: { ...report, step: "escalation_30", side: "past", subjectNeeds: "days" },
  closing_45: { ...report, step: "closing_45", side: "past", subjectNeeds: null },
  returned_before_5: { ...returnedWork, step: "returned_before_5", side: "to_come" },
  returned_before_1: { ...returnedWork, step: "returned_before_1", side: "to_come" },
  returned_overdue_1: { ...returnedWork, step: "returned_overdue_1", side: "past" },
  resend_before: { ...report, step: "resend", side: "to_come" },
  resend_overdue: { ...report, step: "resend", side: "past" },
  resend_returned: { ...returnedWork, step: "resend", side: "to_come" },
  resend_returned_overdue: { ...returnedWork, step: "resend", side: "past" },
} as const satisfies Readonly<Record<string, WordingRule>>;

export type WordingKind = keyof typeof wordingRules;
export const wordingKinds = Object.keys(wordingRules) as readonly WordingKind[];

/** What decides which words stand in a message to somebody who reports. */
export interface WordingSituation {
  readonly step: NoticeStep;
  readonly isReturned: boolean;
  /** Does the country owe this report? */
  readonly obligated: boolean;
  readonly isWithdrawn: boolean;
  /** How the date stands that the message names; null = it names none. */
  readonly relation: DateRelation | null;
}

/** The words for this situation; null = it has the built-in ones, whatever was written. */
export function wordingKindOf(situation: WordingSituation): WordingKind | null {
  const { step, isReturned, obligated, isWithdrawn, relation } = situation;
  if (relation === null) return null;
  if (!isReturned && (isWithdrawn || !obligated)) return null;
  const side: Side = relation === "past" ? "past" : "to_come";
  return (
    wordingKinds.find((kind) => {
      const rule = wordingRules[kind];
      return rule.step === step && rule.isReturned === isReturned && rule.side === side;
    }) ?? null
  );
}

/** The placeholders that a part may have, and those that it must have. */
export function placeholdersOf(
  kind: WordingKind,
  field: WordingField,
): { readonly allowed: readonly Placeholder[]; readonly required: readonly Placeholder[] } {
  const { side, step, subjectNeeds, opensWithRound } = wordingRules[kind];
  // How many days have passed can be said only where some have.
  const past: readonly Placeholder[] = side === "past" ? ["days"] : [];
  if (field === "subject") {
    const byHand: readonly Placeholder[] = step === "resend" ? ["number"] : [];
    return {
      allowed: ["country", "round", "date", "standing", ...past, ...byHand],
      required: ["country", "round", ...(subjectNeeds === null ? [] : [subjectNeeds])],
    };
  }
  return {
    allowed: ["country", "round", "data_year", "date", ...past],
    required: field === "opening" && opensWithRound ? ["country", "round"] : [],
  };
}

/** Longest texts as they are written, in code points. Filled in, a subject stays within what a mail header may hold. */
export const wordingLimits: Readonly<Record<WordingField, number>> = { subject: 110, opening: 1_200, closing: 1_200 };

export const wordingFaults = [
  "empty",
  "too_long",
  "line_break",
  "unseen_character",
  "brace",
  "unknown_placeholder",
  "not_in_this_part",
  "missing_placeholder",
  "figure",
  "time_word",
  "country_name",
  "address",
  "reader_named",
  "informal",
] as const;
export type WordingFault = (typeof wordingFaults)[number];

/** What is wrong with a part, and which word or placeholder it is about; empty where it is about the whole. */
export interface FieldFault {
  readonly field: WordingField;
  readonly fault: WordingFault;
  readonly word: string;
}

const placeholderShape = /\{\{([^{}]*)\}\}/g;

/** A text cut into what is typed and the names of placeholders, in order. */
export function wordingParts(text: string): readonly ({ readonly typed: string } | { readonly placeholder: string })[] {
  const parts: ({ readonly typed: string } | { readonly placeholder: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholderShape)) {
    if (match.index > from) parts.push({ typed: text.slice(from, match.index) });
    parts.push({ placeholder: (match[1] ?? "").trim() });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ typed: text.slice(from) });
  return parts;
}

/** What was typed or pasted, as it is kept: without blanks at the ends of lines, blanks in a row, and more than one empty line. */
export function tidyWording({ subject, opening, closing }: Wording): Wording {
  const tidy = (text: string) =>
    text
      .replaceAll(/\r\n?/g, "\n")
      .replaceAll(/[^\S\n]+/g, " ")
      .replaceAll(/ ?\n ?/g, "\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
  return {
    subject: subject.replaceAll(/[^\S\r\n\u2028\u2029]+/g, " ").replaceAll(/^[ \n]+|[ \n]+$/g, ""),
    opening: tidy(opening),
    closing: tidy(closing),
  };
}

/** Controls, private and invisible characters, direction marks; a line break is judged apart. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A whole word of the list; `words` are parts of a regular expression. */
const oneOf = (words: string, flags = "iu") => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);

/**
 * Words that say when. What is written once is sent on many days and to many countries, so a day or a span of time comes from a placeholder.
 * Both languages are looked for in every text. "May" is left out: as a verb it is in many sentences, and as a month it stands beside a figure.
 */
const timeWords = [
  oneOf(
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|hoy|mañana|ayer|anoche|días?|semanas?|mes(?:es)?|horas?|quincenas?|años?",
  ),
  oneOf(
    "january|february|april|june|july|august|september|october|november|december|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|tomorrow|yesterday|tonight|days?|weeks?|months?|hours?|fortnights?|years?",
  ),
  oneOf("March", "u"),
];

/** Words that say who else reads or was told: that follows from the recipients of each message. */
const readerWords = [
  oneOf(
    "presidencia|enlaces?|ministr[oa]s?|ministerios?|canciller(?:es|ías?)?|copias?|cc|informad[oa]s?|notificad[oa]s?",
  ),
  oneOf("presidency|liaison|ministers?|ministry|ministries|cop(?:y|ies|ied)|informed|notified"),
];

const addresses = /\p{L}+:\/\/\S*|www\.\S*|\S*@\S*|\p{L}[\p{L}\d-]*\.\p{L}{2,}\S*/iu;

/** Forms of address that no letter to an official has, in either language. That none was found does not make a letter a formal one. */
const informalWords = [
  oneOf(
    "tú|tu|tus|tuyos?|tuyas?|contigo|te|ti|vos|vosotr[oa]s|puedes|debes|tienes|quieres|haz|envíanos|podés|tenés|debés",
  ),
  oneOf("\\p{L}+n['’]t|\\p{L}+['’](?:re|ll|ve|m|d)|hi|hey|asap"),
];

interface WordingContext {
  readonly kind: WordingKind;
  /** Names of the countries, in every language. */
  readonly countryNames: readonly string[];
}

/** What is wrong with these words, part by part; empty = nothing. `wording`: tidied (`tidyWording`). */
export function faultsOfWording(wording: Wording, context: WordingContext): readonly FieldFault[] {
  return wordingFields.flatMap((field) => faultsOfField(field, wording[field], context));
}

function faultsOfField(
  field: WordingField,
  text: string,
  { kind, countryNames }: WordingContext,
): readonly FieldFault[] {
  const { allowed, required } = placeholdersOf(kind, field);
  const limit = wordingLimits[field];
  // Nothing else is looked for in a text of any length.
  if (isTooLong(text, limit)) return [{ field, fault: "too_long", word: String(limit) }];
  const parts = wordingParts(text);
  const typed = parts.map((part) => ("typed" in part ? part.typed : "\n\n")).join("");
  const names = parts.flatMap((part) => ("placeholder" in part ? [part.placeholder] : []));
  const found = (fault: WordingFault, pattern: RegExp): FieldFault[] => {
    const [word] = pattern.exec(typed) ?? [];
    return word === undefined ? [] : [{ field, fault, word: word.trim() }];
  };
  const one = (fault: WordingFault, isSo: boolean, word = ""): FieldFault[] => (isSo ? [{ field, fault, word }] : []);
  const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);
  const named = countryNames.find((name) => oneOf(escaped(name)).test(typed));
  return [
    ...one("empty", field === "subject" && text === ""),
    ...one("line_break", field === "subject" && /[\r\n\u2028\u2029]/.test(text)),
    ...one("unseen_character", unseen.test(text.replaceAll("\r", "\n"))),
    ...found("brace", /[{}]+/),
    ...names.flatMap((name) => one("unknown_placeholder", !isKnown(name), `{{${name}}}`)),
    ...names.flatMap((name) => one("not_in_this_part", isKnown(name) && !allowed.includes(name), `{{${name}}}`)),
    ...required
      .flatMap((name) => one("missing_placeholder", text !== "" || field !== "subject", name))
      .filter(({ word }) => !names.includes(word))
      .map((fault) => ({ ...fault, word: `{{${fault.word}}}` })),
    ...found("figure", /\p{N}+/u),
    ...timeWords.flatMap((words) => found("time_word", words)),
    ...one("country_name", named !== undefined, named),
    ...found("address", addresses),
    ...readerWords.flatMap((words) => found("reader_named", words)),
    ...informalWords.flatMap((words) => found("informal", words)),
  ];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Are these the same words? */
export function isSameWording(one: Wording, other: Wording): boolean {
  return wordingFields.every((field) => one[field] === other[field]);
}
