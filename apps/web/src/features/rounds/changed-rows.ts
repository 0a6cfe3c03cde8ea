import type { CountryStatus } from "@avances/contracts";

/** The countries whose line says something else than before, in the order of the board. */
export function changedRows(
  before: readonly CountryStatus[],
  after: readonly CountryStatus[],
): readonly CountryStatus[] {
  const known = new Map(before.map((row) => [row.country, JSON.stringify(row)]));
  return after.filter((row) => known.get(row.country) !== JSON.stringify(row));
}
