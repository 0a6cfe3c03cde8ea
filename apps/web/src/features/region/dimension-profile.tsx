import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { scoreOf } from "#lib/score.ts";
import { DataTable } from "#ui/data-table.tsx";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { indexTexts } from "./index.texts.ts";

interface DimensionProfileProps {
  readonly index: PublicIndex;
  readonly instrument: "TIP" | "SOM";
  readonly year: number;
}

/** Country × dimension of one Protocol and year. */
export function DimensionProfile({ index, instrument, year }: DimensionProfileProps) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const lang = useLanguage();
  const name = index.instruments.find(({ code }) => code === instrument)?.shortName[lang] ?? instrument;
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <DataTable caption={t.profileCaption(year, name)} dense>
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
          const row = index.rows.find((one) => one.country === iso3 && one.roundYear === year)?.instruments[instrument];
          return (
            <tr key={iso3}>
              <th scope="row">{country[lang]}</th>
              <td>{row ? <ScoreWithRange result={scoreOf(row)} /> : <ValueState state="not_reported" />}</td>
              {index.dimensions.map(({ code }) => {
                const result = row?.dimensions[code];
                return (
                  <td key={code}>
                    {result ? (
                      result.applicable ? (
                        <ScoreWithRange result={scoreOf(result)} />
                      ) : (
                        <ValueState state="not_applicable" />
                      )
                    ) : (
                      <ValueState state="not_reported" />
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
