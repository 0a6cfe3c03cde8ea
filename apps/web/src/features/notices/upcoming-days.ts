import { localDate, type NoticeStep } from "@avances/domain/round";

interface Step {
  readonly country: string;
  readonly step: NoticeStep;
  readonly at: string;
  readonly recipients: number;
}

/** Steps grouped by the day in the capital, in the order of days. */
export function upcomingDays(
  steps: readonly Step[],
  countries: readonly { readonly alpha3: string; readonly timeZone: string }[],
): readonly { readonly date: string; readonly steps: readonly Step[] }[] {
  const zones = new Map(countries.map(({ alpha3, timeZone }) => [alpha3, timeZone]));
  const byDay = Map.groupBy(steps, ({ country, at }) => localDate(new Date(at), zones.get(country) ?? "UTC"));
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).map(([date, own]) => ({ date, steps: own }));
}
