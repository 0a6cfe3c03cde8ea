import { shownFigure } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import type { PublicIndicator } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf, type Span, spanOf } from "#lib/speech.ts";

/** Can figures of this type be compared? Money, dates and texts cannot: currencies, plans and words differ. */
const isComparable = {
  ordinal: true,
  boolean: true,
  count: true,
  ratio: true,
  money: false,
  date: false,
  text: false,
} as const satisfies Readonly<Record<ValueType, boolean>>;
export type ComparableKind = { [T in ValueType]: (typeof isComparable)[T] extends true ? T : never }[ValueType];

function comparable(type: ValueType): type is ComparableKind {
  return isComparable[type];
}

/**
 * Each country's figure in the main round compared with its own first figure, for the countries that show both.
 * Figures are compared as shown, so that no sentence reports a change that the table does not show.
 */
export interface ComparisonFacts {
  readonly kind: ComparableKind;
  readonly round: NamedRound;
  /** From the catalogue; a sentence may say "better" only if there is one. */
  readonly direction: "higher_is_better" | "lower_is_better" | null;
  readonly compared: readonly string[];
  readonly higher: readonly string[];
  readonly lower: readonly string[];
  readonly same: readonly string[];
  /** Years of the data of the first figures. */
  readonly baselines: Span | null;
  /** Countries that show a figure now but none before. */
  readonly leftOut: readonly Gap<"no_earlier">[];
}

/** Null when nothing can be compared, because of the type of the values or because no country shows a figure. */
export function comparisonFacts(data: PublicIndicator): ComparisonFacts | null {
  const round = data.mainRound;
  const kind = data.indicator.valueType;
  if (!round || !comparable(kind)) return null;
  const now = figuresOf(data.rows.filter((row) => row.roundYear === round.roundYear));
  if (now.length === 0) return null;
  const before = figuresOf(data.rows.filter((row) => row.roundYear < round.roundYear));
  const pairs = now.map((one) => ({ ...one, first: firstOf(before.filter(({ country }) => country === one.country)) }));
  const compared = pairs.flatMap(({ country, figure, first }) =>
    first ? [{ country, change: figure - first.figure, since: first.referenceYear }] : [],
  );
  const codes = (list: typeof compared) => list.map(({ country }) => country);
  return {
    kind,
    round,
    direction: directionOf(data.indicator),
    compared: codes(compared),
    higher: codes(compared.filter(({ change }) => change > 0)),
    lower: codes(compared.filter(({ change }) => change < 0)),
    same: codes(compared.filter(({ change }) => change === 0)),
    baselines: spanOf(compared.map(({ since }) => since)),
    leftOut: gapsOf(
      ["no_earlier"],
      pairs.map(({ country, first }) => [country, first ? null : "no_earlier"]),
    ),
  };
}

/** Null for a count, which is never good or bad: more may mean better detection. */
function directionOf({ direction, valueType }: PublicIndicator["indicator"]): ComparisonFacts["direction"] {
  if (valueType === "count") return null;
  return direction === "higher_is_better" || direction === "lower_is_better" ? direction : null;
}

interface Figure {
  readonly country: string;
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly figure: number;
}

function figuresOf(rows: PublicIndicator["rows"]): Figure[] {
  return rows.flatMap((row) => {
    const figure = shownFigure(row);
    const { country, roundYear, referenceYear } = row;
    return figure === null ? [] : [{ country, roundYear, referenceYear, figure }];
  });
}

function firstOf(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>(
    (first, one) => (first === undefined || one.roundYear < first.roundYear ? one : first),
    undefined,
  );
}
