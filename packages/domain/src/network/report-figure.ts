import type { Text } from "../catalogue/language.ts";
import type { PointWords } from "./report.ts";

/**
 * What a chart or table of a report can be about. Everything in it comes from the published edition, so nothing stands in a report that the public
 * could not read.
 */
export const figureSubjects = ["index", "instrument", "dimension", "objective", "indicator", "country"] as const;
export type FigureSubject = (typeof figureSubjects)[number];

/** Bars of one round by country, lines over the rounds, or a table. */
export const figureForms = ["bars", "lines", "table"] as const;
export type FigureForm = (typeof figureForms)[number];

/** The countries that lines can show in colour. */
export const mostHighlighted = 4;
/** The most charts and tables of a report. */
export const mostFigures = 60;

/** A chart or table as the Secretariat asks for it. */
export interface FigureChoice {
  readonly id: string;
  /** The point below which it stands; null: in the annex. */
  readonly pointId: string | null;
  readonly subject: FigureSubject;
  /** Of an instrument, a dimension of one ("TIP/PRV"), an objective, an indicator, a country; empty for the whole index. */
  readonly code: string;
  readonly form: FigureForm;
  /** Of bars, and of the table of an objective; null: the round that stands for the region. */
  readonly roundYear: number | null;
  /** Of lines: the countries in colour. */
  readonly countries: readonly string[];
}

/** What a subject can be drawn as: what has no figure on one scale for all countries is a table. */
const formsOf: Readonly<Record<FigureSubject, readonly FigureForm[]>> = {
  index: ["bars", "lines", "table"],
  instrument: ["bars", "lines", "table"],
  dimension: ["bars", "lines", "table"],
  objective: ["table"],
  // Of those that are dates, amounts or words only a table; that depends on the catalogue.
  indicator: ["bars", "lines", "table"],
  country: ["table"],
};

/**
 * `figures_many`: more than a report takes. `figure_form`: it cannot be drawn so. `figure_countries`: more countries in colour than can be told
 * apart. `figure_unknown`: nothing of that is published. `figure_twice`: two have the same id.
 */
export const figureFaultKinds = [
  "figures_many",
  "figure_form",
  "figure_countries",
  "figure_unknown",
  "figure_twice",
] as const;
export type FigureFault = (typeof figureFaultKinds)[number];

/** What is wrong with the charts and tables as they are to be saved, without looking at what is published; empty = nothing. */
export function figureFaults(figures: readonly FigureChoice[]): readonly FigureFault[] {
  const faults = new Set<FigureFault>();
  if (figures.length > mostFigures) faults.add("figures_many");
  if (new Set(figures.map(({ id }) => id)).size < figures.length) faults.add("figure_twice");
  for (const { subject, form, countries } of figures) {
    if (!formsOf[subject].includes(form)) faults.add("figure_form");
    if (countries.length > mostHighlighted) faults.add("figure_countries");
  }
  return [...faults];
}

/** Below its point, or in the annex: also where the point is not in the report any more. */
export function figuresAt<F extends Pick<FigureChoice, "pointId">>(
  figures: readonly F[],
  pointIds: ReadonlySet<string>,
): { readonly below: ReadonlyMap<string, readonly F[]>; readonly annex: readonly F[] } {
  const below = new Map<string, F[]>();
  const annex: F[] = [];
  for (const figure of figures) {
    const { pointId } = figure;
    if (pointId === null || !pointIds.has(pointId)) annex.push(figure);
    else below.set(pointId, [...(below.get(pointId) ?? []), figure]);
  }
  return { below, annex };
}

/** Why there is no figure in a cell, in the words of the public pages; `reported`: there is one. */
export const figureStates = [
  "reported",
  "not_reported",
  "not_available",
  "not_applicable",
  "unconfirmed",
  "small_base",
  "suppressed",
  "insufficient",
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const;
export type FigureState = (typeof figureStates)[number];

/** How a number is written. `words`: it has none. */
export const figureKinds = ["score", "share", "count", "level", "words"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What is published of one country in one round, or why nothing is. */
export interface FigureCell {
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly state: FigureState;
  readonly kind: FigureKind;
  readonly value: number | null;
  /** What is said besides the number or in its place: a level, yes or no, an amount, a day, words of the country. */
  readonly words: PointWords | null;
  /** A score never stands without them. Also where there is no score, if it is known where it would lie. */
  readonly result: { readonly coverage: number; readonly floor: number; readonly ceiling: number } | null;
}

/** A chart or table with what stands in it: once a report is sent, it never says anything else. */
export interface ReportFigure extends Omit<FigureChoice, "roundYear" | "pointId"> {
  readonly title: Text;
  readonly unit: Text | null;
  /** The end of the axis, if it has one: 100 for scores and shares, the highest level of a scale. */
  readonly most: number | null;
  /** Of bars, of the table of an objective, and of lines of scores: the one whose scores are told with coverage and range. */
  readonly round: { readonly roundYear: number; readonly referenceYear: number } | null;
  readonly columns: readonly {
    readonly roundYear: number;
    readonly referenceYear: number;
    /** Of the table of an objective: its indicator. */
    readonly name: Text | null;
  }[];
  /** A country each; of the table of a country an indicator each. The cells in the order of the columns. */
  readonly lines: readonly { readonly code: string; readonly name: Text; readonly cells: readonly FigureCell[] }[];
}

/** Everything that the charts and tables of a report show, with the edition it was taken from. */
export interface ReportFigures {
  /** Null: nothing was published. */
  readonly edition: {
    readonly id: number;
    readonly publishedAt: string;
    readonly catalogueVersion: string;
  } | null;
  readonly figures: readonly ReportFigure[];
}
