import type { Indicator, IndicatorCode } from "../catalogue/catalogue.ts";
import type { Answers } from "./answer.ts";
import { isCounted } from "./counted-value.ts";

/** A figure of another answer, which a denominator must equal: its total, or one cell of a breakdown. */
export interface LinkedFigure {
  readonly code: IndicatorCode;
  readonly cell: { readonly list: string; readonly category: string } | null;
}

/** The figure that this indicator's denominator must equal (`TIP-PRO-01`, `TIP-PRO-01[ageGroup=child]`), or null. */
export function linkedFigureOf(indicator: Indicator): LinkedFigure | null {
  const match = /^([^[\]]+)(?:\[([^=]+)=([^\]]+)\])?$/.exec(indicator.ratio?.denominator.mustEqual ?? "");
  if (match === null) return null;
  const [, code = "", list, category] = match;
  return { code, cell: list === undefined || category === undefined ? null : { list, category } };
}

/** The figure as these answers have it; null while it is blank, and when that answer has no value. */
export function readLinkedFigure({ code, cell }: LinkedFigure, answers: Answers): number | null {
  const answer = answers.get(code);
  if (answer?.state !== "reported" || !isCounted(answer.value)) return null;
  const { value } = answer;
  if (cell !== null) return value.breakdowns[cell.list]?.[cell.category] ?? null;
  return value.type === "count" ? value.total : value.numerator;
}
