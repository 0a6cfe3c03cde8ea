import { type InstrumentCode, shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndexRowView } from "./published-queries.ts";
import type { NamedRound } from "./round-words.ts";

/** The earlier round with which a country is compared: its own first round with a score, or its nearest earlier report. */
export type ComparedWith = "first" | "before";

/**
 * How a country in one round compares with an earlier round of its own, on the indicators scored in both (methodology §5).
 * The plain difference of the two scores is never used: the answered indicators differ from round to round.
 */
export type Standing =
  | {
      readonly kind: "compared";
      /** The earlier round. */
      readonly baseline: NamedRound;
      /** Points as shown: one decimal, with sign, never −0. */
      readonly change: number;
    }
  | { readonly kind: "not_comparable"; readonly baseline: NamedRound }
  /** There is no earlier round to compare with. */
  | { readonly kind: "first" }
  | { readonly kind: "insufficient" };

/** Of a Protocol, or of one of its dimensions. "insufficient" also stands for a result that does not apply: neither has a score. */
export function standingOf(
  row: Pick<IndexRowView, "instruments" | "progress" | "progressSincePrevious">,
  instrument: InstrumentCode,
  comparedWith: ComparedWith = "first",
  dimension?: string,
): Standing {
  const whole = row.instruments[instrument];
  const result = dimension === undefined ? whole : whole.dimensions[dimension];
  if (result === undefined || result.score === null) return { kind: "insufficient" };
  const of = comparedWith === "first" ? row.progress : row.progressSincePrevious;
  const progress = dimension === undefined ? of[instrument] : (of.dimensions[instrument][dimension] ?? null);
  if (progress === null) return { kind: "first" };
  const baseline = { roundYear: progress.sinceRoundYear, referenceYear: progress.sinceReferenceYear };
  return progress.progress === null
    ? { kind: "not_comparable", baseline }
    : { kind: "compared", baseline, change: roundForDisplay(progress.progress, shownDecimals) };
}
