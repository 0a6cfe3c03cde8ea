import type { Language } from "@avances/domain/catalogue";
import type { CountrySeries } from "#charts/series.ts";
import { marksOfReports } from "#lib/published-frame.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { answerMark } from "#lib/value-marks.ts";
import { shownFigure } from "./shown-figure.ts";

/**
 * One series a country, with a point for every round: its figure, or the mark that says why there is none. Money, dates and texts have
 * no figure that can be drawn: they stand in a table.
 */
export function toIndicatorSeries(data: PublicIndicator, language: Language, today: string): CountrySeries[] {
  const rows = new Map(data.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(data, today);
  return data.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: data.rounds.map(({ roundYear, referenceYear }) => {
      const row = rows.get(`${iso3} ${roundYear}`);
      const state = row ? (answerMark(row) ?? "reported") : markOf(iso3, roundYear);
      return { year: referenceYear, roundYear, value: row ? shownFigure(row) : null, state };
    }),
  }));
}
