export interface YearTotal {
  readonly year: number;
  readonly expected: number;
  readonly published: number;
}

/**
 * The year a page speaks of: the latest in which at least half of the countries expected have published; before that, the one with
 * most. A round that has just begun must not stand for the region. Null when nothing was published.
 */
export function mainYear<T extends YearTotal>(totals: readonly T[]): T | null {
  const published = totals.filter((total) => total.published > 0);
  const half = published.filter((total) => total.published * 2 >= total.expected);
  const candidates =
    half.length > 0
      ? half.map((total) => ({ total, rank: total.year }))
      : published.map((total) => ({ total, rank: total.published }));
  return candidates.toSorted((a, b) => b.rank - a.rank)[0]?.total ?? null;
}
