import type { PublicIndicator } from "./published.ts";
import type { CountrySeries } from "./series.ts";

/**
 * The same series as rates per so many inhabitants. Null when the indicator has no rates, or when the population behind a figure is not
 * known: a picture in which some figures have no rate would look as if they were not reported. States stay what they are.
 */
export function perInhabitants(
  series: readonly CountrySeries[],
  rate: PublicIndicator["rate"],
): readonly CountrySeries[] | null {
  if (rate === null) return null;
  const persons = new Map(rate.populations.map((one) => [`${one.country} ${one.roundYear}`, one.persons]));
  const isKnown = ({ country, points }: CountrySeries) =>
    points.every(({ value, roundYear }) => value === null || persons.has(`${country} ${roundYear}`));
  if (!series.every(isKnown)) return null;
  return series.map((one) => ({
    ...one,
    points: one.points.map((point) => ({
      ...point,
      value:
        point.value === null
          ? null
          : (point.value / (persons.get(`${one.country} ${point.roundYear}`) ?? Number.NaN)) * rate.per,
    })),
  }));
}
