import type { BreakdownRow } from "../series/breakdown.ts";

/**
 * Lengths of the bars of each row, in percent of the room, in the order of its figures. What is divided has the whole room: that of the row
 * itself, or with `oneScale` the largest one shown in any row, be it divided or not. Null where there is no bar: in the place of a figure that is not shown, and in a whole
 * row whose total is hidden, because lengths of known figures would then measure it.
 */
export function placeRowBars(
  rows: readonly BreakdownRow[],
  oneScale: boolean,
): readonly (readonly (number | null)[])[] {
  const heads = rows.map((row) => (row.kind !== "state" && typeof row.head === "number" ? row.head : null));
  const largest = Math.max(0, ...heads.flatMap((head) => head ?? []));
  return rows.map((row, place) => {
    if (row.kind !== "divided") return [];
    const head = heads[place] ?? null;
    const whole = oneScale ? largest : head;
    return row.figures.map((figure) => {
      if (head === null || whole === null || typeof figure !== "number") return null;
      return whole === 0 ? 0 : (figure / whole) * 100;
    });
  });
}
