import { isCounted } from "@avances/domain/answer";
import type { PublishedFigure } from "@avances/domain/suppression";
import type { IndicatorRowView, PublicIndicator } from "./published.ts";
import { marksOfReports } from "./report-marks.ts";
import { answerMark, type ValueMark } from "./value-marks.ts";

/** A figure of a breakdown, or the mark that stands in its place. */
export type BreakdownFigure = number | ValueMark;

/** What a country published by one list of categories in one round. */
export type BreakdownRow =
  /** No report, or an answer without a value: the whole row is in this state. */
  | { readonly kind: "state"; readonly mark: ValueMark }
  /** There is a value, but not by these categories. */
  | { readonly kind: "undivided"; readonly head: BreakdownFigure }
  /** `head`: what is divided, the total of a count or the numerator of a share. `figures`: in the order of the categories. */
  | { readonly kind: "divided"; readonly head: BreakdownFigure; readonly figures: readonly BreakdownFigure[] };

/** Sex and age group at once. It is published only where nothing in the two-way table is hidden. */
export const personsBy = "persons";
export const personGroups = ["women", "men", "girls", "boys", "rest"] as const;
const twoWayTable = "sex×ageGroup";
const adultsAndChildren = [
  ["female", "adult"],
  ["male", "adult"],
  ["female", "child"],
  ["male", "child"],
] as const;

/** Was the two-way table published anywhere, so that women, men, girls and boys can be told apart? */
export function hasPersonGroups(data: Pick<PublicIndicator, "rows">): boolean {
  return data.rows.some(({ value }) => value?.type === "count" && value.crossTabs[twoWayTable] !== undefined);
}

/** The row of a country and round, by a code list of the indicator or by `personsBy`. */
export type RowOfBreakdown = (country: string, roundYear: number) => BreakdownRow;

/**
 * Every country and round by one list of categories; `categories` in the order in which they are shown (not used for `personsBy`).
 * `today` as `yyyy-mm-dd`. Nothing is computed that the edition does not show: no share, and no sum over a hidden figure.
 */
export function breakdownRows(
  data: PublicIndicator,
  by: string,
  categories: readonly string[],
  today: string,
): RowOfBreakdown {
  const rows = new Map(data.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(data, today);
  return (country, roundYear) => {
    const row = rows.get(`${country} ${roundYear}`);
    if (!row) return { kind: "state", mark: markOf(country, roundYear) };
    const { value } = row;
    if (!isCounted(value)) return { kind: "state", mark: answerMark(row) ?? "not_reported" };
    const head = shown(value.type === "count" ? value.total : value.numerator);
    const figures = by === personsBy ? personsOf(value) : divided(value, by, categories);
    return figures === null ? { kind: "undivided", head } : { kind: "divided", head, figures };
  };
}

type Counted = Extract<NonNullable<IndicatorRowView["value"]>, { type: "count" | "ratio" }>;

const shown = (figure: PublishedFigure | undefined): BreakdownFigure =>
  figure === undefined ? "not_reported" : figure === "s" ? "suppressed" : figure;

function divided(value: Counted, list: string, categories: readonly string[]): readonly BreakdownFigure[] | null {
  const own = value.breakdowns[list];
  return own === undefined ? null : categories.map((category) => shown(own[category]));
}

/** In the order of `personGroups`; the rest is everybody whose sex or age group is another one or not known. */
function personsOf(value: Counted): readonly BreakdownFigure[] | null {
  const table = value.type === "count" ? value.crossTabs[twoWayTable] : undefined;
  if (table === undefined) return null;
  const known = adultsAndChildren.map(([sex, age]) => shown(table[sex]?.[age]));
  const isKnown = (sex: string, age: string) => adultsAndChildren.some(([s, a]) => s === sex && a === age);
  const rest = Object.entries(table).flatMap(([sex, ages]) =>
    Object.entries(ages).flatMap(([age, figure]) => (isKnown(sex, age) ? [] : figure)),
  );
  return [...known, rest.length === 0 ? "not_reported" : rest.reduce((sum, figure) => sum + figure, 0)];
}
