import type { getIndex, getMatrix, ResponseOf } from "@avances/contracts";
import { type CalendarDate, mainRound } from "@avances/domain/round";
import { reportTally } from "@avances/domain/submission";
import type { CountryFacts } from "./definitions.ts";
import { named } from "./named.ts";
import type { MatrixCell } from "./public-report.ts";

/** A round that has opened. */
export interface RoundOfEdition {
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly catalogueVersion: string;
}

/** What every public answer begins with: countries by English name (pages sort again by language), rounds that have opened, and the main round. */
export type Frame = Pick<ResponseOf<typeof getMatrix>, "countries" | "rounds" | "mainRound">;

/** How many reports of a round are in a state; `obligated` = owed. */
export type StateInRound = Pick<MatrixCell, "roundYear" | "state" | "obligated"> & { readonly count: number };

/** Rounds oldest first. `states` may leave out states in which nobody owes or has published anything. */
export function frameOf(
  countries: readonly Pick<CountryFacts, "iso3" | "name">[],
  rounds: readonly RoundOfEdition[],
  states: readonly StateInRound[],
): Frame {
  const statesOf = Map.groupBy(states, ({ roundYear }) => roundYear);
  const main = mainRound(
    rounds.map((round) => {
      const ofRound = statesOf.get(round.roundYear) ?? [];
      const owed = tallyOf(ofRound.filter(({ obligated }) => obligated));
      const others = tallyOf(ofRound.filter(({ obligated }) => !obligated));
      return { ...named(round), published: owed.published, expected: owed.of, voluntary: others.published };
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

function tallyOf(states: readonly StateInRound[]): ReturnType<typeof reportTally> {
  return states
    .map((one) => ({ tally: reportTally([one]), count: one.count }))
    .reduce(
      (sum, { tally, count }) => ({
        published: sum.published + tally.published * count,
        of: sum.of + tally.of * count,
      }),
      { published: 0, of: 0 },
    );
}

/** Who has no public report in which round, and why. */
export function unpublished(cells: readonly MatrixCell[]): ResponseOf<typeof getIndex>["unpublished"] {
  return cells.flatMap(({ country, roundYear, state }) =>
    state === "published" ? [] : [{ country, roundYear, state }],
  );
}
