import { shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndicatorRowView } from "./published.ts";
import { answerMark } from "./value-marks.ts";

/**
 * The figure of an answer as it is shown: total of a count, percent of a share with its decimals, level of a scale, 1 or 0 for yes or
 * no. Null when a mark is shown instead, and for money, dates and texts, which are not drawn or compared.
 */
export function shownFigure(row: IndicatorRowView): number | null {
  const { value } = row;
  if (value === null || answerMark(row) !== null) return null;
  switch (value.type) {
    case "count":
      return value.total === "s" ? null : value.total;
    case "ratio":
      return typeof value.percent === "number" ? roundForDisplay(value.percent, shownDecimals) : null;
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
