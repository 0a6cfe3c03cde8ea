import { LevelTile } from "#charts/tiles.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { ArticleLinks } from "#ui/article-links.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";
import { WordingHistory } from "./wording-history.tsx";

/** What the indicator means, how it is answered and scored, and where it comes from. */
export function DefinitionSection({ indicator }: { readonly indicator: PublicIndicator["indicator"] }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { ratio } = indicator;
  const direction = indicator.direction;
  return (
    <section className="section stack" aria-labelledby="definition">
      <h2 id="definition">{t.definition}</h2>
      <div className={styles.definition}>
        <div className="flow">
          <p className="lead">{indicator.definition[lang]}</p>
          <h3>{t.guidance}</h3>
          <p>{indicator.guidance[lang]}</p>
          {indicator.levels.length > 0 ? (
            <>
              <h3>{t.levels}</h3>
              <ol className={styles.levels}>
                {indicator.levels.map(({ level, label }) => (
                  <li key={level}>
                    <LevelTile level={level} />
                    <span>{label[lang]}</span>
                  </li>
                ))}
              </ol>
            </>
          ) : null}
        </div>
        <div>
          <h3 className="sr-only">{t.facts}</h3>
          <DefinitionList
            items={[
              { term: t.objective, value: indicator.objective[lang] },
              {
                term: t.articles,
                value: <ArticleLinks articles={indicator.articles} />,
              },
              { term: t.kind, value: indicator.kind[lang] },
              { term: t.unit, value: indicator.unit[lang] },
              { term: t.inIndex, value: indicator.scored ? t.weight(indicator.weight) : t.context },
              {
                term: t.direction,
                value: t.directions[direction === "neutral" && indicator.valueType === "count" ? "count" : direction],
              },
              ...(ratio ? [{ term: t.ratio, value: t.of(ratio.numerator[lang], ratio.denominator[lang]) }] : []),
              ...(ratio?.goalposts
                ? [
                    {
                      term: t.goalposts,
                      value: t.goalpostsValue(f.percent(ratio.goalposts.min), f.percent(ratio.goalposts.max)),
                    },
                  ]
                : []),
              ...(indicator.wording.releases.length > 0
                ? [{ term: t.wording, value: <WordingHistory indicator={indicator} /> }]
                : []),
              {
                term: t.sources,
                value: (
                  <ul className="small">
                    {indicator.sources.map(({ author, title, year }) => (
                      <li key={title}>
                        {author}, <cite>{title}</cite>, {year}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </div>
      </div>
    </section>
  );
}
