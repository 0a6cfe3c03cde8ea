import { type CountrySeries, drawnValues } from "../series/series.ts";

/** The lowest and the highest value of an axis. */
export type Domain = readonly [number, number];

/** From zero (or the lowest, if below) to the first tick over the highest. [0, 1] when nothing can be drawn. */
function domainOf(values: readonly number[]): Domain {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [0, 1];
  const step = stepOf(high - low, values.every(Number.isInteger));
  return [Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step];
}

/** The same for what series draw. */
export function valueDomain(series: readonly CountrySeries[]): Domain {
  return domainOf(series.flatMap(drawnValues));
}

/** Distance between ticks: 1, 2, 2.5 or 5 × a power of ten, so that about four fit; whole where the values are. */
function stepOf(span: number, whole: boolean): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((one) => one * power).filter((one) => !whole || Number.isInteger(one));
  return steps.find((one) => one >= rough * 0.999_999) ?? 1;
}

/** The ticks of such a domain, both ends among them when it was made by `valueDomain`. */
export function ticksOf([low, high]: Domain): number[] {
  const step = stepOf(high - low, Number.isInteger(high) && Number.isInteger(low) && high - low > 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}
