import type { Language } from "@avances/domain/catalogue";
import { secretariatSeat } from "@avances/domain/network";
import type { Country } from "@avances/domain/reference";
import type { Deps } from "#deps.ts";
import { found } from "./allow.ts";

/** Where days begin and end: in this country (a reader's, the host of a meeting), else in the one where the secretariat works. */
export function placeOf({ reference, config }: Pick<Deps, "reference" | "config">, country: string | null): Country {
  const place = (code: string | null) => reference.countries.find(({ alpha3 }) => alpha3 === code);
  return place(country) ?? found(place(config.secretariatCountry ?? secretariatSeat));
}

/** The zone of its clocks. */
export function clocksOf(deps: Pick<Deps, "reference" | "config">, country: string | null): string {
  return placeOf(deps, country).timeZone;
}

const ofCapital: Readonly<Record<Language, (capital: string) => string>> = {
  en: (capital) => `${capital} time`,
  es: (capital) => `hora de ${capital}`,
};

/** By whose clocks a time is told, in words: those of the capital whose zone it is; a zone of no capital has its name alone. */
export function clockWords({ reference }: Pick<Deps, "reference">, timeZone: string, language: Language): string {
  const place = reference.countries.find((country) => country.timeZone === timeZone);
  return place === undefined ? timeZone : ofCapital[language](place.capital[language]);
}
