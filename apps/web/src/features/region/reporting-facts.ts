import { type ReportMark, reportMark } from "@avances/charts/series";
import type { PublicMatrix } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf } from "#lib/speech.ts";

/** Whose report for the main round is published, and who has none and why. */
export interface ReportingFacts {
  readonly round: NamedRound;
  /** Countries that owe a report; the exempt do not. */
  readonly expected: readonly string[];
  /** Those of them with a published report. */
  readonly published: readonly string[];
  /** Countries with a published report that owe none. */
  readonly voluntary: readonly string[];
  readonly missing: readonly Gap<ReportMark>[];
}

const order = [
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const satisfies readonly ReportMark[];

/** Null before anything is published. `today` as `yyyy-mm-dd`. */
export function reportingFacts(
  { mainRound, rounds, cells }: Pick<PublicMatrix, "mainRound" | "rounds" | "cells">,
  today: string,
): ReportingFacts | null {
  const round = rounds.find(({ roundYear }) => roundYear === mainRound?.roundYear);
  if (!round) return null;
  const own = cells.filter((cell) => cell.roundYear === round.roundYear);
  const owed = own.filter(({ obligated, state }) => obligated && state !== "exempt");
  const codes = (list: typeof own) => list.map(({ country }) => country);
  return {
    round,
    expected: codes(owed),
    published: codes(owed.filter(({ state }) => state === "published")),
    voluntary: codes(own.filter(({ obligated, state }) => !obligated && state === "published")),
    missing: gapsOf(
      order,
      own.map(({ country, state }) => [country, state === "published" ? null : reportMark(state, round, today)]),
    ),
  };
}

/** How many reports of one country are published, and of how many owed. Exempt rounds and rounds in which it was not asked do not count. */
export interface TallyFacts {
  readonly expected: number;
  readonly published: number;
  readonly voluntary: number;
}

export function tallyFacts(cells: readonly Pick<PublicMatrix["cells"][number], "obligated" | "state">[]): TallyFacts {
  const owed = cells.filter(({ obligated, state }) => obligated && state !== "exempt");
  const isPublished = ({ state }: (typeof cells)[number]) => state === "published";
  return {
    expected: owed.length,
    published: owed.filter(isPublished).length,
    voluntary: cells.filter((cell) => !cell.obligated && isPublished(cell)).length,
  };
}
