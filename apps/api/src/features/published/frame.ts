import type { getIndex, getMatrix, ResponseOf } from "@avances/contracts";
import { mainRound } from "@avances/domain/round";
import { owesReport, type ReportState, reportState, reportTally } from "@avances/domain/submission";
import type { EditionInput, PublicSubmission, RoundOfEdition } from "./edition-input.ts";

type Frame = Pick<ResponseOf<typeof getMatrix>, "countries" | "rounds" | "mainRound">;

/** Countries alphabetically by English name (pages sort again in the reader's language), every round that has opened, and the one to speak of. */
export function frame(input: EditionInput): Frame {
  const countries = input.countries
    .map((country) => ({ iso3: country.alpha3, name: country.name }))
    .sort((a, b) => (a.name.en < b.name.en ? -1 : 1));
  const main = mainRound(
    input.rounds.map((round) => {
      const [owed, others] = [true, false].map((isOwed) =>
        reportTally(
          ofRound(input, round)
            .filter((item) => owesReport(item) === isOwed)
            .map((item) => ({ state: stateOf(item) })),
        ),
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
    countries,
    rounds: input.rounds.map(({ opensOn, dueOn, catalogueVersion, ...round }) => ({
      ...named(round),
      opensOn,
      dueOn,
      catalogueVersion,
    })),
    mainRound: main && named(main),
  };
}

/** Who has no public report in which round, and why. */
export function unpublished(input: EditionInput): ResponseOf<typeof getIndex>["unpublished"] {
  return input.submissions.flatMap((submission) => {
    const { country, roundYear } = submission;
    const state = stateOf(submission);
    return state === "published" ? [] : [{ country, roundYear, state }];
  });
}

export function stateOf({ release, exempt, obligated }: PublicSubmission): ReportState {
  return reportState({ isPublic: release !== null, exempt, obligated });
}

export function ofRound(
  input: EditionInput,
  { roundYear }: { readonly roundYear: number },
): readonly PublicSubmission[] {
  return input.submissions.filter((submission) => submission.roundYear === roundYear);
}

/** The two years that name a round, and nothing else of it. */
export function named({ roundYear, referenceYear }: Pick<RoundOfEdition, "roundYear" | "referenceYear">) {
  return { roundYear, referenceYear };
}
