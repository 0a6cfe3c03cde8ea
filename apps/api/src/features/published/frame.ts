import type { getIndex, getMatrix, ResponseOf } from "@avances/contracts";
import { type CalendarDate, mainRound } from "@avances/domain/round";
import { reportTally } from "@avances/domain/submission";
import type { CountryFacts } from "./definitions.ts";
import type { MatrixCell } from "./public-report.ts";

/** A round that has opened. */
export interface RoundOfEdition {
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly catalogueVersion: string;
}

/** What every public answer begins with: countries alphabetically by English name (pages sort again in the reader's language), every round that has opened, and the one to speak of. */
export type Frame = Pick<ResponseOf<typeof getMatrix>, "countries" | "rounds" | "mainRound">;

/** Rounds oldest first; a cell for every country and round. */
export function frameOf(
  countries: readonly Pick<CountryFacts, "iso3" | "name">[],
  rounds: readonly RoundOfEdition[],
  cells: readonly Pick<MatrixCell, "roundYear" | "state" | "obligated">[],
): Frame {
  const cellsOf = Map.groupBy(cells, ({ roundYear }) => roundYear);
  const main = mainRound(
    rounds.map((round) => {
      const ofRound = cellsOf.get(round.roundYear) ?? [];
      const [owed, others] = [true, false].map((isOwed) =>
        reportTally(ofRound.filter(({ obligated }) => obligated === isOwed)),
      );
      return {
        ...named(round),
        published: owed?.published ?? 0,
        expected: owed?.of ?? 0,
        voluntary: others?.published ?? 0,
      };
    }),
  );
  return {
    countries: countries.map(({ iso3, name }) => ({ iso3, name })).sort((a, b) => (a.name.en < b.name.en ? -1 : 1)),
    rounds: rounds.map(({ opensOn, dueOn, catalogueVersion, ...round }) => ({
      ...named(round),
      opensOn,
      dueOn,
      catalogueVersion,
    })),
    mainRound: main && named(main),
  };
}

/** Who has no public report in which round, and why. */
export function unpublished(cells: readonly MatrixCell[]): ResponseOf<typeof getIndex>["unpublished"] {
  return cells.flatMap(({ country, roundYear, state }) =>
    state === "published" ? [] : [{ country, roundYear, state }],
  );
}

/** The two years that name a round, and nothing else of it. */
export function named({ roundYear, referenceYear }: Pick<RoundOfEdition, "roundYear" | "referenceYear">) {
  return { roundYear, referenceYear };
}
