import type { IndicatorCode, WholeCatalogue, WholeIndicator } from "./catalogue.ts";
import { languages } from "./language.ts";
import { wordingHistory } from "./wording.ts";

/** What became of an indicator from one version of the catalogue to another. */
export interface ChangedIndicator {
  readonly code: IndicatorCode;
  /** `words`: it says something else; `answer`: it is answered or judged in another way; `weight`: it counts differently. */
  readonly parts: readonly ("words" | "answer" | "weight")[];
}

export interface CatalogueChanges {
  readonly added: readonly IndicatorCode[];
  readonly retired: readonly IndicatorCode[];
  readonly changed: readonly ChangedIndicator[];
  /** Number of indicators that are as they were. */
  readonly same: number;
  /** Rules that one of the two has and the other has not, or has otherwise. */
  readonly rules: number;
}

/** How two versions of the indicator set differ, in the order of the newer one. */
export function catalogueChanges(before: WholeCatalogue, after: WholeCatalogue): CatalogueChanges {
  const earlier = new Map(before.indicators.map((one) => [one.code, one]));
  const codes = new Set(after.indicators.map(({ code }) => code));
  const kept = after.indicators.flatMap((now) => {
    const then = earlier.get(now.code);
    return then === undefined ? [] : [{ code: now.code, parts: partsOf(before, after, then, now) }];
  });
  const changed = kept.filter(({ parts }) => parts.length > 0);
  return {
    added: after.indicators.filter(({ code }) => !earlier.has(code)).map(({ code }) => code),
    retired: before.indicators.filter(({ code }) => !codes.has(code)).map(({ code }) => code),
    changed,
    same: kept.length - changed.length,
    rules: rulesBetween(before, after),
  };
}

/** Read beside an indicator: what it cites. */
const cited: ReadonlySet<string> = new Set(["articles", "source"]);

function partsOf(before: WholeCatalogue, after: WholeCatalogue, then: WholeIndicator, now: WholeIndicator) {
  const isReworded = wordingHistory([before, after], now.code).earlier.length > 0;
  const isCitedOtherwise = [...cited].some((name) => plain(partNamed(then, name)) !== plain(partNamed(now, name)));
  return [
    ...(isReworded || isCitedOtherwise ? (["words"] as const) : []),
    ...(plain(frame(then)) === plain(frame(now)) ? [] : (["answer"] as const)),
    ...(then.weight === now.weight ? [] : (["weight"] as const)),
  ];
}

/** An indicator without its texts, its weight and what it cites: how it is answered and judged. */
function frame(indicator: WholeIndicator): unknown {
  const { weight: _, ...rest } = indicator;
  return withoutTexts(Object.fromEntries(Object.entries(rest).filter(([name]) => !cited.has(name))));
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => !isTextOfLanguages(part));
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutTexts(part)]));
}

function isTextOfLanguages(value: unknown): boolean {
  return typeof value === "object" && value !== null && languages.some((language) => language in value);
}

function partNamed(indicator: WholeIndicator, name: string): unknown {
  return (indicator as unknown as Readonly<Record<string, unknown>>)[name];
}

const plain = (value: unknown) => JSON.stringify(value ?? null);

function rulesBetween(before: WholeCatalogue, after: WholeCatalogue): number {
  const rules = (catalogue: WholeCatalogue) =>
    new Map(catalogue.validations.map((rule) => [rule.id, JSON.stringify(rule)]));
  const [then, now] = [rules(before), rules(after)];
  return [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id)).length;
}
