import type { Catalogue, Indicator, WholeCatalogue } from "./catalogue.ts";
import { byLanguage, isLanguage, type Language, type Text } from "./language.ts";

/** The same with each text in one language alone. */
export type InOneLanguage<T> = T extends Text
  ? { readonly [L in Language]?: string }
  : T extends object
    ? { readonly [Key in keyof T]: InOneLanguage<T[Key]> }
    : T;

/**
 * The catalogue as a person works with it, in the language of their page: what a report is made and judged with, and nothing that is only read
 * (`WholeCatalogue`). Less than half of the bytes. Code lists are in every language, because what is pasted may be named in any.
 */
export type WorkingCatalogue = Omit<InOneLanguage<Catalogue>, "codeLists"> & Pick<Catalogue, "codeLists">;

export function workingCatalogue(whole: WholeCatalogue, language: Language): WorkingCatalogue {
  const { version, referencePeriod, instruments, dimensions, codeLists, answerStates, suppression, index } = whole;
  const indicators = whole.indicators.map(({ articles, guidance, source, ...indicator }): Indicator => indicator);
  const { validations } = whole;
  const worked = {
    version,
    referencePeriod,
    instruments,
    dimensions,
    answerStates,
    suppression,
    index,
    indicators,
    validations,
  };
  return { ...(inOneLanguage(worked, language) as InOneLanguage<typeof worked>), codeLists };
}

/** Of a text that is there in one language, the others say the same: nobody reads them, because a page reads the catalogue of its language. */
export function readWorkingCatalogue(working: WorkingCatalogue): Catalogue {
  return inEveryLanguage(working) as Catalogue;
}

const isText = (value: object): value is Partial<Text> =>
  Object.keys(value).length > 0 && Object.keys(value).every(isLanguage);

function inOneLanguage(value: unknown, language: Language): unknown {
  return mapTexts(value, (text) => ({ [language]: text[language] }));
}

function inEveryLanguage(value: unknown): unknown {
  return mapTexts(value, (text) => {
    const [only] = Object.values(text);
    return byLanguage((language) => text[language] ?? only);
  });
}

function mapTexts(value: unknown, change: (text: Partial<Text>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== "object" || value === null) return value;
  if (isText(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}
