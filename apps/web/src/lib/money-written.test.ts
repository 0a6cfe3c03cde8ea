import { expect, test } from "vitest";
import { formatsFor } from "./format.ts";

test("an amount of a report is whole where it was written whole, and to the last unit where it was not", () => {
  const shown = (minor: number, currency: string) => formatsFor("es").moneyWritten(minor, currency).replace(/\s/g, " ");
  expect(shown(80_013_900_000, "CRC")).toBe("CRC 800,139,000");
  expect(shown(80_013_900_050, "CRC")).toBe("CRC 800,139,000.50");
  expect(shown(4_900, "USD")).toBe("USD 49.00");
  expect(shown(12_345, "JPY")).toBe("JPY 12,345");
});
