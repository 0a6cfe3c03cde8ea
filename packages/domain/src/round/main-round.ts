export interface RoundTotal {
  readonly roundYear: number;
  /** Number of countries that owe a report. */
  readonly expected: number;
  /** Those of them that have a public report. */
  readonly published: number;
  /** Countries that owe no report and have a public one. */
  readonly voluntary: number;
}

/**
 * The round that a page shows by default: the latest in which at least half of the expected countries have a public report; if there is
 * none, the round with the most. A round that has just begun must not stand for the region. If only countries that owe nothing have a
 * public report, the round with the most of those. Of two equal rounds, the later. Null when nothing is published.
 */
export function mainRound<T extends RoundTotal>(totals: readonly T[]): T | null {
  const published = totals.filter((total) => total.published > 0);
  const half = published.filter((total) => total.published * 2 >= total.expected);
  const candidates =
    half.length > 0
      ? half.map((total) => ({ total, rank: total.roundYear }))
      : published.length > 0
        ? published.map((total) => ({ total, rank: total.published }))
        : totals.filter(({ voluntary }) => voluntary > 0).map((total) => ({ total, rank: total.voluntary }));
  const [first] = [...candidates].sort((a, b) => b.rank - a.rank || b.total.roundYear - a.total.roundYear);
  return first?.total ?? null;
}
