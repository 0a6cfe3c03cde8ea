import type { IndicatorCode, MissingState, ValueType } from "../catalogue/catalogue.ts";
import type { CalendarDate } from "../round/calendar-date.ts";

/** One-way breakdowns: code list → category → whole number. A category that is absent was left blank, which is never zero. */
export type Breakdowns = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Two-way tables, keyed `sex×ageGroup` (see `crossTabKey`): first category → second category → whole number. */
export type CrossTabs = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/**
 * Why a figure stands in a cell although nobody typed it. Each is the only number that the rest of the answer allows there; elsewhere a
 * blank stays blank (`computeCells`).
 *
 * `margin`: the sum of a row or column of a two-way table · `sum`: the total, from a whole two-way table · `remainder`: the last cell, from
 * the total and all others of parts that add up · `zero`: the others have reached the total already · `equal`: a denominator that must be
 * a figure of another answer.
 */
export const cellOrigins = ["margin", "sum", "remainder", "zero", "equal"] as const;
export type CellOrigin = (typeof cellOrigins)[number];

/** What can be said about the cells of a count or ratio. Both are absent in answers from before they existed, and where they say nothing. */
export interface CellFacts {
  /** The computed cells by place (`CellPlace`), each with its origin. Their numbers stand in their cells like any other. */
  readonly computed?: Readonly<Record<string, CellOrigin>>;
  /** The country says that only the total (the numerator) is known: there are no cells, and none is missing. */
  readonly totalOnly?: true;
}

/**
 * What a value of each type holds. Parts of a count or ratio may be null while the answer is being prepared
 * (people leave one field before they fill the next); such an answer cannot be submitted (finding `incomplete`).
 */
export interface AnswerValues {
  readonly ordinal: { readonly level: number };
  readonly boolean: { readonly value: boolean };
  readonly count: {
    readonly total: number | null;
    readonly breakdowns: Breakdowns;
    readonly crossTabs: CrossTabs;
  } & CellFacts;
  readonly ratio: {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly breakdowns: Breakdowns;
    readonly crossTabs: CrossTabs;
  } & CellFacts;
  /** Whole minor units (céntimos, cents) of an ISO 4217 currency. */
  readonly money: { readonly amountMinor: number; readonly currency: string };
  readonly date: { readonly date: CalendarDate };
  readonly text: { readonly text: string };
}

/** A value of one of these types, named by its type. */
export type AnswerValueOf<T extends ValueType> = { [K in T]: { readonly type: K } & AnswerValues[K] }[T];
export type AnswerValue = AnswerValueOf<ValueType>;

/** Where an answer can be verified: a law, a plan, a register. Never a person. */
export interface EvidenceReference {
  readonly title: string;
  /** https address, or null. */
  readonly url: string | null;
  /** Law, article, page; or null. */
  readonly locator: string | null;
}

/** Most references an answer may have. */
export const mostEvidence = 20;

/** What a country says in one indicator. Absent answer = `not_reported`. */
export interface Answer {
  readonly indicatorCode: IndicatorCode;
  /** `reported` needs a value; the two missing states need a reason and no value. */
  readonly state: "reported" | MissingState;
  readonly value: AnswerValue | null;
  /** Why there is no value. Empty string when none was given. */
  readonly reason: string;
  /** What the country says about a warning or about the figure. Empty string when none. */
  readonly comment: string;
  readonly evidence: readonly EvidenceReference[];
}

/** Answers of one submission by indicator code. */
export type Answers = ReadonlyMap<IndicatorCode, Answer>;

/** Key of a two-way table in `CrossTabs`: the two code lists in catalogue order, joined by `×`. */
export function crossTabKey(lists: readonly string[]): string {
  return lists.join("×");
}
