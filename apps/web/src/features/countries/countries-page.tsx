import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { indexQuery, matrixQuery } from "#lib/published-queries.ts";
import { scoreOf } from "#lib/score.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { countriesTexts } from "./countries.texts.ts";

/** The members, alphabetically; never by score. */
export function CountriesPage() {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { data: matrix } = useSuspenseQuery(matrixQuery);
  const { data: index } = useSuspenseQuery(indexQuery);
  const countries = [...matrix.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <>
      <PageHeader title={t.title} eyebrow={t.eyebrow} lead={<p>{t.lead}</p>} />
      <DataTable caption={t.caption}>
        <thead>
          <tr>
            <th scope="col">{t.country}</th>
            <NumberHeader>{t.rounds}</NumberHeader>
            <NumberHeader>{t.latest}</NumberHeader>
            <th scope="col">{t.index}</th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ iso3, name }) => {
            const published = matrix.cells.filter((cell) => cell.country === iso3 && cell.state === "published");
            const year = Math.max(...published.map((cell) => cell.roundYear));
            const row = index.rows.find((one) => one.country === iso3 && one.roundYear === year);
            return (
              <tr key={iso3}>
                <th scope="row">
                  <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
                    {name[lang]}
                  </Link>
                </th>
                <NumberCell>{published.length}</NumberCell>
                <NumberCell>{published.length > 0 ? year : "–"}</NumberCell>
                <td>
                  {row ? <ScoreWithRange result={scoreOf(row.overall)} /> : <span className="quiet">{t.none}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}
