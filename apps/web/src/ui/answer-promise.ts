import type { CalendarDate } from "@avances/domain/round";
import type { Formats } from "#lib/format.ts";
import type { answerPromiseTexts } from "./answer-promise.texts.ts";

/**
 * The promise as a sentence, while a version waits for its review; null = none was made, or none waits. `today` is a day of the country's calendar: on the
 * promised day itself it still holds.
 */
export function answerPromise(
  t: (typeof answerPromiseTexts)["en"],
  f: Pick<Formats, "date">,
  answerBy: CalendarDate | null,
  today: CalendarDate,
): string | null {
  if (answerBy === null) return null;
  return (answerBy < today ? t.passed : t.ahead)(f.date(answerBy));
}
