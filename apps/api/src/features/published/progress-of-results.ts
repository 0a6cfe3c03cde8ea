import type { getIndex, ResponseOf } from "@avances/contracts";
import type { DimensionCode, InstrumentCode } from "@avances/domain/catalogue";
import { type ComparisonRules, matchedProgress, type ScoresOfRound } from "@avances/domain/progress-index";

export type ProgressOfResults = ResponseOf<typeof getIndex>["rows"][number]["progress"];
type Progress = NonNullable<ProgressOfResults["TIP"]>;

/** A result that is compared as a whole: a dimension is compared with the same round as its Protocol. */
export type Scope = InstrumentCode | "overall";

/** A report as another one of its country is compared with it. */
export interface ComparedReport {
  readonly roundYear: number;
  readonly referenceYear: number;
  /** Scores of its public form. */
  readonly scores: ScoresOfRound;
}

/** Every result of a report, each compared with the earlier report that `earlierOf` gives for it; null where it gives none. */
export function progressOfResults(
  rules: ComparisonRules,
  now: ScoresOfRound,
  earlierOf: (scope: Scope) => ComparedReport | null,
): ProgressOfResults {
  const of = (scope: Scope, dimension?: DimensionCode) => progress(rules, earlierOf(scope), now, scope, dimension);
  const dimensions = (instrument: InstrumentCode) =>
    Object.fromEntries(rules.dimensions.map(({ code }) => [code, of(instrument, code)]));
  return {
    overall: of("overall"),
    TIP: of("TIP"),
    SOM: of("SOM"),
    dimensions: { TIP: dimensions("TIP"), SOM: dimensions("SOM") },
  };
}

function progress(
  rules: ComparisonRules,
  earlier: ComparedReport | null,
  now: ScoresOfRound,
  scope: Scope,
  dimension: DimensionCode | undefined,
): Progress | null {
  if (!earlier) return null;
  const result = matchedProgress({
    catalogue: rules,
    ...(scope !== "overall" && { instrument: scope }),
    ...(dimension !== undefined && { dimension }),
    before: earlier.scores,
    now,
  });
  return {
    sinceRoundYear: earlier.roundYear,
    sinceReferenceYear: earlier.referenceYear,
    comparable: result.comparable,
    progress: result.comparable ? result.progress : null,
    gapClosed: result.comparable ? result.gapClosed : null,
    matchedWeightShare: result.matchedWeight,
  };
}
