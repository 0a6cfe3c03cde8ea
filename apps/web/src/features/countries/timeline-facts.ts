import type { PublicCountry } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type IndicatorOfCountry, publishedRounds, rowOf } from "./change-facts.ts";

type Treaty = PublicCountry["country"]["treaties"][number];

/** Something with a day, or with a year of data, in the order of time. */
export type Milestone =
  | { readonly kind: "treaty"; readonly on: string; readonly treaty: Treaty }
  /** A day that the country reported: the end of a plan. `rounds`: the reports that gave it. */
  | {
      readonly kind: "date";
      readonly on: string;
      readonly indicator: IndicatorOfCountry;
      readonly rounds: readonly NamedRound[];
    }
  /** A level of a law or plan that differs from the report before. `on`: the end of the year of the data, for the order only. */
  | {
      readonly kind: "law";
      readonly on: string;
      readonly indicator: IndicatorOfCountry;
      readonly before: NamedRound;
      readonly now: NamedRound;
      readonly from: number;
      readonly to: number;
    };

export interface TimelineFacts {
  readonly milestones: readonly Milestone[];
  /** Treaties without consent on record. */
  readonly without: readonly Treaty[];
  /** The day of the treaty data. */
  readonly treatiesAsOf: string;
}

/** Days of treaties, days that the country reported, and steps of its laws and plans, oldest first. */
export function timelineFacts(data: Pick<PublicCountry, "country" | "reporting" | "indicators">): TimelineFacts {
  const rounds = publishedRounds(data);
  const { treaties, treatiesAsOf } = data.country;
  return {
    milestones: [
      ...treaties.flatMap((treaty): Milestone[] =>
        treaty.consentOn === null ? [] : [{ kind: "treaty", on: treaty.consentOn, treaty }],
      ),
      ...data.indicators.flatMap((indicator) => [...datesOf(indicator, rounds), ...stepsOf(indicator, rounds)]),
    ].toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1)),
    without: treaties.filter(({ consentOn }) => consentOn === null),
    treatiesAsOf,
  };
}

function datesOf(indicator: IndicatorOfCountry, rounds: readonly NamedRound[]): Milestone[] {
  const given = rounds.flatMap((round) => {
    const value = rowOf(indicator, round)?.value;
    return value?.type === "date" ? [{ round, on: value.date }] : [];
  });
  return [...Map.groupBy(given, ({ on }) => on)].map(([on, list]) => ({
    kind: "date",
    on,
    indicator,
    rounds: list.map(({ round }) => round),
  }));
}

/** Of the indicators on laws and policy; each report is compared with the one before it that gave a level. */
function stepsOf(indicator: IndicatorOfCountry, rounds: readonly NamedRound[]): Milestone[] {
  if (indicator.dimension !== "LEG") return [];
  const levels = rounds.flatMap((round) => {
    const value = rowOf(indicator, round)?.value;
    return value?.type === "ordinal" ? [{ round, level: value.level }] : [];
  });
  return levels.flatMap((now, place) => {
    const before = levels[place - 1];
    if (!before || before.level === now.level) return [];
    return [
      {
        kind: "law" as const,
        on: `${now.round.referenceYear}-12-31`,
        indicator,
        before: before.round,
        now: now.round,
        from: before.level,
        to: now.level,
      },
    ];
  });
}
