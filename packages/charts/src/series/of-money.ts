import type { Language } from "@avances/domain/catalogue";
import { minorDigits } from "@avances/domain/reference";
import { toIndicatorSeries } from "./of-indicator.ts";
import type { PublicIndicator } from "./published.ts";
import type { CountrySeries } from "./series.ts";

/** Amounts over the years, each country in its own currency. */
export interface MoneySeries {
  /** Amounts in whole units, not minor ones; the label names the currency. Only comparable within one series. */
  readonly drawn: readonly CountrySeries[];
  /** Countries that gave amounts in more than one currency: a line through them would compare what cannot be compared. */
  readonly mixed: readonly string[];
}

export function toMoneySeries(data: PublicIndicator, language: Language, today: string): MoneySeries {
  const currencies = currenciesOf(data);
  const all = toIndicatorSeries(data, language, today, ({ value }) =>
    value?.type === "money" ? value.amountMinor / 10 ** minorDigits(value.currency) : null,
  );
  const of = (country: string) => currencies.get(country) ?? new Set<string>();
  return {
    drawn: all
      .filter(({ country }) => of(country).size <= 1)
      .map((one) => ({ ...one, label: [one.label, ...of(one.country)].join(" · ") })),
    mixed: all.filter(({ country }) => of(country).size > 1).map(({ country }) => country),
  };
}

/** The currencies of each country's amounts in all rounds. */
function currenciesOf({ rows }: PublicIndicator): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { country, value } of rows)
    if (value?.type === "money") found.set(country, (found.get(country) ?? new Set()).add(value.currency));
  return found;
}
