/** Where the score would be if every missing answer were worst (`floor`) or best (`ceiling`). 0 to 100, unrounded. Methodology §4. */
export interface Range {
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * Score, coverage and range are one display unit: a score is never shown alone. Below the thresholds there is no score at all.
 * `coverage` in percent of the applicable weight. `applicable` is false when everything left the calculation; coverage is then 0 and the
 * range the whole scale.
 */
export type IndexResult = { readonly coverage: number; readonly range: Range; readonly applicable: boolean } & (
  | { readonly published: true; readonly score: number }
  | { readonly published: false }
);

/** Sum of `weight × value` over sum of `weight`; undefined when nothing weighs. */
export function weightedMean(
  items: readonly { readonly weight: number; readonly value: number }[],
): number | undefined {
  const weight = items.reduce((sum, item) => sum + item.weight, 0);
  return weight === 0 ? undefined : items.reduce((sum, item) => sum + item.weight * item.value, 0) / weight;
}
