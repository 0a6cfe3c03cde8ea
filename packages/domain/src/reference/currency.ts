/**
 * The currencies in use under ISO 4217, by alphabetic code: no test codes (`XTS`), no "no currency" (`XXX`), no metals, funds or units of
 * account (`XAU`, `CHE`, `XDR`), nothing withdrawn. A test holds the list against what the platform knows, so that a new currency is noticed.
 */
const codes =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK " +
  "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS " +
  "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD " +
  "OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP " +
  "TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

export const currencyCodes: readonly string[] = codes.split(" ");

/**
 * Currencies whose minor unit is not a hundredth, keyed by their number of decimals (ISO 4217, list one). The table stands here because
 * JavaScript platforms follow another source and disagree: where shops no longer use decimals, most say 0 for `COP` or `HUF` and some
 * say 2, so an amount would depend on the browser it was typed in.
 */
const otherDigits: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
};
const digitsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(otherDigits).flatMap(([digits, list]) =>
    list.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

/** Decimals of a currency by ISO 4217: 2 for most, 0 or 3 for some. The same in pages, on the server and in files. */
export function minorDigits(currency: string): number {
  return digitsByCode.get(currency) ?? 2;
}

/** Whole minor units as an amount with all its decimals and a point: 123450 USD → "1234.50", 1500 CLP → "1500". */
export function amountInMajorUnits(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(amountMinor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const known: ReadonlySet<string> = new Set(currencyCodes);

/** Is this the code of a currency in use (capital letters)? */
export function isCurrency(code: string): boolean {
  return known.has(code);
}
