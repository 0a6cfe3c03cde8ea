import { type WholeArticle, wholeArticles } from "@avances/domain/catalogue";
import type { Language } from "#i18n/language.ts";
import type { PublicIndicatorList } from "#lib/published-queries.ts";
import { headingOf } from "./headings.ts";

/** The articles that the list cites, each once, in the order of the treaties. */
export function articlesCited({ indicators, objectives }: PublicIndicatorList): WholeArticle[] {
  return wholeArticles([...indicators, ...objectives].flatMap(({ articles }) => articles));
}

/** "Article 6: Assistance to …"; only the number where no heading is known. */
export function articleName(article: WholeArticle, language: Language, number: string): string {
  const heading = headingOf(article);
  return heading === null ? number : `${number}: ${heading[language]}`;
}
