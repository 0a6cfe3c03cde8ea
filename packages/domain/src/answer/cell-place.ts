import { type AnswerValueOf, crossTabKey } from "./answer.ts";

/**
 * Where a figure of a count or ratio stands: `total`, `numerator`, `denominator`, `b/sex/female` (a cell of a breakdown) or
 * `x/sex×ageGroup/female/child` (a cell of a two-way table: row, column). The form keeps its texts by the same keys.
 */
export type CellPlace = string;

/** The cell of one category in a one-way breakdown. */
export function breakdownPlace(list: string, category: string): CellPlace {
  return `b/${list}/${category}`;
}

/** The cell of a two-way table; `lists` are its rows and columns in catalogue order. */
export function crossPlace(lists: readonly string[], row: string, column: string): CellPlace {
  return `x/${crossTabKey(lists)}/${row}/${column}`;
}

type Counted = AnswerValueOf<"count" | "ratio">;

/** Every figure that this value holds, by place; blank ones are absent. */
export function figuresByPlace(value: Counted): Map<CellPlace, number> {
  const figures = new Map<CellPlace, number>();
  const put = (place: CellPlace, figure: number | null) => {
    if (figure !== null) figures.set(place, figure);
  };
  if (value.type === "count") put("total", value.total);
  else {
    put("numerator", value.numerator);
    put("denominator", value.denominator);
  }
  for (const [list, cells] of Object.entries(value.breakdowns)) {
    for (const [category, figure] of Object.entries(cells)) put(breakdownPlace(list, category), figure);
  }
  for (const [table, rows] of Object.entries(value.crossTabs)) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, figure] of Object.entries(cells)) put(`x/${table}/${row}/${column}`, figure);
    }
  }
  return figures;
}
