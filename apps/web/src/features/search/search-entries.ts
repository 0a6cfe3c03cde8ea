import { byLanguage, type Language, type Text } from "@avances/domain/catalogue";
import { type LinkOptions, linkOptions } from "@tanstack/react-router";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import type { PublicIndicatorList } from "#lib/published-queries.ts";
import { searchTexts } from "./search.texts.ts";

/** In the order in which groups stand that fit equally well. */
export const kinds = ["indicator", "country", "objective", "dimension", "article"] as const;
export type Kind = (typeof kinds)[number];

/** Something that can be found. */
export interface SearchEntry {
  readonly kind: Kind;
  /** Different from all others of its kind. */
  readonly id: string;
  /** A code by which people know it: `TIP-LEG-01`, `CRI`. */
  readonly code: string | null;
  readonly name: Text;
  /** Other words by which it is found; they are not shown. */
  readonly also: Readonly<Record<Language, readonly string[]>>;
  /** Where it leads, in the reader's language. */
  readonly link: (lang: Language) => LinkOptions;
}

type Countries = readonly { readonly alpha3: string; readonly name: Text }[];

/** Everything that can be found. Countries stand alphabetically in the reader's language, the rest in the order of the catalogue. */
export function searchEntries(list: PublicIndicatorList, countries: Countries, lang: Language): readonly SearchEntry[] {
  const { compare } = new Intl.Collator(lang);
  const nothing = byLanguage(() => []);
  const indicators = list.indicators.map(
    ({ code, name, question }): SearchEntry => ({
      kind: "indicator",
      id: code,
      code,
      name,
      also: byLanguage((language) => [question[language]]),
      link: (to) => linkOptions({ to: "/$lang/indicators/$code", params: { lang: to, code } }),
    }),
  );
  const members = [...countries]
    .sort((one, other) => compare(one.name[lang], other.name[lang]))
    .map(
      ({ alpha3, name }): SearchEntry => ({
        kind: "country",
        id: alpha3,
        code: alpha3,
        name,
        also: nothing,
        link: (to) => linkOptions({ to: "/$lang/countries/$iso3", params: { lang: to, iso3: alpha3 } }),
      }),
    );
  const objectives = list.objectives.map(
    ({ code, name }): SearchEntry => ({
      kind: "objective",
      id: code,
      code: null,
      name,
      also: nothing,
      link: (to) => linkOptions({ to: "/$lang/indicators", params: { lang: to }, search: { objective: code } }),
    }),
  );
  const dimensions = list.dimensions.map(
    ({ code, name }): SearchEntry => ({
      kind: "dimension",
      id: code,
      code: null,
      name,
      also: byLanguage(() => [code]),
      link: (to) => linkOptions({ to: "/$lang/indicators", params: { lang: to }, search: { dimension: code } }),
    }),
  );
  return [...indicators, ...members, ...objectives, ...dimensions, ...articlesOf(list)];
}

/** The articles that objectives and indicators cite, each once, in the order of treaties and numbers. */
function articlesOf({ indicators, objectives }: PublicIndicatorList): readonly SearchEntry[] {
  return citedArticles([...objectives, ...indicators].flatMap(({ articles }) => articles)).map((article) => ({
    kind: "article",
    id: article.key,
    code: null,
    name: byLanguage((language) => articleWords[language].whole(article)),
    also: byLanguage((language) => [...searchTexts[language].article, article.instrument]),
    link: (to) => linkOptions({ to: "/$lang/articles/$article", params: { lang: to, article: article.key } }),
  }));
}
