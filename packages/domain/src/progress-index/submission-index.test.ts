import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, answersOf } from "../../testing/answers.ts";
import { catalogue } from "../../testing/catalogue.ts";
import type { Answers } from "../answer/answer.ts";
import { dimensionCodes, instrumentCodes } from "../catalogue/catalogue.ts";
import { instrumentResult } from "./instrument-result.ts";
import { findBaseline, matchedProgress } from "./matched-progress.ts";
import { reversedDirections, robustness } from "./robustness.ts";
import { roundForDisplay } from "./round-for-display.ts";
import { submissionIndex } from "./submission-index.ts";

const indexOf = (answers: Answers, confirmed: readonly string[] = []) =>
  submissionIndex({ catalogue, answers, confirmedNotApplicable: new Set(confirmed) });

/** A submission with any mix of answers, missing states and blanks. */
const submissions: fc.Arbitrary<Answers> = fc
  .tuple(
    ...catalogue.indicators.map(({ code, valueType, levels, allowedMissing }) => {
      const missing = fc.constantFrom(...allowedMissing).map((state) => answerOf(code, state));
      const value =
        valueType === "ordinal"
          ? fc.nat((levels?.length ?? 1) - 1).map((level) => answerOf(code, level))
          : valueType === "boolean"
            ? fc.boolean().map((yes) => answerOf(code, yes))
            : valueType === "ratio"
              ? fc
                  .tuple(fc.nat(30), fc.nat(30))
                  .map(([one, other]) => answerOf(code, [Math.min(one, other), Math.max(one, other)]))
              : fc.nat(50).map((total) => answerOf(code, total));
      return fc.oneof({ weight: 3, arbitrary: value }, missing, fc.constant(null));
    }),
  )
  .map(
    (answers) =>
      new Map(answers.flatMap((answer) => (answer === null ? [] : [[answer.indicatorCode, answer] as const]))),
  );

const best = answersOf(
  Object.fromEntries(
    catalogue.indicators
      .filter(({ scored }) => scored)
      .map(({ code, valueType, levels }) => [
        code,
        valueType === "ratio" ? [50, 50] : valueType === "boolean" ? true : (levels?.length ?? 1) - 1,
      ]),
  ),
);

describe("the index of a submission", () => {
  test("is whole when all is best, and says insufficient data when nothing was answered", () => {
    expect(indexOf(best).overall).toEqual({
      applicable: true,
      published: true,
      score: 100,
      coverage: 100,
      range: { floor: 100, ceiling: 100 },
    });
    expect(indexOf(new Map()).overall).toEqual({
      applicable: true,
      published: false,
      coverage: 0,
      range: { floor: 0, ceiling: 100 },
    });
  });

  test("floor ≤ score ≤ ceiling in each dimension; all within the scale; a score only above its coverage", () => {
    const noise = 1e-9;
    fc.assert(
      fc.property(submissions, fc.boolean(), (answers, isConfirmed) => {
        const declared = [...answers.values()]
          .filter(({ state }) => state === "not_applicable")
          .map(({ indicatorCode }) => indicatorCode);
        const { overall, instruments } = indexOf(answers, isConfirmed ? declared : []);
        for (const instrument of instrumentCodes) {
          for (const dimension of dimensionCodes) {
            const result = instruments[instrument].dimensions[dimension];
            expect(result.published).toBe(result.applicable && result.coverage >= catalogue.index.minCoverageDimension);
            if (!result.published) continue;
            expect(result.range.floor).toBeLessThanOrEqual(result.score + noise);
            expect(result.score).toBeLessThanOrEqual(result.range.ceiling + noise);
          }
        }
        for (const result of [overall, ...instrumentCodes.map((code) => instruments[code])]) {
          expect(result.range.floor).toBeLessThanOrEqual(result.range.ceiling + noise);
          expect(result.range.floor).toBeGreaterThanOrEqual(0);
          expect(result.range.ceiling).toBeLessThanOrEqual(100 + noise);
          expect(result.coverage).toBeGreaterThanOrEqual(0);
          expect(result.coverage).toBeLessThanOrEqual(100 + noise);
        }
        expect(overall.published).toBe(instrumentCodes.every((code) => instruments[code].published));
      }),
    );
  });

  test("answering what was missing never widens the range", () => {
    fc.assert(
      fc.property(submissions, fc.nat(), (answers, pick) => {
        const scored = catalogue.indicators.filter(({ scored, valueType }) => scored && valueType === "ordinal");
        const { code, instrument, dimension } = scored[pick % scored.length] as (typeof scored)[number];
        if (answers.get(code)?.state === "reported") return;
        const before = indexOf(answers).instruments[instrument].dimensions[dimension].range;
        const after = indexOf(new Map(answers).set(code, answerOf(code, 1))).instruments[instrument].dimensions[
          dimension
        ].range;
        expect(after.floor).toBeGreaterThanOrEqual(before.floor - 1e-9);
        expect(after.ceiling).toBeLessThanOrEqual(before.ceiling + 1e-9);
      }),
    );
  });

  test("counts of persons never move a score", () => {
    const scoreWith = (total: number) =>
      indexOf(new Map(best).set("TIP-PRO-01", answerOf("TIP-PRO-01", total))).overall;
    expect(scoreWith(900)).toEqual(scoreWith(0));
  });

  test("a declared not_applicable counts as missing until the secretariat confirms it", () => {
    const answers = new Map(best).set("TIP-COO-04", answerOf("TIP-COO-04", "not_applicable"));
    const before = indexOf(answers);
    expect(before.indicators.get("TIP-COO-04")).toEqual({ state: "not_applicable", score: null, standing: "missing" });
    expect(before.instruments.TIP.dimensions.COO.coverage).toBe(85);
    expect(indexOf(answers, ["TIP-COO-04"]).instruments.TIP.dimensions.COO.coverage).toBe(100);
  });

  test("a dimension in which nothing applies leaves the instrument", () => {
    const answers = new Map(best).set("SOM-JUS-05", answerOf("SOM-JUS-05", [0, 0]));
    answers.delete("SOM-JUS-04");
    expect(indexOf(answers).instruments.SOM.dimensions.JUS).toMatchObject({
      applicable: true,
      published: false,
      coverage: 0,
    });
    const small = { ...catalogue, indicators: catalogue.indicators.filter(({ code }) => code !== "SOM-JUS-04") };
    const { SOM } = submissionIndex({ catalogue: small, answers, confirmedNotApplicable: new Set() }).instruments;
    expect(SOM.dimensions.JUS).toEqual({
      applicable: false,
      published: false,
      coverage: 0,
      range: { floor: 0, ceiling: 100 },
    });
    expect(SOM).toMatchObject({ published: true, score: 100, coverage: 100 });
  });

  test("numerators and denominators that publication hides are replaced for the score, not for the state", () => {
    const answers = answersOf({ "TIP-PRO-04": [9, 20], "TIP-PRO-06": [3, 5] });
    const scoreOf = (more: object) => {
      const { indicators } = submissionIndex({ catalogue, answers, confirmedNotApplicable: new Set(), ...more });
      return [indicators.get("TIP-PRO-04")?.score, indicators.get("TIP-PRO-06")?.score];
    };
    expect(scoreOf({})).toEqual([45, 50]);
    expect(scoreOf({ indexNumerators: new Map([["TIP-PRO-04", 7]]) })).toEqual([35, 60]);
    expect(scoreOf({ indexNumerators: new Map(), indexDenominators: new Map([["TIP-PRO-04", 18]]) })).toEqual([50, 60]);
  });

  test("weights, goalposts and thresholds are those of the catalogue given", () => {
    const answers = answersOf({ "TIP-PRV-06": [20, 100] });
    const lower = {
      ...catalogue,
      indicators: catalogue.indicators.map((indicator) =>
        indicator.code === "TIP-PRV-06"
          ? { ...indicator, scoring: { method: "linear" as const, min: 0, max: 0.2, minDenominator: 101 } }
          : indicator,
      ),
    };
    expect(indexOf(answers).indicators.get("TIP-PRV-06")?.score).toBe(25);
    const changed = submissionIndex({ catalogue: lower, answers, confirmedNotApplicable: new Set() });
    expect(changed.indicators.get("TIP-PRV-06")).toEqual({ state: "small_base", score: null, standing: "out" });
  });
});

describe("an instrument", () => {
  const dimension = (coverage: number, score: number | null) => {
    const summary = { applicable: true, coverage, range: { floor: 0, ceiling: 100 } };
    const result =
      score === null ? { ...summary, published: false as const } : { ...summary, published: true as const, score };
    return { weight: 1, result };
  };

  test("needs four published dimensions, however high its coverage", () => {
    const three = [dimension(100, 50), dimension(100, 50), dimension(100, 50), dimension(49, null)];
    expect(instrumentResult(catalogue.index, three).published).toBe(false);
    expect(instrumentResult(catalogue.index, [...three, dimension(50, 50)]).published).toBe(true);
  });

  test("needs a coverage of 60, reached exactly or not", () => {
    const four = (coverage: number) => Array.from({ length: 4 }, () => dimension(coverage, 50));
    expect(instrumentResult(catalogue.index, four(60)).published).toBe(true);
    expect(instrumentResult(catalogue.index, four(59.9999)).published).toBe(false);
    const thirds = [...four(200 / 3), dimension(100 / 3, null)];
    expect(instrumentResult(catalogue.index, thirds).published).toBe(true);
  });
});

describe("progress since baseline", () => {
  const scoresOf = (answers: Answers) => indexOf(answers).indicators;

  test("is not comparable when both rounds share less than half of the scored weight", () => {
    const few = answersOf({ "TIP-LEG-01": 2, "TIP-LEG-02": 1 });
    const progress = matchedProgress({
      catalogue,
      instrument: "TIP",
      before: scoresOf(few),
      now: scoresOf(best),
    });
    expect(progress).toMatchObject({ comparable: false, matched: ["TIP-LEG-01", "TIP-LEG-02"] });
    expect(progress.matchedWeight).toBeCloseTo(7.5, 9);
  });

  test("weighs an indicator by its dimension, keeps the sign, and closes no gap when it falls or was full", () => {
    const worse = new Map(best).set("TIP-PRO-03", answerOf("TIP-PRO-03", 0));
    const down = matchedProgress({
      catalogue,
      instrument: "TIP",
      before: scoresOf(best),
      now: scoresOf(worse),
    });
    expect(down).toMatchObject({ comparable: true, matchedWeight: 100, before: 100, gapClosed: null });
    expect(down.comparable && down.progress).toBeCloseTo(-3.75, 9);
    const same = matchedProgress({
      catalogue,
      instrument: "TIP",
      before: scoresOf(best),
      now: scoresOf(best),
    });
    expect(same).toMatchObject({ progress: 0, gapClosed: null });
    const up = matchedProgress({
      catalogue,
      instrument: "TIP",
      before: scoresOf(worse),
      now: scoresOf(best),
    });
    expect(up.comparable && up.gapClosed).toBeCloseTo(100, 9);
  });

  test("the baseline is the first accepted round in which the instrument was published", () => {
    const round = (year: number, accepted: boolean, published: boolean) => ({ year, accepted, result: { published } });
    const series = [
      round(2029, true, true),
      round(2026, true, false),
      round(2027, false, true),
      round(2028, true, true),
    ];
    expect(findBaseline(series)?.year).toBe(2028);
    expect(findBaseline(series.slice(1, 3))).toBeNull();
  });
});

describe("robustness", () => {
  test("shows the score with equal weights, without each dimension and with the geometric mean", () => {
    const answers = new Map(best);
    for (const code of ["SOM-DAT-01", "SOM-DAT-02"])
      answers.set(code, answerOf(code, code === "SOM-DAT-01" ? 0 : [0, 50]));
    const note = robustness(catalogue, indexOf(answers), "SOM");
    expect(note.asPublished).toBeCloseTo(90, 9);
    expect(note.equalWeights).toBeCloseTo(500 / 6, 9);
    expect(note.without.DAT).toBeCloseTo(100, 9);
    expect(note.without.LEG).toBeCloseTo((100 * 75) / 85, 9);
    expect(note.geometricMean).toBeCloseTo(100 ** 0.9, 9);
    expect(robustness(catalogue, indexOf(new Map()), "SOM")).toMatchObject({
      asPublished: null,
      equalWeights: null,
      geometricMean: null,
    });
  });

  test("names the choices under which a country would have moved the other way", () => {
    const without = { LEG: 50, PRV: 50, PRO: 50, JUS: 50, COO: 50, DAT: 50 };
    const before = { asPublished: 50, equalWeights: 50, geometricMean: 50, without };
    const now = {
      asPublished: 55,
      equalWeights: 49,
      geometricMean: 50,
      without: { ...without, PRO: 48, DAT: null as number | null },
    };
    expect(reversedDirections(before, now)).toEqual(["equalWeights", "without-PRO"]);
  });
});

describe("rounding for display", () => {
  test.each([
    [81.25, 1, 81.3],
    [-81.25, 1, -81.3],
    [0.05, 1, 0.1],
    [-0.05, 1, -0.1],
    [-0.04, 1, 0],
    [1.005, 2, 1.01],
    [38.349999999999994, 1, 38.4],
    [64.6111111, 1, 64.6],
    [1e-9, 1, 0],
    [123_456.5, 0, 123_457],
    [100, 1, 100],
  ])("%d to %d decimals is %d", (value, decimals, expected) => expect(roundForDisplay(value, decimals)).toBe(expected));
});
