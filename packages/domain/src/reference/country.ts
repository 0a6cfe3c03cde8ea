import type { Language, Text } from "../catalogue/catalogue.ts";

/** ISO 3166-1 alpha-3. */
export type CountryCode = string;

/** A member of the Regional Conference on Migration, as in `countries.json`. */
export interface Country {
  readonly alpha3: CountryCode;
  readonly alpha2: string;
  readonly name: Text;
  /** Language the portal uses first with the country. */
  readonly workingLanguage: Language;
  /** IANA zone of the capital: due dates end and notices go out by it. */
  readonly timeZone: string;
  readonly capital: Text;
  readonly treaties: Readonly<
    Record<string, { readonly consent: { readonly date: string | null; readonly type: string } }>
  >;
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
