import type { ArticleHeadings, Text, WholeArticle } from "@avances/domain/catalogue";
import file from "@avances/domain/data/articles.json" with { type: "json" };

const { headings }: ArticleHeadings = file;

/** The official heading of an article; null for one that no heading is kept of, which only an edition of another release can cite. */
export function headingOf({ instrument, article }: WholeArticle): Text | null {
  return headings[instrument][article] ?? null;
}
