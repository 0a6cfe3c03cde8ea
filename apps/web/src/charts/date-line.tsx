import { type PlacedDate, type PlacedDates, placeDates } from "@avances/charts/place";
import { dateOfDay, type ThenAndNow } from "@avances/charts/series";
import type { CalendarDate } from "@avances/domain/round";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import styles from "./date-line.module.css";
import { dateTexts } from "./date-line.texts.ts";

interface DateLineProps {
  readonly caption: ReactNode;
  /** The last day of the data: dates are judged by it and never by today. */
  readonly lastDay: CalendarDate;
  readonly round: NamedRound;
  /** In the order in which they are drawn: alphabetical, never by date. Values are days as numbers (`toDateSeries`). */
  readonly countries: readonly ThenAndNow[];
  /** Is each date the last day on which something is in force? */
  readonly lapses: boolean;
}

/**
 * The date of each country on a line of time, with the last day of the data across it, and in words whether it had passed by then. A table,
 * so that the picture needs no other. No cell is blank.
 */
export function DateLine({ caption, lastDay, round, countries, lapses }: DateLineProps) {
  const t = { ...useTexts(chartTexts), ...useTexts(dateTexts) };
  const f = useFormat();
  const inColour = useInColour(countries.map(({ country }) => country));
  const named = roundWords[useLanguage()].data(round);
  const placed = placeDates(countries, lastDay);
  const words = lapses ? t.standing.lapsing : t.standing.day;
  return (
    <DataTable caption={caption} captionHidden align="middle">
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          <th scope="col">{t.dateGiven}</th>
          <th scope="col" className={styles.picture}>
            <span className="sr-only">{t.onTheLine(named)}</span>
            <svg width="100%" height="36" aria-hidden="true" className={styles.axis}>
              <text x={`${placed.cutOff}%`} y="13" textAnchor="middle" className={styles.day}>
                {f.shortDate(lastDay)}
              </text>
              {placed.ticks.map(({ year, at }) => (
                <text key={year} x={`${at}%`} y="31" textAnchor="middle">
                  {year}
                </text>
              ))}
            </svg>
          </th>
          <th scope="col">
            {t.onDay(f.date(lastDay))}
            <span className={styles.before}>{named}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, label, now, first, last }, place) => {
          const row = placed.rows[place];
          return (
            <tr key={country} className={inColour(country)}>
              <th scope="row">{label}</th>
              {now?.value == null || row === undefined || row.hasPassed === null ? (
                <td colSpan={3}>
                  <ValueState
                    state={now === null || now.state === "reported" ? "not_published" : now.state}
                    variant="word"
                  />
                  {last?.value == null ? null : (
                    <span className={styles.before}>{t.lastAt(f.date(dateOfDay(last.value)), String(last.year))}</span>
                  )}
                </td>
              ) : (
                <>
                  <td>
                    {f.date(dateOfDay(now.value))}
                    {first?.value == null || first.value === now.value ? null : (
                      <span className={styles.before}>
                        {t.lastAt(f.date(dateOfDay(first.value)), String(first.year))}
                      </span>
                    )}
                  </td>
                  <td className={styles.picture}>
                    <span className="sr-only">{row.hasPassed ? t.beforeDay : t.notBeforeDay}</span>
                    <Line row={row} placed={placed} />
                  </td>
                  <td>{row.hasPassed ? words.passed : words.ahead}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

/** From the last day of the data to the date: a whole line ahead, a broken one back. The first date that was given has an open mark. */
function Line({ row, placed: { cutOff, ticks } }: { readonly row: PlacedDate; readonly placed: PlacedDates }) {
  return (
    <svg width="100%" height="26" aria-hidden="true" className={styles.line}>
      {ticks.map(({ year, at }) => (
        <line key={year} x1={`${at}%`} x2={`${at}%`} y1="0" y2="26" className={styles.grid} />
      ))}
      <line x1={`${cutOff}%`} x2={`${cutOff}%`} y1="0" y2="26" className={styles.cutOff} />
      {row.at === null ? null : (
        <line
          x1={`${cutOff}%`}
          x2={`${row.at}%`}
          y1="13"
          y2="13"
          className={row.hasPassed ? styles.back : styles.ahead}
        />
      )}
      {row.first === null ? null : <circle cx={`${row.first}%`} cy="13" r="5" className={styles.first} />}
      {row.at === null ? null : <circle cx={`${row.at}%`} cy="13" r="5.5" className={styles.now} />}
    </svg>
  );
}
