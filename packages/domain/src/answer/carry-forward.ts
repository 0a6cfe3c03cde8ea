import type { Indicator } from "../catalogue/catalogue.ts";
import type { Answer, AnswerValue } from "./answer.ts";
import { isReported } from "./complete-value.ts";

/**
 * The answer that "same as last round" would save: value, state, reason and evidence as accepted, without the comment (it spoke of
 * that round). Null when the indicator is asked afresh each round, when nothing was accepted, or when the accepted answer no longer
 * fits the indicator. Never saved silently: the country confirms each one. Methodology §8.
 */
export function carriedAnswer(indicator: Indicator, previous: Answer | undefined): Answer | null {
  if (!indicator.carryForward || previous === undefined || !stillFits(indicator, previous)) return null;
  return { ...previous, indicatorCode: indicator.code, comment: "" };
}

function stillFits(indicator: Indicator, { state, value, ...previous }: Answer): boolean {
  if (state !== "reported") return indicator.allowedMissing.includes(state);
  if (!isReported({ state, value, ...previous }) || value?.type !== indicator.valueType) return false;
  return stillExists(indicator, value);
}

/** Are the level, currency or categories that the value names still in the catalogue? */
function stillExists(indicator: Indicator, value: AnswerValue): boolean {
  switch (value.type) {
    case "ordinal":
      return (indicator.levels ?? []).some(({ level }) => level === value.level);
    case "boolean":
    case "count":
    case "ratio":
    case "money":
    case "date":
    case "text":
      return true;
  }
}
