import type { ValueMark } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import type { PublicIndicator } from "#lib/published-queries.ts";

/** The country whose middle round is in the state, between two rounds with a value; the other one has a value in every round. */
export const countries = { gap: "Gapland", whole: "Wholeland" } as const;
/** The round of the state. */
export const roundOfState = 2023;

const rounds = [2022, 2023, 2024] as const;

type Row = PublicIndicator["rows"][number];
type Value = NonNullable<Row["value"]>;

/** States of an answer; all others are of a missing report. */
const states: Partial<Record<ValueMark, Row["state"]>> = {
  not_reported: "not_reported",
  not_available: "not_available",
  not_applicable: "not_applicable",
  unconfirmed: "not_applicable",
  small_base: "small_base",
  suppressed: "suppressed",
};

/** Can an indicator of this type be in this state? A score is insufficient, an answer never. */
export function occurs(mark: ValueMark, type: ValueType): boolean {
  if (mark === "insufficient") return false;
  if (mark === "small_base") return type === "ratio";
  return mark !== "suppressed" || type === "count" || type === "ratio";
}

/** The day on which the state is what it is: a missing report is still to come until its round closes. */
export function dayOf(mark: ValueMark): string {
  return mark === "not_published_yet" ? "2023-05-01" : "2030-01-01";
}

/** The API's reply about two countries in three rounds; one answer, or one report, is in this state. */
export function indicatorWithState(type: ValueType, mark: ValueMark): PublicIndicator {
  const state = states[mark];
  const named = (roundYear: number) => ({ roundYear, referenceYear: roundYear - 1 });
  const text = { en: "words", es: "palabras" };
  const rows = rounds.flatMap((roundYear, n): Row[] => {
    const whole: Row = { country: "WHO", ...named(roundYear), state: "reported", value: givenValue(type, n) };
    if (roundYear !== roundOfState) return [{ ...whole, country: "GAP" }, whole];
    if (state === undefined) return [whole];
    const unconfirmed = mark === "unconfirmed" ? { unconfirmed: true } : {};
    return [{ ...whole, country: "GAP", state, ...unconfirmed, value: hiddenValue(type, mark) }, whole];
  });
  const why = mark === "received" || mark === "exempt" || mark === "not_asked" ? mark : "not_published";
  return {
    edition: { id: 3, publishedAt: "2025-01-01T00:00:00.000Z", catalogueVersion: "2026.2", demonstration: false },
    countries: [
      { iso3: "GAP", name: { en: countries.gap, es: countries.gap } },
      { iso3: "WHO", name: { en: countries.whole, es: countries.whole } },
    ],
    rounds: rounds.map((roundYear) => ({
      ...named(roundYear),
      opensOn: `${roundYear}-02-01`,
      dueOn: `${roundYear}-04-30`,
      catalogueVersion: "2026.2",
    })),
    mainRound: named(roundOfState),
    unpublished: state === undefined ? [{ country: "GAP", roundYear: roundOfState, state: why }] : [],
    indicator: {
      code: type === "date" ? "TIP-LEG-05" : "TIP-PRO-01",
      instrument: "TIP",
      dimension: "PRO",
      objective: text,
      kind: text,
      valueType: type,
      unit: text,
      direction: "neutral",
      scored: false,
      weight: 0,
      name: text,
      question: text,
      definition: text,
      guidance: text,
      articles: [],
      sources: [],
      levels: type === "ordinal" ? [0, 1, 2].map((level) => ({ level, label: text, shortLabel: text })) : [],
      ratio: type === "ratio" ? { numerator: text, denominator: text, goalposts: { min: 0.2, max: 0.8 } } : null,
      breakdowns: [
        {
          code: "sex",
          name: text,
          exclusive: true,
          categories: ["female", "male"].map((code) => ({ code, label: text })),
        },
      ],
      smallCellSuppression: true,
      wording: { releases: ["2026.2"], earlier: [] },
    },
    rate:
      type === "count"
        ? {
            per: 100_000,
            source: "Census",
            license: "CC BY 4.0",
            populations: rounds.flatMap((roundYear) =>
              ["GAP", "WHO"].map((country) => ({
                country,
                ...named(roundYear),
                persons: 5_000_000,
                populationYear: roundYear - 1,
              })),
            ),
          }
        : null,
    totals: rounds.map((roundYear) => ({
      ...named(roundYear),
      expected: 2,
      published: 2,
      reported: 2,
      notReported: 0,
      notAvailable: 0,
      notApplicable: 0,
      smallBase: 0,
      suppressed: 0,
      notPublished: 0,
      exempt: 0,
      notAsked: 0,
    })),
    rows,
  };
}

function givenValue(type: ValueType, n: number): Value {
  switch (type) {
    case "count": {
      const adult = 20 + n;
      const table = { female: { adult, child: 10 }, male: { adult: 8, child: 7 }, unknown: { unknown: 0 } };
      const sex = { female: adult + 10, male: 15 };
      return { type, total: adult + 25, breakdowns: { sex }, crossTabs: { "sex×ageGroup": table } };
    }
    case "ratio":
      return {
        type,
        numerator: 40 + n,
        denominator: 100,
        percent: 40 + n,
        breakdowns: { sex: { female: 40, male: n } },
      };
    case "ordinal":
      return { type, level: Math.min(n, 2) };
    case "boolean":
      return { type, value: n > 0 };
    case "money":
      return { type, amountMinor: 100_000 * (n + 1), currency: "USD" };
    case "date":
      return { type, date: `202${n + 2}-06-30` };
    case "text":
      return { type, text: `${n}` };
  }
}

/** What is left of a value in the two states that have one. */
function hiddenValue(type: ValueType, mark: ValueMark): Row["value"] {
  const hidden = { female: "s", male: "s" } as const;
  if (mark === "suppressed" && type === "count")
    return { type, total: "s", breakdowns: { sex: hidden }, crossTabs: {} };
  if (mark === "suppressed" && type === "ratio")
    return { type, numerator: "s", denominator: 90, percent: "s", breakdowns: { sex: hidden } };
  if (mark === "small_base" && type === "ratio")
    return { type, numerator: 2, denominator: 3, percent: null, breakdowns: {} };
  return null;
}
