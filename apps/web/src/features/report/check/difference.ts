import { type Answer, isReported } from "@avances/domain/answer";
import { roundForDisplay } from "@avances/domain/progress-index";

/** How an answer with a value differs from that of the earlier round. Signed: later minus earlier. */
export type Difference =
  /** Nothing was accepted then. */
  | { readonly kind: "new" }
  /** There was no value then, but a reason. */
  | { readonly kind: "had-no-value" }
  | { readonly kind: "levels"; readonly by: number }
  | { readonly kind: "count"; readonly by: number }
  /** Percentage points, as they are shown. */
  | { readonly kind: "points"; readonly by: number }
  /** The same figures, broken down otherwise. */
  | { readonly kind: "parts" }
  | { readonly kind: "money"; readonly byMinor: number; readonly currency: string }
  | { readonly kind: "currency" }
  | { readonly kind: "days"; readonly by: number }
  /** Words that no number can compare. */
  | { readonly kind: "other" };

/** `now` has a value that is not the one of `before`. */
export function differenceOf(before: Answer | undefined, now: Answer): Difference {
  if (before === undefined) return { kind: "new" };
  if (!isReported(before)) return { kind: "had-no-value" };
  const [was, is] = [before.value, now.value];
  if (was === null || is === null || was.type !== is.type) return { kind: "other" };
  switch (is.type) {
    case "ordinal":
      return was.type === "ordinal" ? { kind: "levels", by: is.level - was.level } : { kind: "other" };
    case "count": {
      const by = was.type === "count" ? (is.total ?? 0) - (was.total ?? 0) : 0;
      return by === 0 ? { kind: "parts" } : { kind: "count", by };
    }
    case "ratio": {
      if (was.type !== "ratio") return { kind: "other" };
      if (was.numerator === is.numerator && was.denominator === is.denominator) return { kind: "parts" };
      const [then, since] = [percentOf(was), percentOf(is)];
      if (then === null || since === null) return { kind: "other" };
      return { kind: "points", by: roundForDisplay(since - then, 1) };
    }
    case "money":
      if (was.type !== "money") return { kind: "other" };
      return was.currency === is.currency
        ? { kind: "money", byMinor: is.amountMinor - was.amountMinor, currency: is.currency }
        : { kind: "currency" };
    case "date":
      return was.type === "date"
        ? { kind: "days", by: Math.round((Date.parse(is.date) - Date.parse(was.date)) / 86_400_000) }
        : { kind: "other" };
    case "boolean":
    case "text":
      return { kind: "other" };
  }
}

/** Null when it cannot be computed: a part is missing, or there is nothing to divide by. */
function percentOf({
  numerator,
  denominator,
}: {
  readonly numerator: number | null;
  readonly denominator: number | null;
}): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (100 * numerator) / denominator;
}
