import { type ComputedCell, parseCount } from "@avances/domain/answer";

export interface GridSum {
  readonly sum: number;
  /** The largest cell; 0 when none is filled. */
  readonly most: number;
  readonly blank: readonly string[];
  /** Cells with a figure, typed or computed. */
  readonly filled: number;
}

/** Running sum of these cells. Unreadable cells are neither blank nor counted. */
export function gridSum(
  places: readonly string[],
  figure: (place: string) => number | null,
  fields: Readonly<Record<string, string>>,
): GridSum {
  let sum = 0;
  let most = 0;
  let filled = 0;
  const blank: string[] = [];
  for (const place of places) {
    const number = figure(place);
    if (number === null) {
      if (parseCount(fields[place] ?? "").kind === "empty") blank.push(place);
      continue;
    }
    sum += number;
    most = Math.max(most, number);
    filled += 1;
  }
  return { sum, most, blank, filled };
}

/** What the line below a grid says. */
export type GridStanding =
  | { readonly kind: "blank"; readonly blank: number }
  | { readonly kind: "overlap" }
  | { readonly kind: "sum"; readonly sum: number }
  | { readonly kind: "missing" | "above"; readonly sum: number; readonly total: number }
  | { readonly kind: "cell-above"; readonly most: number; readonly total: number }
  /** The cells add up. `by`: what was computed among them, if anything. */
  | { readonly kind: "whole"; readonly sum: number; readonly total: number; readonly by: "zero" | "remainder" | null };

export function gridStanding({
  sum,
  most,
  blank,
  filled,
  total,
  exclusive,
  computed,
}: GridSum & {
  readonly total: number | null;
  readonly exclusive: boolean;
  /** The computed cells among them. */
  readonly computed: readonly ComputedCell[];
}): GridStanding {
  if (!exclusive) {
    return total !== null && most > total ? { kind: "cell-above", most, total } : { kind: "overlap" };
  }
  if (filled === 0) return { kind: "blank", blank: blank.length };
  if (total === null) return { kind: "sum", sum };
  if (sum > total) return { kind: "above", sum, total };
  if (sum < total) return { kind: "missing", sum, total };
  const isBy = (origin: string) => computed.some((cell) => cell.origin === origin);
  return { kind: "whole", sum, total, by: isBy("zero") ? "zero" : isBy("remainder") ? "remainder" : null };
}
