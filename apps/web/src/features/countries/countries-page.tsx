import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ScoreCell } from "#charts/score-cell.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { indexQuery } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { countriesTexts } from "./countries.texts.ts";
import { latestOf } from "./country-facts.ts";

/** The members, alphabetically; never by score. */
export function CountriesPage() {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { data: index } = useSuspenseQuery(indexQuery);
  const words = roundWords[lang];
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <>
      <PageHeader title={t.title} description={t.description} eyebrow={t.eyebrow} lead={<p>{t.lead}</p>} />
      <RecordTable caption={t.caption} heads={[t.country, { label: t.rounds, isNumber: true }, t.latest, t.index]}>
        <tbody>
          {countries.map(({ iso3, name }) => {
            const row = latestOf(index.rows.filter(({ country }) => country === iso3));
            return (
              <Row key={iso3}>
                <th scope="row">
                  <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
                    {name[lang]}
                  </Link>
                </th>
                <NumberCell>{f.number(index.rows.filter(({ country }) => country === iso3).length)}</NumberCell>
                {row ? (
                  <td>{words.data(row)}</td>
                ) : (
                  <td colSpan={2} className="quiet">
                    {t.none}
                  </td>
                )}
                {row ? (
                  <td>
                    <ScoreCell result={row.overall} missing="not_published" />
                  </td>
                ) : null}
              </Row>
            );
          })}
        </tbody>
      </RecordTable>
      <PageSource editions={[index.edition]} />
    </>
  );
}
