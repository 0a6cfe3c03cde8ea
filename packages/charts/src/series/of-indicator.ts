import type { Language } from "@avances/domain/catalogue";
import type { IndicatorRowView, PublicIndicator } from "./published.ts";
import { marksOfReports } from "./report-marks.ts";
import type { CountrySeries } from "./series.ts";
import { shownFigure } from "./shown-figure.ts";
import { answerMark } from "./value-marks.ts";

/**
 * One series per country, with a point for every round: its figure, or the mark that says why there is none. `figureOf` gives the figure of
 * an answer that has one; by default, money, dates and texts have none.
 */
export function toIndicatorSeries(
  data: PublicIndicator,
  language: Language,
  today: string,
  figureOf: (row: IndicatorRowView) => number | null = shownFigure,
): CountrySeries[] {
  const rows = new Map(data.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(data, today);
  return data.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: data.rounds.map(({ roundYear, referenceYear }) => {
      const row = rows.get(`${iso3} ${roundYear}`);
      const state = row ? (answerMark(row) ?? "reported") : markOf(iso3, roundYear);
      return { year: referenceYear, roundYear, value: row ? figureOf(row) : null, state };
    }),
  }));
}
