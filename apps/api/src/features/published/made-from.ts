import { createHash } from "node:crypto";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import type { Definitions } from "./definitions.ts";
import { publicIndicators } from "./indicator-row.ts";
import type { FormRules } from "./report-form.ts";

/**
 * A hash of what suppression, scoring and writing make of the random regions of `made-from.test.ts`, both for reports published for the first
 * time and for reports of which an earlier version hid cells. When a change of the code changes that result, the test asks for a new value
 * here. All marks below contain it, so stored forms are then made anew.
 */
export const outputPrint = "4d922a87c7e184ef92f2bea63e8bf887";

/** Mark of a round's forms: with another mark, a version may give another form. Words are not part of it, because no form depends on them. */
export function formMark(
  { current, catalogueOf }: Pick<FormRules, "current" | "catalogueOf">,
  roundYear: number,
): string {
  return hashOf(outputPrint, rulesOf(catalogueOf(roundYear)), ...publicIndicators(current).map(({ code }) => code));
}

/** Mark of what is computed from a country's forms. */
export function seriesMark(current: Catalogue): string {
  return hashOf(outputPrint, rulesOf(current));
}

/**
 * Mark of a whole edition, words included. With another mark, the same reports may give another public file. Time zones are part of it,
 * because they decide which rounds have opened.
 */
export function editionMark(current: Catalogue, definitions: Definitions, countries: readonly Country[]): string {
  // Sorted, because the order of loading must not matter.
  const zones = countries.map(({ alpha3, timeZone }) => `${alpha3} ${timeZone}`).sort();
  return hashOf(seriesMark(current), definitions, zones);
}

/** Catalogues never change, so their hashes can be remembered. */
const rulesKnown = new WeakMap<Catalogue, string>();

/** A hash of everything in a catalogue except its words. */
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
