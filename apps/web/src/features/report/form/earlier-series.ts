import type { SubmissionView } from "@avances/contracts";
import type { AnswerValue } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";

type Earlier = SubmissionView["previous"]["earlier"][number];
type Figure = Earlier["figures"][number]["figure"];

/** One round beside a field. `number` places it on the line; null where there is no figure, which is never a zero. */
export interface EarlierPoint {
  readonly year: number;
  readonly number: number | null;
  /** The figure to print; null where there is none. */
  readonly figure: NonNullable<Figure> | null;
  readonly state: "reported" | "not_available" | "not_applicable" | "none";
  /** Amounts of another currency stand on no common line. */
  readonly currency: string | null;
}

/** The accepted figures of the rounds before, oldest first. */
export function earlierSeries(earlier: readonly Earlier[], code: IndicatorCode): readonly EarlierPoint[] {
  return [...earlier].reverse().map(({ year, figures }) => {
    const said = figures.find(({ indicatorCode }) => indicatorCode === code);
    if (said === undefined) return { year, number: null, figure: null, state: "none", currency: null };
    return { year, ...pointOf(said.figure), state: said.state };
  });
}

/** The answer of this round on the same line; null while it has no figure. */
export function presentPoint(value: AnswerValue | null | undefined, year: number): EarlierPoint | null {
  const figure = figureOf(value);
  const point = pointOf(figure);
  return point.number === null ? null : { year, ...point, state: "reported" };
}

function figureOf(value: AnswerValue | null | undefined): Figure {
  if (value === null || value === undefined) return null;
  switch (value.type) {
    case "count":
    case "ratio":
    case "money":
      return value;
    case "ordinal":
    case "boolean":
    case "date":
    case "text":
      return null;
  }
}

function pointOf(figure: Figure): Pick<EarlierPoint, "number" | "figure" | "currency"> {
  if (figure === null) return { number: null, figure, currency: null };
  switch (figure.type) {
    case "count":
      return { number: figure.total, figure: figure.total === null ? null : figure, currency: null };
    case "ratio": {
      const { numerator, denominator } = figure;
      if (numerator === null || denominator === null) return { number: null, figure: null, currency: null };
      return { number: denominator === 0 ? null : numerator / denominator, figure, currency: null };
    }
    case "money":
      return { number: figure.amountMinor, figure, currency: figure.currency };
  }
}

/** Where the points lie in a box; steps of one round are as wide as each other, and nothing is drawn over a gap. */
export function placeSeries(points: readonly EarlierPoint[], { step, height, margin }: Box): Placed {
  const numbers = points.flatMap(({ number }) => number ?? []);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const y = (number: number) =>
    high === low ? height / 2 : margin + ((high - number) / (high - low)) * (height - 2 * margin);
  const dots = points.map(({ number }, place) =>
    number === null ? null : { x: step * (place + 0.5), y: round(y(number)) },
  );
  const lines = points.slice(1).flatMap((point, place) => {
    const [from, to] = [dots[place], dots[place + 1]];
    const before = points[place];
    const isJoined = before?.year === point.year - 1 && before.currency === point.currency;
    return from && to && isJoined ? [{ from, to }] : [];
  });
  return { dots, lines };
}

interface Box {
  readonly step: number;
  readonly height: number;
  readonly margin: number;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

interface Placed {
  /** One for each point, null where it has no figure. */
  readonly dots: readonly (Dot | null)[];
  readonly lines: readonly { readonly from: Dot; readonly to: Dot }[];
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
