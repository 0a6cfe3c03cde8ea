import type { Answer, Answers } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { type Random, randomFrom, randomSubmission } from "@avances/domain/testing/random-submission";
import type { RoundOfEdition } from "#features/published/frame.ts";
import type { VersionToPublish } from "#features/published/report-form.ts";

/** One country in one round and, if it is public, what it reported. */
export interface ReportOfRegion extends Pick<VersionToPublish, "country" | "roundYear" | "referenceYear"> {
  readonly obligated: boolean;
  readonly exempt: boolean;
  readonly received: boolean;
  readonly version:
    | (Pick<VersionToPublish, "number" | "answers" | "confirmedNotApplicable" | "sticky"> & {
        readonly publishedAt: Date;
      })
    | null;
}

/** What the countries of a region reported in its rounds, and the states of the reports: the input of an edition. */
export interface Region {
  readonly name: string;
  readonly rounds: readonly RoundOfEdition[];
  readonly expected: readonly ReportOfRegion[];
}

/** A state that a random answer may have instead of a value. */
const unanswered = ["not_available", "not_applicable"] as const;

/** Four rounds of every country with random answers: many zeros, small counts, gaps, odd currencies, and every state of a report. */
export function randomRegion(catalogue: Catalogue, countries: readonly Country[], seed: number): Region {
  const random = randomFrom(seed);
  const rounds = [2022, 2023, 2025, 2026].map((year) => roundOf(catalogue, year));
  const expected = rounds.flatMap(({ roundYear }) =>
    countries.map(({ alpha3: country }): ReportOfRegion => {
      const answers = submittable(catalogue, random);
      const declared = [...answers.values()].filter(({ state }) => state === "not_applicable");
      const isPublic = random.chance(75);
      return {
        country,
        ...years(roundYear),
        obligated: random.chance(70),
        exempt: !isPublic && random.chance(30),
        received: false,
        version: isPublic
          ? version(
              answers,
              declared.filter(() => random.chance(50)),
              1 + random.upTo(1),
            )
          : null,
      };
    }),
  );
  return { name: `random region ${seed}`, rounds, expected };
}

function submittable(catalogue: Catalogue, random: Random): Answers {
  const answers = new Map(randomSubmission(catalogue, random));
  for (const [code, answer] of answers) {
    if (answer.value?.type === "money") {
      const currency = ["CRC", "USD", "CLP", "KWD"][random.upTo(3)] ?? "USD";
      answers.set(code, { ...answer, value: { type: "money", amountMinor: random.upTo(999_999), currency } });
    }
    if (random.chance(8)) {
      const state = unanswered[random.upTo(1)] ?? "not_available";
      answers.set(code, { ...answer, state, value: null });
    }
  }
  return answers;
}

function version(answers: Answers, confirmed: readonly Answer[], number: number) {
  return {
    number,
    publishedAt: new Date("2026-06-01T15:00:00Z"),
    answers,
    confirmedNotApplicable: new Set<IndicatorCode>(confirmed.map(({ indicatorCode }) => indicatorCode)),
    sticky: new Set<string>(),
  };
}

function roundOf({ version: catalogueVersion }: Catalogue, year: number): RoundOfEdition {
  return { ...years(year), opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, catalogueVersion };
}

function years(roundYear: number) {
  return { roundYear, referenceYear: roundYear - 1 };
}
