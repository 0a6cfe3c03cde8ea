import { articleKey, isOfArticle, type WholeArticle } from "@avances/domain/catalogue";
import { usePrefetchQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useRouter } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import { indicatorListQuery, type PublicIndicatorList, voicesQuery } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSpeech } from "#lib/speech.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { VoicesBeside } from "#ui/voices-beside.tsx";
import { articleFacts, type FollowUp, followUpOf } from "./article-facts.ts";
import { articleName, articlesCited } from "./article-name.ts";
import { articleSentence } from "./article-sentence.ts";
import styles from "./articles.module.css";
import { articlesTexts } from "./articles.texts.ts";
import { headingOf } from "./headings.ts";
import { Standing } from "./standing.tsx";

/** One article: which indicators follow it up, where the region stands on each, and which objectives cite it. */
export function ArticlePage() {
  const { article: key } = useParams({ from: "/$lang/articles/$article" });
  // Both at once, and the page with both: nothing moves when one comes later.
  usePrefetchQuery(voicesQuery("articles", key));
  const { data: list } = useSuspenseQuery(indicatorListQuery);
  const place = articlesCited(list).findIndex((one) => articleKey(one) === key);
  // Which articles there are is known only with the data. An error thrown for it would be logged as if the page had failed.
  const NotFound = useRouter().options.defaultNotFoundComponent;
  if (place === -1) return NotFound ? <NotFound isNotFound routeId="/$lang/articles/$article" /> : null;
  return <Article list={list} place={place} />;
}

function Article({ list, place }: { readonly list: PublicIndicatorList; readonly place: number }) {
  const t = useTexts(articlesTexts);
  const lang = useLanguage();
  const speech = useSpeech([]);
  const all = articlesCited(list);
  const article = all[place] as WholeArticle;
  const { data: voices } = useSuspenseQuery(voicesQuery("articles", articleKey(article)));
  const followUp = followUpOf(list, article);
  const words = articleWords[lang];
  const heading = headingOf(article);
  return (
    <>
      <PageHeader
        title={articleName(article, lang, words.whole(article))}
        description={t.articleDescription(words.whole(article))}
        heading={
          heading === null ? undefined : (
            <>
              <span className={styles.number}>{words.whole(article)}: </span>
              <span className={styles.heading}>{heading[lang]}</span>
            </>
          )
        }
        breadcrumbs={[
          <Link key="articles" to="/$lang/articles" params={{ lang }} hash={article.instrument}>
            {t.title}
          </Link>,
        ]}
        lead={<p>{articleSentence(articleFacts(followUp), speech)}</p>}
      />
      {followUp.indicators.length > 0 ? <Indicators article={article} followUp={followUp} list={list} /> : null}
      {followUp.objectives.length > 0 ? <Objectives followUp={followUp} list={list} /> : null}
      <VoicesBeside data={voices} />
      <Neighbours previous={all[place - 1]} next={all[place + 1]} />
      <p className={`${styles.source} small quiet`}>
        {followUp.indicators.some(({ latest }) => latest) ? `${t.source} ` : null}
        {t.headingsFrom}
      </p>
      <PageSource editions={[list.edition, ...(voices.voices.length === 0 ? [] : [voices.edition])]} />
    </>
  );
}

interface PartProps {
  readonly followUp: FollowUp;
  readonly list: PublicIndicatorList;
}

function Indicators({ article, followUp }: PartProps & { readonly article: WholeArticle }) {
  const t = useTexts(articlesTexts);
  const lang = useLanguage();
  const words = articleWords[lang];
  // The main round is the same for every indicator.
  const latest = followUp.indicators.find((entry) => entry.latest)?.latest;
  return (
    <section className="section stack" aria-labelledby="standing">
      <div className="stack-s">
        <h2 id="standing">{t.standing}</h2>
        <p className="small quiet">
          {latest ? t.round(roundWords[lang].data(latest), latest.published) : t.unpublished}
        </p>
      </div>
      <ul className={styles.indicators}>
        {followUp.indicators.map((entry) => (
          <li key={entry.code}>
            <div>
              <h3 className={styles.name}>
                <Link to="/$lang/indicators/$code" params={{ lang, code: entry.code }}>
                  {entry.question[lang]}
                </Link>
              </h3>
              <p className={styles.code}>
                {entry.code} ·{" "}
                {citedArticles(entry.articles.filter((cited) => isOfArticle(cited, article)))
                  .map(words.numbers)
                  .join(", ")}
              </p>
            </div>
            {entry.latest ? <Standing entry={entry} latest={entry.latest} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Objectives({ followUp, list }: PartProps) {
  const t = useTexts(articlesTexts);
  const lang = useLanguage();
  return (
    <section className="section stack" aria-labelledby="objectives">
      <h2 id="objectives">{t.objectivesHeading}</h2>
      <ul className={styles.objectives}>
        {followUp.objectives.map((objective) => (
          <li key={objective.code} className="stack-s">
            <div>
              <h3 className={styles.name}>
                <Link to="/$lang/indicators" params={{ lang }} search={{ objective: objective.code }}>
                  {objective.name[lang]}
                </Link>
              </h3>
              <p className={styles.code}>{objective.code}</p>
            </div>
            <ul className={styles.links}>
              {list.indicators
                .filter((entry) => entry.objective === objective.code)
                .map((entry) => (
                  <li key={entry.code}>
                    <Link to="/$lang/indicators/$code" params={{ lang, code: entry.code }}>
                      {entry.name[lang]}
                    </Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The articles before and after, across treaties. */
function Neighbours({
  previous,
  next,
}: {
  readonly previous: WholeArticle | undefined;
  readonly next: WholeArticle | undefined;
}) {
  const t = useTexts(articlesTexts);
  const lang = useLanguage();
  const link = (label: string, article: WholeArticle | undefined) =>
    article ? (
      <p>
        <span className={styles.code}>{label}</span>
        <Link to="/$lang/articles/$article" params={{ lang, article: articleKey(article) }}>
          {articleName(article, lang, articleWords[lang].whole(article))}
        </Link>
      </p>
    ) : null;
  return (
    <nav className={styles.neighbours} aria-label={t.neighbours}>
      {link(t.previous, previous)}
      {link(t.next, next)}
    </nav>
  );
}
