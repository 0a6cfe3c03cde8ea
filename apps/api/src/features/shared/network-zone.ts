import { secretariatSeat } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { found } from "./allow.ts";

/** By whose clocks days of the Network begin and end: those of the country that is host, else the Secretariat's. */
export function zoneOfMeeting({ reference, config }: Pick<Deps, "reference" | "config">, host: string | null): string {
  const zone = (code: string | null) => reference.countries.find(({ alpha3 }) => alpha3 === code)?.timeZone;
  return zone(host) ?? found(zone(config.secretariatCountry ?? secretariatSeat));
}
