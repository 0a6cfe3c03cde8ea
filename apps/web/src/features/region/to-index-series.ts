import type { IndexResultView } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { CountrySeries } from "#charts/series.ts";
import { toScorePoint } from "#charts/to-score-point.ts";
import type { PublicIndex } from "#lib/published-queries.ts";

type IndexRow = PublicIndex["rows"][number];

/** One series a country with every round of the region, so that a gap keeps its place. */
export function toIndexSeries(
  index: Pick<PublicIndex, "countries" | "rounds" | "rows">,
  pick: (row: IndexRow) => IndexResultView,
  language: Language,
): CountrySeries[] {
  return index.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: index.rounds.map(({ roundYear }) => {
      const row = index.rows.find((one) => one.country === iso3 && one.roundYear === roundYear);
      return toScorePoint(roundYear, row && pick(row));
    }),
  }));
}
