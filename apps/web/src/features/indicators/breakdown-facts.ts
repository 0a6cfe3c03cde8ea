import { type BreakdownFigure, type RowOfBreakdown, type ValueMark, valueMarks } from "@avances/charts/series";
import type { PublicIndicator } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf } from "#lib/speech.ts";

/** Who gave a breakdown in one round, where some of it is hidden, and who has none and why. */
export interface BreakdownFacts {
  readonly round: NamedRound;
  /** Countries with a value, shown or hidden: only these can be divided. */
  readonly answered: readonly string[];
  readonly divided: readonly string[];
  /** Of `divided`: countries with a hidden figure. */
  readonly hidden: readonly string[];
  readonly leftOut: readonly Gap<ValueMark>[];
}

export function breakdownFacts(data: PublicIndicator, round: NamedRound, rowOf: RowOfBreakdown): BreakdownFacts {
  const rows = data.countries.map(({ iso3 }) => ({ iso3, row: rowOf(iso3, round.roundYear) }));
  const codes = (list: typeof rows) => list.map(({ iso3 }) => iso3);
  const isHidden = (figure: BreakdownFigure) => figure === "suppressed";
  return {
    round,
    answered: codes(rows.filter(({ row }) => row.kind !== "state")),
    divided: codes(rows.filter(({ row }) => row.kind === "divided")),
    hidden: codes(rows.filter(({ row }) => row.kind === "divided" && row.figures.some(isHidden))),
    leftOut: gapsOf(
      valueMarks,
      rows.map(({ iso3, row }) => [iso3, row.kind === "state" ? row.mark : null]),
    ),
  };
}
