import { type MarkOfReport, marksOfReports } from "@avances/charts/series";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, memo, Suspense, useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import {
  indexQuery,
  indicatorListQuery,
  matrixQuery,
  type PublicIndex,
  type PublicIndicatorList,
  type PublicMatrix,
} from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useServerToday } from "#lib/session.ts";
import { sentences, useSpeech } from "#lib/speech.ts";
import { standingOf } from "#lib/standing.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PublicFiles } from "#ui/file-links.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { heatTexts } from "./heat.texts.ts";
import { HeatControls, OpenedChoices } from "./heat-controls.tsx";
import { type HeatView, roundChoices } from "./heat-facts.ts";
import { HeatTable } from "./heat-table.tsx";
import { progressFacts } from "./progress-facts.ts";
import { reportGaps } from "./progress-sentence.ts";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";
import { reportingSentence, reportsWords } from "./region-sentences.ts";
import { reportingFacts } from "./reporting-facts.ts";
import { StandingLead } from "./standing-lead.tsx";
import { type HeatChoice, useHeatChoice } from "./use-heat-choice.ts";

const ReportingMatrix = lazy(() => import("./reporting-matrix.tsx").then((m) => ({ default: m.ReportingMatrix })));
const PageSource = lazy(() => import("#ui/page-source.tsx").then((m) => ({ default: m.PageSource })));
/** Indicators are loaded when somebody opens some. */
const OpenedIndicators = lazy(() => import("./opened-indicators.tsx").then((m) => ({ default: m.OpenedIndicators })));

/** What a visitor sees first: where each country stands and whether it is further than before, then who reported when. */
export function RegionPage() {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  const { data: matrix } = useSuspenseQuery(matrixQuery);
  const { data: index } = useSuspenseQuery(indexQuery);
  const { data: indicators } = useSuspenseQuery(indicatorListQuery);
  const choice = useHeatChoice(index, indicators);
  const today = useServerToday();
  return (
    <>
      <PageHeader
        variant="question"
        title={t.title}
        description={t.description}
        eyebrow={choice ? <RoundLine index={index} view={choice.view} today={today} /> : t.member}
        lead={choice ? undefined : <p>{t.intro}</p>}
      />
      {choice ? (
        <Standings index={index} list={indicators} choice={choice} today={today} />
      ) : (
        <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
      )}
      {matrix.edition === null ? null : (
        <section className="section stack" aria-labelledby="reporting">
          <h2 id="reporting">{t.reporting}</h2>
          <Reporting matrix={matrix} today={today} />
          <div className={styles.matrix}>
            <LaterMatrix matrix={matrix} today={today} />
          </div>
        </section>
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
      <LaterSource index={index} matrix={matrix} />
    </>
  );
}

interface MatrixProps {
  readonly matrix: PublicMatrix;
  readonly today: string;
}

/**
 * Below the first screen, so its code may come later. A memo, because the browser would draw anew what the server drew of it if the page changed
 * around it before the code has come.
 */
const LaterMatrix = memo(function LaterMatrix({ matrix, today }: MatrixProps) {
  return (
    <Suspense fallback={<Skeleton shape="table" rows={matrix.countries.length} />}>
      <ReportingMatrix matrix={matrix} today={today} />
    </Suspense>
  );
});

/** Seen on paper only. */
const LaterSource = memo(function LaterSource({
  index,
  matrix,
}: {
  readonly index: PublicIndex;
  readonly matrix: PublicMatrix;
}) {
  return (
    <Suspense>
      <PageSource editions={[index.edition, matrix.edition]} countries={index.countries} />
    </Suspense>
  );
});

/** Which round the page is about, how many countries have a report for it, and who has none. */
function RoundLine({
  index,
  view,
  today,
}: {
  readonly index: PublicIndex;
  readonly view: HeatView;
  readonly today: string;
}) {
  const lang = useLanguage();
  const speech = useSpeech(index.countries);
  const facts = progressFacts(index, view.instrument, today, view);
  if (!facts) return null;
  const all = index.countries.map(({ iso3 }) => iso3);
  return (
    <>
      {roundWords[lang].heading(view.round)}
      <span className={styles.lineRest}>
        {" · "}
        {sentences(reportsWords(facts.reports, all, speech), reportGaps(facts, speech))}
      </span>
    </>
  );
}

interface StandingsProps {
  readonly index: PublicIndex;
  readonly list: PublicIndicatorList;
  readonly choice: HeatChoice;
  readonly today: string;
}

function Standings({ index, list, choice, today }: StandingsProps) {
  const t = useTexts(regionTexts);
  const heat = useTexts(heatTexts);
  const lang = useLanguage();
  const openedId = useId();
  const markOf: MarkOfReport = marksOfReports(index, today);
  const { view, opened } = choice;
  const rounds = roundChoices(index, markOf);
  return (
    <div className="section">
      <StandingLead index={index} view={view} today={today} />
      <HeatControls index={index} rounds={rounds} choice={choice} />
      <HeatTable index={index} choice={choice} markOf={markOf} opened={openedId} />
      <OpenedChoices choice={choice} />
      {opened === null ? null : (
        <Suspense fallback={<Skeleton shape="table" rows={index.countries.length} />}>
          <OpenedIndicators
            id={openedId}
            index={index}
            list={list}
            view={view}
            opened={opened}
            markOf={markOf}
            comparedRound={(country) => comparedRound(index, view, country)}
            onClose={() => choice.open(null)}
          />
        </Suspense>
      )}
      <div className={styles.after}>
        <p className="small quiet">{t.matched}</p>
        <p className="small" data-print="no">
          <Link to="/$lang/index" params={{ lang }} search={{ instrument: view.instrument }}>
            {heat.chart}
          </Link>
        </p>
      </div>
    </div>
  );
}

/** The round with which a country's Protocol is compared; null if there is none. */
function comparedRound(index: PublicIndex, { instrument, round, comparedWith }: HeatView, country: string) {
  const row = index.rows.find((one) => one.country === country && one.roundYear === round.roundYear);
  const standing = row && standingOf(row, instrument, comparedWith);
  return standing && "baseline" in standing ? standing.baseline : null;
}

/** How many of the expected reports are published, and who has none and why. */
function Reporting({ matrix, today }: { readonly matrix: PublicMatrix; readonly today: string }) {
  const speech = useSpeech(matrix.countries);
  const facts = reportingFacts(matrix, today);
  return facts ? <p className={styles.reporting}>{reportingSentence(facts, speech)}</p> : null;
}

function Objectives({ list }: { readonly list: PublicIndicatorList }) {
  const t = useTexts(regionTexts);
  const lang = useLanguage();
  return (
    <section className="section stack" aria-labelledby="objectives" data-print="no">
      <h2 id="objectives">{t.objectives.heading}</h2>
      <div className="stack-s">
        <p>{t.intro}</p>
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
