import { type CountedValue, figuresByPlace, linkedFigureOf } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator } from "@avances/domain/catalogue";
import type { Sheet } from "./clipboard.ts";

/** The figures of an answer as a ministry keeps them in a sheet of its own, in Spanish: breakdown, label, figure; two-way tables with their heads. */
export function sheetOf(catalogue: Catalogue, indicator: Indicator, value: CountedValue): Sheet {
  const isLinked = linkedFigureOf(indicator) !== null;
  const label = (list: string, code: string) =>
    findCodeList(catalogue, list)?.codes.find((category) => category.code === code)?.label.es ?? code;
  const sheet: string[][] = [...figuresByPlace(value)].flatMap(([place, figure]) => {
    const [kind, list = "", category = ""] = place.split("/");
    if (kind === "b") return [[findCodeList(catalogue, list)?.name.es ?? "", label(list, category), String(figure)]];
    if (kind === "total") return [["", "Total", String(figure)]];
    if (kind === "numerator") return [["", "Numerador", String(figure)]];
    // A denominator that must be another answer's figure is not in the sheet: it follows.
    return kind === "denominator" && !isLinked ? [["", "Denominador", String(figure)]] : [];
  });
  for (const [lists, rows] of Object.entries(value.crossTabs)) {
    const [rowList = "", columnList = ""] = lists.split("×");
    const columns = findCodeList(catalogue, columnList)?.codes ?? [];
    sheet.push(["", "", ...columns.map((column) => column.label.es)]);
    for (const [row, cells] of Object.entries(rows))
      sheet.push(["", label(rowList, row), ...columns.map((column) => String(cells[column.code] ?? ""))]);
  }
  return sheet;
}
