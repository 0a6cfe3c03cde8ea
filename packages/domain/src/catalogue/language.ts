/**
 * The languages of the portal: the one list. Types, contracts, checks of columns, addresses, letters, files and formats are made from it
 * or keyed by it, so a language more is named by the compiler wherever something must be written in it.
 */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** What readers are spoken to in until they have chosen: the language of most of the region. */
export const regionLanguage: Language = "es";

/** As people of the region are offered them: its own first. */
export const regionFirst: readonly Language[] = [
  regionLanguage,
  ...languages.filter((language) => language !== regionLanguage),
];

/** What is to be known about a language besides its words. */
export interface LanguageFacts {
  /** By its own name, as a reader who knows no other would look for it. */
  readonly name: string;
  /** BCP 47, for `Intl`: how numbers are written, and how days. */
  readonly numbers: string;
  readonly dates: string;
  /** What stands between a figure and its percent sign. */
  readonly beforePercent: "" | "\u00a0";
  /** What a spreadsheet expects whose computer is set to a region of this language: it is not always what people there read. */
  readonly spreadsheet: { readonly delimiter: "," | ";"; readonly decimal: "." | "," };
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: {
    name: "English",
    numbers: "en",
    dates: "en-GB",
    beforePercent: "",
    spreadsheet: { delimiter: ",", decimal: "." },
  },
  /** Numbers as in Mexico, Central America and the Caribbean: 1,234.5. */
  es: {
    name: "Español",
    numbers: "es-MX",
    dates: "es-MX",
    beforePercent: "\u00a0",
    spreadsheet: { delimiter: ";", decimal: "," },
  },
};

export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly (string | undefined)[]).includes(text);
}

/** One of each language: `byLanguage((language) => …)`. */
export function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;
}

/** A text in every language of the portal; none is ever empty. */
export type Text = Readonly<Record<Language, string>>;
