import type { IndexResultView } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { CountrySeries } from "#charts/series.ts";
import { toScorePoint } from "#charts/to-score-point.ts";
import type { PublicIndex } from "#lib/published-queries.ts";

type IndexRow = PublicIndex["rows"][number];

/** One series a country with every year of the region, so that a gap keeps its place. */
export function toIndexSeries(
  index: Pick<PublicIndex, "countries" | "years" | "rows">,
  pick: (row: IndexRow) => IndexResultView,
  language: Language,
): CountrySeries[] {
  return index.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: index.years.map((year) => {
      const row = index.rows.find((one) => one.country === iso3 && one.year === year);
      return toScorePoint(year, row && pick(row));
    }),
  }));
}
