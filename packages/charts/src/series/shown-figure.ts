import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndicatorRowView } from "./published.ts";
import { answerMark } from "./value-marks.ts";

/**
 * The figure that an answer shows, as it is shown: total of a count, percent of a share to one decimal, level of a scale, 1 or 0 of yes
 * or no. Null where a mark stands in its place, and for money, dates and texts: they are not drawn, and not compared.
 */
export function shownFigure(row: IndicatorRowView): number | null {
  const { value } = row;
  if (value === null || answerMark(row) !== null) return null;
  switch (value.type) {
    case "count":
      return value.total === "s" ? null : value.total;
    case "ratio":
      return typeof value.percent === "number" ? roundForDisplay(value.percent, 1) : null;
    case "ordinal":
      return value.level;
    case "boolean":
      return value.value ? 1 : 0;
    case "money":
    case "date":
    case "text":
      return null;
  }
}
