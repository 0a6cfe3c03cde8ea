import { type Language, languageFacts, shownDecimals } from "@avances/domain/catalogue";
import type { FigureKind } from "@avances/domain/network";
import { roundForDisplay } from "@avances/domain/progress-index";

/** A number as the pages write it. */
export function writtenNumber(value: number, kind: FigureKind, language: Language): string {
  const { numbers, beforePercent } = languageFacts[language];
  if (kind !== "score" && kind !== "share") return new Intl.NumberFormat(numbers).format(value);
  const written = new Intl.NumberFormat(numbers, {
    ...{ minimumFractionDigits: shownDecimals, maximumFractionDigits: shownDecimals },
  }).format(roundForDisplay(value, shownDecimals));
  return kind === "share" ? `${written}${beforePercent}%` : written;
}
