import { marksIn, marksOfReports, toIndicatorSeries } from "@avances/charts/series";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { LadderStrip } from "#charts/ladder-strip.tsx";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { Checkbox, Select } from "#ui/field.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { AnswersTable } from "./answers-table.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";

// Interactive charts are a chunk of their own, fetched only when one is looked at.
const TrendChart = lazy(() => import("#charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart })));
const BarByCountry = lazy(() => import("#charts/bar-by-country.tsx").then((m) => ({ default: m.BarByCountry })));

const mostHighlighted = 4;
type View = "panels" | "lines" | "bars";

/** The chart of an indicator in the form that suits its values: a ladder for levels and yes/no, lines and bars for numbers, a table for the rest. */
export function IndicatorChart({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { indicator } = data;
  const series = toIndicatorSeries(data, lang, today).sort((a, b) => f.compare(a.label, b.label));
  const isLadder = indicator.valueType === "ordinal" || indicator.valueType === "boolean";
  const isNumeric = indicator.valueType === "count" || indicator.valueType === "ratio";
  const table = <AnswersTable data={data} markOf={marksOfReports(data, today)} />;
  return (
    <ChartFrame
      question={t.byCountry}
      label={t.chartLabel(indicator.name[lang])}
      rounds={data.rounds}
      table={isLadder || isNumeric ? table : undefined}
      legend={<ValueStateLegend states={marksIn(series)} />}
      notes={
        <>
          {indicator.smallCellSuppression ? <p>{t.protection}</p> : null}
          {indicator.valueType === "money" ? <p>{t.moneyNote}</p> : null}
          {indicator.valueType === "text" ? <p>{t.textNote}</p> : null}
        </>
      }
      source={t.source}
      edition={data.edition}
      file={{ name: "data", indicator: indicator.code }}
    >
      {isLadder ? <Ladder data={data} series={series} /> : null}
      {isNumeric ? <NumberViews data={data} series={series} /> : null}
      {isLadder || isNumeric ? null : table}
    </ChartFrame>
  );
}

type SeriesProps = { readonly data: PublicIndicator; readonly series: ReturnType<typeof toIndicatorSeries> };

function Ladder({ data, series }: SeriesProps) {
  const t = useTexts(indicatorTexts);
  const lang = useLanguage();
  return (
    <LadderStrip
      caption={t.tableCaption(data.indicator.name[lang])}
      captionHidden
      rounds={data.rounds}
      levels={data.indicator.levels.map(({ level, label }) => ({ level, label: label[lang] }))}
      series={series}
    />
  );
}

function NumberViews({ data, series }: SeriesProps) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const search = useSearch({ from: "/$lang/indicators/$code" });
  const navigate = useNavigate({ from: "/$lang/indicators/$code" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const view: View = search.view === "lines" || search.view === "bars" ? search.view : "panels";
  const isShare = data.indicator.valueType === "ratio";
  const format = isShare ? (value: number) => f.percent(value / 100) : (value: number) => f.number(value, 0);
  const domain = isShare ? ([0, 100] as const) : undefined;
  const words = roundWords[useLanguage()];
  const rounds = data.totals.filter((total) => total.published > 0);
  const year = rounds.find(({ roundYear }) => roundYear === search.year)?.roundYear ?? data.mainRound?.roundYear ?? 0;
  const chosen = (search.countries ?? "").split(",").filter(Boolean).slice(0, mostHighlighted);
  return (
    <>
      <div className={styles.switches} data-print="no">
        <Segmented
          label={t.view}
          name="view"
          value={view}
          onChange={(next) => change({ view: next })}
          options={(["panels", "lines", "bars"] as const).map((value) => ({ value, label: t.views[value] }))}
        />
        {view === "bars" ? (
          <Select
            label={t.year}
            value={String(year)}
            onChange={(event) => change({ year: Number(event.target.value) })}
          >
            {rounds.map((round) => (
              <option key={round.roundYear} value={round.roundYear}>
                {words.data(round)}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      {view === "panels" ? (
        <SmallMultiples series={series} format={format} domain={domain} ownScale={search.scale === "own"} />
      ) : null}
      <Suspense fallback={<Skeleton shape="chart" />}>
        {view === "lines" ? (
          <>
            <TrendChart series={series} highlight={chosen} format={format} domain={domain} />
            <fieldset className={styles.highlight} data-print="no">
              <legend className="small">{t.compare}</legend>
              {series.map(({ country, label }) => (
                <Checkbox
                  key={country}
                  label={label}
                  checked={chosen.includes(country)}
                  disabled={!chosen.includes(country) && chosen.length === mostHighlighted}
                  onChange={(event) => {
                    const next = event.target.checked ? [...chosen, country] : chosen.filter((one) => one !== country);
                    change({ countries: next.join(",") || undefined });
                  }}
                />
              ))}
            </fieldset>
          </>
        ) : null}
        {view === "bars" ? (
          <BarByCountry
            rows={series.flatMap(({ country, label, points }) => {
              const point = points.find(({ roundYear }) => roundYear === year);
              return point ? [{ country, label, value: point.value, state: point.state }] : [];
            })}
            format={format}
            domain={domain}
          />
        ) : null}
      </Suspense>
    </>
  );
}
