import type { IndexResultView } from "@avances/contracts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { scoreOf } from "#lib/score.ts";
import { DataTable } from "#ui/data-table.tsx";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { regionTexts } from "./region.texts.ts";

type IndexRow = PublicIndex["rows"][number];

interface IndexTableProps {
  readonly caption: string;
  readonly index: PublicIndex;
  readonly pick: (row: IndexRow) => IndexResultView;
}

/** Country × year; each cell is score, coverage and range as one, or the mark that says why there is none. */
export function IndexTable({ caption, index, pick }: IndexTableProps): ReactNode {
  const t = useTexts(regionTexts);
  const f = useFormat();
  const lang = useLanguage();
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <DataTable caption={caption} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          {index.rounds.map(({ roundYear }) => (
            <th scope="col" key={roundYear}>
              {roundYear}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name }) => (
          <tr key={iso3}>
            <th scope="row">
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
                {name[lang]}
              </Link>
            </th>
            {index.rounds.map(({ roundYear }) => {
              const row = index.rows.find((one) => one.country === iso3 && one.roundYear === roundYear);
              return (
                <td key={roundYear}>
                  {row ? <ScoreWithRange result={scoreOf(pick(row))} /> : <ValueState state="not_reported" />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
