import { shownFigure } from "@avances/charts/series";
import type { IndicatorRowView } from "#lib/published-queries.ts";
import { type Shade, shades } from "./heat-facts.ts";

/** A level on the ladder of its indicator. */
export interface LadderStep {
  readonly level: number;
  readonly top: number;
  /** How far up the ladder it is: ladders differ in length. */
  readonly shade: Shade;
  /** The level in the earlier round; null when it was the same, or none is shown. */
  readonly from: number | null;
}

/** Null for answers that are no level, and for marks. `top`: the highest level of the indicator. */
export function stepOf(
  row: IndicatorRowView,
  earlier: IndicatorRowView | undefined,
  top: number | null,
): LadderStep | null {
  if (row.value?.type !== "ordinal" || top === null) return null;
  const level = shownFigure(row);
  if (level === null) return null;
  const before = earlier?.value?.type === "ordinal" ? shownFigure(earlier) : null;
  const highest = shades.length - 1;
  const shade = top === 0 ? 0 : Math.round((highest * Math.max(0, Math.min(level, top))) / top);
  return { level, top, shade: shades[shade] ?? 0, from: before === level ? null : before };
}
