import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry } from "#lib/published-queries.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { countriesTexts } from "./countries.texts.ts";

/** Which rounds the country has published, newest first. */
export function CountryReports({ data }: { readonly data: PublicCountry }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const rounds = data.reporting.toSorted((a, b) => b.roundYear - a.roundYear);
  if (rounds.length === 0) return null;
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
              <th scope="row">{cell.roundYear}</th>
              <td>
                {cell.state === "published" && cell.publishedAt
                  ? t.published(f.date(cell.publishedAt.slice(0, 10)))
                  : cell.state === "published"
                    ? null
                    : t[cell.state]}
              </td>
              <NumberCell>{cell.coverage === null ? "–" : f.percent(cell.coverage / 100)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
