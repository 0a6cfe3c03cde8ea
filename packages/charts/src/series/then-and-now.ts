import type { CountrySeries, SeriesPoint } from "./series.ts";

/** One country in one round, beside what it gave before. */
export interface ThenAndNow {
  readonly country: string;
  readonly label: string;
  /** Its point in the round: a figure, or the state in its place. Null when the series has no point in that round. */
  readonly now: SeriesPoint | null;
  /** Its first figure, of an earlier round; null when it gave none before. */
  readonly first: SeriesPoint | null;
  /** Its last figure of an earlier round; that of `first` when there is only one. */
  readonly last: SeriesPoint | null;
}

/** Each country against itself: this round, and its first and last figure of the rounds before. In the order of `series`. */
export function thenAndNow(series: readonly CountrySeries[], roundYear: number): readonly ThenAndNow[] {
  return series.map(({ country, label, points }) => {
    const before = points
      .filter((point) => point.roundYear < roundYear && point.value !== null)
      .toSorted((one, other) => one.roundYear - other.roundYear);
    return {
      country,
      label,
      now: points.find((point) => point.roundYear === roundYear) ?? null,
      first: before[0] ?? null,
      last: before.at(-1) ?? null,
    };
  });
}
