import type { AnswerState } from "../answer/answer-state.ts";
import type { IndicatorCode, ValueType } from "../catalogue/catalogue.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import type { CellId } from "./cell.ts";

/** A figure as the public sees it: the number, or `s` when it is hidden. A zero is `s` only inside a small total that is `s`. */
export type PublishedFigure = number | "s";

/** One-way breakdowns: code list → category → figure. A breakdown that was not reported is absent. */
export type PublishedBreakdowns = Readonly<Record<string, Readonly<Record<string, PublishedFigure>>>>;

/** What is published of a value of each type. */
export interface PublishedValues {
  readonly ordinal: { readonly level: number };
  readonly boolean: { readonly value: boolean };
  readonly count: {
    readonly total: PublishedFigure;
    readonly breakdowns: PublishedBreakdowns;
    /** Key (`sex×ageGroup`) → first category → second category → number. A table that could identify a person is absent. */
    readonly crossTabs: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  };
  readonly ratio: {
    readonly numerator: PublishedFigure;
    readonly denominator: PublishedFigure;
    /** 0 to 100, not rounded; null in the state `small_base`; otherwise `s` when the numerator or the denominator is hidden. */
    readonly percent: PublishedFigure | null;
    /** Breakdowns of the numerator. */
    readonly breakdowns: PublishedBreakdowns;
  };
  /** Whole minor units (céntimos, cents) of an ISO 4217 currency. */
  readonly money: { readonly amountMinor: number; readonly currency: string };
  readonly date: { readonly date: CalendarDate };
  readonly text: { readonly text: string };
}

/** A published value of one of these types, named by its type. */
export type PublishedValueOf<T extends ValueType> = { [K in T]: { readonly type: K } & PublishedValues[K] }[T];
export type PublishedValue = PublishedValueOf<ValueType>;

/** What the public sees of one indicator of one country and round. */
export interface PublishedAnswer {
  readonly indicatorCode: IndicatorCode;
  /**
   * `suppressed` when the headline figure (total of a count, percent of a ratio) is hidden; `small_base` when the
   * denominator is below the indicator's minimum; `not_applicable` also when the denominator is a visible zero (a zero that
   * is hidden as part of a small total is `small_base`, as 1 to 4 would be).
   */
  readonly state: AnswerState;
  /** Only for a declared `not_applicable`: did the Technical Secretariat confirm it? */
  readonly confirmed?: boolean;
  /** Null unless the state is reported, small_base or suppressed. A suppressed value keeps its zeros and its visible parts. */
  readonly value: PublishedValue | null;
}

/** Everything the public sees of one submission, and what the index may use in its place. */
export interface PublishedSubmission {
  /** One entry for each indicator that is not restricted, in catalogue order. */
  readonly answers: ReadonlyMap<IndicatorCode, PublishedAnswer>;
  /**
   * Numerator that the index uses, for each published ratio with a denominator above zero: the visible one; for a small
   * hidden one the catalogue's substitute; for any other hidden one the middle of its public interval, or the lower end
   * when that interval has no upper end. Never above the denominator in `indexDenominators` (unless the base is small).
   */
  readonly indexNumerators: ReadonlyMap<IndicatorCode, number>;
  /** Denominator that the index uses, by the same rule. It is on the same side of the minimum denominator as the true one. */
  readonly indexDenominators: ReadonlyMap<IndicatorCode, number>;
  /** Non-zero figures that were hidden: pass them as `sticky` when the submission is published again. */
  readonly hiddenCells: ReadonlySet<CellId>;
}
