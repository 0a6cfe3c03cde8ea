/** Currency first offered to each country; every other one of the region can be chosen. ISO 3166-1 alpha-3 → ISO 4217. */
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

export function currencyOf(country: string): string {
  return ofCountry[country] ?? "USD";
}

export const currencies: readonly string[] = [...new Set([...Object.values(ofCountry), "EUR"])].sort();
