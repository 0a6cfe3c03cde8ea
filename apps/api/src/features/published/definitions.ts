import type { getPublicCountry, getPublicIndicator, listPublicIndicators, ResponseOf } from "@avances/contracts";
import {
  type DimensionCode,
  type InstrumentCode,
  shortNameOf,
  smallestMatchedWeight,
  type Text,
  type WordingHistory,
  wordingHistory,
} from "@avances/domain/catalogue";
import type { ComparisonRules } from "@avances/domain/progress-index";
import type { Country, Population } from "@avances/domain/reference";
import type { Deps } from "#deps.ts";
import { indicatorDefinition } from "./indicator-definition.ts";
import { publicIndicators } from "./indicator-row.ts";

/**
 * The words and weights of an edition, as text and numbers. They are a part of the edition, so that every process reads the same, whichever
 * catalogue and country names it was started with.
 */
export interface Definitions {
  readonly catalogueVersion: string;
  /** Are the figures invented? */
  readonly demonstration: boolean;
  readonly displayDecimals: number;
  /** By which two rounds are compared. Absent in editions that were made before it was kept; such an edition is read until it is made anew. */
  readonly comparison?: ComparisonRules["index"];
  readonly instruments: readonly {
    readonly code: InstrumentCode;
    readonly shortName: Text;
    readonly weight: number;
  }[];
  readonly dimensions: readonly {
    readonly code: DimensionCode;
    readonly name: Text;
    readonly shortName: Text;
    readonly description: Text;
    readonly weight: number;
  }[];
  readonly objectives: ResponseOf<typeof listPublicIndicators>["objectives"];
  /** Every public indicator, in catalogue order. */
  readonly indicators: readonly IndicatorFacts[];
  /** By code. */
  readonly countries: readonly CountryFacts[];
  /** Inhabitants by country code, for rates. */
  readonly populations: Readonly<Record<string, Population>>;
}

export interface IndicatorFacts {
  /** Its counts are also published as a rate per so many inhabitants; null if not. */
  readonly perInhabitants: number | null;
  /** Code of its objective; the words are in the definition. */
  readonly objective: string;
  readonly definition: Omit<ResponseOf<typeof getPublicIndicator>["indicator"], "wording">;
  /** Absent in editions that were made before it was kept; such an edition is read until it is made anew. */
  readonly wording?: WordingHistory;
}

export type CountryFacts = ResponseOf<typeof getPublicCountry>["country"];

/** The definitions for an edition made now, with these countries. */
export function definitionsOf(
  {
    catalogues: { current, releases },
    config,
  }: Pick<Deps, "catalogues"> & { readonly config: Pick<Deps["config"], "demonstration"> },
  countries: readonly Country[],
): Definitions {
  const treatyNames = new Map<string, Text>([
    ...current.instruments.map(({ code, name }) => [code, name] as const),
    [current.parentInstrument.code, current.parentInstrument.name],
  ]);
  const earlier = releases.filter(({ version }) => version !== current.version);
  const sorted = countries.toSorted((one, other) => (one.alpha3 < other.alpha3 ? -1 : 1));
  return {
    catalogueVersion: current.version,
    demonstration: config.demonstration,
    displayDecimals: current.index.displayDecimals,
    comparison: { range: current.index.range, minMatchedWeight: smallestMatchedWeight(current) },
    instruments: current.instruments.map(({ code, shortName, weight }) => ({ code, shortName, weight })),
    dimensions: current.dimensions.map((dimension) => {
      const { code, name, description, weight } = dimension;
      return { code, name, shortName: shortNameOf(dimension), description, weight };
    }),
    objectives: current.objectives.map(({ code, instrument, dimension, name, articles }) => ({
      code,
      instrument,
      dimension,
      name,
      articles,
    })),
    indicators: publicIndicators(current).map((indicator) => ({
      perInhabitants: indicator.perInhabitants ?? null,
      objective: indicator.objective,
      definition: indicatorDefinition(current, indicator),
      wording: wordingHistory([...earlier, current], indicator.code),
    })),
    countries: sorted.map((country) => countryFacts(country, treatyNames)),
    populations: Object.fromEntries(sorted.map(({ alpha3, population }) => [alpha3, population])),
  };
}

function countryFacts(country: Country, treatyNames: ReadonlyMap<string, Text>): CountryFacts {
  return {
    iso3: country.alpha3,
    name: country.name,
    capital: country.capital,
    treaties: Object.entries(country.treaties).flatMap(([code, { consent }]) => {
      const name = treatyNames.get(code);
      return name ? [{ code, name, consentOn: consent.date, consentType: consent.type }] : [];
    }),
    treatiesAsOf: country.treatiesAsOf,
  };
}
