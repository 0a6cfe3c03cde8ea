import { type Catalogue, findCodeList, type Indicator, type IndicatorCode } from "../catalogue/catalogue.ts";
import { isCurrency } from "../reference/currency.ts";
import { isCalendarDate } from "../round/calendar-date.ts";
import { type Answer, type AnswerValue, crossTabKey } from "./answer.ts";
import { isCompleteValue } from "./complete-value.ts";
import { falseOrigins } from "./computed-cells.ts";
import { type CountedValue, figuresOf, isCounted } from "./counted-value.ts";
import type { Finding } from "./finding.ts";

/** Checks that no rule of the catalogue can express. */
export const structuralChecks = [
  "incomplete",
  "breakdown_incomplete",
  "breakdown_above_total",
  "wrong_type",
  "state_not_allowed",
  "currency_changed",
  "origin_false",
] as const;
export type StructuralCheck = (typeof structuralChecks)[number];

type Place = Pick<Finding, "dimension" | "crossTab" | "category">;
type Report = (check: StructuralCheck, place?: Place) => void;

/**
 * What must be said about one answer before any rule of the catalogue applies. All are errors except a currency that changed since
 * `previous` (the accepted answer of the round before), which is a warning to be explained. See `Finding` for what each means.
 */
export function structuralFindings(
  catalogue: Catalogue,
  indicator: Indicator | undefined,
  answer: Answer,
  previous?: Answer,
): readonly Finding[] {
  const findings: Finding[] = [];
  const indicators: readonly IndicatorCode[] = [indicator?.code ?? answer.indicatorCode];
  const report: Report = (check, place = {}) =>
    findings.push({ ruleId: check, severity: "error", requiresComment: false, indicators, ...place });
  if (indicator === undefined) {
    report("wrong_type");
  } else if (answer.state !== "reported") {
    if (!indicator.allowedMissing.includes(answer.state)) report("state_not_allowed");
    if (answer.value !== null) report("wrong_type");
  } else if (answer.value === null) {
    report("incomplete");
  } else if (!fits(indicator, answer.value)) {
    report("wrong_type");
  } else {
    if (!isCompleteValue(answer.value)) report("incomplete");
    if (isCounted(answer.value)) {
      checkBreakdowns(catalogue, indicator, answer.value, report);
      checkCrossTabs(catalogue, indicator, answer.value, report);
      if (falseOrigins(catalogue, indicator, answer.value).length > 0) report("origin_false");
      if (answer.value.totalOnly && (hasCells(answer.value) || indicator.disaggregations.length === 0))
        report("wrong_type");
    }
    if (hasOtherCurrency(answer.value, previous?.value)) {
      findings.push({ ruleId: "currency_changed", severity: "warning", requiresComment: true, indicators });
    }
  }
  return findings;
}

function fits(indicator: Indicator, value: AnswerValue): boolean {
  if (value.type !== indicator.valueType) return false;
  switch (value.type) {
    case "ordinal":
      return indicator.levels?.some((level) => level.level === value.level) ?? false;
    case "boolean":
      return typeof value.value === "boolean";
    case "count":
      return isBlankOrCount(value.total);
    case "ratio":
      return isBlankOrCount(value.numerator) && isBlankOrCount(value.denominator);
    case "money":
      return isCount(value.amountMinor) && isCurrency(value.currency);
    case "date":
      return isCalendarDate(value.date);
    case "text":
      return typeof value.text === "string";
  }
}

function checkBreakdowns(catalogue: Catalogue, indicator: Indicator, value: CountedValue, report: Report): void {
  for (const [dimension, cells] of Object.entries(value.breakdowns)) {
    if (!indicator.disaggregations.includes(dimension)) {
      report("wrong_type", { dimension });
      continue;
    }
    const codes = codesOf(catalogue, dimension);
    const entered = Object.entries(cells);
    for (const [category, cell] of entered) {
      if (!codes.includes(category) || !isCount(cell)) report("wrong_type", { dimension, category });
    }
    if (entered.length === 0 || codes.every((code) => Object.hasOwn(cells, code))) continue;
    report("breakdown_incomplete", { dimension });
    // The catalogue's rules judge a finished breakdown; an unfinished one that already exceeds its total is reported at once.
    const counts = entered.map(([, cell]) => cell);
    const most = isExclusive(catalogue, dimension) ? sumOf(counts) : Math.max(...counts);
    if (isAbove(most, value)) report("breakdown_above_total", { dimension });
  }
}

function checkCrossTabs(catalogue: Catalogue, indicator: Indicator, value: CountedValue, report: Report): void {
  for (const [crossTab, table] of Object.entries(value.crossTabs)) {
    const lists = indicator.crossTabs.find((candidate) => crossTabKey(candidate) === crossTab);
    if (lists === undefined) {
      report("wrong_type", { crossTab });
      continue;
    }
    const [rows, columns] = [codesOf(catalogue, lists[0] ?? ""), codesOf(catalogue, lists[1] ?? "")];
    const entered = Object.entries(table).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, cell]) => ({ row, column, cell })),
    );
    if (entered.some(({ row, column, cell }) => !rows.includes(row) || !columns.includes(column) || !isCount(cell))) {
      report("wrong_type", { crossTab });
    }
    const isBlank = (row: string, column: string) => table[row]?.[column] === undefined;
    if (entered.length > 0 && rows.some((row) => columns.some((column) => isBlank(row, column)))) {
      report("breakdown_incomplete", { crossTab });
    }
    const isWhole = lists.every((list) => isExclusive(catalogue, list));
    if (isWhole && isAbove(sumOf(entered.map(({ cell }) => cell)), value))
      report("breakdown_above_total", { crossTab });
  }
}

function hasCells({ breakdowns, crossTabs }: CountedValue): boolean {
  return Object.keys(breakdowns).length + Object.keys(crossTabs).length > 0;
}

/** Is this count above the total that it breaks down (of a ratio: the numerator)? Never while that total is blank. */
function isAbove(count: number, value: CountedValue): boolean {
  const [total = null] = figuresOf(value);
  return total !== null && count > total;
}

function sumOf(cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + cell, 0);
}

function isExclusive(catalogue: Catalogue, list: string): boolean {
  return findCodeList(catalogue, list)?.exclusive ?? false;
}

function hasOtherCurrency(value: AnswerValue, before: AnswerValue | null | undefined): boolean {
  return value.type === "money" && before?.type === "money" && value.currency !== before.currency;
}

function codesOf(catalogue: Catalogue, list: string): readonly string[] {
  return findCodeList(catalogue, list)?.codes.map((category) => category.code) ?? [];
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isBlankOrCount(value: number | null): boolean {
  return value === null || isCount(value);
}
