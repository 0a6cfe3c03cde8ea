import { answerMark, marksAmong, marksOfReports, type ValueMark } from "@avances/charts/series";
import { isCounted } from "@avances/domain/answer";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { DataTable, NumberCell } from "#ui/data-table.tsx";
import { Select } from "#ui/field.tsx";
import { RoundHeader } from "#ui/round-header.tsx";
import { ValueState, ValueStateLegend } from "#ui/value-state.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";

/** The breakdowns of one country over the years. Hidden counts are `s`; totals are in the main table. */
export function BreakdownSection({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
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
  const rows = new Map(data.rows.filter((row) => row.country === country.iso3).map((row) => [row.roundYear, row]));
  const markOf = marksOfReports(data, today);
  const cellOf = (roundYear: number, category: string): number | ValueMark => {
    const row = rows.get(roundYear);
    if (!row) return markOf(country.iso3, roundYear);
    const { value } = row;
    if (!isCounted(value)) return answerMark(row) ?? "not_reported";
    // There is a value, shown or hidden, so only the breakdown was not reported.
    const figure = value.breakdowns[list.code]?.[category] ?? "not_reported";
    return figure === "s" ? "suppressed" : figure;
  };
  const isGiven = [...rows.values()].some(({ value }) => isCounted(value) && value.breakdowns[list.code] !== undefined);
  const cells = list.categories.map(({ code, label }) => ({
    code,
    label: label[lang],
    figures: data.rounds.map(({ roundYear }) => ({ roundYear, cell: cellOf(roundYear, code) })),
  }));
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
        <>
          <DataTable caption={t.breakdownLabel(list.name[lang], country.name[lang])} dense>
            <thead>
              <tr>
                <th scope="col">{t.category}</th>
                {data.rounds.map((round) => (
                  <RoundHeader key={round.roundYear} round={round} number />
                ))}
              </tr>
            </thead>
            <tbody>
              {cells.map(({ code, label, figures }) => (
                <tr key={code}>
                  <th scope="row">{label}</th>
                  {figures.map(({ roundYear, cell }) => (
                    <NumberCell key={roundYear}>
                      {typeof cell === "number" ? f.number(cell, 0) : <ValueState state={cell} />}
                    </NumberCell>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
          <ValueStateLegend
            states={marksAmong(
              cells.flatMap(({ figures }) => figures.map(({ cell }) => (typeof cell === "number" ? null : cell))),
            )}
          />
        </>
      ) : (
        <p className="quiet">{t.breakdownNone}</p>
      )}
    </section>
  );
}
