import type { Indicator } from "../catalogue/catalogue.ts";
import { lapses } from "../catalogue/lapsing.ts";
import type { Answer, AnswerValue } from "./answer.ts";
import { isReported } from "./complete-value.ts";

/**
 * The answer that "same as last round" would save: value, state, reason and evidence as accepted, without the comment (it spoke of
 * that round). Null when the indicator is asked afresh each round, when nothing was accepted, when the accepted answer no longer
 * fits the indicator, or when what it names has lapsed before `today` (a day of the country). Never saved silently: the country confirms each
 * one. Methodology §8.
 */
export function carriedAnswer(indicator: Indicator, previous: Answer | undefined, today: string): Answer | null {
  if (!indicator.carryForward || previous === undefined || !stillFits(indicator, previous)) return null;
  if (lapsedDate(indicator, previous, today) !== null) return null;
  return { ...previous, indicatorCode: indicator.code, comment: "" };
}

/** The last day of something in force, as it was accepted, if that day is over: what is in force now has to be asked. Null otherwise. */
export function lapsedDate(
  { code }: Pick<Indicator, "code">,
  previous: Answer | undefined,
  today: string,
): string | null {
  if (!lapses(code) || previous?.state !== "reported" || previous.value?.type !== "date") return null;
  return previous.value.date < today ? previous.value.date : null;
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
