import { type Article, type TreatyCode, treatyCodes, type WholeCatalogue } from "./catalogue.ts";
import type { Text } from "./language.ts";
import { textFaults } from "./text-faults.ts";

/** An article with all its paragraphs. */
export type WholeArticle = Pick<Article, "instrument" | "article">;

/** The official headings of articles, by treaty and number: `articles.json` beside the catalogues. */
export interface ArticleHeadings {
  readonly source: { readonly author: string; readonly title: string; readonly year: number };
  readonly headings: Readonly<Record<TreatyCode, Readonly<Record<string, Text>>>>;
}

/** How an article is cited: "9", "9(1)", "9(1)(b)". The data hold of a paragraph what stands inside the outer brackets: `1)(b`. */
export function articleNumber({ article, paragraph }: Omit<Article, "instrument">): string {
  return paragraph === null ? article : `${article}(${paragraph})`;
}

/** The name of an article in addresses: "tip-6". */
export function articleKey({ instrument, article }: WholeArticle): string {
  return `${instrument.toLowerCase()}-${article}`;
}

/** Is it the same article, whichever paragraph? */
export function isOfArticle(cited: WholeArticle, { instrument, article }: WholeArticle): boolean {
  return cited.instrument === instrument && cited.article === article;
}

/** In the order of the treaties, their articles and paragraphs: 6 before 16, the whole article before its paragraphs. */
export function compareArticles(one: Article, other: Article): number {
  return (
    treatyCodes.indexOf(one.instrument) - treatyCodes.indexOf(other.instrument) ||
    compareParts(partsOf(one), partsOf(other))
  );
}

/** `9` and `1)(b` → 9, 1, b. */
function partsOf({ article, paragraph }: Article): readonly string[] {
  return [article, ...(paragraph?.split(")(") ?? [])];
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (const [place, part] of one.entries()) {
    const against = other[place];
    if (against === undefined) return 1;
    const order = Number(part) - Number(against);
    if (order !== 0 && !Number.isNaN(order)) return order;
    if (part !== against) return part < against ? -1 : 1;
  }
  return one.length - other.length;
}

/** The articles that are cited, each once and without its paragraphs, in the order of the treaties. */
export function wholeArticles(cited: readonly Article[]): WholeArticle[] {
  const whole = new Map(
    cited.map(({ instrument, article }) => [
      articleKey({ instrument, article }),
      { instrument, article, paragraph: null },
    ]),
  );
  return [...whole.values()].sort(compareArticles).map(({ instrument, article }) => ({ instrument, article }));
}

/** Cited articles without a heading, and headings that lack a language, as sentences; empty when sound. */
export function headingFaults(
  { indicators, objectives }: Pick<WholeCatalogue, "indicators" | "objectives">,
  file: ArticleHeadings,
): string[] {
  const cited = wholeArticles([...indicators, ...objectives].flatMap(({ articles }) => articles));
  return [
    ...cited
      .filter(({ instrument, article }) => file.headings[instrument]?.[article] === undefined)
      .map(({ instrument, article }) => `articles.json has no heading of article ${article} of ${instrument}`),
    ...textFaults(file.headings).map((fault) => `articles.json ${fault}`),
  ];
}
