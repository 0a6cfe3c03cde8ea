import { byLanguage, languageFacts, languages } from "@avances/domain/catalogue";
import { type Language, useLanguage } from "./language.ts";

/**
 * Texts of a feature: plain strings, and functions where something is filled in. Nested objects group them.
 * Why not a library: docs/decisions/0003-texts.md
 */
export interface TextTree {
  readonly [key: string]: TextLeaf | TextTree;
}
type TextLeaf = string | ((...args: never[]) => string) | readonly string[];

/** The same keys with the same arguments; the words are free. */
type SameShape<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: SameShape<T[K]> };

/** All languages but the first of the list. */
type Others = typeof languages extends readonly [Language, ...infer Rest] ? Rest : never;
type ForEach<Members extends readonly unknown[], One> = { readonly [Place in keyof Members]: One };

/**
 * The texts of a feature in every language, in the order of `languages`. A language that is missing, a key that is missing or
 * superfluous in it, or a function with other arguments is a type error.
 */
export function defineTexts<const T extends TextTree>(
  first: T,
  ...others: ForEach<Others, NoInfer<SameShape<T>>>
): Readonly<Record<Language, SameShape<T>>> {
  const all = [first as unknown as SameShape<T>, ...others];
  return byLanguage((language) => all[languages.indexOf(language)] as SameShape<T>);
}

/** The texts in the language of the page: `const t = useTexts(homeTexts); t.title; t.due("31 March")`. */
export function useTexts<Words>(texts: Readonly<Record<Language, Words>>): Words {
  return texts[useLanguage()];
}

type PluralForms = { readonly one: string; readonly other: string; readonly zero?: string };
/** Made when they are first needed: a phone takes milliseconds to load the rules of a language, and most readers read one. */
const rules = new Map<Language, { readonly forms: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>();

function plural(language: Language, n: number, forms: PluralForms): string {
  if (n === 0 && forms.zero !== undefined) return forms.zero;
  const known = rules.get(language) ?? {
    forms: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(languageFacts[language].numbers),
  };
  rules.set(language, known);
  const form = known.forms.select(n) === "one" ? forms.one : forms.other;
  return form.replaceAll("#", known.numbers.format(n));
}

/** `pluralEn(3, { one: "# country", other: "# countries" })`; `#` becomes the number, `zero` may say it in words. */
export const pluralEn = (n: number, forms: PluralForms): string => plural("en", n, forms);
export const pluralEs = (n: number, forms: PluralForms): string => plural("es", n, forms);
