import { type InstrumentCode, shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndexRowView, ProgressView } from "./published-queries.ts";
import type { NamedRound } from "./round-words.ts";

/** An earlier round of a country's own with which it is compared: its first round with a score, or its nearest earlier report. */
export type OwnRound = "first" | "before";

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
  own: OwnRound = "first",
  dimension?: string,
): Standing {
  return standingBy(row, own === "first" ? row.progress : row.progressSincePrevious, instrument, dimension);
}

/** The same by any comparison of the row; `first` then means that the comparison has nothing for this result. */
export function standingBy(
  row: Pick<IndexRowView, "instruments">,
  compared: ProgressView,
  instrument: InstrumentCode,
  dimension: string | undefined,
): Standing {
  const whole = row.instruments[instrument];
  const result = dimension === undefined ? whole : whole.dimensions[dimension];
  if (result === undefined || result.score === null) return { kind: "insufficient" };
  const progress =
    dimension === undefined ? compared[instrument] : (compared.dimensions[instrument][dimension] ?? null);
  if (progress === null) return { kind: "first" };
  const baseline = { roundYear: progress.sinceRoundYear, referenceYear: progress.sinceReferenceYear };
  return progress.progress === null
    ? { kind: "not_comparable", baseline }
    : { kind: "compared", baseline, change: roundForDisplay(progress.progress, shownDecimals) };
}
