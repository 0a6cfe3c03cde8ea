import {
  type Article,
  articleKey,
  articleNumber,
  compareArticles,
  type TreatyCode,
  type WholeArticle,
} from "@avances/domain/catalogue";
import type { Language } from "#i18n/language.ts";

interface ArticleWords {
  /** The short name of a treaty. */
  readonly treaty: Readonly<Record<TreatyCode, string>>;
  /** "of the Trafficking Protocol". */
  readonly of: (treaty: TreatyCode) => string;
  /** "Article 6 of the Trafficking Protocol". */
  readonly whole: (article: WholeArticle) => string;
  /** Under the name of its treaty: "Article 6". */
  readonly alone: (article: Pick<WholeArticle, "article">) => string;
  /** "Trafficking Protocol, Art. 6(1), 6(2)(a)". */
  readonly cited: (article: CitedArticle) => string;
  /** The same where the treaty is clear: "Art. 6(1), 6(2)(a)". */
  readonly numbers: (article: Pick<CitedArticle, "numbers">) => string;
}

/** An article with the paragraphs that something cites of it. */
export interface CitedArticle extends WholeArticle {
  readonly key: string;
  /** "9(1)", "9(1)(b)": in the order of the text. */
  readonly numbers: readonly string[];
}

const english: ArticleWords = {
  treaty: { TIP: "Trafficking Protocol", SOM: "Smuggling Protocol", UNTOC: "Organized Crime Convention" },
  of: (treaty) => `of the ${english.treaty[treaty]}`,
  whole: ({ instrument, article }) => `Article ${article} ${english.of(instrument)}`,
  alone: ({ article }) => `Article ${article}`,
  cited: (article) => `${english.treaty[article.instrument]}, ${english.numbers(article)}`,
  numbers: ({ numbers }) => `Art. ${numbers.join(", ")}`,
};

const spanish: ArticleWords = {
  treaty: {
    TIP: "Protocolo contra la trata de personas",
    SOM: "Protocolo contra el tráfico ilícito de migrantes",
    UNTOC: "Convención contra la delincuencia organizada",
  },
  of: (treaty) => `${treaty === "UNTOC" ? "de la" : "del"} ${spanish.treaty[treaty]}`,
  whole: ({ instrument, article }) => `Artículo ${article} ${spanish.of(instrument)}`,
  alone: ({ article }) => `Artículo ${article}`,
  cited: (article) => `${spanish.treaty[article.instrument]}, ${spanish.numbers(article)}`,
  numbers: ({ numbers }) => `art. ${numbers.join(", ")}`,
};

/** The only place where articles are named, on whatever page. */
export const articleWords: Readonly<Record<Language, ArticleWords>> = { en: english, es: spanish };

/** The articles of a list of citations, each once with the paragraphs cited, in the order of the treaties. */
export function citedArticles(articles: readonly Article[]): CitedArticle[] {
  const cited = new Map<string, CitedArticle>();
  for (const one of articles.toSorted(compareArticles)) {
    const { instrument, article } = one;
    const key = articleKey(one);
    const numbers = [...(cited.get(key)?.numbers ?? []), articleNumber(one)];
    cited.set(key, { key, instrument, article, numbers: [...new Set(numbers)] });
  }
  return [...cited.values()];
}
