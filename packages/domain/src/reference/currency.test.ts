import { expect, test } from "vitest";
import { currencyCodes, isCurrency } from "./currency.ts";

/** Known to the platform, but withdrawn from ISO 4217 or a unit of account. A new code of the platform makes the test below fail. */
const notInUse = ["ANG", "BGN", "CUC", "HRK", "SLL", "XDR", "XSU", "ZWL"];

test("the list is what the platform knows, without withdrawn currencies and units of account", () => {
  const platform = Intl.supportedValuesOf("currency").filter((code) => !notInUse.includes(code));
  expect([...currencyCodes].sort()).toEqual(platform.sort());
});

test.each(["XXX", "XTS", "ZZZ", "XAU", "XDR", "DEM", "usd", "US", ""])("%j is no currency", (code) =>
  expect(isCurrency(code)).toBe(false),
);

test.each(["BZD", "CAD", "CRC", "DOP", "GTQ", "HNL", "MXN", "NIO", "PAB", "USD", "EUR"])("%s is a currency", (code) =>
  expect(isCurrency(code)).toBe(true),
);
