import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import type { AnswerState } from "@avances/domain/answer";
import { byLanguage, type Text } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import { amountInMajorUnits } from "@avances/domain/reference";
import type { UnpublishedState } from "@avances/domain/submission";
import type { Cell } from "#features/shared/csv-form.ts";
import { exact } from "#features/shared/csv-form.ts";

export type IndicatorPayload = ResponseOf<typeof getPublicIndicator>;
type Indicator = IndicatorPayload["indicator"];
type Row = IndicatorPayload["rows"][number];
type Value = NonNullable<Row["value"]>;
type Figure = number | "s";

/** One figure, or one answer without a figure, of one country in one round. */
export interface DataLine {
  readonly measure: string;
  readonly breakdown?: Named;
  readonly category?: Named;
  /** Empty when nothing is shown: the state says why. */
  readonly value: Cell;
  /** The value in words, for a level or yes and no. */
  readonly words?: Text;
  readonly unit: Text;
  readonly currency?: string;
  /** State of this figure, not of the whole answer. */
  readonly state: AnswerState | UnpublishedState;
  /** For "not applicable": true when it counts as such, false when it counts as missing until the secretariat confirms it. */
  readonly confirmed?: boolean;
  /** The figure that the index uses: a replacement, or the value itself. */
  readonly indexValue?: number;
}

interface Named {
  readonly code: string;
  readonly name: Text;
}

const percentUnit: Text = { en: "%", es: "%" };

/** The measure of an indicator's line without a value. */
const headMeasure = {
  ordinal: "level",
  boolean: "yes_no",
  money: "amount",
  date: "date",
  text: "text",
  count: "total",
  ratio: "percent",
} as const satisfies Readonly<Record<Value["type"], string>>;

/** The only line of a country and round that has no answer to show. */
export function emptyLine(indicator: Indicator, state: DataLine["state"], confirmed?: boolean): DataLine {
  const measure = headMeasure[indicator.valueType];
  const unit = measure === "percent" ? percentUnit : indicator.unit;
  return { measure, value: "", unit, state, ...(confirmed !== undefined && { confirmed }) };
}

/** All lines of an answer: headline figures first, then breakdowns in catalogue order, then two-way tables. */
export function linesOf(indicator: Indicator, row: Row, displayDecimals: number): readonly DataLine[] {
  const { value, state } = row;
  const { unit } = indicator;
  if (value === null)
    return [emptyLine(indicator, state, state === "not_applicable" ? row.unconfirmed !== true : undefined)];
  switch (value.type) {
    case "ordinal":
      return [{ measure: "level", value: exact(value.level), ...levelWords(indicator, value.level), unit, state }];
    case "boolean":
      return [{ measure: "yes_no", value: value.value ? "yes" : "no", words: yesNo(value.value), unit, state }];
    case "money": {
      const { currency } = value;
      const amount = { number: amountInMajorUnits(value.amountMinor, currency) };
      return [{ measure: "amount", value: amount, unit: { en: currency, es: currency }, currency, state }];
    }
    case "date":
      return [{ measure: "date", value: value.date, unit, state }];
    case "text":
      return [{ measure: "text", value: value.text, unit, state }];
    case "count":
      return [
        { measure: "total", ...shown(value.total), unit },
        ...breakdownLines(indicator, "count", unit, value.breakdowns),
        ...tableLines(indicator, value.crossTabs),
      ];
    case "ratio": {
      const [ofNumerator, ofDenominator] = [indicator.ratio?.numerator ?? unit, indicator.ratio?.denominator ?? unit];
      const forIndex = indexValues(indicator, row, value);
      return [
        {
          measure: "numerator",
          ...shown(value.numerator),
          unit: ofNumerator,
          ...(forIndex && { indexValue: forIndex.numerator }),
        },
        {
          measure: "denominator",
          ...shown(value.denominator),
          unit: ofDenominator,
          ...(forIndex && { indexValue: forIndex.denominator }),
        },
        { measure: "percent", ...percentShown(value.percent, displayDecimals), unit: percentUnit },
        ...breakdownLines(indicator, "numerator", ofNumerator, value.breakdowns),
      ];
    }
  }
}

/** A figure with its own state: a visible figure is `reported`, whatever else of the answer is hidden. */
function shown(figure: Figure): Pick<DataLine, "value" | "state"> {
  return figure === "s" ? { value: "", state: "suppressed" } : { value: exact(figure), state: "reported" };
}

/** Rounded as on the pages. */
function percentShown(percent: Figure | null, decimals: number): Pick<DataLine, "value" | "state"> {
  if (percent === null) return { value: "", state: "small_base" };
  if (percent === "s") return { value: "", state: "suppressed" };
  return { value: { number: roundForDisplay(percent, decimals).toFixed(decimals) }, state: "reported" };
}

function indexValues(indicator: Indicator, row: Row, value: Extract<Value, { type: "ratio" }>) {
  if (!indicator.scored || row.state === "small_base") return null;
  if (row.forIndex) return row.forIndex;
  const { numerator, denominator } = value;
  return numerator === "s" || denominator === "s" ? null : { numerator, denominator };
}

function levelWords(indicator: Indicator, level: number): Pick<DataLine, "words"> {
  const label = indicator.levels.find((one) => one.level === level)?.label;
  return label ? { words: label } : {};
}

function yesNo(value: boolean): Text {
  return value ? { en: "yes", es: "sí" } : { en: "no", es: "no" };
}

function breakdownLines(
  indicator: Indicator,
  measure: string,
  unit: Text,
  breakdowns: Readonly<Record<string, Readonly<Record<string, Figure>>>>,
): readonly DataLine[] {
  return Object.entries(breakdowns).flatMap(([list, figures]) =>
    Object.entries(figures).map(([category, figure]) => ({
      measure,
      breakdown: listNamed(indicator, list),
      category: categoryNamed(indicator, list, category),
      ...shown(figure),
      unit,
    })),
  );
}

/** A cell of a two-way table: both lists and both categories, joined by a slash. */
function tableLines(indicator: Indicator, tables: Extract<Value, { type: "count" }>["crossTabs"]): readonly DataLine[] {
  return Object.entries(tables).flatMap(([key, table]) => {
    const [rows = "", columns = ""] = key.split("×");
    return Object.entries(table).flatMap(([first, row]) =>
      Object.entries(row).map(([second, figure]) => ({
        measure: "count",
        breakdown: joined(listNamed(indicator, rows), listNamed(indicator, columns)),
        category: joined(categoryNamed(indicator, rows, first), categoryNamed(indicator, columns, second)),
        ...shown(figure),
        unit: indicator.unit,
      })),
    );
  });
}

function joined(one: Named, other: Named): Named {
  return {
    code: `${one.code}/${other.code}`,
    name: byLanguage((language) => `${one.name[language]} / ${other.name[language]}`),
  };
}

function listNamed(indicator: Indicator, code: string): Named {
  const list = indicator.breakdowns.find((one) => one.code === code);
  return { code, name: list?.name ?? { en: code, es: code } };
}

function categoryNamed(indicator: Indicator, list: string, code: string): Named {
  const category = indicator.breakdowns.find((one) => one.code === list)?.categories.find((one) => one.code === code);
  return { code, name: category?.label ?? { en: code, es: code } };
}
