import type { Answer } from "../answer/answer.ts";
import { isCompleteValue } from "../answer/complete-value.ts";
import { type CountedType, type CountedValue, isCounted } from "../answer/counted-value.ts";
import {
  type Catalogue,
  findCodeList,
  findIndicator,
  type Indicator,
  type IndicatorCode,
} from "../catalogue/catalogue.ts";
import type { CellId } from "./cell.ts";

export type FigurePart = "total" | "numerator" | "denominator";

/** The parts of a counted value; the first is the one that is broken down. */
const partsOf = {
  count: ["total"],
  ratio: ["numerator", "denominator"],
} as const satisfies Readonly<Record<CountedType, readonly FigurePart[]>>;

/** `TIP-PRO-01.total`, `TIP-PRO-04.numerator`. */
export function figureId(code: IndicatorCode, part: FigurePart): CellId {
  return `${code}.${part}`;
}

/** `TIP-PRO-01.sex.female`. */
export function categoryId(code: IndicatorCode, list: string, category: string): CellId {
  return `${code}.${list}.${category}`;
}

/** The figure that is broken down: the total of a count, the numerator of a ratio. */
export function headId(code: IndicatorCode, value: CountedValue): CellId {
  return figureId(code, partsOf[value.type][0]);
}

/** The value's own figures; the first is the one that is broken down. */
export function ownFigureIds(code: IndicatorCode, value: CountedValue): readonly CellId[] {
  return partsOf[value.type].map((part) => figureId(code, part));
}

/** The complete count or ratio of a reported answer; null for every other answer and when a part is still blank. */
export function countedValue(answer: Answer | undefined): CountedValue | null {
  const value = answer?.state === "reported" ? answer.value : null;
  return isCounted(value) && isCompleteValue(value) ? value : null;
}

/** A breakdown as reported, with only the lists and categories of the catalogue, in catalogue order. */
export interface ReportedBreakdown {
  readonly list: string;
  readonly exclusive: boolean;
  /** Every category of the list has a number. */
  readonly complete: boolean;
  readonly figures: readonly (readonly [category: string, value: number])[];
}

/** The breakdowns of a value that have at least one number. */
export function reportedBreakdowns(
  catalogue: Catalogue,
  indicator: Indicator,
  value: CountedValue,
): readonly ReportedBreakdown[] {
  return indicator.disaggregations.flatMap((list) => {
    const codeList = findCodeList(catalogue, list);
    const given = value.breakdowns[list];
    if (!codeList || !given) return [];
    const figures = codeList.codes.flatMap(({ code }) => {
      const figure = given[code];
      return figure === undefined ? [] : [[code, figure] as const];
    });
    if (figures.length === 0) return [];
    return [{ list, exclusive: codeList.exclusive, complete: figures.length === codeList.codes.length, figures }];
  });
}

/** Figure that a ratio's denominator must equal (`TIP-PRO-01` or `TIP-PRO-01[ageGroup=child]`), or null. */
export function linkedFigure(
  catalogue: Catalogue,
  indicator: Indicator,
): { readonly code: IndicatorCode; readonly id: CellId } | null {
  const match = /^([^[\]]+)(?:\[([^=]+)=([^\]]+)\])?$/.exec(indicator.ratio?.denominator.mustEqual ?? "");
  const code = match?.[1];
  if (!match || code === undefined || !findIndicator(catalogue, code)) return null;
  const [, , list, category] = match;
  return { code, id: list && category ? categoryId(code, list, category) : figureId(code, "total") };
}

/** T of an indicator, or null when its figures need no protection. An indicator's own `suppressionThreshold` overrides the catalogue's. */
export function thresholdOf(
  catalogue: Catalogue,
  indicator: Indicator & { readonly suppressionThreshold?: number },
): number | null {
  if (!indicator.smallCellSuppression) return null;
  return indicator.suppressionThreshold ?? catalogue.suppression.threshold;
}

/** Smallest denominator on which the indicator's ratio is scored; null when it is not scored as a ratio. */
export function minDenominatorOf(indicator: Indicator): number | null {
  return indicator.scoring?.method === "linear" ? indicator.scoring.minDenominator : null;
}
