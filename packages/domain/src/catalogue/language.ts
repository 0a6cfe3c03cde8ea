/**
 * The one list of the portal's languages. Types, contracts, column checks, addresses, letters, files and formats are made from it
 * or keyed by it, so when a language is added, the compiler names every place where a text is missing.
 */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** The language for readers who have not chosen one: that of most of the region. */
export const regionLanguage: Language = "es";

/** The order in which people of the region are offered the languages: `regionLanguage` first. */
export const regionFirst: readonly Language[] = [
  regionLanguage,
  ...languages.filter((language) => language !== regionLanguage),
];

/** What the code must know about a language besides its words. */
export interface LanguageFacts {
  /** Its own name for itself, so that a reader who knows no other language finds it. For nothing else: within a page it is named as its readers name it. */
  readonly name: string;
  /** What the readers of each language call it, as it is written within a sentence. */
  readonly called: Text;
  /** BCP 47, for `Intl`: how numbers are written, and how days. */
  readonly numbers: string;
  readonly dates: string;
  /** What separates a figure from its percent sign. */
  readonly beforePercent: "" | "\u00a0";
  /** What a spreadsheet expects on a computer set to a region of this language; not always how people there write numbers. */
  readonly spreadsheet: { readonly delimiter: "," | ";"; readonly decimal: "." | "," };
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: {
    name: "English",
    called: { en: "English", es: "inglés" },
    numbers: "en",
    dates: "en-GB",
    beforePercent: "",
    spreadsheet: { delimiter: ",", decimal: "." },
  },
  /** Numbers as written in Mexico, Central America and the Caribbean: 1,234.5. */
  es: {
    name: "Español",
    called: { en: "Spanish", es: "español" },
    numbers: "es-MX",
    dates: "es-MX",
    beforePercent: "\u00a0",
    spreadsheet: { delimiter: ";", decimal: "," },
  },
};

export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly (string | undefined)[]).includes(text);
}

/** A language as a label of its own, to readers of the other: "Español", and not "español" as within a sentence. */
export function languageLabel(language: Language, reader: Language): string {
  const called = languageFacts[language].called[reader];
  return called.charAt(0).toUpperCase() + called.slice(1);
}

/** Makes one value for each language: `byLanguage((language) => …)`. */
export function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;
}

/** A text in every language of the portal; none is ever empty. */
export type Text = Readonly<Record<Language, string>>;
