import { expect, test } from "vitest";
import { amountInMajorUnits, currencyCodes, isCurrency, minorDigits } from "./currency.ts";

/** Known to the platform but not in use: withdrawn from ISO 4217, or a unit of account. If the platform adds a code, the test below fails. */
const notInUse = ["ANG", "BGN", "CUC", "HRK", "SLL", "XDR", "XSU", "ZWL"];

test("the list has the currencies the platform knows, without withdrawn ones and units of account", () => {
  const platform = Intl.supportedValuesOf("currency").filter((code) => !notInUse.includes(code));
  expect([...currencyCodes].sort()).toEqual(platform.sort());
});

test.each(["XXX", "XTS", "ZZZ", "XAU", "XDR", "DEM", "usd", "US", ""])("%j is no currency", (code) =>
  expect(isCurrency(code)).toBe(false),
);

test.each(["BZD", "CAD", "CRC", "DOP", "GTQ", "HNL", "MXN", "NIO", "PAB", "USD", "EUR"])("%s is a currency", (code) =>
  expect(isCurrency(code)).toBe(true),
);

/** ISO 4217, code by code: every currency whose minor unit is not a hundredth. */
const isoDigits: Readonly<Record<string, number>> = {
  ...{ BHD: 3, BIF: 0, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3 },
  ...{ LYD: 3, OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0 },
};

test("every currency has the decimals of ISO 4217, whatever the platform says", () => {
  const ours = Object.fromEntries(currencyCodes.map((code) => [code, minorDigits(code)]));
  expect(ours).toEqual(Object.fromEntries(currencyCodes.map((code) => [code, isoDigits[code] ?? 2])));
  expect(Object.keys(isoDigits).every(isCurrency)).toBe(true);
});

test.each([
  [100_000_000, "COP", "1000000.00"],
  [5, "HUF", "0.05"],
  [1_500, "CLP", "1500"],
  [1_234_567, "IQD", "1234.567"],
])("%d minor units of %s are %s", (minor, code, text) => expect(amountInMajorUnits(minor, code)).toBe(text));
