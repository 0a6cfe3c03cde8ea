import type { Answers, AnswerValue } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { catalogue } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { countryProfiles } from "./country-profile.ts";
import { generateAnswers } from "./generate-answers.ts";

/** What an expert would check first, over the whole demonstration region. */
const years = [2021, 2022, 2023, 2024, 2025];
const countries = Object.keys(countryProfiles);

const region = new Map(
  countries.map((country) => {
    let previous: Answers | null = null;
    const rounds = years.map((referenceYear): Answers => {
      const answers = generateAnswers(catalogue, {
        country,
        language: "es",
        referenceYear,
        seed: 20_131_118,
        previous,
        share: 1,
      });
      previous = new Map(answers.map((answer) => [answer.indicatorCode, answer]));
      return previous;
    });
    return [country, rounds] as const;
  }),
);

const valuesOf = (code: IndicatorCode) =>
  [...region].flatMap(([country, rounds]) =>
    rounds.flatMap((answers, index) => {
      const value = answers.get(code)?.value;
      return value ? [{ country, year: years[index] as number, value }] : [];
    }),
  );

/** Share of some categories in the whole region and all years: a single small country may have none or many. */
function shareOf(code: IndicatorCode, list: string, ...categories: readonly string[]): number {
  const cells = valuesOf(code).map(({ value }) => ("breakdowns" in value ? (value.breakdowns[list] ?? {}) : {}));
  const sum = (wanted: (category: string) => boolean) =>
    cells.flatMap((each) => Object.entries(each)).reduce((all, [name, n]) => all + (wanted(name) ? (n ?? 0) : 0), 0);
  return sum((name) => categories.includes(name)) / sum(() => true);
}

test("shares of sex and age are those of what is counted", () => {
  expect(shareOf("TIP-PRO-01", "sex", "female")).toBeGreaterThan(0.65);
  expect(shareOf("TIP-PRO-01", "ageGroup", "child")).toBeGreaterThan(0.2);
  expect(shareOf("TIP-PRO-01", "ageGroup", "child")).toBeLessThan(0.45);
  expect(shareOf("TIP-JUS-02", "ageGroup", "child")).toBeLessThan(0.08);
  expect(shareOf("TIP-JUS-04", "sex", "male")).toBeGreaterThan(0.5);
  expect(shareOf("SOM-PRO-01", "ageGroup", "child")).toBeLessThan(0.25);
  expect(shareOf("SOM-PRO-05", "ageGroup", "child")).toBeLessThan(0.2);
  expect(shareOf("SOM-PRO-05", "sex", "male")).toBeGreaterThan(0.6);
  expect(shareOf("SOM-JUS-02", "sex", "male")).toBeGreaterThan(0.75);
  for (const { code, disaggregations } of catalogue.indicators) {
    if (disaggregations.includes("sex")) expect(shareOf(code, "sex", "other"), code).toBeLessThan(0.02);
  }
});

test("figures have the scale of the country", () => {
  for (const { country, value } of valuesOf("TIP-PRV-02")) {
    const profile = countryProfiles[country];
    expect((value as { total: number }).total / (profile?.reached ?? 0), country).toBeGreaterThan(0.4);
    expect((value as { total: number }).total / (profile?.reached ?? 0), country).toBeLessThan(2.5);
  }
});

test("budgets are in the country's own currency and to the thousand", () => {
  for (const { country, value } of valuesOf("TIP-LEG-06")) {
    if (value.type !== "money") throw new Error("no amount");
    expect(value.currency).toBe(countryProfiles[country]?.currency);
    expect((value.amountMinor ?? 0) % 100_000).toBe(0);
  }
});

test("national plans end in different years, and the plan of a year is in force at its end", () => {
  const ends = valuesOf("TIP-LEG-05").map(({ year, value }) => ({ year, date: (value as { date: string }).date }));
  expect(new Set(ends.map(({ date }) => date)).size).toBeGreaterThan(8);
  for (const { year, date } of ends) expect(date >= `${year}-12-31`).toBe(true);
});

test("not everybody identified is assisted", () => {
  const both = valuesOf("TIP-PRO-04").map(({ value }) => value as Extract<AnswerValue, { type: "ratio" }>);
  const all = both.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const assisted = both.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
  expect(assisted / all).toBeGreaterThan(0.3);
  expect(assisted / all).toBeLessThan(0.9);
});

const gaps = [...region.values()].flatMap((rounds) =>
  rounds.flatMap((answers) => [...answers.values()].filter(({ state }) => state !== "reported")),
);

test("what happened is never 'not applicable': who identified victims could assist them", () => {
  const notApplicable = gaps.filter(({ state }) => state === "not_applicable");
  expect(new Set(notApplicable.map(({ indicatorCode }) => indicatorCode))).toEqual(
    new Set(["TIP-LEG-05", "TIP-PRO-10"]),
  );
  for (const [country, rounds] of region) {
    for (const answers of rounds) {
      if (answers.get("TIP-PRO-10")?.state !== "not_applicable") continue;
      const victims = answers.get("TIP-PRO-01")?.value as { total: number };
      expect(victims.total, `nobody returned from ${country}`).toBeLessThan(100);
    }
  }
});

test("a country may lack a figure, it does not lack its own laws", () => {
  const types = new Map(catalogue.indicators.map(({ code, valueType }) => [code, valueType]));
  expect(new Set(gaps.map(({ indicatorCode }) => types.get(indicatorCode)))).toEqual(
    new Set(["count", "ratio", "money", "date"]),
  );
});

test("figures that were missing come year by year", () => {
  for (const [country, rounds] of region) {
    const missing = rounds.map((answers) => [...answers.values()].filter(({ state }) => state !== "reported").length);
    expect(missing, country).toEqual(missing.toSorted((one, other) => other - one));
    expect(missing.at(-1), country).toBeLessThan(missing[0] ?? 0);
  }
});

test("no count stands still over the years", () => {
  for (const { code } of catalogue.indicators.filter(({ valueType }) => valueType === "count")) {
    for (const country of countries) {
      const totals = valuesOf(code)
        .filter((each) => each.country === country)
        .map(({ value }) => (value as { total: number }).total);
      if (totals.length < 3 || Math.max(...totals) < 5) continue;
      expect(new Set(totals).size, `${country} ${code}: ${totals}`).toBeGreaterThan(1);
    }
  }
});

test("a small country has ratios on too few cases", () => {
  const small = ["TIP-PRO-06", "TIP-PRO-10"].flatMap((code) =>
    valuesOf(code).filter(({ country, value }) => {
      const { denominator } = value as Extract<AnswerValue, { type: "ratio" }>;
      return country === "BLZ" && (denominator ?? 0) > 0 && (denominator ?? 0) < 5;
    }),
  );
  expect(small.length).toBeGreaterThan(2);
});
