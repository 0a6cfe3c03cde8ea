import type { Catalogue, DimensionCode, InstrumentCode } from "../catalogue/catalogue.ts";
import { weightedMean } from "./index-result.ts";
import type { SubmissionIndex } from "./submission-index.ts";

/** The instrument's score under other choices. Each is null when the instrument is not published or nothing is left to average. Unrounded. */
export interface Robustness {
  readonly asPublished: number | null;
  readonly equalWeights: number | null;
  /** With this dimension removed. */
  readonly without: Readonly<Record<DimensionCode, number | null>>;
  /** Geometric mean of the dimension scores, zero replaced by 1. */
  readonly geometricMean: number | null;
}

export type RobustnessVariant = "equalWeights" | "geometricMean" | `without-${DimensionCode}`;

/** How much an instrument's score depends on the weights and on the kind of mean. Methodology §4, "Weights". */
export function robustness(catalogue: Catalogue, index: SubmissionIndex, instrument: InstrumentCode): Robustness {
  const result = index.instruments[instrument];
  const items = catalogue.dimensions.flatMap(({ code, weight }) => {
    const dimension = result.dimensions[code];
    return result.published && dimension.published ? [{ code, weight, value: dimension.score }] : [];
  });
  const logarithm = weightedMean(
    items.map(({ weight, value }) => ({ weight, value: Math.log(value === 0 ? 1 : value) })),
  );
  return {
    asPublished: result.published ? result.score : null,
    equalWeights: weightedMean(items.map(({ value }) => ({ weight: 1, value }))) ?? null,
    without: Object.fromEntries(
      catalogue.dimensions.map(({ code }) => [code, weightedMean(items.filter((item) => item.code !== code)) ?? null]),
    ) as Record<DimensionCode, number | null>,
    geometricMean: logarithm === undefined ? null : Math.exp(logarithm),
  };
}

/** Variants in which the change from `before` to `now` has the opposite direction. The country's page must state them. Methodology §4. */
export function reversedDirections(before: Robustness, now: Robustness): readonly RobustnessVariant[] {
  const direction = (one: number | null, other: number | null) =>
    one === null || other === null ? 0 : signOf(other - one);
  const published = direction(before.asPublished, now.asPublished);
  const isReversed = (one: number | null, other: number | null) => direction(one, other) * published < 0;
  return [
    ...(isReversed(before.equalWeights, now.equalWeights) ? (["equalWeights"] as const) : []),
    ...(isReversed(before.geometricMean, now.geometricMean) ? (["geometricMean"] as const) : []),
    ...(Object.keys(now.without) as DimensionCode[])
      .filter((code) => isReversed(before.without[code], now.without[code]))
      .map((code) => `without-${code}` as const),
  ];
}

/** Differences below one billionth count as no change. */
function signOf(difference: number): number {
  return Math.abs(difference) <= 1e-9 ? 0 : Math.sign(difference);
}
