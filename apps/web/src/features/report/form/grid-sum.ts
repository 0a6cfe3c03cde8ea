import { parseCount } from "@avances/domain/answer";

export interface GridSum {
  readonly sum: number;
  /** The largest cell; 0 when none is filled. */
  readonly most: number;
  readonly blank: readonly string[];
  readonly filled: number;
}

/** Running total of cells as they are typed. Unreadable cells are neither blank nor counted. */
export function gridSum(fields: Readonly<Record<string, string>>, places: readonly string[]): GridSum {
  let sum = 0;
  let most = 0;
  let filled = 0;
  const blank: string[] = [];
  for (const place of places) {
    const parsed = parseCount(fields[place] ?? "");
    if (parsed.kind === "empty") blank.push(place);
    if (parsed.kind !== "number") continue;
    sum += parsed.value;
    most = Math.max(most, parsed.value);
    filled += 1;
  }
  return { sum, most, blank, filled };
}

/** The number typed at this place, or null while it is blank or unreadable. */
export function typedCount(fields: Readonly<Record<string, string>>, place: string): number | null {
  const parsed = parseCount(fields[place] ?? "");
  return parsed.kind === "number" ? parsed.value : null;
}
