import type { MarkOfReport } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { DataTable, NumberCell } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { RoundHeader } from "#ui/round-header.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { isFigure } from "#values/cells-of-values.tsx";
import { ShownAnswer } from "#values/shown-answer.tsx";
import { indicatorTexts } from "./indicator.texts.ts";

/** Country × round with every answer in words and figures: the same data as the chart, and no blank cell. */
export function AnswersTable({ data, markOf }: { readonly data: PublicIndicator; readonly markOf: MarkOfReport }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const countries = [...data.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const rows = new Map(data.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const { valueType, levels, name } = data.indicator;
  const inColour = useInColour(countries.map(({ iso3 }) => iso3));
  const Cell = isFigure(valueType) ? NumberCell : "td";
  return (
    <DataTable caption={t.tableCaption(name[lang])} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          {data.rounds.map((round) => (
            <RoundHeader key={round.roundYear} round={round} number={isFigure(valueType)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name: country }) => (
          <tr key={iso3} className={inColour(iso3)}>
            <th scope="row">{country[lang]}</th>
            {data.rounds.map(({ roundYear }) => {
              const row = rows.get(`${iso3} ${roundYear}`);
              return (
                <Cell key={roundYear}>
                  {row ? <ShownAnswer row={row} levels={levels} /> : <ValueState state={markOf(iso3, roundYear)} />}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
