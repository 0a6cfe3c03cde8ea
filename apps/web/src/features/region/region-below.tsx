import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex, PublicIndicatorList, PublicMatrix } from "#lib/published-queries.ts";
import { useSpeech } from "#lib/speech.ts";
import { LinkButton } from "#ui/button.tsx";
import { PublicFiles } from "#ui/file-links.tsx";
import { PageSource } from "#ui/page-source.tsx";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";
import { belowTexts } from "./region-below.texts.ts";
import { reportingSentence } from "./region-sentences.ts";
import { reportingFacts } from "./reporting-facts.ts";
import { ReportingMatrix } from "./reporting-matrix.tsx";

/** What follows below the standings: who reported when, what is measured, the files, and on paper the source. */
export function RegionBelow({
  index,
  matrix,
  list,
  today,
}: {
  readonly index: PublicIndex;
  readonly matrix: PublicMatrix;
  readonly list: PublicIndicatorList;
  readonly today: string;
}) {
  const t = useTexts(belowTexts);
  const lang = useLanguage();
  return (
    <>
      {matrix.edition === null ? null : (
        <section className="section stack" aria-labelledby="reporting">
          <h2 id="reporting">{t.reporting}</h2>
          <Reporting matrix={matrix} today={today} />
          <div className={styles.matrix}>
            <ReportingMatrix matrix={matrix} today={today} />
          </div>
        </section>
      )}
      <Objectives list={list} />
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
      <PageSource editions={[index.edition, matrix.edition]} countries={index.countries} />
    </>
  );
}

/** How many of the expected reports are published, and who has none and why. */
function Reporting({ matrix, today }: { readonly matrix: PublicMatrix; readonly today: string }) {
  const speech = useSpeech(matrix.countries);
  const facts = reportingFacts(matrix, today);
  return facts ? <p className={styles.reporting}>{reportingSentence(facts, speech)}</p> : null;
}

function Objectives({ list }: { readonly list: PublicIndicatorList }) {
  const t = useTexts(belowTexts);
  const { intro } = useTexts(regionTexts);
  const lang = useLanguage();
  return (
    <section className="section stack" aria-labelledby="objectives" data-print="no">
      <h2 id="objectives">{t.objectives.heading}</h2>
      <div className="stack-s">
        <p>{intro}</p>
        <p>{t.objectives.body(list.indicators.length)}</p>
      </div>
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
