import { marksOfReports, scoreMark, type ValueMark, valueMarks } from "@avances/charts/series";
import type { IndexResultView } from "@avances/contracts";
import type { IndexRowView, PublicIndex } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf } from "#lib/speech.ts";

/** Who has a score in the main round, for the chosen subject. */
export interface ScoreFacts {
  readonly round: NamedRound;
  readonly reports: readonly string[];
  readonly scored: readonly string[];
  readonly leftOut: readonly Gap<ValueMark>[];
}

/** Null before anything is published. `pick` selects the subject: both Protocols, one, or a dimension. */
export function scoreFacts(
  index: PublicIndex,
  pick: (row: IndexRowView) => IndexResultView,
  today: string,
): ScoreFacts | null {
  const round = index.mainRound;
  if (!round) return null;
  const rows = new Map(index.rows.filter((row) => row.roundYear === round.roundYear).map((row) => [row.country, row]));
  const markOf = marksOfReports(index, today);
  const marks = index.countries.map(({ iso3 }) => {
    const row = rows.get(iso3);
    return [iso3, row ? scoreMark(pick(row)) : markOf(iso3, round.roundYear)] as const;
  });
  return {
    round,
    reports: [...rows.keys()],
    scored: marks.filter(([iso3, mark]) => rows.has(iso3) && mark === null).map(([iso3]) => iso3),
    leftOut: gapsOf(valueMarks, marks),
  };
}
