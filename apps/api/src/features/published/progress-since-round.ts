import { setImmediate } from "node:timers/promises";
import type { getProgressSince, ResponseOf } from "@avances/contracts";
import { batchesOf } from "@avances/db/queries/batches";
import type { ComparisonRules } from "@avances/domain/progress-index";
import { ProtocolError } from "#http/problem-details.ts";
import type { Definitions } from "./definitions.ts";
import type { EditionSource, ReportScores } from "./edition-source.ts";
import { named } from "./named.ts";
import { progressOfResults } from "./progress-of-results.ts";

type Row = ResponseOf<typeof getProgressSince>["rows"][number];
type NamedRound = Parameters<typeof named>[0];

/** Two rounds of an edition, the later one first. */
export interface RoundPair {
  readonly round: NamedRound;
  readonly since: NamedRound;
}

/** How many countries are read and compared at once: a few milliseconds of work. */
const countriesAtOnce = 16;

/** Undefined unless both are rounds of the edition and the second is before the first. */
export function pairOf(
  { frame }: Pick<EditionSource, "frame">,
  roundYear: number,
  earlier: number,
): RoundPair | undefined {
  const find = (year: number) => frame.rounds.find((one) => one.roundYear === year);
  const [round, since] = [find(roundYear), find(earlier)];
  return round && since && earlier < roundYear ? { round: named(round), since: named(since) } : undefined;
}

/**
 * Compares the public report of each country in a round with its public report in an earlier one; rows as text, in the order of the countries. Computed
 * from the edition alone, from scores that are made of suppressed figures. Yields between countries, so that other requests get a turn.
 */
export async function progressRows(
  source: Pick<EditionSource, "definitions" | "scores">,
  { round, since }: RoundPair,
): Promise<string> {
  const rules = comparisonRules(source.definitions);
  const rows: string[] = [];
  for (const countries of batchesOf(source.definitions.countries, countriesAtOnce)) {
    const codes = countries.map(({ iso3 }) => iso3);
    const scores = await source.scores(codes, [round.roundYear, since.roundYear]);
    const reportOf = new Map(scores.map((one) => [`${one.country} ${one.roundYear}`, one]));
    for (const country of codes) {
      const now = reportOf.get(`${country} ${round.roundYear}`);
      const earlier = reportOf.get(`${country} ${since.roundYear}`);
      if (now) rows.push(JSON.stringify(rowOf(rules, now, earlier, since)));
    }
    await setImmediate();
  }
  return rows.join(",");
}

function rowOf(rules: ComparisonRules, now: ReportScores, earlier: ReportScores | undefined, since: NamedRound): Row {
  const before = earlier && { ...since, scores: earlier.scores };
  return {
    country: now.country,
    progress: before ? progressOfResults(rules, now.scores, (scope) => (now.published[scope] ? before : null)) : null,
  };
}

/** The weights of the edition, whichever catalogue this process was started with. */
function comparisonRules({ comparison, instruments, dimensions, indicators }: Definitions): ComparisonRules {
  // An edition made before these were kept is being replaced.
  if (comparison === undefined) throw new ProtocolError("unavailable");
  return { index: comparison, instruments, dimensions, indicators: indicators.map(({ definition }) => definition) };
}
