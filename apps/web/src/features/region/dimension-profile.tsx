import { marksOfReports } from "@avances/charts/series";
import { ScoreCell } from "#charts/score-cell.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { DataTable } from "#ui/data-table.tsx";
import { indexTexts } from "./index.texts.ts";
import styles from "./region.module.css";

interface DimensionProfileProps {
  readonly index: PublicIndex;
  readonly instrument: "TIP" | "SOM";
  readonly round: NamedRound;
  readonly today: string;
}

/** Country × dimension of one Protocol and year. */
export function DimensionProfile({ index, instrument, round, today }: DimensionProfileProps) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const lang = useLanguage();
  const name = index.instruments.find(({ code }) => code === instrument)?.shortName[lang] ?? instrument;
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const rows = new Map(
    index.rows.filter(({ roundYear }) => roundYear === round.roundYear).map((row) => [row.country, row]),
  );
  const markOf = marksOfReports(index, today);
  return (
    <DataTable caption={t.profileCaption(roundWords[lang].data(round), name)} className={styles.profile} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          <th scope="col">{t.allDimensions}</th>
          {index.dimensions.map((dimension) => (
            <th scope="col" key={dimension.code}>
              {dimension.name[lang]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name: country }) => {
          const result = rows.get(iso3)?.instruments[instrument];
          const missing = result ? "not_applicable" : markOf(iso3, round.roundYear);
          return (
            <tr key={iso3}>
              <th scope="row">{country[lang]}</th>
              <td>
                <ScoreCell result={result} missing={missing} />
              </td>
              {index.dimensions.map(({ code }) => (
                <td key={code}>
                  <ScoreCell result={result?.dimensions[code]} missing={missing} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
