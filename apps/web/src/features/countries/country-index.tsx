import { ChartFrame } from "#charts/chart-frame.tsx";
import type { CountrySeries } from "#charts/series.ts";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { toScorePoint } from "#charts/to-score-point.ts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { csvAddress, type PublicCountry, type PublicIndex } from "#lib/published-queries.ts";
import { scoreOf } from "#lib/score.ts";
import { DataTable } from "#ui/data-table.tsx";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { ValueState } from "#ui/value-state.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";

interface CountryIndexProps {
  readonly data: PublicCountry;
  readonly instruments: PublicIndex["instruments"];
  readonly dimensions: PublicIndex["dimensions"];
}

type Row = PublicCountry["index"][number];

/** The index of one country over the years, and the latest profile by dimension. */
export function CountryIndex({ data, instruments, dimensions }: CountryIndexProps) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const name = data.country.name[lang];
  const lines: readonly { key: string; label: string; pick: (row: Row) => Row["overall"] }[] = [
    { key: "both", label: t.both, pick: (row) => row.overall },
    ...instruments.map(({ code, shortName }) => ({
      key: code,
      label: shortName[lang],
      pick: (row: Row) => row.instruments[code],
    })),
  ];
  const latest = data.index.at(-1);
  return (
    <section className="section stack" aria-label={t.indexHeading}>
      <ChartFrame
        question={t.indexQuestion(name)}
        label={t.indexLabel(name)}
        table={<IndexOverYears caption={t.indexCaption(name)} data={data} lines={lines} />}
        source={t.source}
        edition={data.edition ? t.edition(data.edition.id, f.date(data.edition.publishedAt.slice(0, 10))) : undefined}
        csvHref={csvAddress({ country: data.country.iso3 })}
      >
        <SmallMultiples
          series={lines.map(
            ({ key, label, pick }): CountrySeries => ({
              country: key,
              label,
              points: data.rounds.map(({ roundYear }) => {
                const row = data.index.find((one) => one.roundYear === roundYear);
                return toScorePoint(roundYear, row && pick(row));
              }),
            }),
          )}
          format={f.score}
          domain={[0, 100]}
        />
      </ChartFrame>
      {latest ? (
        <>
          <h3 className={styles.dimensions}>{t.dimensions(latest.roundYear)}</h3>
          <DataTable caption={t.dimensionsCaption(latest.roundYear)} captionHidden>
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
                  {instruments.map(({ code }) => {
                    const result = latest.instruments[code].dimensions[dimension.code];
                    return (
                      <td key={code}>
                        {result?.applicable ? (
                          <ScoreWithRange result={scoreOf(result)} />
                        ) : (
                          <ValueState state="not_applicable" />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      ) : null}
    </section>
  );
}

function IndexOverYears({
  caption,
  data,
  lines,
}: {
  readonly caption: string;
  readonly data: PublicCountry;
  readonly lines: readonly { key: string; label: string; pick: (row: Row) => Row["overall"] }[];
}) {
  const t = useTexts(countriesTexts);
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
        {data.index.map((row) => (
          <tr key={row.roundYear}>
            <th scope="row">{row.roundYear}</th>
            {lines.map(({ key, pick }) => (
              <td key={key}>
                <ScoreWithRange result={scoreOf(pick(row))} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
