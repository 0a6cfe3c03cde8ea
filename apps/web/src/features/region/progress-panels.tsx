import { marksIn, toIndexSeries } from "@avances/charts/series";
import { Link } from "@tanstack/react-router";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { IndexTable } from "./index-table.tsx";
import { regionTexts } from "./region.texts.ts";

/** The overall index of each country year by year: one panel each, on the same axis, in alphabetical order. */
export function ProgressPanels({ index, today }: { readonly index: PublicIndex; readonly today: string }) {
  const t = useTexts(regionTexts);
  const f = useFormat();
  const lang = useLanguage();
  const series = toIndexSeries(index, (row) => row.overall, lang, today).sort((a, b) => f.compare(a.label, b.label));
  return (
    <ChartFrame
      question={t.progress.scores}
      label={t.progress.label}
      rounds={index.rounds}
      table={<IndexTable caption={t.progress.caption} index={index} pick={(row) => row.overall} today={today} />}
      legend={<ValueStateLegend states={marksIn(series)} />}
      notes={
        <>
          <p>{t.progress.notes}</p>
          <p>
            <Link to="/$lang/index" params={{ lang }}>
              {t.progress.more}
            </Link>
          </p>
        </>
      }
      source={t.progress.source}
      edition={index.edition}
      file={{ name: "index" }}
    >
      <SmallMultiples series={series} format={f.score} domain={[0, 100]} />
    </ChartFrame>
  );
}
