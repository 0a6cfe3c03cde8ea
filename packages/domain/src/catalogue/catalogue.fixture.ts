import catalogueJson from "../../catalogue/2026.1.json" with { type: "json" };
import referenceJson from "../../catalogue/countries.json" with { type: "json" };
import { type ReferenceFile, referenceOf } from "../reference/country.ts";
import type { Catalogue, Indicator, IndicatorCode } from "./catalogue.ts";

/** For tests only: the catalogue and reference data in force, as their types. */
export const catalogue = catalogueJson as unknown as Catalogue;
export const reference = referenceOf(referenceJson as unknown as ReferenceFile);

/** The indicator with this code; throws when there is none, so that a test cannot pass on nothing. */
export function indicatorOf(code: IndicatorCode): Indicator {
  const indicator = catalogue.indicators.find((candidate) => candidate.code === code);
  if (indicator === undefined) throw new Error(`no indicator ${code} in catalogue ${catalogue.version}`);
  return indicator;
}
