import { drawnAs, marksIn, marksOfReports, toIndicatorSeries } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
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

// Interactive charts are a separate chunk, fetched only when somebody looks at one.
const TrendChart = lazy(() => import("#charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart })));
const BarByCountry = lazy(() => import("#charts/bar-by-country.tsx").then((m) => ({ default: m.BarByCountry })));

const mostHighlighted = 4;
type View = "panels" | "lines" | "bars";

/** The chart that suits the indicator's values: a ladder for levels and yes/no, lines and bars for numbers, a table for the rest. */
export function IndicatorChart({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { indicator } = data;
  const series = toIndicatorSeries(data, lang, today).sort((a, b) => f.compare(a.label, b.label));
  const form = drawnAs[indicator.valueType];
  const note = notes[indicator.valueType];
  const table = <AnswersTable data={data} markOf={marksOfReports(data, today)} />;
  return (
    <ChartFrame
      question={t.byCountry}
      label={t.chartLabel(indicator.name[lang])}
      rounds={data.rounds}
      table={form === "table" ? undefined : table}
      legend={<ValueStateLegend states={marksIn(series)} />}
      notes={
        <>
          {indicator.smallCellSuppression ? <p>{t.protection}</p> : null}
          {note === null ? null : <p>{t[note]}</p>}
        </>
      }
      source={t.source}
      edition={data.edition}
      file={{ name: "data", indicator: indicator.code }}
    >
      {drawings[form]({ data, series, table })}
    </ChartFrame>
  );
}

/** Notes on the values of each type, shown below their chart. */
const notes = {
  ordinal: null,
  boolean: null,
  count: null,
  ratio: null,
  money: "moneyNote",
  date: null,
  text: "textNote",
} as const satisfies Readonly<Record<ValueType, "moneyNote" | "textNote" | null>>;

const drawings: Readonly<Record<(typeof drawnAs)[ValueType], (drawn: DrawnProps) => ReactNode>> = {
  ladder: ({ data, series }) => <Ladder data={data} series={series} />,
  figures: ({ data, series }) => <NumberViews data={data} series={series} />,
  shares: ({ data, series }) => <NumberViews data={data} series={series} isShare />,
  table: ({ table }) => table,
};

type DrawnProps = SeriesProps & { readonly table: ReactNode };
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

function NumberViews({ data, series, isShare = false }: SeriesProps & { readonly isShare?: boolean }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const search = useSearch({ from: "/$lang/indicators/$code" });
  const navigate = useNavigate({ from: "/$lang/indicators/$code" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const view: View = search.view === "lines" || search.view === "bars" ? search.view : "panels";
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
        {view === "bars" ? <BarByCountry series={series} roundYear={year} format={format} domain={domain} /> : null}
      </Suspense>
    </>
  );
}
