import { type CountrySeries, drawnValues } from "../series/series.ts";

/** The lowest and the highest value of an axis. */
export type Domain = readonly [number, number];

/** An axis of values: its span, and the values written beside it, which include both ends. */
export interface Axis {
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

/** The position of a value, in pixels. */
export type Scale = (value: number) => number;

/** A linear scale. If low and high are equal, the value stands in the middle. */
export function scaleOf([low, high]: Domain, [from, to]: Domain): Scale {
  if (low === high) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** From zero (or the lowest value, if below) to the first tick beyond the highest drawn value. 0 to 1 when the series draw nothing. */
export function axisOf(series: readonly CountrySeries[]): Axis {
  const values = series.flatMap(drawnValues);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return { domain: [0, 1], ticks: [0, 1] };
  return axisWithSteps([low, high], stepOf(high - low, values.every(Number.isInteger)));
}

/** An axis whose ends are known: for a score or a share, 0 to 100. */
export function axisOver([low, high]: Domain): Axis {
  return axisWithSteps([low, high], stepOf(high - low, false));
}

/** An axis with exactly these ends, such as goalposts; if values lie beyond, it goes on to the next ten. */
export function axisFrom([low, high]: Domain, values: readonly number[]): Axis {
  const below = values.filter((value) => value < low).map((value) => Math.floor(value / 10) * 10);
  const above = values.filter((value) => value > high).map((value) => Math.ceil(value / 10) * 10);
  const domain = [Math.min(low, ...below), Math.max(high, ...above)] as const;
  return { domain, ticks: domain };
}

/** Around zero, over changes in percent: at least 10 to both sides, so that a small change does not look like a large one. */
export function axisWithin(changes: readonly number[]): Axis {
  const low = Math.min(-10, ...changes);
  const high = Math.max(10, ...changes);
  return axisWithSteps([low, high], stepOf(high - low, true));
}

function axisWithSteps([low, high]: Domain, step: number): Axis {
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks };
}

/** Distance between ticks: 1, 2, 2.5 or 5 × a power of ten, so that about four fit; a whole number when the values are. */
function stepOf(span: number, whole: boolean): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((one) => one * power).filter((one) => !whole || Number.isInteger(one));
  return steps.find((one) => one >= rough * 0.999_999) ?? 1;
}
