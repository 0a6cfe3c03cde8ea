import { marksOfReports, unpublishedOf } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry } from "#lib/published-queries.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { RoundName } from "#ui/round-header.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { countriesTexts } from "./countries.texts.ts";

/** Which rounds of the country are published, newest first, and why the others are not. */
export function CountryReports({ data, today }: { readonly data: PublicCountry; readonly today: string }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const rounds = [...data.reporting].sort((a, b) => b.roundYear - a.roundYear);
  if (rounds.length === 0) return null;
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  return (
    <section className="section stack" aria-labelledby="reports">
      <h2 id="reports">{t.reporting}</h2>
      <DataTable caption={t.reportingCaption} captionHidden stickyFirst={false}>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col">{t.state}</th>
            <NumberHeader>{t.coverage}</NumberHeader>
          </tr>
        </thead>
        <tbody>
          {rounds.map((cell) => (
            <tr key={cell.roundYear}>
              <th scope="row">
                <RoundName round={cell} />
              </th>
              {cell.state === "published" ? (
                <>
                  <td>
                    {cell.publishedAt === null ? t.publishedShort : t.published(f.date(cell.publishedAt.slice(0, 10)))}
                  </td>
                  <NumberCell>{f.percent((cell.coverage ?? 0) / 100)}</NumberCell>
                </>
              ) : (
                <td colSpan={2}>
                  <ValueState state={markOf(cell.country, cell.roundYear)} variant="word" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="small quiet">{t.coverageNote}</p>
    </section>
  );
}
