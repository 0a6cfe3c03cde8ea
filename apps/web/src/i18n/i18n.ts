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

export interface Texts<T> {
  readonly en: SameShape<T>;
  readonly es: SameShape<T>;
}

/** A key that is missing or left over in Spanish, or a function with other arguments, is a type error. */
export function defineTexts<const T extends TextTree>(en: T, es: NoInfer<SameShape<T>>): Texts<T> {
  return { en: en as unknown as SameShape<T>, es };
}

/** The texts in the language of the page: `const t = useTexts(homeTexts); t.title; t.due("31 March")`. */
export function useTexts<T>(texts: Texts<T>): SameShape<T> {
  return texts[useLanguage()];
}

type PluralForms = { readonly one: string; readonly other: string; readonly zero?: string };
const rules = { en: new Intl.PluralRules("en"), es: new Intl.PluralRules("es") };
const numbers = { en: new Intl.NumberFormat("en"), es: new Intl.NumberFormat("es-MX") };

function plural(language: Language, n: number, forms: PluralForms): string {
  if (n === 0 && forms.zero !== undefined) return forms.zero;
  const form = rules[language].select(n) === "one" ? forms.one : forms.other;
  return form.replaceAll("#", numbers[language].format(n));
}

/** `pluralEn(3, { one: "# country", other: "# countries" })`; `#` becomes the number, `zero` may say it in words. */
export const pluralEn = (n: number, forms: PluralForms): string => plural("en", n, forms);
export const pluralEs = (n: number, forms: PluralForms): string => plural("es", n, forms);
