import type { MatterStep } from "../network/matter-calendar.ts";
import type { ProgressStep } from "../network/progress-calendar.ts";
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

/** What a placeholder becomes: see `PlaceholderValues` in the letters. */
export const placeholders = [
  ...(["country", "round", "data_year", "meeting", "commitment", "date", "standing", "days", "number"] as const),
] as const;
export type Placeholder = (typeof placeholders)[number];

interface MatterRule {
  /** What a subject says before all: it must name these. */
  readonly names: readonly Placeholder[];
  /** Those that name what is asked for in the text. */
  readonly inText: readonly Placeholder[];
  /** May a subject name the date apart from how it stands? */
  readonly datesSubject: boolean;
}

/** What a message asks for: the report of a round, what a country tells before a meeting, or an answer to a commitment and word of how it stands. */
const matterRules = {
  report: { names: ["country", "round"], inText: ["country", "round", "data_year"], datesSubject: true },
  // How a date of the Network stands says the day as well.
  progress: { names: ["meeting"], inText: ["country", "meeting"], datesSubject: false },
  commitment: { names: ["commitment"], inText: ["country", "commitment"], datesSubject: false },
} as const satisfies Readonly<Record<string, MatterRule>>;

export type WordingMatter = keyof typeof matterRules;
export const wordingMatters = Object.keys(matterRules) as readonly WordingMatter[];

/** The placeholders that messages about this may have, in one part or another. */
export type PlaceholderOf<M extends WordingMatter> =
  | (typeof matterRules)[M]["names" | "inText"][number]
  | Extract<Placeholder, "country" | "date" | "standing" | "days" | "number">;

/**
 * On which side of the date the message names. The day itself is still to come: it ends at midnight. `undated`: there is no date. `any`: the words
 * stand whatever the date is, so they cannot speak of it.
 */
type Side = "to_come" | "past" | "undated" | "any";

interface WordingRule {
  readonly about: WordingMatter;
  readonly step: NoticeStep | ProgressStep | MatterStep;
  /** Is the report returned, so that clarifications are asked for? Else it was never submitted. */
  readonly isReturned: boolean;
  readonly side: Side;
  /** Which placeholder besides what the message is about the subject must have, so that it says how the date stands; null = none. */
  readonly subjectNeeds: Placeholder | null;
  /** Must the opening words say which country is addressed about which round? */
  readonly opensWithRound: boolean;
  /** May the subject say which request it is? */
  readonly isNumbered: boolean;
}

const rule = { isReturned: false, subjectNeeds: "standing", opensWithRound: false, isNumbered: false } as const;
const report = { ...rule, about: "report" } as const;
const returnedWork = { ...report, isReturned: true } as const;
const byHand = { step: "resend", isNumbered: true } as const;
const progress = { ...rule, about: "progress", isNumbered: true } as const;
const commitment = { ...rule, about: "commitment" } as const;
const undated = { side: "undated", subjectNeeds: null } as const;

/**
 * The messages with words that can be edited: the steps of the calendar, reminders by hand by what is awaited and on which side of the date, and the
 * requests of the Network in the same way. A message in another situation (a report that was withdrawn, a country that reports voluntarily, an
 * organisation in place of a country) has the built-in words. Each step of a request of the Network must have its words: the compiler asks.
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
  resend_before: { ...report, ...byHand, side: "to_come" },
  resend_overdue: { ...report, ...byHand, side: "past" },
  resend_returned: { ...returnedWork, ...byHand, side: "to_come" },
  resend_returned_overdue: { ...returnedWork, ...byHand, side: "past" },
  progress_asked: { ...progress, step: "progress_asked", side: "to_come" },
  progress_asked_undated: { ...progress, ...undated, step: "progress_asked" },
  progress_before_3: { ...progress, step: "progress_before_3", side: "to_come" },
  progress_overdue_1: { ...progress, step: "progress_overdue_1", side: "past" },
  progress_by_hand: { ...progress, step: "progress_by_hand", side: "to_come" },
  progress_by_hand_overdue: { ...progress, step: "progress_by_hand", side: "past" },
  progress_by_hand_undated: { ...progress, ...undated, step: "progress_by_hand" },
  matter_sent: { ...commitment, step: "matter_sent", side: "any", subjectNeeds: null },
  matter_resend: { ...commitment, step: "matter_resend", side: "to_come" },
  matter_resend_overdue: { ...commitment, step: "matter_resend", side: "past" },
  matter_resend_undated: { ...commitment, ...undated, step: "matter_resend" },
  reply_before_7: { ...commitment, step: "reply_before_7", side: "to_come" },
  reply_overdue_1: { ...commitment, step: "reply_overdue_1", side: "past" },
  commitment_before_14: { ...commitment, step: "commitment_before_14", side: "to_come" },
  commitment_overdue_1: { ...commitment, step: "commitment_overdue_1", side: "past" },
} as const satisfies Readonly<Record<string, WordingRule>> & Readonly<Record<ProgressStep | MatterStep, WordingRule>>;

export type WordingKind = keyof typeof wordingRules;
export const wordingKinds = Object.keys(wordingRules) as readonly WordingKind[];

/** The kinds of messages about this. */
export type WordingKindOf<M extends WordingMatter> = {
  readonly [K in WordingKind]: (typeof wordingRules)[K]["about"] extends M ? K : never;
}[WordingKind];
export function isAbout<M extends WordingMatter>(kind: WordingKind, matter: M): kind is WordingKindOf<M> {
  return wordingRules[kind].about === matter;
}
export const reportWordings = wordingKinds.filter((kind) => isAbout(kind, "report"));

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
export function wordingKindOf(situation: WordingSituation): WordingKindOf<"report"> | null {
  const { step, isReturned, obligated, isWithdrawn, relation } = situation;
  if (!isReturned && (isWithdrawn || !obligated)) return null;
  return (
    reportWordings.find((kind) => wordingRules[kind].isReturned === isReturned && fits(kind, step, relation)) ?? null
  );
}

/** The same of a request of the Network to a country. `relation`: of the day by which it is asked for; null = there is none. */
export function requestWordingOf(step: ProgressStep | MatterStep, relation: DateRelation | null): WordingKind | null {
  return wordingKinds.find((kind) => fits(kind, step, relation)) ?? null;
}

function fits(kind: WordingKind, of: WordingRule["step"], relation: DateRelation | null): boolean {
  const { step, side }: WordingRule = wordingRules[kind];
  const seen: Side = relation === null ? "undated" : relation === "past" ? "past" : "to_come";
  return step === of && (side === seen || side === "any");
}

/** The placeholders that a part may have, and those that it must have. */
export function placeholdersOf(
  kind: WordingKind,
  field: WordingField,
): { readonly allowed: readonly Placeholder[]; readonly required: readonly Placeholder[] } {
  const { about, side, subjectNeeds, opensWithRound, isNumbered }: WordingRule = wordingRules[kind];
  const { names, inText, datesSubject }: MatterRule = matterRules[about];
  const isDated = side === "to_come" || side === "past";
  // How many days have passed can be said only where some have.
  const past: readonly Placeholder[] = side === "past" ? ["days"] : [];
  if (field === "subject") {
    const standing: readonly Placeholder[] = isDated ? [...(datesSubject ? (["date"] as const) : []), "standing"] : [];
    const allowed = [...new Set([...(["country"] as const), ...names, ...standing, ...past])];
    return {
      allowed: isNumbered ? [...allowed, "number"] : allowed,
      required: [...names, ...(subjectNeeds === null ? [] : [subjectNeeds])],
    };
  }
  return {
    allowed: [...inText, ...(isDated ? (["date"] as const) : []), ...past],
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
