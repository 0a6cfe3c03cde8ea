import { type Language, languages } from "@avances/domain/catalogue";
import fc from "fast-check";
import { type Speech, speechIn } from "#lib/speech.ts";
import { nameOf } from "./expected-claims.ts";
import { type Region, randomRegion, type Size } from "./random-region.ts";

const size: fc.Arbitrary<Size> = fc.record({
  seed: fc.nat(),
  countries: fc.oneof(
    fc.constant(1),
    fc.constant(2),
    fc.integer({ min: 3, max: 13 }),
    fc.integer({ min: 14, max: 195 }),
  ),
  rounds: fc.integer({ min: 1, max: 8 }),
});

/** The same regions in every run: a failure is the same for everybody, and every wording occurs. */
const seed = 20_261_128;

export function overRegions(runs: number, check: (region: Region, language: Language, seed: number) => void): void {
  fc.assert(
    fc.property(size, fc.constantFrom(...languages), (of, language) => check(randomRegion(of), language, of.seed)),
    { numRuns: runs, seed },
  );
}

export const speech = (region: Region, language: Language): Speech => speechIn(language, region.countries);

/** The claims about a part of a whole: the years of the main round, and the one country if there is only one. */
export function partOf(
  region: Region,
  { part, whole }: { part: number; whole: readonly string[] },
  language: Language,
) {
  const [only] = whole;
  return {
    year: region.main?.referenceYear,
    round: region.main?.roundYear,
    part,
    whole: whole.length,
    only: only && whole.length === 1 ? nameOf(region, only, language) : null,
  };
}
