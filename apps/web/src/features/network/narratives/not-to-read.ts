import type { InstrumentCode } from "@avances/domain/catalogue";

/** Of which Protocols a country has shared its progress. */
export interface Shared {
  readonly participant: string;
  readonly instruments: readonly InstrumentCode[];
}

/** What was shared, but not with this reader: what is for members alone counts as shared too, and stands in no list of whoever is none. */
export function notToRead(
  shared: readonly Shared[],
  listed: readonly { readonly author: string; readonly instrument: InstrumentCode }[],
): readonly Shared[] {
  return shared
    .map(({ participant, instruments }) => ({
      participant,
      instruments: instruments.filter(
        (code) => !listed.some(({ author, instrument }) => author === participant && instrument === code),
      ),
    }))
    .filter(({ instruments }) => instruments.length > 0);
}
