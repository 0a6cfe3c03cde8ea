import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { indexTexts } from "./index.texts.ts";
import styles from "./region.module.css";

/** Progress since each country's own baseline, years printed, like with like. One Protocol at a time. */
export function BaselineTable({
  index,
  instrument,
}: {
  readonly index: PublicIndex;
  readonly instrument: "TIP" | "SOM";
}) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const lang = useLanguage();
  const rows = [...index.countries]
    .sort((a, b) => f.compare(a.name[lang], b.name[lang]))
    .flatMap(({ iso3, name }) => {
      const latest = index.rows.filter((row) => row.country === iso3).toSorted((a, b) => b.roundYear - a.roundYear)[0];
      return latest ? [{ iso3, name: name[lang], latest, progress: latest.progress[instrument] }] : [];
    });
  return (
    <DataTable caption={t.sinceCaption} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          <NumberHeader>{t.baseline}</NumberHeader>
          <NumberHeader>{t.latest}</NumberHeader>
          <NumberHeader>{t.progress}</NumberHeader>
          <NumberHeader>{t.gap}</NumberHeader>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ iso3, name, latest, progress }) => {
          const reverses = latest.robustness[instrument]?.reverses.length ?? 0;
          return (
            <tr key={iso3}>
              <th scope="row">
                {name}
                {reverses > 0 ? <p className="small quiet">{t.reverses(reverses)}</p> : null}
              </th>
              <NumberCell>{progress?.baselineRoundYear ?? "–"}</NumberCell>
              <NumberCell>{latest.roundYear}</NumberCell>
              {progress === null ? (
                <td colSpan={2} className="quiet">
                  {t.noBaseline}
                </td>
              ) : progress.progress === null ? (
                <td colSpan={2} className="quiet">
                  {t.notComparable}
                </td>
              ) : (
                <>
                  <NumberCell className={styles.change}>{f.change(progress.progress)}</NumberCell>
                  <NumberCell>{progress.gapClosed === null ? "–" : f.percent(progress.gapClosed / 100)}</NumberCell>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
