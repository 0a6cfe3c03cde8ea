import { createHash } from "node:crypto";
import type { Deps } from "#deps.ts";

/** Rules of suppression and shape of the answers; changes when what an edition says or how it says it may. */
const madeWith = "audited-intervals-3, rounds with both years, renewed by every act";

/**
 * What every edition is made from besides the reports: the rules of this release, the catalogue in force with its texts, and the countries
 * with their names. Another mark = the same reports would make another public file.
 */
export function madeFrom({ catalogues: { current }, reference }: Pick<Deps, "catalogues" | "reference">): string {
  const countries = [...reference.countries].sort((one, other) => (one.alpha3 < other.alpha3 ? -1 : 1));
  const content = JSON.stringify([current, countries]);
  return `${madeWith}, ${createHash("sha256").update(content).digest("hex")}`;
}
