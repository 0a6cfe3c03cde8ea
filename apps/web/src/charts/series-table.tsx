import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import { type CountrySeries, pointOf, yearsOf } from "./series.ts";

interface SeriesTableProps {
  readonly caption: string;
  readonly series: readonly CountrySeries[];
  readonly format?: ((value: number) => string) | undefined;
}

/** The figures of a chart, country by year: same numbers, same filters. A year that was not asked stays empty. */
export function SeriesTable({ caption, series, format }: SeriesTableProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const print = format ?? ((value: number) => f.number(value));
  const years = yearsOf(series);
  return (
    <DataTable caption={caption} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          {years.map((year) => (
            <NumberHeader key={year}>{year}</NumberHeader>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.map((one) => (
          <tr key={one.country}>
            <th scope="row">{one.label}</th>
            {years.map((year) => {
              const point = pointOf(one, year);
              return (
                <NumberCell key={year}>
                  {point === null ? (
                    <span className="sr-only">{t.notExpected}</span>
                  ) : point.state === "reported" && point.value !== null ? (
                    <>
                      {print(point.value)}
                      {point.revised ? <abbr title={t.revised}> r</abbr> : null}
                    </>
                  ) : (
                    <ValueState state={point.state === "reported" ? "not_reported" : point.state} />
                  )}
                </NumberCell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
