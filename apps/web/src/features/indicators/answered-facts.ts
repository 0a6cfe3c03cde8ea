import { answerMark, marksOfReports, shownFigure, type ValueMark, valueMarks } from "@avances/charts/series";
import type { PublicIndicator } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf, type Span, spanOf } from "#lib/speech.ts";

/** Who answered an indicator in the main round, what was answered, and who has no figure and why. */
export interface AnsweredFacts {
  readonly round: NamedRound;
  readonly reports: readonly string[];
  /** Countries with a value, whether shown, hidden or on too few cases. */
  readonly answered: readonly string[];
  readonly shown: ShownFacts;
  /** All countries of the region whose figure is not shown. */
  readonly leftOut: readonly Gap<ValueMark>[];
}

/** A summary of the figures shown, by kind. The countries at the ends of a range are not named. */
export type ShownFacts =
  | { readonly kind: "none" }
  | { readonly kind: "count" | "ratio"; readonly n: number; readonly span: Span }
  /** Lowest level first; `value` is the level, or 1 and 0 of yes and no. */
  | { readonly kind: "ordinal" | "boolean"; readonly groups: readonly { readonly value: number; readonly n: number }[] }
  | { readonly kind: "money"; readonly currencies: readonly { readonly code: string; readonly n: number }[] }
  | { readonly kind: "date"; readonly n: number; readonly from: string; readonly to: string }
  | { readonly kind: "text" };

type Row = PublicIndicator["rows"][number];

/** Null before anything is published. `today` as `yyyy-mm-dd`. */
export function answeredFacts(data: PublicIndicator, today: string): AnsweredFacts | null {
  const round = data.mainRound;
  if (!round) return null;
  const rows = new Map(data.rows.filter((row) => row.roundYear === round.roundYear).map((row) => [row.country, row]));
  const markOf = marksOfReports(data, today);
  const own = [...rows.values()];
  return {
    round,
    reports: [...rows.keys()],
    answered: own.filter(isAnswered).map(({ country }) => country),
    shown: shownFacts(own.filter((row) => answerMark(row) === null)),
    leftOut: gapsOf(
      valueMarks,
      data.countries.map(({ iso3 }) => {
        const row = rows.get(iso3);
        return [iso3, row ? answerMark(row) : markOf(iso3, round.roundYear)];
      }),
    ),
  };
}

function isAnswered(row: Row): boolean {
  const mark = answerMark(row);
  return mark === null || mark === "suppressed" || mark === "small_base";
}

function shownFacts(rows: readonly Row[]): ShownFacts {
  const values = rows.flatMap(({ value }) => value ?? []);
  const type = values[0]?.type;
  const figures = rows.flatMap((row) => shownFigure(row) ?? []);
  switch (type) {
    case undefined:
      return { kind: "none" };
    case "count":
    case "ratio": {
      const span = spanOf(figures);
      return span ? { kind: type, n: figures.length, span } : { kind: "none" };
    }
    case "ordinal":
    case "boolean":
      return {
        kind: type,
        groups: tally(figures)
          .map(([value, n]) => ({ value, n }))
          .sort((a, b) => a.value - b.value),
      };
    case "money":
      return {
        kind: type,
        currencies: tally(values.flatMap((value) => (value.type === "money" ? value.currency : [])))
          .map(([code, n]) => ({ code, n }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      };
    case "date": {
      const dates = values.flatMap((value) => (value.type === "date" ? value.date : [])).sort();
      return { kind: type, n: dates.length, from: dates[0] ?? "", to: dates.at(-1) ?? "" };
    }
    case "text":
      return { kind: type };
    default:
      return type satisfies never;
  }
}

/** Each value that occurs, with how often. */
function tally<T>(values: readonly T[]): [T, number][] {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found];
}
