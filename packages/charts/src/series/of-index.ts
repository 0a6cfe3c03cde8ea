import type { IndexResultView } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { IndexRowView, PublicIndex } from "./published.ts";
import { marksOfReports } from "./report-marks.ts";
import { toScorePoint } from "./score-point.ts";
import type { CountrySeries } from "./series.ts";

/** One series per country, with every round of the region: a score, or the mark that says why there is none. */
export function toIndexSeries(
  index: Pick<PublicIndex, "countries" | "rounds" | "rows" | "unpublished">,
  pick: (row: IndexRowView) => IndexResultView,
  language: Language,
  today: string,
): CountrySeries[] {
  const rows = new Map(index.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(index, today);
  return index.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: index.rounds.map((round) => {
      const row = rows.get(`${iso3} ${round.roundYear}`);
      return toScorePoint(round, row && pick(row), () => markOf(iso3, round.roundYear));
    }),
  }));
}
