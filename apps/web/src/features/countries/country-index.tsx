import {
  type MarkOfReport,
  marksIn,
  marksOfReports,
  toCountryIndexSeries,
  unpublishedOf,
} from "@avances/charts/series";
import { ChartFrame } from "#charts/chart-frame.tsx";
import { ScoreCell } from "#charts/score-cell.tsx";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { IndexRowView, PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
import { RoundName } from "#ui/round-header.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { countriesTexts } from "./countries.texts.ts";

interface CountryIndexProps {
  readonly data: PublicCountry;
  readonly instruments: PublicIndex["instruments"];
  readonly today: string;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly pick: (row: IndexRowView) => IndexRowView["overall"];
}

/** The index of one country over the years. */
export function CountryIndex({ data, instruments, today }: CountryIndexProps) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const name = data.country.name[lang];
  const lines: readonly Line[] = [
    { key: "both", label: t.both, pick: (row) => row.overall },
    ...instruments.map(({ code, shortName }) => ({
      key: code,
      label: shortName[lang],
      pick: (row: IndexRowView) => row.instruments[code],
    })),
  ];
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  const series = toCountryIndexSeries(data, lines, today);
  return (
    <section className="section stack" aria-label={t.indexHeading}>
      <ChartFrame
        question={t.indexQuestion(name)}
        label={t.indexLabel(name)}
        rounds={data.rounds}
        table={<IndexOverYears caption={t.indexCaption(name)} data={data} lines={lines} markOf={markOf} />}
        legend={<ValueStateLegend states={marksIn(series)} />}
        notes={<p>{t.indexNotes}</p>}
        source={t.source}
        edition={data.edition}
        file={data.edition === null ? undefined : { name: "index", country: data.country.iso3 }}
      >
        <SmallMultiples series={series} format={f.score} domain={[0, 100]} />
      </ChartFrame>
    </section>
  );
}

function IndexOverYears({
  caption,
  data,
  lines,
  markOf,
}: {
  readonly caption: string;
  readonly data: PublicCountry;
  readonly lines: readonly Line[];
  readonly markOf: MarkOfReport;
}) {
  const t = useTexts(countriesTexts);
  const rows = new Map(data.index.map((row) => [row.roundYear, row]));
  return (
    <DataTable caption={caption} dense>
      <thead>
        <tr>
          <th scope="col">{t.year}</th>
          {lines.map(({ key, label }) => (
            <th scope="col" key={key}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rounds.map((round) => {
          const row = rows.get(round.roundYear);
          return (
            <tr key={round.roundYear}>
              <th scope="row">
                <RoundName round={round} />
              </th>
              {lines.map(({ key, pick }) => (
                <td key={key}>
                  <ScoreCell result={row && pick(row)} missing={markOf(data.country.iso3, round.roundYear)} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
