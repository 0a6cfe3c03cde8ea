import type { TermDays } from "@avances/domain/network";
import { firstDay } from "#lib/first-day.ts";
import type { Formats } from "#lib/format.ts";
import type { bodyTexts } from "./body.texts.ts";

/** Between which days, as far as that is known. */
export function termDays(
  t: (typeof bodyTexts)["en"],
  f: Pick<Formats, "date" | "dayMonth" | "number" | "weekday">,
  { fromOn, untilOn, knownOn }: TermDays,
): string {
  if (fromOn !== null)
    return untilOn === null ? t.open(f.date(fromOn)) : t.span(firstDay(f, fromOn, untilOn), f.date(untilOn));
  const on = knownOn === null ? "" : f.date(knownOn);
  return untilOn === null ? t.known(on) : t.knownUntil(on, f.date(untilOn));
}
