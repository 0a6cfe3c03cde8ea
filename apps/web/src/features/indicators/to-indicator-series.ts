import type { Language } from "@avances/domain/catalogue";
import type { CountrySeries, SeriesPoint } from "#charts/series.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";

type Row = PublicIndicator["rows"][number];

/**
 * What a chart draws for an answer: total of a count, percent of a share, level of a scale, 1 or 0 of yes or no, major units of money.
 * Null for dates, texts, hidden and missing values.
 */
export function drawnValue(row: Row): number | null {
  const { value } = row;
  switch (value?.type) {
    case "count":
      return value.total === "s" ? null : value.total;
    case "ratio":
      return value.percent === "s" ? null : value.percent;
    case "ordinal":
      return value.level;
    case "boolean":
      return value.value ? 1 : 0;
    case "money":
      return value.amountMinor / 100;
    default:
      return null;
  }
}

/**
 * One series a country. A year without a public report of that country has no point (it was not asked, or is not published yet);
 * a year with one always has, with the state that says why when there is no number.
 */
export function toIndicatorSeries(indicator: PublicIndicator, language: Language): CountrySeries[] {
  return indicator.countries.map(({ iso3, name }) => ({
    country: iso3,
    label: name[language],
    points: indicator.rows.filter((row) => row.country === iso3).map(pointOf),
  }));
}

function pointOf(row: Row): SeriesPoint {
  const value = drawnValue(row);
  const state = row.state === "reported" && value === null && hasNumbers(row) ? "suppressed" : row.state;
  return { year: row.roundYear, value: state === "reported" ? value : null, state };
}

function hasNumbers(row: Row): boolean {
  return row.value?.type === "count" || row.value?.type === "ratio";
}

export interface Comparison {
  readonly base: number;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  readonly countries: number;
}

/** Latest year against the first, over the same countries only; null when fewer than two reported both. */
export function compareWithFirst(series: readonly CountrySeries[]): Comparison | null {
  const years = series.flatMap(({ points }) => points.filter(({ value }) => value !== null).map(({ year }) => year));
  const [base, latest] = [Math.min(...years), Math.max(...years)];
  const valueAt = (one: CountrySeries, year: number) => one.points.find((point) => point.year === year)?.value ?? null;
  const changes = series.flatMap((one) => {
    const [first, last] = [valueAt(one, base), valueAt(one, latest)];
    return first === null || last === null ? [] : [last - first];
  });
  if (base === latest || changes.length < 2) return null;
  return {
    base,
    higher: changes.filter((change) => change > 0).length,
    lower: changes.filter((change) => change < 0).length,
    same: changes.filter((change) => change === 0).length,
    countries: changes.length,
  };
}
