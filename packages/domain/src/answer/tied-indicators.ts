import type { Catalogue, IndicatorCode } from "../catalogue/catalogue.ts";
import { ruleBookOf } from "./rule-book.ts";

const tied = new WeakMap<Catalogue, Map<IndicatorCode, readonly IndicatorCode[]>>();

/** These indicators and all those that some rule judges together with them. */
export function tiedIndicators(catalogue: Catalogue, codes: readonly IndicatorCode[]): readonly IndicatorCode[] {
  const known = tied.get(catalogue) ?? new Map<IndicatorCode, readonly IndicatorCode[]>();
  tied.set(catalogue, known);
  const all = codes.flatMap((code) => {
    const companions = known.get(code) ?? [
      ...new Set([
        code,
        ...(ruleBookOf(catalogue).byIndicator.get(code) ?? []).flatMap(({ finding }) => finding.indicators),
      ]),
    ];
    // Only codes of the catalogue are kept; otherwise made-up codes could fill the memory.
    if (companions.length > 1) known.set(code, companions);
    return companions;
  });
  return [...new Set(all)];
}
