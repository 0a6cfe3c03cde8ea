import { referencePeriodOf } from "@avances/domain/round";
import { type NamedRound, namedRound } from "#lib/round-words.ts";

/** The names of a round that is not opened yet. */
export function plannedRound(year: number): NamedRound {
  return namedRound({ year, ...referencePeriodOf(year) });
}
