import { answerMark, marksAmong, marksOfReports, unpublishedOf, type ValueMark } from "@avances/charts/series";
import type { PublicCountry } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Change, type ChangeFacts, type IndicatorOfCountry, rowOf } from "./change-facts.ts";

/** One round of the strip: `mark` null when its report is published. */
export interface SheetRound extends NamedRound {
  readonly mark: ValueMark | null;
}

/** The newest rounds, oldest first, and how many came before them. `today` as `yyyy-mm-dd`. */
export function sheetRounds(
  data: Pick<PublicCountry, "country" | "rounds" | "reporting">,
  today: string,
  most: number,
): { readonly rounds: readonly SheetRound[]; readonly earlier: number } {
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  const all = data.reporting
    .toSorted((one, other) => one.roundYear - other.roundYear)
    .map(({ roundYear, referenceYear, state }) => ({
      roundYear,
      referenceYear,
      mark: state === "published" ? null : markOf(data.country.iso3, roundYear),
    }));
  const rounds = all.slice(-most);
  return { rounds, earlier: all.length - rounds.length };
}

/** A line of what is counted: a figure for each round, or the mark in its place. */
export interface CountedRow {
  readonly indicator: IndicatorOfCountry;
  readonly cells: readonly (number | ValueMark)[];
}

export interface CountedFacts {
  readonly rounds: readonly SheetRound[];
  readonly rows: readonly CountedRow[];
}

/** What is counted, in the order of the catalogue, in the newest rounds up to the newest report: later ones have no figure yet. */
export function countedFacts(
  { indicators }: Pick<PublicCountry, "indicators">,
  rounds: readonly SheetRound[],
  most: number,
): CountedFacts {
  const newest = rounds.findLastIndex(({ mark }) => mark === null);
  const shown = rounds.slice(0, newest + 1).slice(-most);
  const counted = indicators.filter(({ valueType }) => valueType === "count");
  return {
    rounds: shown,
    rows: counted.map((indicator) => ({ indicator, cells: shown.map((round) => cellOf(indicator, round)) })),
  };
}

function cellOf(indicator: IndicatorOfCountry, round: SheetRound): number | ValueMark {
  const row = rowOf(indicator, round);
  if (!row) return round.mark ?? "not_reported";
  const total = row.value?.type === "count" ? row.value.total : "s";
  return answerMark(row) ?? (total === "s" ? "suppressed" : total);
}

/**
 * What moved, in the order of the catalogue: higher and lower are not sorted apart, so that neither comes first. Counts and amounts are left out:
 * the sheet shows the figures of the counts themselves, by year.
 */
export function movedOf({ measured, dated }: ChangeFacts): readonly Change[] {
  return [...measured, ...dated].filter(({ direction }) => direction !== "same");
}

/** How many of the same values did not move. */
export function unchangedOf({ measured, dated }: ChangeFacts): number {
  return [...measured, ...dated].filter(({ direction }) => direction === "same").length;
}

/** All marks on the sheet, once each, in the order of the legend. */
export function marksOnSheet(rounds: readonly SheetRound[], counted: readonly CountedRow[]): readonly ValueMark[] {
  return marksAmong([
    ...rounds.map(({ mark }) => mark),
    ...counted.flatMap(({ cells }) => cells.map((cell) => (typeof cell === "number" ? null : cell))),
  ]);
}
