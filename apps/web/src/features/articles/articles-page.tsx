import { articleKey, treatyCodes } from "@avances/domain/catalogue";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { articleWords } from "#lib/article-words.ts";
import { useFormat } from "#lib/format.ts";
import { indicatorListQuery } from "#lib/published-queries.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { followUpOf } from "./article-facts.ts";
import { articleName, articlesCited } from "./article-name.ts";
import styles from "./articles.module.css";
import { articlesTexts } from "./articles.texts.ts";

/** Every article that an objective or an indicator cites, by treaty and in the order of its text. */
export function ArticlesPage() {
  const t = useTexts(articlesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const words = articleWords[lang];
  const { data: list } = useSuspenseQuery(indicatorListQuery);
  const cited = articlesCited(list);
  const treaties = treatyCodes.flatMap((code) => {
    const articles = cited.filter(({ instrument }) => instrument === code);
    return articles.length > 0 ? [{ code, articles }] : [];
  });
  const counts = treaties.map(({ code, articles }) => t.cited(articles.length, words.of(code)));
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        eyebrow={t.eyebrow}
        lead={counts.length > 0 ? <p>{t.lead(f.list(counts))}</p> : null}
      />
      {treaties.length === 0 ? <EmptyState title={t.nothing} /> : null}
      {treaties.map(({ code, articles }) => (
        <section key={code} className="section stack" aria-labelledby={code}>
          <h2 id={code}>{words.treaty[code]}</h2>
          <div className={styles.list}>
            <DataTable caption={t.caption(words.of(code))} captionHidden stickyFirst={false}>
              <thead>
                <tr>
                  <th scope="col">{t.article}</th>
                  <NumberHeader>{t.indicators}</NumberHeader>
                  <NumberHeader>{t.objectives}</NumberHeader>
                </tr>
              </thead>
              <tbody>
                {articles.map((article) => {
                  const { indicators, objectives } = followUpOf(list, article);
                  return (
                    <tr key={article.article}>
                      <th scope="row">
                        <Link to="/$lang/articles/$article" params={{ lang, article: articleKey(article) }}>
                          {articleName(article, lang, words.alone(article))}
                        </Link>
                      </th>
                      <NumberCell>{f.number(indicators.length)}</NumberCell>
                      <NumberCell>{f.number(objectives.length)}</NumberCell>
                    </tr>
                  );
                })}
              </tbody>
            </DataTable>
          </div>
        </section>
      ))}
      <p className="section small quiet">{t.headingsFrom}</p>
      <PageSource editions={[]} />
    </>
  );
}
