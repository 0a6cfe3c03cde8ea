import type { Text } from "@avances/domain/catalogue";

/** A country of which the Secretariat asks something: what its row in the preview says of it. */
export interface AskedCountry {
  readonly alpha3: string;
  readonly name: Text;
  readonly capital: Text;
  readonly timeZone: string;
}
