import type { Text } from "../catalogue/language.ts";
import { textFaults } from "../catalogue/text-faults.ts";
import type { ParticipantCode, ParticipantKind } from "../network/participant.ts";
import { bodyCodes, secretariatCode } from "../network/participant.ts";
import type { ReferenceFile } from "./country.ts";

/** A country or an organisation that takes part in the work of the Network. */
export interface Participant {
  readonly code: ParticipantCode;
  readonly kind: ParticipantKind;
  readonly name: Text;
  /** Of organisations. */
  readonly abbreviation: Text | null;
}

/** Everybody who can take part: members, countries that observe, and organisations. */
export function participantsOf({
  countries,
  observerCountries,
  organisations,
}: Pick<ReferenceFile, "countries" | "observerCountries" | "organisations">): readonly Participant[] {
  return [
    ...countries.map(({ alpha3: code, name }): Participant => ({ code, kind: "member", name, abbreviation: null })),
    ...observerCountries.countries.map(
      ({ code, name }): Participant => ({ code, kind: "observer_country", name, abbreviation: null }),
    ),
    ...organisations.map(
      ({ code, name, abbreviation }): Participant => ({ code, kind: "organisation", name, abbreviation }),
    ),
  ];
}

/** What is wrong with the list, as sentences; empty when sound. A code names one participant, or a side would read what is another's. */
export function participantFaults(participants: readonly Participant[]): string[] {
  const codes = participants.map(({ code }) => code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  const missing = [secretariatCode, ...bodyCodes].filter((code) => !codes.includes(code));
  return [
    ...twice.map((code) => `two participants have the code ${code}`),
    ...codes
      .filter((code) => !/^[A-Z][A-Z-]{2,}$/.test(code))
      .map((code) => `"${code}" is not the code of a participant`),
    ...missing.map((code) => `no participant ${code}`),
    ...textFaults(participants),
  ];
}
