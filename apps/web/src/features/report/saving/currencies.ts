import type { AnswerInput } from "@avances/contracts";

/** The currency first offered to each country; any other of the region can be chosen. ISO 3166-1 alpha-3 → ISO 4217. */
const ofCountry: Readonly<Record<string, string>> = {
  BLZ: "BZD",
  CAN: "CAD",
  CRI: "CRC",
  DOM: "DOP",
  GTM: "GTQ",
  HND: "HNL",
  MEX: "MXN",
  NIC: "NIO",
  PAN: "PAB",
  SLV: "USD",
  USA: "USD",
};

/**
 * The currency proposed for an amount: that of the round before, so that the same figure means the same; otherwise the country's own.
 * `previous`: the answers accepted in the round before.
 */
export function currencyOf(country: string, previous: readonly Pick<AnswerInput, "value">[]): string {
  const before = new Set(previous.flatMap(({ value }) => (value?.type === "money" ? [value.currency] : [])));
  const [only] = before;
  return before.size === 1 && only !== undefined ? only : (ofCountry[country] ?? "USD");
}

export const currencies: readonly string[] = [...new Set([...Object.values(ofCountry), "EUR"])].sort();
