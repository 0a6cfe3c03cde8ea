import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import {
  indexQuery,
  indicatorListQuery,
  matrixQuery,
  type PublicIndicatorList,
  type PublicMatrix,
} from "#lib/published-queries.ts";
import { useServerToday } from "#lib/session.ts";
import { useSpeech } from "#lib/speech.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PublicFiles } from "#ui/file-links.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProgressLead } from "./progress-lead.tsx";
import { ProgressPanels } from "./progress-panels.tsx";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";
import { reportingSentence } from "./region-sentences.ts";
import { reportingFacts } from "./reporting-facts.ts";
import { ReportingMatrix } from "./reporting-matrix.tsx";

/** What a visitor sees first: who reported when, and whether each country is further than before. */
export function RegionPage() {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  const { data: matrix } = useSuspenseQuery(matrixQuery);
  const { data: index } = useSuspenseQuery(indexQuery);
  const { data: indicators } = useSuspenseQuery(indicatorListQuery);
  const today = useServerToday();
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        eyebrow={t.eyebrow}
        lead={<Lead matrix={matrix} today={today} />}
      />
      {matrix.edition === null ? (
        <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
      ) : (
        <>
          <section className="section stack" aria-labelledby="reporting">
            <h2 id="reporting">{t.reporting}</h2>
            <ReportingMatrix matrix={matrix} today={today} />
          </section>
          <section className="section stack" aria-labelledby="progress">
            <h2 id="progress">{t.progress.question}</h2>
            <ProgressLead index={index} today={today} />
          </section>
          <section className="section">
            <ProgressPanels index={index} today={today} />
          </section>
        </>
      )}
      <Objectives list={indicators} />
      <section className="section stack" aria-labelledby="take" data-print="no">
        <h2 id="take">{t.take.heading}</h2>
        <p>{t.take.body}</p>
        <PublicFiles />
        <p className={styles.links}>
          <Link to="/$lang/about" params={{ lang }} hash="files">
            {t.take.about}
          </Link>
          <a href="/docs">{t.take.api}</a>
        </p>
      </section>
    </>
  );
}

/** The answer first: how many reports for the main round are published, and who has none and why. */
function Lead({ matrix, today }: { readonly matrix: PublicMatrix; readonly today: string }) {
  const t = useTexts(regionTexts);
  const speech = useSpeech(matrix.countries);
  const facts = reportingFacts(matrix, today);
  if (!facts) return <p>{t.intro}</p>;
  return (
    <>
      <p>{reportingSentence(facts, speech)}</p>
      <p className="quiet">{t.intro}</p>
    </>
  );
}

function Objectives({ list }: { readonly list: PublicIndicatorList }) {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  return (
    <section className="section stack" aria-labelledby="objectives">
      <h2 id="objectives">{t.objectives.heading}</h2>
      <p>{t.objectives.body(list.indicators.length)}</p>
      <div className={styles.objectives}>
        {list.instruments.map((instrument) => (
          <div key={instrument.code}>
            <h3 className={styles.instrument}>{instrument.shortName[lang]}</h3>
            <ul className={styles.dimensions}>
              {list.dimensions.map((dimension) => (
                <li key={dimension.code}>
                  <Link
                    to="/$lang/indicators"
                    params={{ lang }}
                    search={{ instrument: instrument.code, dimension: dimension.code }}
                  >
                    {dimension.name[lang]}
                  </Link>
                  <span className={styles.count}>
                    {
                      list.indicators.filter(
                        (one) => one.instrument === instrument.code && one.dimension === dimension.code,
                      ).length
                    }
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p>
        <LinkButton to="/$lang/indicators" params={{ lang }} variant="secondary">
          {t.objectives.all}
        </LinkButton>
      </p>
    </section>
  );
}
