import {
  type Catalogue,
  findCodeList,
  type IndicatorCode,
  type Operand,
  type Operator,
  type RefOperand,
  type ValueType,
} from "../catalogue/catalogue.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import type { Answer, Answers, AnswerValue, Breakdowns, CrossTabs } from "./answer.ts";
import { figuresOf, isCounted } from "./counted-value.ts";

/** The three dates a rule may name. */
export interface RoundDates {
  readonly referencePeriodStart: CalendarDate;
  readonly referencePeriodEnd: CalendarDate;
  readonly dueDate: CalendarDate;
}

/** What a rule is judged on. `previous` = latest accepted version of the previous round, null when there was none. */
export interface Facts {
  readonly answers: Answers;
  readonly previous: Answers | null;
  readonly round: RoundDates;
}

/** What the template words stand for in one instance of a rule. */
export interface Binding {
  readonly $ind?: IndicatorCode;
  readonly $dim?: string;
  readonly $code?: string;
  /** Key of the two-way table, as in `crossTabKey`. */
  readonly $cross?: string;
}

/** A number, a string (ISO date, state), every entered number (`part: every`), or undefined: there is no value and the rule is not evaluated. */
export type OperandValue = number | string | readonly number[] | undefined;
export type Evaluate = (facts: Facts) => OperandValue;

type Read = (value: AnswerValue) => OperandValue;

/** Turns an operand of the catalogue into a function, once per catalogue. Semantics: `validationLanguage` of the catalogue. */
export function compileOperand(catalogue: Catalogue, operand: Operand, binding: Binding): Evaluate {
  if ("const" in operand) return () => operand.const;
  if ("var" in operand) return (facts) => facts.round[operand.var];
  if ("op" in operand) {
    const args = operand.args.map((arg) => compileOperand(catalogue, arg, binding));
    return (facts) => calculate(operand.op, args, facts);
  }
  return compileReference(catalogue, operand, binding);
}

/**
 * Does the comparison hold? Null when it cannot be judged (a value is missing, or text is compared with a number).
 * Numbers closer than one billionth are equal: 0.8 − 0.5 is not more than 0.3. Dates compare as ISO strings.
 */
export function compare(left: OperandValue, operator: Operator, right: OperandValue): boolean | null {
  if (left === undefined || right === undefined) return null;
  if (typeof left === "object")
    return left.length === 0 ? null : every(left.map((each) => compare(each, operator, right)));
  if (typeof right === "object")
    return right.length === 0 ? null : every(right.map((each) => compare(left, operator, each)));
  if (typeof left === "number" && typeof right === "number") {
    const difference = Math.abs(left - right) <= 1e-9 ? 0 : left - right;
    return holds(difference, operator);
  }
  if (typeof left === "string" && typeof right === "string")
    return holds(left === right ? 0 : left < right ? -1 : 1, operator);
  return null;
}

/** Indicators an operand names, in reading order, without repeats. */
export function referencesOf(operand: Operand, binding: Binding): readonly IndicatorCode[] {
  if ("op" in operand) return [...new Set(operand.args.flatMap((arg) => referencesOf(arg, binding)))];
  return "ref" in operand ? [resolve(operand.ref, binding)] : [];
}

function holds(difference: number, operator: Operator): boolean {
  switch (operator) {
    case "==":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

function every(verdicts: readonly (boolean | null)[]): boolean | null {
  return verdicts.includes(null) ? null : verdicts.every((verdict) => verdict === true);
}

function calculate(
  op: "add" | "subtract" | "multiply" | "divide" | "abs",
  args: readonly Evaluate[],
  facts: Facts,
): OperandValue {
  let result: number | undefined;
  for (const arg of args) {
    const value = arg(facts);
    if (typeof value !== "number") return undefined;
    if (result === undefined) result = value;
    else if (op === "add") result += value;
    else if (op === "subtract") result -= value;
    else if (op === "multiply") result *= value;
    else if (op === "divide") {
      if (value === 0) return undefined;
      result /= value;
    }
  }
  return op === "abs" && result !== undefined ? Math.abs(result) : result;
}

function compileReference(catalogue: Catalogue, operand: RefOperand, binding: Binding): Evaluate {
  const code = resolve(operand.ref, binding);
  const find = (facts: Facts): Answer | undefined =>
    (operand.round === "previous" ? facts.previous : facts.answers)?.get(code);
  if (operand.attribute !== undefined) return compileAttribute(operand.attribute, find);
  const valueType: ValueType | undefined = catalogue.indicators.find((indicator) => indicator.code === code)?.valueType;
  const read = compileRead(catalogue, operand, binding);
  return (facts) => {
    const answer = find(facts);
    if (answer?.state !== "reported" || answer.value === null || answer.value.type !== valueType) return undefined;
    return read(answer.value);
  };
}

function compileAttribute(
  attribute: "state" | "evidenceCount" | "reasonLength",
  find: (facts: Facts) => Answer | undefined,
): Evaluate {
  switch (attribute) {
    case "state":
      return (facts) => find(facts)?.state ?? "not_reported";
    case "evidenceCount":
      return (facts) => find(facts)?.evidence.length;
    case "reasonLength":
      return (facts) => {
        const answer = find(facts);
        return answer === undefined ? undefined : [...answer.reason.trim()].length;
      };
  }
}

function compileRead(catalogue: Catalogue, operand: RefOperand, binding: Binding): Read {
  if (operand.crossTab !== undefined) return compileMargin(catalogue, operand, binding);
  if (operand.cell !== undefined) {
    const [[dimension, category] = ["", ""]] = Object.entries(operand.cell);
    const [list, code] = [resolve(dimension, binding), resolve(category, binding)];
    return (value) => breakdownsOf(value)?.[list]?.[code];
  }
  if (operand.dim !== undefined) {
    const list = resolve(operand.dim, binding);
    const codes = codesOf(catalogue, list);
    return (value) => {
      const numbers = complete(codes.map((code) => breakdownsOf(value)?.[list]?.[code]));
      return numbers === undefined ? undefined : operand.agg === "max" ? Math.max(...numbers) : sum(numbers);
    };
  }
  if (operand.part === undefined) return plainValue;
  switch (operand.part) {
    case "numerator":
      return (value) => (value.type === "ratio" ? (value.numerator ?? undefined) : undefined);
    case "denominator":
      return (value) => (value.type === "ratio" ? (value.denominator ?? undefined) : undefined);
    case "every":
      return enteredNumbers;
  }
}

/** Sum of a two-way table over one category; no value while one of its cells is blank. */
function compileMargin(catalogue: Catalogue, operand: RefOperand, binding: Binding): Read {
  const key = resolve(operand.crossTab ?? "", binding);
  const [first = "", second = ""] = key.split("×");
  const [[dimension, category] = ["", ""]] = Object.entries(operand.margin ?? {});
  const [list, code] = [resolve(dimension, binding), resolve(category, binding)];
  const others = codesOf(catalogue, list === first ? second : first);
  return (value) => {
    const table = crossTabsOf(value)?.[key];
    const numbers = complete(others.map((other) => (list === first ? table?.[code]?.[other] : table?.[other]?.[code])));
    return numbers === undefined ? undefined : sum(numbers);
  };
}

/** The total, the level, the date, the amount, or the boolean as 0 or 1. A ratio or text as a whole has no value. */
function plainValue(value: AnswerValue): OperandValue {
  switch (value.type) {
    case "ordinal":
      return value.level;
    case "boolean":
      return value.value ? 1 : 0;
    case "count":
      return value.total ?? undefined;
    case "money":
      return value.amountMinor;
    case "date":
      return value.date;
    case "ratio":
    case "text":
      return undefined;
    default:
      return value satisfies never;
  }
}

function enteredNumbers(value: AnswerValue): readonly number[] {
  if (!isCounted(value)) return [];
  return [
    ...figuresOf(value).filter((part) => part !== null),
    ...Object.values(value.breakdowns).flatMap((breakdown) => Object.values(breakdown)),
    ...Object.values(value.crossTabs).flatMap((table) => Object.values(table).flatMap((row) => Object.values(row))),
  ];
}

function breakdownsOf(value: AnswerValue): Breakdowns | undefined {
  return isCounted(value) ? value.breakdowns : undefined;
}

function crossTabsOf(value: AnswerValue): CrossTabs | undefined {
  return isCounted(value) ? value.crossTabs : undefined;
}

function codesOf(catalogue: Catalogue, list: string): readonly string[] {
  return findCodeList(catalogue, list)?.codes.map((category) => category.code) ?? [];
}

function complete(numbers: readonly (number | undefined)[]): readonly number[] | undefined {
  return numbers.length === 0 || numbers.includes(undefined) ? undefined : (numbers as readonly number[]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function resolve(word: string, binding: Binding): string {
  return word.startsWith("$") ? (binding[word as keyof Binding] ?? word) : word;
}
