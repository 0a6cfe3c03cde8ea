import { type MarkOfReport, marksOfReports } from "@avances/charts/series";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ComponentProps, lazy, memo, type ReactNode, useDeferredValue, useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { loadUntilThere } from "#lib/part.ts";
import {
  indexQuery,
  indicatorListQuery,
  matrixQuery,
  type PublicIndex,
  type PublicIndicatorList,
} from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useServerToday } from "#lib/session.ts";
import { sentences, useSpeech } from "#lib/speech.ts";
import { standingOf } from "#lib/standing.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { LaterPart } from "#ui/later-part.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { heatTexts } from "./heat.texts.ts";
import { HeatControls, OpenedChoices } from "./heat-controls.tsx";
import { type HeatView, roundChoices } from "./heat-facts.ts";
import { HeatTable } from "./heat-table.tsx";
import { NotCompared } from "./not-compared.tsx";
import { progressFacts } from "./progress-facts.ts";
import { reportGaps } from "./progress-sentence.ts";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";
import { reportsWords } from "./reports-words.ts";
import { StandingLead } from "./standing-lead.tsx";
import { type Comparison, useComparedWith } from "./use-compared-with.ts";
import { type HeatChoice, type RegionSearch, useHeatChoice, useRegionSearch } from "./use-heat-choice.ts";
import { useTableUpdates } from "./use-table-updates.ts";

const RegionBelow = lazy(() =>
  loadUntilThere(() => import("./region-below.tsx").then((m) => ({ default: m.RegionBelow }))),
);
/** Indicators are loaded when somebody opens some. */
const OpenedIndicators = lazy(() =>
  loadUntilThere(() => import("./opened-indicators.tsx").then((m) => ({ default: m.OpenedIndicators }))),
);

/** What a visitor sees first: where each country stands and whether it is further than before, then who reported when. */
export function RegionPage() {
  // The page stands while it waits for what a new choice needs.
  return <RegionOf search={useDeferredValue(useRegionSearch())} />;
}

const RegionOf = memo(function RegionOf({ search }: { readonly search: RegionSearch }) {
  const t = useTexts(regionTexts);
  const { data: matrix } = useSuspenseQuery(matrixQuery);
  const { data: index } = useSuspenseQuery(indexQuery);
  const { data: indicators } = useSuspenseQuery(indicatorListQuery);
  const today = useServerToday();
  const choice = useHeatChoice(index, indicators, search);
  const comparison = useComparedWith(index, choice, search.since, today);
  useTableUpdates(index, "failed" in comparison ? null : choice);
  return (
    <>
      <PageHeader
        variant="question"
        title={t.title}
        description={t.description}
        eyebrow={choice ? <RoundLine index={index} choice={choice} today={today} /> : t.member}
        lead={choice ? undefined : <p>{t.intro}</p>}
      />
      {choice ? (
        <Standings
          index={index}
          list={indicators}
          search={search}
          choice={choice}
          comparison={comparison}
          today={today}
        />
      ) : (
        <EmptyState title={t.nothing}>{t.nothingBody}</EmptyState>
      )}
      <LaterBelow index={index} matrix={matrix} list={indicators} today={today} />
    </>
  );
});

/**
 * Below the first screen, so its code may come later. A memo, because the browser would draw anew what the server drew of it if the page changed
 * around it before the code has come.
 */
const LaterBelow = memo(function LaterBelow(props: ComponentProps<typeof RegionBelow>) {
  return (
    <LaterPart fallback={<Skeleton shape="table" rows={props.matrix.countries.length} />}>
      <RegionBelow {...props} />
    </LaterPart>
  );
});

/** Which round the page is about, how many countries have a report for it, and who has none. */
function RoundLine({
  index,
  choice,
  today,
}: {
  readonly index: PublicIndex;
  readonly choice: HeatChoice;
  readonly today: string;
}) {
  const lang = useLanguage();
  const speech = useSpeech(index.countries);
  const facts = progressFacts(index, choice.instrument, today, { round: choice.round });
  if (!facts) return null;
  const all = index.countries.map(({ iso3 }) => iso3);
  return (
    <>
      {roundWords[lang].heading(choice.round)}
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
  readonly search: RegionSearch;
  readonly choice: HeatChoice;
  readonly comparison: Comparison;
  readonly today: string;
}

function Standings({ index, list, search, choice, comparison, today }: StandingsProps) {
  const t = useTexts(regionTexts);
  const heat = useTexts(heatTexts);
  const lang = useLanguage();
  const openedId = useId();
  const markOf: MarkOfReport = marksOfReports(index, today);
  const { instrument, round, opened } = choice;
  const rounds = roundChoices(index, markOf);
  const view: HeatView | null = "failed" in comparison ? null : { instrument, round, ...comparison };
  return (
    <div className="section">
      {view ? (
        <Awaited shown={search}>
          <StandingLead index={index} view={view} today={today} />
        </Awaited>
      ) : null}
      <HeatControls index={index} list={list} rounds={rounds} />
      <Awaited shown={search}>
        {"failed" in comparison ? <NotCompared {...comparison} /> : null}
        {view ? <HeatTable index={index} view={view} choice={choice} markOf={markOf} opened={openedId} /> : null}
      </Awaited>
      {view ? <OpenedChoices index={index} list={list} /> : null}
      {view === null || opened === null ? null : (
        <Awaited shown={search}>
          <LaterPart fallback={<Skeleton shape="table" rows={index.countries.length} />}>
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
          </LaterPart>
        </Awaited>
      )}
      <div className={styles.after}>
        {view ? <p className="small quiet">{t.matched}</p> : null}
        <p className="small" data-print="no">
          <Link to="/$lang/index" params={{ lang }} search={{ instrument }}>
            {heat.chart}
          </Link>
        </p>
      </div>
    </div>
  );
}

/** What shows `shown` until all is there that a newer choice needs. */
function Awaited({ shown, children }: { readonly shown: RegionSearch; readonly children: ReactNode }) {
  const isWaiting = useRegionSearch() !== shown;
  return <div aria-busy={isWaiting || undefined}>{children}</div>;
}

/** The round with which a country's Protocol is compared; null if there is none. */
function comparedRound(index: PublicIndex, { instrument, round, comparedWith }: HeatView, country: string) {
  if (typeof comparedWith !== "string") return comparedWith.round;
  const row = index.rows.find((one) => one.country === country && one.roundYear === round.roundYear);
  const standing = row && standingOf(row, instrument, comparedWith);
  return standing && "baseline" in standing ? standing.baseline : null;
}
