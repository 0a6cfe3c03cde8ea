import type { Answer, Answers, AnswerValue, Breakdowns } from "../src/answer/answer.ts";
import { findCodeList, type IndicatorCode } from "../src/catalogue/catalogue.ts";
import { catalogue, indicatorOf } from "./catalogue.ts";

/** What a case file or a test may write for an answer: level, total, boolean, [numerator, denominator], state, or parts of an answer. */
export type Given = number | boolean | readonly [number, number] | "not_available" | "not_applicable" | Partial<Answer>;

/** A complete answer with evidence and reason, so that only the thing under test can be wrong. */
export function answerOf(code: IndicatorCode, given: Given, breakdowns: Breakdowns = {}): Answer {
  const base: Answer = {
    indicatorCode: code,
    state: "reported",
    value: null,
    reason: "",
    comment: "",
    evidence: [{ title: "Official gazette", url: null, locator: null }],
  };
  if (given === "not_available" || given === "not_applicable") {
    return { ...base, state: given, reason: "The registers of this year do not hold it.", evidence: [] };
  }
  if (typeof given === "object" && !Array.isArray(given)) return { ...base, ...(given as Partial<Answer>) };
  return { ...base, value: valueGiven(code, given as number | boolean | readonly [number, number], breakdowns) };
}

function valueGiven(
  code: IndicatorCode,
  given: number | boolean | readonly [number, number],
  breakdowns: Breakdowns,
): AnswerValue {
  if (typeof given === "boolean") return { type: "boolean", value: given };
  if (typeof given !== "number") {
    return { type: "ratio", numerator: given[0], denominator: given[1], breakdowns, crossTabs: {} };
  }
  return indicatorOf(code).valueType === "ordinal"
    ? { type: "ordinal", level: given }
    : { type: "count", total: given, breakdowns, crossTabs: {} };
}

/** Answers of a submission from `{ code: given }`. */
export function answersOf(given: Readonly<Record<IndicatorCode, Given | Answer>>): Answers {
  return new Map(Object.entries(given).map(([code, one]) => [code, answerOf(code, one)]));
}

/** A whole breakdown: the categories given, zero in all others. */
export function breakdownOf(list: string, cells: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries((findCodeList(catalogue, list)?.codes ?? []).map(({ code }) => [code, cells[code] ?? 0]));
}
