import { leastFirst } from "@avances/charts/place";
import { type CountrySeries, perInhabitants, thenAndNow } from "@avances/charts/series";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { ThenAndNowTable } from "#charts/then-and-now.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { loadUntilThere } from "#lib/part.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { Checkbox } from "#ui/field.tsx";
import { InBrowser } from "#ui/in-browser.tsx";
import { useKept } from "#ui/in-colour.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";
import { RoundSelect, useView, ViewSwitch } from "./view-controls.tsx";

// Interactive charts are a separate chunk, fetched only when somebody looks at one.
const TrendChart = lazy(() =>
  loadUntilThere(() => import("#charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart }))),
);
const BarByCountry = lazy(() =>
  loadUntilThere(() => import("#charts/bar-by-country.tsx").then((m) => ({ default: m.BarByCountry }))),
);

const mostHighlighted = 4;

interface NumberViewsProps {
  readonly data: PublicIndicator;
  /** In the order in which they are drawn. */
  readonly series: readonly CountrySeries[];
  /** The values are percentages, not counts. */
  readonly isShare?: boolean;
}

const countViews = ["change", "panels", "lines", "bars"] as const;
/** Without a change in percent: a share has its own scale, and a rate moves with its population too. */
const otherViews = ["panels", "lines", "bars"] as const;

/** Counts and shares by country: each against its own first figure (counts), year by year, as lines, or one year as bars. */
export function NumberViews({ data, series: counts, isShare = false }: NumberViewsProps) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const rates = perInhabitants(counts, data.rate);
  const unit = useSearch({ from: "/$lang/indicators/$code" }).unit;
  const isRate = rates !== null && unit === "rate";
  const series = isRate ? rates : counts;
  const views = isShare || isRate ? otherViews : countViews;
  const { search, view, round, change } = useView<(typeof countViews)[number]>(data, views);
  const format = formatOf(isShare ? "share" : isRate ? "rate" : "count", f);
  const domain = isShare ? ([0, 100] as const) : undefined;
  // The largest country would press the lines of all others flat; shares and rates are of one size everywhere.
  const ownScale = !isShare && !isRate && search.scale !== "common";
  const goalposts = isShare ? goalpostsOf(data) : undefined;
  const chosen = (search.countries ?? "").split(",").filter(Boolean).slice(0, mostHighlighted);
  const kept = useKept(series.map(({ country }) => country));
  const inColour = [...new Set([...(kept === undefined ? [] : [kept]), ...chosen])].slice(0, mostHighlighted);
  return (
    <>
      <form data-names="" className={styles.switches} data-print="no">
        <ViewSwitch view={view} views={views} change={change} />
        {data.rate === null || rates === null ? null : (
          <Segmented
            label={t.unitShown}
            name="unit"
            value={isRate ? "rate" : "count"}
            onChange={(next) => change({ unit: next === "rate" ? "rate" : undefined })}
            options={[
              { value: "count", label: t.persons },
              { value: "rate", label: t.per(f.number(data.rate.per)) },
            ]}
          />
        )}
        {view === "panels" && !isShare && !isRate ? (
          <Segmented
            label={t.scale}
            name="scale"
            value={ownScale ? "own" : "common"}
            onChange={(next) => change({ scale: next === "common" ? "common" : undefined })}
            options={[
              { value: "own", label: t.ownScale },
              { value: "common", label: t.commonScale },
            ]}
          />
        ) : null}
        {view === "bars" || view === "change" ? <RoundSelect data={data} round={round} change={change} /> : null}
      </form>
      {isRate && data.rate !== null ? <p className={styles.changeNote}>{rateNote(data.rate, t, f)}</p> : null}
      {view === "change" && round !== null ? (
        <>
          <ThenAndNowTable
            caption={t.changeCaption(data.indicator.name[lang], roundWords[lang].data(round))}
            round={round}
            countries={thenAndNow(series, round.roundYear)}
            format={format}
          />
          <p className={styles.changeNote}>{t.changeNote(leastFirst)}</p>
        </>
      ) : null}
      {view === "panels" ? (
        <>
          <SmallMultiples
            series={series}
            format={format}
            domain={domain}
            ownScale={ownScale}
            guides={goalposts}
            region
          />
          {goalposts === undefined ? null : <p className={styles.changeNote}>{goalpostWords(data, t, f)}</p>}
        </>
      ) : null}
      {view === "lines" ? (
        <InBrowser fallback={<Skeleton shape="chart" />}>
          <TrendChart series={series} highlight={inColour} format={format} domain={domain} />
          <fieldset className={styles.highlight} data-print="no">
            <legend className="small">{t.compare}</legend>
            {series.map(({ country, label }) => (
              <Checkbox
                key={country}
                label={label}
                checked={inColour.includes(country)}
                disabled={country === kept || (!inColour.includes(country) && inColour.length === mostHighlighted)}
                onChange={(event) => {
                  const next = event.target.checked ? [...chosen, country] : chosen.filter((one) => one !== country);
                  change({ countries: next.join(",") || undefined });
                }}
              />
            ))}
          </fieldset>
        </InBrowser>
      ) : null}
      {view === "bars" ? (
        <Suspense fallback={<Skeleton shape="chart" />}>
          <BarByCountry series={series} kept={kept} roundYear={round?.roundYear ?? 0} format={format} domain={domain} />
        </Suspense>
      ) : null}
    </>
  );
}

/** In percent, lowest first; undefined for a share without goalposts. */
function goalpostsOf({ indicator }: PublicIndicator): readonly [number, number] | undefined {
  const posts = indicator.ratio?.goalposts;
  if (posts == null) return undefined;
  return [Math.min(posts.min, posts.max) * 100, Math.max(posts.min, posts.max) * 100];
}

/** What the dashed lines are. */
function goalpostWords(
  { indicator }: PublicIndicator,
  t: { readonly goalpostLines: (min: string, max: string) => string },
  f: ReturnType<typeof useFormat>,
): string {
  const posts = indicator.ratio?.goalposts;
  return posts == null ? "" : t.goalpostLines(f.percent(posts.min), f.percent(posts.max));
}

function formatOf(kind: "count" | "share" | "rate", f: ReturnType<typeof useFormat>): (value: number) => string {
  switch (kind) {
    case "share":
      return (value) => f.percent(value / 100);
    case "rate":
      return f.rate;
    case "count":
      return (value) => f.number(value, 0);
    default:
      return kind satisfies never;
  }
}

/** Whose populations they are, and for which years an earlier one stands in. */
function rateNote(
  { source, populations }: NonNullable<PublicIndicator["rate"]>,
  t: { readonly rateSource: (source: string) => string; readonly rateEarlier: (years: string, of: string) => string },
  f: ReturnType<typeof useFormat>,
): string {
  const earlier = populations.filter(({ referenceYear, populationYear }) => populationYear < referenceYear);
  const years = (list: readonly number[]) => f.list([...new Set(list)].sort().map(String));
  const words = t.rateSource(source);
  if (earlier.length === 0) return words;
  return `${words} ${t.rateEarlier(
    years(earlier.map(({ referenceYear }) => referenceYear)),
    years(earlier.map(({ populationYear }) => populationYear)),
  )}`;
}
