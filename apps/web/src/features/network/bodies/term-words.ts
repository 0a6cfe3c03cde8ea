import type { TermDays } from "@avances/domain/network";
import type { Formats } from "#lib/format.ts";
import type { bodyTexts } from "./body.texts.ts";

/** Between which days, as far as that is known. */
export function termDays(
  t: (typeof bodyTexts)["en"],
  f: Pick<Formats, "date">,
  { fromOn, untilOn, knownOn }: TermDays,
): string {
  const until = untilOn === null ? null : f.date(untilOn);
  if (fromOn !== null) return until === null ? t.open(f.date(fromOn)) : t.span(f.date(fromOn), until);
  const on = knownOn === null ? "" : f.date(knownOn);
  return until === null ? t.known(on) : t.knownUntil(on, until);
}
