import type { IndicatorCode } from "./catalogue.ts";

/**
 * What the date of an indicator is: the last day on which something is in force, so that it lapses after that day, or just a day. The
 * catalogue says it in words only (its definition), so a new indicator answered by a date needs a line here.
 */
export const lapsesAfter: Readonly<Record<IndicatorCode, boolean>> = { "TIP-LEG-05": true };

/** Is its date the last day on which something is in force? */
export function lapses(code: IndicatorCode): boolean {
  return lapsesAfter[code] ?? false;
}
