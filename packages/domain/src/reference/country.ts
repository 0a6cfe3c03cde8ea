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
  readonly countries: readonly Omit<Country, "treatiesAsOf">[];
  readonly groups: readonly CountryGroup[];
}

/** Copies the day of the treaty data into each country, because each is stored and published on its own. */
export function referenceOf({ version, asOf, countries, groups }: ReferenceFile): ReferenceData {
  return { version, countries: countries.map((country) => ({ ...country, treatiesAsOf: asOf.treaties })), groups };
}
