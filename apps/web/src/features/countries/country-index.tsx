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
import { roundWords } from "#lib/round-words.ts";
import { DataTable } from "#ui/data-table.tsx";
import { RoundName } from "#ui/round-header.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { latestOf } from "./country-facts.ts";

interface CountryIndexProps {
  readonly data: PublicCountry;
  readonly instruments: PublicIndex["instruments"];
  readonly dimensions: PublicIndex["dimensions"];
  readonly today: string;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly pick: (row: IndexRowView) => IndexRowView["overall"];
}

/** The index of one country over the years, and the latest profile by dimension. */
export function CountryIndex({ data, instruments, dimensions, today }: CountryIndexProps) {
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
      <Profile data={data} instruments={instruments} dimensions={dimensions} />
    </section>
  );
}

/** The dimensions behind the latest published score, by Protocol. */
function Profile({ data, instruments, dimensions }: Omit<CountryIndexProps, "today">) {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const latest = latestOf(data.index);
  if (!latest) return null;
  const round = roundWords[lang].data(latest);
  return (
    <>
      <h3 className={styles.dimensions}>{t.dimensions(round)}</h3>
      <DataTable caption={t.dimensionsCaption(round)} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t.dimension}</th>
            {instruments.map(({ code, shortName }) => (
              <th scope="col" key={code}>
                {shortName[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension) => (
            <tr key={dimension.code}>
              <th scope="row">{dimension.name[lang]}</th>
              {instruments.map(({ code }) => (
                <td key={code}>
                  <ScoreCell result={latest.instruments[code].dimensions[dimension.code]} missing="not_applicable" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
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
