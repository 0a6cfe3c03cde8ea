export interface RoundTotal {
  readonly roundYear: number;
  /** Countries that owe a report. */
  readonly expected: number;
  /** Of them, with a public report. */
  readonly published: number;
  /** Countries that owe none, with a public report. */
  readonly voluntary: number;
}

/**
 * The round a page speaks of: the latest in which at least half of the countries expected have published; before that, the one with
 * most. A round that has just begun must not stand for the region. Where only countries that owe nothing have published, the round with most
 * of them. The later of two alike. Null when nothing was published.
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
