import type { InstrumentCode } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndexRowView } from "./published-queries.ts";
import type { NamedRound } from "./round-words.ts";

/**
 * Where a country stands in one round against its own first round with a score, on the indicators scored in both (methodology §5).
 * The plain difference of two scores is none of these: the answered indicators differ from round to round.
 */
export type Standing =
  | {
      readonly kind: "compared";
      readonly baseline: NamedRound;
      /** Points as they are shown: one decimal, sign kept, never −0. */
      readonly change: number;
    }
  | { readonly kind: "not_comparable"; readonly baseline: NamedRound }
  | { readonly kind: "first" }
  | { readonly kind: "insufficient" };

/** Decimals of points and shares, everywhere they are shown or put into words. */
const decimals = 1;

export function standingOf(row: Pick<IndexRowView, "instruments" | "progress">, instrument: InstrumentCode): Standing {
  if (row.instruments[instrument].score === null) return { kind: "insufficient" };
  const progress = row.progress[instrument];
  if (progress === null) return { kind: "first" };
  const baseline = { roundYear: progress.baselineRoundYear, referenceYear: progress.baselineReferenceYear };
  return progress.progress === null
    ? { kind: "not_comparable", baseline }
    : { kind: "compared", baseline, change: roundForDisplay(progress.progress, decimals) };
}
