import type { CountryCode } from "../reference/country.ts";

/** Name of a figure inside one table set: `TIP-PRO-01.total`, `TIP-PRO-01.sex.female`. */
export type CellId = string;

/** One figure of tables that are published together. */
export interface Cell {
  readonly id: CellId;
  /** Whole number ≥ 0: the true figure. */
  readonly value: number;
  /** Country that reported it and therefore knows it; null for a figure that belongs to nobody alone (a regional sum). */
  readonly owner: CountryCode | null;
  /** T: nobody may be able to narrow down a count of persons from 1 to T − 1. Null when the figure needs no protection of its own. */
  readonly threshold: number | null;
  /** An earlier public version hid this figure: it stays hidden unless it is zero, which is shown. */
  readonly sticky?: boolean;
  /** Never shown, even when zero. With floor 0 nobody can tell whether it is zero. */
  readonly fixedHidden?: boolean;
  /** Smallest value that everybody knows without seeing the figure. Absent = 1 (zeros are shown, so a hidden figure is at least 1). */
  readonly floor?: number;
  /** Largest value that everybody knows it can have; absent = no limit known. */
  readonly ceiling?: number;
}

/** total = Σ parts. */
export interface Relation {
  readonly total: CellId;
  readonly parts: readonly CellId[];
  /**
   * When the total is itself a small count, hide every part, zeros included. A visible zero would reveal that the other parts share
   * a handful of persons, and that a part known to be at least 1 leaves no other part the whole. What can be no larger than
   * such parts is hidden with them (see `insideSmallWholes`). Set for the breakdown of a figure, not for the countries of a region.
   */
  readonly hideWholeWhenSmall?: boolean;
  /** The parts are never shown (cells of a two-way table that is not published): the total is a margin, and given up as the part of a figure that it is. */
  readonly neverShown?: boolean;
}

/** Σ smaller ≤ Σ larger. Everybody knows it, because a submission that breaks it is refused. */
export interface Inequality {
  readonly smaller: readonly CellId[];
  readonly larger: readonly CellId[];
  /** The same for a part of a whole (numerator and denominator): the other part is not written down. */
  readonly hideWholeWhenSmall?: boolean;
}

/** Smallest and largest value that the public must consider possible; `hi` null = no limit. */
export interface PublicInterval {
  readonly lo: number;
  readonly hi: number | null;
}

/** Is the figure itself a small count of persons (1 to T − 1)? */
export function isPrimary(cell: Pick<Cell, "value" | "threshold">): boolean {
  return cell.threshold !== null && cell.value >= 1 && cell.value < cell.threshold;
}
