import { drawnAs, marksIn, marksOfReports, toIndicatorSeries } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import type { ReactNode } from "react";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat, wholeAmountsFrom } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { useSpeech } from "#lib/speech.ts";
import { ColourChoice } from "#ui/colour-choice.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { AnswersTable } from "./answers-table.tsx";
import { DateViews } from "./date-views.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import { LadderViews } from "./ladder-views.tsx";
import { MoneyViews } from "./money-views.tsx";
import { NumberViews } from "./number-views.tsx";
import { versionFacts, versionSentence } from "./version-sentence.ts";

/** The chart that suits the indicator's values: a ladder for levels and yes/no, lines and bars for numbers, a line of time for dates, panels in own currency for money, a table for the rest. */
export function IndicatorChart({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { indicator } = data;
  const series = toIndicatorSeries(data, lang, today).sort((a, b) => f.compare(a.label, b.label));
  const form = drawnAs[indicator.valueType];
  const note = notes[indicator.valueType];
  const speech = useSpeech(data.countries);
  const versions = versionFacts(data);
  const table = <AnswersTable data={data} markOf={marksOfReports(data, today)} />;
  return (
    <ChartFrame
      question={t.byCountry}
      label={t.chartLabel(indicator.name[lang])}
      rounds={data.rounds}
      table={form === "table" || form === "amounts" ? undefined : table}
      legend={<ValueStateLegend states={marksIn(series)} />}
      notes={
        <>
          {indicator.smallCellSuppression ? <p>{t.protection}</p> : null}
          {note === null ? null : <p>{note === "moneyNote" ? t.moneyNote(f.number(wholeAmountsFrom)) : t[note]}</p>}
          {versions === null ? null : <p>{versionSentence(versions, speech)}</p>}
        </>
      }
      source={t.source}
      edition={data.edition}
      choices={<ColourChoice countries={data.countries} />}
      file={{ name: "data", indicator: indicator.code }}
    >
      {drawings[form]({ data, today, series, table })}
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
  ladder: ({ data, series }) => <LadderViews data={data} series={series} />,
  figures: ({ data, series }) => <NumberViews data={data} series={series} />,
  shares: ({ data, series }) => <NumberViews data={data} series={series} isShare />,
  dates: ({ data, today }) => <DateViews data={data} today={today} />,
  amounts: (drawn) => <MoneyViews {...drawn} />,
  table: ({ table }) => table,
};

interface DrawnProps {
  readonly data: PublicIndicator;
  readonly today: string;
  readonly series: ReturnType<typeof toIndicatorSeries>;
  readonly table: ReactNode;
}
