import type { UnpublishedState } from "@avances/domain/submission";
import type { PublicRound } from "./published.ts";
import { type ReportMark, reportMark } from "./value-marks.ts";

interface Unpublished {
  readonly country: string;
  readonly roundYear: number;
  readonly state: UnpublishedState;
}

/** Why a country has no public report in a round, on the day `today`. Call it only when there is none. */
export type MarkOfReport = (country: string, roundYear: number) => ReportMark;

export function marksOfReports(
  frame: { readonly rounds: readonly PublicRound[]; readonly unpublished: readonly Unpublished[] },
  today: string,
): MarkOfReport {
  const rounds = new Map(frame.rounds.map((round) => [round.roundYear, round]));
  const marks = new Map(
    frame.unpublished.flatMap(({ country, roundYear, state }) => {
      const round = rounds.get(roundYear);
      return round ? [[`${country} ${roundYear}`, reportMark(state, round, today)] as const] : [];
    }),
  );
  return (country, roundYear) => marks.get(`${country} ${roundYear}`) ?? "not_published";
}

/** The cells of all countries, or of one, without a public report. */
export function unpublishedOf(
  cells: readonly {
    readonly country: string;
    readonly roundYear: number;
    readonly state: UnpublishedState | "published";
  }[],
): Unpublished[] {
  return cells.flatMap(({ country, roundYear, state }) =>
    state === "published" ? [] : [{ country, roundYear, state }],
  );
}
