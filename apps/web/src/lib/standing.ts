import { type InstrumentCode, shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndexRowView } from "./published-queries.ts";
import type { NamedRound } from "./round-words.ts";

/**
 * How a country in one round compares with its own first round with a score, on the indicators scored in both (methodology §5).
 * The plain difference of the two scores is never used: the answered indicators differ from round to round.
 */
export type Standing =
  | {
      readonly kind: "compared";
      readonly baseline: NamedRound;
      /** Points as shown: one decimal, with sign, never −0. */
      readonly change: number;
    }
  | { readonly kind: "not_comparable"; readonly baseline: NamedRound }
  | { readonly kind: "first" }
  | { readonly kind: "insufficient" };

export function standingOf(row: Pick<IndexRowView, "instruments" | "progress">, instrument: InstrumentCode): Standing {
  if (row.instruments[instrument].score === null) return { kind: "insufficient" };
  const progress = row.progress[instrument];
  if (progress === null) return { kind: "first" };
  const baseline = { roundYear: progress.baselineRoundYear, referenceYear: progress.baselineReferenceYear };
  return progress.progress === null
    ? { kind: "not_comparable", baseline }
    : { kind: "compared", baseline, change: roundForDisplay(progress.progress, shownDecimals) };
}
