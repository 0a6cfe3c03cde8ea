import type { IndexResultView } from "@avances/contracts";
import type { IndexRowView, PublicCountry } from "./published.ts";
import { marksOfReports, unpublishedOf } from "./report-marks.ts";
import { toScorePoint } from "./score-point.ts";
import type { CountrySeries } from "./series.ts";

/** The part of a country's index that one line or panel shows: everything, a Protocol, or a dimension. */
export interface IndexLine {
  /** Unique in the chart. */
  readonly key: string;
  readonly label: string;
  readonly pick: (row: IndexRowView) => IndexResultView;
}

/** One series per part of a country's index, with every round of the region: a score, or the mark that says why there is none. */
export function toCountryIndexSeries(
  data: Pick<PublicCountry, "country" | "index" | "reporting" | "rounds">,
  lines: readonly IndexLine[],
  today: string,
): CountrySeries[] {
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  const rows = new Map(data.index.map((row) => [row.roundYear, row]));
  return lines.map(({ key, label, pick }) => ({
    country: key,
    label,
    points: data.rounds.map((round) => {
      const row = rows.get(round.roundYear);
      return toScorePoint(round, row && pick(row), () => markOf(data.country.iso3, round.roundYear));
    }),
  }));
}
