import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { Select } from "#ui/field.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";

/** The breakdowns of one country over the years. Hidden counts are `s`; totals stay in the main table. */
export function BreakdownSection({ data }: { readonly data: PublicIndicator }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const search = useSearch({ from: "/$lang/indicators/$code" });
  const navigate = useNavigate({ from: "/$lang/indicators/$code" });
  const withRows = data.countries
    .filter(({ iso3 }) => data.rows.some((row) => row.country === iso3))
    .sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const first = (search.countries ?? "").split(",")[0];
  const country = withRows.find(({ iso3 }) => iso3 === first) ?? withRows[0];
  const list = data.indicator.breakdowns.find(({ code }) => code === search.by) ?? data.indicator.breakdowns[0];
  if (!country || !list) return null;
  const rows = data.rows.filter((row) => row.country === country.iso3);
  const figureOf = (row: PublicIndicator["rows"][number], category: string) =>
    row.value?.type === "count" || row.value?.type === "ratio"
      ? row.value.breakdowns[list.code]?.[category]
      : undefined;
  const isGiven = rows.some((row) => list.categories.some(({ code }) => figureOf(row, code) !== undefined));
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <section className="section stack" aria-labelledby="breakdowns">
      <h2 id="breakdowns">{t.breakdownHeading}</h2>
      <p>{t.breakdownBody}</p>
      <div className={styles.switches} data-print="no">
        <Select label={t.country} value={country.iso3} onChange={(event) => change({ countries: event.target.value })}>
          {withRows.map(({ iso3, name }) => (
            <option key={iso3} value={iso3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <Select label={t.by} value={list.code} onChange={(event) => change({ by: event.target.value })}>
          {data.indicator.breakdowns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[lang]}
            </option>
          ))}
        </Select>
      </div>
      {isGiven ? (
        <DataTable caption={t.breakdownLabel(list.name[lang], country.name[lang])} dense>
          <thead>
            <tr>
              <th scope="col">{t.category}</th>
              {rows.map(({ roundYear }) => (
                <NumberHeader key={roundYear}>{roundYear}</NumberHeader>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.categories.map(({ code, label }) => (
              <tr key={code}>
                <th scope="row">{label[lang]}</th>
                {rows.map((row) => {
                  const figure = figureOf(row, code);
                  return (
                    <NumberCell key={row.roundYear}>
                      {figure === "s" ? (
                        <ValueState state="suppressed" />
                      ) : figure === undefined ? (
                        <ValueState state="not_reported" />
                      ) : (
                        f.number(figure, 0)
                      )}
                    </NumberCell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : (
        <p className="quiet">{t.breakdownNone}</p>
      )}
    </section>
  );
}
