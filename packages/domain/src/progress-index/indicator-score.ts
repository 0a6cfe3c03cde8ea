import type { Answer, AnswerValue } from "../answer/answer.ts";
import type { AnswerState } from "../answer/answer-state.ts";
import { isReported } from "../answer/complete-value.ts";
import type { Catalogue, Indicator, Scoring, SuppressionRule } from "../catalogue/catalogue.ts";

/** How an answer counts in the index. Methodology §3, columns "in score" and "in coverage". */
export type Standing = "answered" | "missing" | "out";

export interface IndicatorScore {
  readonly state: AnswerState;
  /** 0 to 100, unrounded; null when the indicator is not scored or has no score. */
  readonly score: number | null;
  /** A declared not_applicable is `missing` until the secretariat confirms it. */
  readonly standing: Standing;
}

export interface IndicatorScoreInput {
  readonly catalogue: Pick<Catalogue, "suppression" | "index">;
  readonly indicator: Indicator;
  /** Undefined = not reported. */
  readonly answer: Answer | undefined;
  /** Did the secretariat confirm a declared not_applicable? */
  readonly isNotApplicableConfirmed: boolean;
  /** Numerator for the index only. Null: use the reported one. Undefined: apply the substitute for small cells here. */
  readonly indexNumerator?: number | null;
  /** Denominator for the index only; absent: use the reported one. The state always follows the reported one. */
  readonly indexDenominator?: number;
}

/** From an answer to 0–100 and to one of the states. Methodology §2 and §3, case C4. */
export function indicatorScore(input: IndicatorScoreInput): IndicatorScore {
  const { answer } = input;
  if (answer === undefined) return notReported;
  switch (answer.state) {
    case "not_available":
      return { state: "not_available", score: null, standing: "missing" };
    case "not_applicable":
      return { state: "not_applicable", score: null, standing: input.isNotApplicableConfirmed ? "out" : "missing" };
    case "reported":
      return isReported(answer) ? valueScore(input, answer.value) : notReported;
  }
}

const notReported: IndicatorScore = { state: "not_reported", score: null, standing: "missing" };

function valueScore(input: IndicatorScoreInput, value: AnswerValue | null): IndicatorScore {
  const { indicator } = input;
  if (value?.type !== indicator.valueType) return notReported;
  if (value.type === "ratio") return ratioScore(input, value);
  return { state: "reported", score: pointsOf(indicator, value), standing: "answered" };
}

/** Denominator 0: not applicable without being declared so. Below the smallest denominator: small base. Neither is scored or covered. */
function ratioScore(input: IndicatorScoreInput, value: Extract<AnswerValue, { type: "ratio" }>): IndicatorScore {
  const { catalogue, indicator } = input;
  const [numerator, denominator] = [value.numerator ?? 0, value.denominator ?? 0];
  if (denominator === 0) return { state: "not_applicable", score: null, standing: "out" };
  const scoring = linearScoring(indicator.scoring);
  if (scoring === null) return { state: "reported", score: null, standing: "answered" };
  if (denominator < scoring.minDenominator) return { state: "small_base", score: null, standing: "out" };
  const forIndex =
    input.indexNumerator === undefined
      ? substitute(catalogue.suppression, indicator, numerator)
      : (input.indexNumerator ?? numerator);
  const share = forIndex / (input.indexDenominator ?? denominator);
  const reached = Math.min(1, Math.max(0, (share - scoring.min) / (scoring.max - scoring.min)));
  const [lowest, highest] = scaleOf(catalogue.index.range);
  return { state: "reported", score: lowest + (highest - lowest) * reached, standing: "answered" };
}

/** A numerator that is hidden from the public must not be readable from the score. Zero stays zero. Methodology §2. */
function substitute(rule: SuppressionRule, indicator: Indicator, numerator: number): number {
  const isHidden = indicator.smallCellSuppression && numerator >= 1 && numerator < rule.threshold;
  return isHidden ? rule.numeratorSubstituteForIndex : numerator;
}

/** Points of every type except a ratio, which is scored by its goalposts (`ratioScore`). */
function pointsOf(indicator: Indicator, value: Exclude<AnswerValue, { type: "ratio" }>): number | null {
  const { scoring } = indicator;
  switch (value.type) {
    case "ordinal":
      if (scoring?.method !== "ordinal") return null;
      return indicator.levels?.find(({ level }) => level === value.level)?.points ?? null;
    case "boolean":
      if (scoring?.method !== "boolean") return null;
      return value.value ? scoring.true : scoring.false;
    case "count":
    case "money":
    case "date":
    case "text":
      return null;
  }
}

function linearScoring(scoring: Scoring | null): Extract<Scoring, { method: "linear" }> | null {
  return scoring?.method === "linear" ? scoring : null;
}

/** Lowest and highest score of the catalogue's scale. */
export function scaleOf(range: readonly number[]): readonly [number, number] {
  const [lowest, highest] = range;
  if (lowest === undefined || highest === undefined)
    throw new RangeError(`index.range holds ${range.length} numbers, expected 2`);
  return [lowest, highest];
}
