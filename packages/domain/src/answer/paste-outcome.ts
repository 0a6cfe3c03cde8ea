import type { Catalogue, Indicator } from "../catalogue/catalogue.ts";
import type { CellPlace } from "./cell-place.ts";
import { cellRelations, computeCells } from "./computed-cells.ts";
import type { PastedCell, PasteRefusal } from "./pasted-block.ts";

/** What becomes of one pasted figure. */
export type PasteFate =
  /** Goes into its cell. `before`: the figure that stands there, if any. */
  | { readonly kind: "taken"; readonly figure: number; readonly before: number | null }
  /** A sum that the answer's own cells give: compared, not taken. */
  | { readonly kind: "checked"; readonly figure: number }
  | { readonly kind: "refused"; readonly refusal: PasteRefusal }
  /** A sum that differs from what the cells give. */
  | { readonly kind: "differs"; readonly figure: number; readonly gives: number };

export interface FatedCell extends PastedCell {
  readonly fate: PasteFate;
}

/**
 * What becomes of each cell of a block, given what is typed now. Sums that follow from other cells, once the block is in them, are only
 * checked: margins, a total that a whole table gives, a denominator of another answer.
 */
export function pasteOutcome(input: {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly cells: readonly PastedCell[];
  /** Readable typed figures by place. */
  readonly typed: ReadonlyMap<CellPlace, number>;
  readonly linked: number | null;
}): readonly FatedCell[] {
  const { catalogue, indicator, cells, typed, linked } = input;
  const readable = cells.filter(({ place, figure }) => place !== null && figure !== null);
  const relations = cellRelations(catalogue, indicator);
  const margins = new Set(relations.filter(({ kind }) => kind === "margin").map(({ whole }) => whole));
  const totals = new Set(relations.filter(({ kind }) => kind === "table").map(({ whole }) => whole));
  const isLinked = (place: CellPlace) => place === "denominator" && linked !== null;
  const isSumPlace = (place: CellPlace) => margins.has(place) || totals.has(place) || isLinked(place);
  // What the cells themselves give, without any sum: a total that they give is only compared.
  const parts = new Map([...typed].filter(([place]) => !isSumPlace(place)));
  for (const { place, figure } of readable)
    if (place !== null && figure !== null && !isSumPlace(place)) parts.set(place, figure);
  const byCells = computeCells({ catalogue, indicator, typed: parts, linked });
  // With the total, the blanks of a table may be known too, and so its margins.
  const withTotals = new Map(parts);
  for (const place of totals) {
    if (byCells.has(place)) continue;
    const total = readable.find((cell) => cell.place === place)?.figure ?? typed.get(place);
    if (total !== undefined) withTotals.set(place, total);
  }
  const given = computeCells({ catalogue, indicator, typed: withTotals, linked });
  return cells.map((cell): FatedCell => {
    const { place, figure, refusal } = cell;
    if (place === null || figure === null)
      return { ...cell, fate: { kind: "refused", refusal: refusal ?? { kind: "no-such-label" } } };
    const sum = given.get(place);
    const isSum = sum !== undefined && (sum.origin === "margin" || sum.origin === "sum" || sum.origin === "equal");
    if (isSum) {
      return sum.figure === figure
        ? { ...cell, fate: { kind: "checked", figure } }
        : { ...cell, fate: { kind: "differs", figure, gives: sum.figure } };
    }
    return { ...cell, fate: { kind: "taken", figure, before: typed.get(place) ?? null } };
  });
}
