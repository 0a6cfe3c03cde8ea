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
