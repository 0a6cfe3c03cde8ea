import type { Answers } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { CountryProfile } from "./country-profile.ts";

/**
 * Totals of counts that depend on each other, and denominators without a count of their own. Each continues the country's own series, and
 * the rules between them hold: no more convictions than prosecutions, no more identified than presumed victims.
 */
export function linkedTotals(
  random: () => number,
  profile: CountryProfile,
  previous: Answers | null,
): ReadonlyMap<IndicatorCode, number> {
  const from = (code: IndicatorCode, usual: number) => {
    const before = previousTotal(previous, code);
    return before === null ? Math.round(usual * (0.85 + 0.3 * random())) : nextYear(random, before, usual);
  };
  const { victims: usual } = profile;
  const victims = Math.max(1, from("TIP-PRO-01", usual));
  const suspects = from("TIP-JUS-02", usual * 0.7 + 5);
  const prosecuted = Math.min(suspects, from("TIP-JUS-03", usual * 0.45 + 4));
  // One case concerns a group of people; where many cross, the groups are larger too.
  const groups = profile.migrants ** 0.75;
  const smugglers = from("SOM-JUS-02", groups * 0.38 + 3);
  return new Map([
    ["TIP-PRV-02", from("TIP-PRV-02", profile.reached)],
    ["TIP-PRO-01", victims],
    ["TIP-PRO-02", Math.max(victims, from("TIP-PRO-02", usual * 1.5))],
    ["TIP-PRO-08", Math.max(1, Math.min(Math.floor(victims * 0.95), from("TIP-PRO-08", usual * 0.78)))],
    ["TIP-PRO-10", Math.round(victims * (0.08 + 0.08 * random()))],
    ["TIP-JUS-01", from("TIP-JUS-01", usual * 0.8 + 6)],
    ["TIP-JUS-02", suspects],
    ["TIP-JUS-03", prosecuted],
    ["TIP-JUS-04", Math.min(prosecuted, from("TIP-JUS-04", usual * 0.18 + 2))],
    ["TIP-JUS-08", Math.min(prosecuted, from("TIP-JUS-08", Math.log2(usual + 1) / 3))],
    ["TIP-COO-04", from("TIP-COO-04", 8 + Math.sqrt(usual) * 2)],
    ["SOM-PRO-01", from("SOM-PRO-01", profile.migrants)],
    ["SOM-PRO-05", from("SOM-PRO-05", profile.deaths)],
    ["SOM-JUS-01", from("SOM-JUS-01", groups * 0.55 + 6)],
    ["SOM-JUS-02", smugglers],
    ["SOM-JUS-03", Math.min(smugglers, from("SOM-JUS-03", groups * 0.14 + 1))],
  ]);
}

/** Total of this count in the round before; null when there is none. */
function previousTotal(previous: Answers | null, code: IndicatorCode): number | null {
  const value = previous?.get(code)?.value;
  return value?.type === "count" ? value.total : null;
}

/**
 * The figure of the next year: it changes by up to a quarter, drawn towards what is usual for the country, and a small figure by a
 * few units, so that no series stays constant for long.
 */
function nextYear(random: () => number, before: number, usual: number): number {
  const pull = (usual - before) * 0.15;
  const drift = before * (random() * 0.45 - 0.19) + pull;
  const step = Math.abs(drift) < 1 ? Math.round(random() * 4 - 1.7) : Math.round(drift);
  return Math.max(0, before + step);
}
