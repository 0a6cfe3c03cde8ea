import { Link } from "@tanstack/react-router";
import { ChartFrame } from "#charts/chart-frame.tsx";
import type { CountrySeries } from "#charts/series.ts";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { csvAddress } from "#lib/published-queries.ts";
import { IndexTable } from "./index-table.tsx";
import { regionTexts } from "./region.texts.ts";
import { toIndexSeries } from "./to-index-series.ts";

/** The overall index of each country against its own past: one panel each, on the same axis, in alphabetical order. */
export function ProgressPanels({ index }: { readonly index: PublicIndex }) {
  const t = useTexts(regionTexts);
  const f = useFormat();
  const lang = useLanguage();
  const series = toIndexSeries(index, (row) => row.overall, lang).sort((a, b) => f.compare(a.label, b.label));
  const { rose, compared, firstYears } = changes(series);
  return (
    <ChartFrame
      question={t.progress.question}
      sentence={compared > 0 ? t.progress.sentence(rose, compared, firstYears) : undefined}
      label={t.progress.label}
      table={<IndexTable caption={t.progress.caption} index={index} pick={(row) => row.overall} />}
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
      edition={index.edition ? t.edition(index.edition.id, f.date(index.edition.publishedAt.slice(0, 10))) : undefined}
      csvHref={csvAddress()}
    >
      <SmallMultiples series={series} format={f.score} domain={[0, 100]} />
    </ChartFrame>
  );
}

/** Countries with a number in two years or more: how many stand higher in the last than in the first. */
function changes(series: readonly CountrySeries[]): { rose: number; compared: number; firstYears: string } {
  const spans = series.flatMap(({ points }) => {
    const drawn = points.filter((point) => point.value !== null);
    const [first, last] = [drawn[0], drawn.at(-1)];
    return first && last && first.year < last.year ? [{ first, last }] : [];
  });
  const years = [...new Set(spans.map(({ first }) => first.year))].sort((a, b) => a - b);
  const [from, to] = [years[0], years.at(-1)];
  return {
    rose: spans.filter(({ first, last }) => (last.value ?? 0) > (first.value ?? 0)).length,
    compared: spans.length,
    firstYears: from === to ? `${from ?? ""}` : `${from}–${to}`,
  };
}
