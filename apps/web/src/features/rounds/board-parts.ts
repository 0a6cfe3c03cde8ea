import type { CountryStatus } from "@avances/contracts";
import { needsOf } from "./needs-attention.ts";

export interface BoardPart {
  readonly key: "needing" | "obligated" | "voluntary";
  readonly rows: readonly CountryStatus[];
}

/**
 * The lines of the board: for the Secretariat first the countries that need it now, then the others, those that may report voluntarily
 * last. Within each part alphabetical in the reader's language, never by lateness. Parts without countries are left out.
 */
export function boardParts(
  rows: readonly CountryStatus[],
  now: Date,
  isDesk: boolean,
  compare: (one: CountryStatus, other: CountryStatus) => number,
): readonly BoardPart[] {
  const partOf = (row: CountryStatus): BoardPart["key"] => {
    if (isDesk && needsOf(row, now).length > 0) return "needing";
    return row.obligated ? "obligated" : "voluntary";
  };
  const sorted = [...rows].sort(compare);
  return (["needing", "obligated", "voluntary"] as const)
    .map((key) => ({ key, rows: sorted.filter((row) => partOf(row) === key) }))
    .filter((part) => part.rows.length > 0);
}
