import fc from "fast-check";
import type { CountrySeries, SeriesPoint } from "../src/series/series.ts";
import { valueMarks } from "../src/series/value-marks.ts";

const names = [
  "Belize",
  "Costa Rica",
  "República Dominicana",
  "Estados Unidos de América",
  "Papua New Guinea",
  "Niger",
  "Saint Vincent and the Grenadines",
];

const range = fc
  .tuple(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }))
  .map(([one, other]) => ({ floor: Math.min(one, other) / 10, ceiling: Math.max(one, other) / 10 }));

/** What one round of a country may be: a number, any state, or for a score the range beside it or alone. */
function anyRound(
  value: fc.Arbitrary<number>,
  isScore: boolean,
): fc.Arbitrary<Omit<SeriesPoint, "year" | "roundYear">> {
  const mark = fc.constantFrom(...valueMarks).map((state) => ({ value: null, state }));
  if (!isScore) {
    return fc.oneof(
      { weight: 3, arbitrary: value.map((each) => ({ value: each, state: "reported" as const })) },
      { weight: 2, arbitrary: mark },
    );
  }
  const score = range.map(({ floor, ceiling }) => {
    const middle = (floor + ceiling) / 2;
    const result = { published: true as const, score: middle, coverage: 80, range: { floor, ceiling } };
    return { value: middle, state: "reported" as const, result };
  });
  const alone = range.map((one) => ({
    value: null,
    state: "insufficient" as const,
    result: { published: false as const, coverage: 30, range: one },
  }));
  return fc.oneof({ weight: 3, arbitrary: score }, { weight: 1, arbitrary: alone }, { weight: 1, arbitrary: mark });
}

export interface AnySeries {
  readonly series: readonly CountrySeries[];
  readonly isScore: boolean;
}

/** Up to `most` countries over one to thirty rounds, with every state: counts of any size, shares, or scores with their ranges. */
export function anySeries(most: number): fc.Arbitrary<AnySeries> {
  const values = fc.constantFrom(
    fc.nat({ max: 12 }),
    fc.nat({ max: 3_000_000 }),
    fc.nat({ max: 1000 }).map((one) => one / 10),
  );
  return fc
    .tuple(fc.boolean(), values, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: most }))
    .chain(([isScore, value, rounds, countries]) =>
      fc.record({
        isScore: fc.constant(isScore),
        series: fc.array(
          fc
            .tuple(
              fc.constantFrom(...names),
              fc.array(anyRound(value, isScore), { minLength: rounds, maxLength: rounds }),
            )
            .map(([label, points]) => ({ label, points: points.map((point, n) => ({ ...point, ...yearsAt(n) })) })),
          { minLength: countries, maxLength: countries },
        ),
      }),
    )
    .map(({ isScore, series }) => ({ isScore, series: series.map((one, n) => ({ ...one, country: `C${n}` })) }));
}

function yearsAt(place: number) {
  return { year: 2005 + place, roundYear: 2006 + place };
}

/** As the pages print them: with a thousands separator, shares and scores with one decimal. */
export const printed = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
