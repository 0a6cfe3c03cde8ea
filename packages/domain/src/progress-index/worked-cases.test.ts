import { describe, expect, test } from "vitest";
import workedCases from "../../catalogue/worked-cases.json" with { type: "json" };
import { answerOf, answersOf, type Given } from "../../testing/answers.ts";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import type { DimensionCode, InstrumentCode } from "../catalogue/catalogue.ts";
import type { IndexResult } from "./index-result.ts";
import { indicatorScore } from "./indicator-score.ts";
import { instrumentResult } from "./instrument-result.ts";
import { matchedProgress } from "./matched-progress.ts";
import { overallResult } from "./overall-result.ts";
import { roundForDisplay } from "./round-for-display.ts";
import { submissionIndex } from "./submission-index.ts";

interface Shown {
  readonly applicable?: boolean;
  readonly published: boolean;
  readonly score: number | null;
  readonly coverage: number;
  readonly floor: number;
  readonly ceiling: number;
}
interface Case {
  readonly id: string;
  readonly level: string;
  readonly instrument: InstrumentCode;
  readonly dimension: DimensionCode;
  readonly answers: Readonly<Record<string, Given>>;
  readonly items: readonly { readonly code: string; readonly answer: Given; readonly expect: object }[];
  readonly dimensions: Readonly<Record<DimensionCode, Shown>>;
  readonly otherInstrument: { readonly score: number; readonly coverage: number };
  readonly baseline: Readonly<Record<string, Given>>;
  readonly current: Readonly<Record<string, Given>>;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly expectOverall: { readonly score: number; readonly coverage: number };
}

const all = workedCases.cases as unknown as readonly Case[];
const one = (id: string): Case => {
  const found = all.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no worked case ${id}`);
  return found;
};
const round = (value: number) => roundForDisplay(value, catalogue.index.displayDecimals);
const shown = (result: IndexResult): Shown => ({
  applicable: result.applicable,
  published: result.published,
  score: result.published ? round(result.score) : null,
  coverage: round(result.coverage),
  floor: round(result.range.floor),
  ceiling: round(result.range.ceiling),
});
const resultOf = ({ applicable, published, score, coverage, floor, ceiling }: Shown): IndexResult => {
  const summary = { applicable: applicable ?? true, coverage, range: { floor, ceiling } };
  return published && score !== null ? { ...summary, published: true, score } : { ...summary, published: false };
};
const indexOf = (answers: Readonly<Record<string, Given>>) =>
  submissionIndex({
    catalogue,
    answers: answersOf(answers),
    confirmedNotApplicable: new Set(Object.keys(answers).filter((code) => answers[code] === "not_applicable")),
  });

describe("the worked cases of the methodology, to the displayed decimal", () => {
  test.each(all.filter(({ level }) => level === "dimension"))(
    "$id: one dimension",
    ({ instrument, dimension, answers, expect: expected }) => {
      expect(shown(indexOf(answers).instruments[instrument].dimensions[dimension])).toEqual(expected);
    },
  );

  test.each(one("C4").items)("C4: $code $answer", ({ code, answer, expect: expected }) => {
    const { state, score } = indicatorScore({
      catalogue,
      indicator: indicatorOf(code),
      answer: answerOf(code, answer),
      isNotApplicableConfirmed: false,
    });
    expect({ state, score: score === null ? null : round(score) }).toEqual(expected);
  });

  test("C5: an instrument with one dimension not published, and the overall score", () => {
    const { dimensions, expect: expected, otherInstrument, expectOverall } = one("C5");
    const tip = instrumentResult(
      catalogue.index,
      catalogue.dimensions.map(({ code, weight }) => ({ weight, result: resultOf(dimensions[code]) })),
    );
    expect(shown(tip)).toEqual({ applicable: true, ...expected });
    const som = resultOf({
      ...otherInstrument,
      published: true,
      floor: otherInstrument.score,
      ceiling: otherInstrument.score,
    });
    const results = { TIP: tip, SOM: som };
    const overall = shown(
      overallResult(
        catalogue.index,
        catalogue.instruments.map(({ code, weight }) => ({ weight, result: results[code] })),
      ),
    );
    expect({ score: overall.score, coverage: overall.coverage }).toEqual(expectOverall);
  });

  test("C6: progress on the matched set", () => {
    const { instrument, dimension, baseline, current, expect: expected } = one("C6");
    const [before, now] = [indexOf(baseline), indexOf(current)];
    const progress = matchedProgress({
      catalogue,
      instrument,
      dimension,
      before: before.indicators,
      now: now.indicators,
    });
    if (!progress.comparable) throw new Error("not comparable");
    expect({
      baselineScore: shown(before.instruments[instrument].dimensions[dimension]).score,
      currentScore: shown(now.instruments[instrument].dimensions[dimension]).score,
      matched: progress.matched,
      matchedWeight: progress.matchedWeight,
      matchedBaseline: round(progress.before),
      matchedCurrent: round(progress.now),
      progress: round(progress.progress),
      gapClosed: round(progress.gapClosed ?? Number.NaN),
    }).toEqual(expected);
  });
});
