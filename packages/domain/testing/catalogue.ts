import catalogueJson from "../catalogue/2026.3.json" with { type: "json" };
import referenceJson from "../catalogue/countries.json" with { type: "json" };
import populationJson from "../catalogue/population.json" with { type: "json" };
import type { IndicatorCode, WholeCatalogue, WholeIndicator } from "../src/catalogue/catalogue.ts";
import { type ReferenceFile, referenceOf } from "../src/reference/country.ts";

/** The catalogue and reference data in force, typed. */
export const catalogue = catalogueJson as unknown as WholeCatalogue;
export const reference = referenceOf(referenceJson as unknown as ReferenceFile, populationJson);

/** The indicator with this code; throws when there is none, so that no test passes without one. */
export function indicatorOf(code: IndicatorCode): WholeIndicator {
  const indicator = catalogue.indicators.find((candidate) => candidate.code === code);
  if (indicator === undefined) throw new Error(`no indicator ${code} in catalogue ${catalogue.version}`);
  return indicator;
}
