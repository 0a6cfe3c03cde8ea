import { marksOfReports } from "@avances/charts/series";
import type { IndexResultView } from "@avances/contracts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ScoreCell } from "#charts/score-cell.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { IndexRowView, PublicIndex } from "#lib/published-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { RoundHeader } from "#ui/round-header.tsx";
import { indexTexts } from "./index.texts.ts";

interface IndexTableProps {
  readonly caption: string;
  readonly index: PublicIndex;
  readonly pick: (row: IndexRowView) => IndexResultView;
  readonly today: string;
}

/** Country × round; each cell shows score, coverage and range together, or the mark that says why there is none. */
export function IndexTable({ caption, index, pick, today }: IndexTableProps): ReactNode {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const inColour = useInColour(index.countries.map(({ iso3 }) => iso3));
  const lang = useLanguage();
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const rows = new Map(index.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(index, today);
  return (
    <DataTable caption={caption} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          {index.rounds.map((round) => (
            <RoundHeader key={round.roundYear} round={round} />
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name }) => (
          <tr key={iso3} className={inColour(iso3)}>
            <th scope="row">
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
                {name[lang]}
              </Link>
            </th>
            {index.rounds.map(({ roundYear }) => {
              const row = rows.get(`${iso3} ${roundYear}`);
              return (
                <td key={roundYear}>
                  <ScoreCell result={row && pick(row)} missing={markOf(iso3, roundYear)} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
