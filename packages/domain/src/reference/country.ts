import type { Language, Text } from "../catalogue/language.ts";
import type { CalendarDate } from "../round/calendar-date.ts";

/** ISO 3166-1 alpha-3. */
export type CountryCode = string;

/** A member of the Regional Conference on Migration. */
export interface Country {
  readonly alpha3: CountryCode;
  readonly alpha2: string;
  readonly name: Text;
  /** Language the portal uses first with the country. */
  readonly workingLanguage: Language;
  /** IANA time zone of the capital: due days end and notices leave by its clocks. */
  readonly timeZone: string;
  readonly capital: Text;
  readonly treaties: Readonly<
    Record<string, { readonly consent: { readonly date: string | null; readonly type: string } }>
  >;
  /** The day on which the treaty data were taken from their source; later changes are not in them. */
  readonly treatiesAsOf: CalendarDate;
  readonly population: Population;
}

/** Inhabitants by calendar year, for rates. */
export interface Population {
  /** Author, work and way of the figures, as they are to be cited. */
  readonly source: string;
  readonly license: string;
  /** By year, such as "2024"; not every year need be there. */
  readonly persons: Readonly<Record<string, number>>;
}

export interface CountryGroup {
  readonly code: string;
  readonly name: Text;
  readonly kind: string;
  readonly members: readonly CountryCode[];
  readonly note?: Text;
}

export interface ReferenceData {
  readonly version: string;
  readonly countries: readonly Country[];
  readonly groups: readonly CountryGroup[];
}

/** `countries.json` as it is written: the day of the treaty data stands once, for all countries. */
export interface ReferenceFile {
  readonly version: string;
  readonly asOf: { readonly treaties: CalendarDate };
  readonly countries: readonly Omit<Country, "treatiesAsOf" | "population">[];
  readonly groups: readonly CountryGroup[];
  readonly observerCountries: { readonly countries: readonly { readonly code: string; readonly name: Text }[] };
  readonly organisations: readonly { readonly code: string; readonly name: Text; readonly abbreviation: Text }[];
}

/** `population.json` as it is written: all countries have one source. */
export interface PopulationFile {
  readonly source: string;
  readonly license: string;
  readonly population: Readonly<Record<CountryCode, Population["persons"]>>;
}

/** Copies the day of the treaty data and the population into each country, because each is stored and published on its own. */
export function referenceOf(
  { version, asOf, countries, groups }: ReferenceFile,
  { source, license, population }: PopulationFile,
): ReferenceData {
  return {
    version,
    countries: countries.map((country) => ({
      ...country,
      treatiesAsOf: asOf.treaties,
      population: { source, license, persons: population[country.alpha3] ?? {} },
    })),
    groups,
  };
}

/** The inhabitants in a year, or in the latest earlier one that is known; null when none is. */
export function populationIn(
  { persons }: Pick<Population, "persons">,
  year: number,
): { readonly year: number; readonly persons: number } | null {
  const known = Object.keys(persons).map(Number);
  const latest = Math.max(...known.filter((one) => one <= year));
  const found = persons[String(latest)];
  return found === undefined ? null : { year: latest, persons: found };
}
