import { type Answer, type Answers, crossTabKey } from "../answer/answer.ts";
import { type CountedValue, isCounted } from "../answer/counted-value.ts";
import type { Catalogue, Indicator, IndicatorCode } from "../catalogue/catalogue.ts";
import type { CountryCode } from "../reference/country.ts";
import { type CellId, isPrimary, type PublicInterval } from "./cell.ts";
import {
  categoryId,
  countedValue,
  figureId,
  headId,
  minDenominatorOf,
  reportedBreakdowns,
  thresholdOf,
} from "./figure.ts";
import { type CellTables, type HiddenCells, type HidingOrder, hideSmallCells } from "./hide-small-cells.ts";
import type {
  PublishedAnswer,
  PublishedBreakdowns,
  PublishedFigure,
  PublishedSubmission,
  PublishedValue,
} from "./published-submission.ts";
import { submissionTables } from "./submission-tables.ts";

/** One submission to publish. */
export interface SubmissionToPublish {
  readonly country: CountryCode;
  readonly year: number;
  /** Free of errors: figures that break an error rule of the catalogue make `publishAnswers` throw. */
  readonly answers: Answers;
  /** Indicators whose declared `not_applicable` the Technical Secretariat has confirmed. */
  readonly confirmedNotApplicable: ReadonlySet<IndicatorCode>;
  /** `hiddenCells` of earlier public versions of this submission. */
  readonly sticky?: ReadonlySet<CellId>;
}

export type SubmissionKey = `${CountryCode}|${number}`;

export interface Publication {
  readonly published: ReadonlyMap<SubmissionKey, PublishedSubmission>;
  /** Small counts that the public knows more closely than "1 to T − 1" although all that could help is hidden. No such case is known. */
  readonly narrow: ReadonlyMap<SubmissionKey, ReadonlySet<CellId>>;
}

/**
 * The only way a figure reaches the public: answers of accepted submissions in, publishable answers out. Every published
 * number, ratio, chart, download and index score is built from the result and from nothing else.
 *
 * Restricted indicators are absent. Small counts of persons, and figures that would reveal them, are `s`; zeros are shown.
 * Cross tables appear only when none of their cells is a small count and all their margins and the total are visible.
 * In an exclusive breakdown of a total that is itself a small count every category is `s`, zeros included.
 *
 * Regional totals of counts are not published, so no relation crosses countries and each submission is decided alone. If they
 * are added, all countries of a round must be decided together, with one relation per regional figure.
 *
 * Source: Methodology §3 (states), §7 (protection; C7).
 */
export function publishAnswers(input: {
  readonly catalogue: Catalogue;
  readonly submissions: readonly SubmissionToPublish[];
  /** Gets `country|year|cell`, so that what one report hides says nothing about another. The same for every version of a report. */
  readonly hidingOrder: HidingOrder;
}): Publication {
  const published = new Map<SubmissionKey, PublishedSubmission>();
  const narrow = new Map<SubmissionKey, ReadonlySet<CellId>>();
  for (const submission of input.submissions) {
    const key: SubmissionKey = `${submission.country}|${submission.year}`;
    const result = publishSubmission(input.catalogue, submission, (id, value) =>
      input.hidingOrder(`${key}|${id}`, value),
    );
    published.set(key, result.published);
    narrow.set(key, result.narrow);
  }
  return { published, narrow };
}

/** What the public sees of one figure. */
interface FigureView {
  readonly value: number;
  readonly shown: PublishedFigure;
  /** What the index uses in its place. */
  readonly forIndex: number;
}

function publishSubmission(catalogue: Catalogue, submission: SubmissionToPublish, order: HidingOrder) {
  const { country, answers, confirmedNotApplicable, sticky = new Set() } = submission;
  const tables = submissionTables({ catalogue, country, answers, sticky });
  const { decisions, narrow } = decide(tables, order);
  const cells = new Map(tables.cells.map((cell) => [cell.id, cell]));
  const view = (id: CellId): FigureView => {
    const cell = cells.get(tables.cellOf.get(id) ?? "");
    const decision = cell && decisions.get(cell.id);
    if (!cell || !decision) throw new Error(`no figure ${id}`);
    if (!decision.hidden) return { value: cell.value, shown: cell.value, forIndex: cell.value };
    const isSmallNumerator = id.endsWith(".numerator") && isPrimary(cell);
    const forIndex = isSmallNumerator ? catalogue.suppression.numeratorSubstituteForIndex : middle(decision.interval);
    return { value: cell.value, shown: "s", forIndex };
  };

  const published = new Map<IndicatorCode, PublishedAnswer>();
  const indexNumerators = new Map<IndicatorCode, number>();
  const indexDenominators = new Map<IndicatorCode, number>();
  for (const indicator of catalogue.indicators) {
    if (indicator.sensitivity === "restricted") continue;
    const { code } = indicator;
    const answer = answers.get(code);
    const value = countedValue(answer);
    if (!value) {
      published.set(code, publishUncounted(code, answer, confirmedNotApplicable));
      continue;
    }
    const breakdowns = publishBreakdowns(catalogue, indicator, value, view);
    switch (value.type) {
      case "count":
        published.set(code, publishCount(catalogue, indicator, value, view, breakdowns));
        break;
      case "ratio": {
        const numerator = view(figureId(code, "numerator"));
        const denominator = view(figureId(code, "denominator"));
        published.set(code, publishRatio(indicator, numerator, denominator, breakdowns));
        if (denominator.value === 0) break;
        indexDenominators.set(code, denominator.forIndex);
        indexNumerators.set(code, Math.min(numerator.forIndex, denominator.forIndex));
        break;
      }
      default:
        value satisfies never;
    }
  }
  const hiddenCells = new Set(
    [...tables.cellOf.keys()].filter((id) => !id.startsWith("linked:") && view(id).shown === "s" && view(id).value > 0),
  );
  return { published: { answers: published, indexNumerators, indexDenominators, hiddenCells }, narrow };
}

/**
 * Which figures are hidden. If the states alone still pin a small count although every figure tied to it is hidden, the zeros among those
 * figures are hidden too: a hidden figure there may then be zero, and the states pin nothing.
 */
function decide(tables: CellTables, order: HidingOrder): HiddenCells {
  const decided = hideSmallCells(tables, order);
  if (decided.narrow.size === 0) return decided;
  const tied = tiedTo(decided.narrow, tables);
  const cells = tables.cells.map((cell) =>
    tied.has(cell.id) ? { ...cell, fixedHidden: true, floor: cell.floor ?? 0 } : cell,
  );
  return hideSmallCells({ ...tables, cells }, order);
}

/** These cells and all cells tied to them through relations and inequalities. */
function tiedTo(start: ReadonlySet<CellId>, { relations, inequalities }: CellTables): ReadonlySet<CellId> {
  const ties = [
    ...relations.map(({ total, parts }) => [total, ...parts]),
    ...inequalities.map(({ smaller, larger }) => [...smaller, ...larger]),
  ];
  const found = new Set(start);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const tie of ties) if (tie.some((id) => found.has(id))) for (const id of tie) found.add(id);
  }
  return found;
}

/** Middle of the public interval. Without an upper end there is no middle, so the lower end, which is just as public. */
function middle({ lo, hi }: PublicInterval): number {
  return hi === null ? lo : (lo + hi) / 2;
}

/** Answers that hold no count of persons, and answers without a (complete) value. */
function publishUncounted(
  code: IndicatorCode,
  answer: Answer | undefined,
  confirmed: ReadonlySet<IndicatorCode>,
): PublishedAnswer {
  const nothing: PublishedAnswer = { indicatorCode: code, state: "not_reported", value: null };
  if (answer === undefined) return nothing;
  switch (answer.state) {
    case "not_available":
      return { indicatorCode: code, state: "not_available", value: null };
    case "not_applicable":
      return { indicatorCode: code, state: "not_applicable", confirmed: confirmed.has(code), value: null };
    case "reported":
      if (answer.value === null || isCounted(answer.value)) return nothing;
      return { indicatorCode: code, state: "reported", value: plainValue(answer.value) };
  }
}

/** Copied field by field, so that a field not named here can never be published. */
function plainValue(value: Exclude<NonNullable<Answer["value"]>, CountedValue>): PublishedValue {
  switch (value.type) {
    case "ordinal":
      return { type: "ordinal", level: value.level };
    case "boolean":
      return { type: "boolean", value: value.value };
    case "money":
      return { type: "money", amountMinor: value.amountMinor, currency: value.currency };
    case "date":
      return { type: "date", date: value.date };
    case "text":
      return { type: "text", text: value.text };
  }
}

function publishBreakdowns(
  catalogue: Catalogue,
  indicator: Indicator,
  value: CountedValue,
  view: (id: CellId) => FigureView,
): PublishedBreakdowns {
  return Object.fromEntries(
    reportedBreakdowns(catalogue, indicator, value).map(({ list, figures }) => [
      list,
      Object.fromEntries(
        figures.map(([category]) => [category, view(categoryId(indicator.code, list, category)).shown]),
      ),
    ]),
  );
}

function publishCount(
  catalogue: Catalogue,
  indicator: Indicator,
  value: Extract<CountedValue, { type: "count" }>,
  view: (id: CellId) => FigureView,
  breakdowns: PublishedBreakdowns,
): PublishedAnswer {
  const total = view(headId(indicator.code, value)).shown;
  const threshold = thresholdOf(catalogue, indicator);
  const crossTabs = Object.fromEntries(
    indicator.crossTabs.flatMap((lists) => {
      const key = crossTabKey(lists);
      const table = value.crossTabs[key];
      if (!table || total === "s") return [];
      const margins = lists.map((list) => breakdowns[list]);
      if (margins.some((margin) => !margin || Object.values(margin).includes("s"))) return [];
      const cells = Object.values(table).flatMap((row) => Object.values(row));
      if (cells.some((cell) => isPrimary({ value: cell, threshold }))) return [];
      return [[key, Object.fromEntries(Object.entries(table).map(([category, row]) => [category, { ...row }]))]];
    }),
  );
  return {
    indicatorCode: indicator.code,
    state: total === "s" ? "suppressed" : "reported",
    value: { type: "count", total, breakdowns, crossTabs },
  };
}

function publishRatio(
  indicator: Indicator,
  numerator: FigureView,
  denominator: FigureView,
  breakdowns: PublishedBreakdowns,
): PublishedAnswer {
  if (denominator.shown === 0) return { indicatorCode: indicator.code, state: "not_applicable", value: null };
  const isHidden = numerator.shown === "s" || denominator.shown === "s";
  const isSmallBase = denominator.value < (minDenominatorOf(indicator) ?? 0);
  return {
    indicatorCode: indicator.code,
    state: isSmallBase ? "small_base" : isHidden ? "suppressed" : "reported",
    value: {
      type: "ratio",
      numerator: numerator.shown,
      denominator: denominator.shown,
      percent: isSmallBase ? null : isHidden ? "s" : (100 * Number(numerator.shown)) / Number(denominator.shown),
      breakdowns,
    },
  };
}
