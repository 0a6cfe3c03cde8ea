import { localDate } from "@avances/domain/round";

interface Step {
  readonly country: string;
  readonly at: string;
}

/** Steps grouped by the day in the capital, in the order of days. */
export function upcomingDays<S extends Step>(
  steps: readonly S[],
  countries: readonly { readonly alpha3: string; readonly timeZone: string }[],
): readonly { readonly date: string; readonly steps: readonly S[] }[] {
  const zones = new Map(countries.map(({ alpha3, timeZone }) => [alpha3, timeZone]));
  const byDay = Map.groupBy(steps, ({ country, at }) => localDate(new Date(at), zones.get(country) ?? "UTC"));
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).map(([date, own]) => ({ date, steps: own }));
}
