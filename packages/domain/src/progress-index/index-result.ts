/** Where the score would be if every missing answer were worst (`floor`) or best (`ceiling`). 0 to 100, unrounded. Methodology §4. */
export interface Range {
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * Score, coverage and range belong together: a score is never shown alone. Below the thresholds there is no score.
 * `coverage`: percent of the applicable weight. `applicable`: false when every part left the calculation; coverage is then 0 and the
 * range is the whole scale.
 */
export type IndexResult = { readonly coverage: number; readonly range: Range; readonly applicable: boolean } & (
  | { readonly published: true; readonly score: number }
  | { readonly published: false }
);

/** Sum of `weight × value` divided by the sum of `weight`; undefined when all weights are zero or there are none. */
export function weightedMean(
  items: readonly { readonly weight: number; readonly value: number }[],
): number | undefined {
  const weight = items.reduce((sum, item) => sum + item.weight, 0);
  return weight === 0 ? undefined : items.reduce((sum, item) => sum + item.weight * item.value, 0) / weight;
}
