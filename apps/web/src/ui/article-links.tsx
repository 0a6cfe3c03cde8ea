import type { Article } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import styles from "./article-links.module.css";

/** The articles that an indicator or an objective cites, each a link to its page. */
export function ArticleLinks({ articles }: { readonly articles: readonly Article[] }) {
  const lang = useLanguage();
  const words = articleWords[lang];
  return (
    <ul className={styles.articles}>
      {citedArticles(articles).map((article) => (
        <li key={article.key}>
          <Link to="/$lang/articles/$article" params={{ lang, article: article.key }}>
            {words.cited(article)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
