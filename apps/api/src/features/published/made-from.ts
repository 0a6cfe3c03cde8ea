import { createHash } from "node:crypto";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import type { Definitions } from "./definitions.ts";
import { publicIndicators } from "./indicator-row.ts";
import type { FormRules } from "./report-form.ts";

/**
 * What suppression, scoring and writing make of the random regions of `made-from.test.ts`, as a hash: of reports that are public for the first
 * time, and of the same with cells that an earlier version hid. Whoever changes what they make changes this line, because the test says so, and
 * with it every mark below: kept forms are then made anew.
 */
export const outputPrint = "fffe62b2b2077ea85e16e57b6fcf7d6a";

/** Mark of the forms of a round: made with another mark, a version may read otherwise. Words are not in it; nothing of a form depends on them. */
export function formMark(
  { current, catalogueOf }: Pick<FormRules, "current" | "catalogueOf">,
  roundYear: number,
): string {
  return hashOf(outputPrint, rulesOf(catalogueOf(roundYear)), ...publicIndicators(current).map(({ code }) => code));
}

/** Mark of what is computed from the forms of a country. */
export function seriesMark(current: Catalogue): string {
  return hashOf(outputPrint, rulesOf(current));
}

/**
 * Mark of a whole edition, words included. Another mark = the same reports would make another public file. Time zones are in it: they say
 * which rounds have opened.
 */
export function editionMark(current: Catalogue, definitions: Definitions, countries: readonly Country[]): string {
  // In whatever order they were loaded.
  const zones = countries.map(({ alpha3, timeZone }) => `${alpha3} ${timeZone}`).sort();
  return hashOf(seriesMark(current), definitions, zones);
}

/** Catalogues are immutable. */
const rulesKnown = new WeakMap<Catalogue, string>();

/** Everything of a catalogue but its words, as a hash. */
function rulesOf(catalogue: Catalogue): string {
  let rules = rulesKnown.get(catalogue);
  if (rules === undefined) {
    const text = JSON.stringify(catalogue, (_, value: unknown) => (isText(value) ? undefined : value));
    rules = createHash("sha256").update(text).digest("hex");
    rulesKnown.set(catalogue, rules);
  }
  return rules;
}

function isText(value: unknown): boolean {
  return typeof value === "object" && value !== null && "en" in value && "es" in value;
}

/** One hash of several things, as JSON. */
export function hashOf(...things: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(things)).digest("hex");
}
