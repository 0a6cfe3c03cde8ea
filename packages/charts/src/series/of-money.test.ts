import { expect, test } from "vitest";
import { toMoneySeries } from "./of-money.ts";
import type { PublicIndicator } from "./published.ts";

const row = (country: string, roundYear: number, amountMinor: number, currency: string) => ({
  country,
  roundYear,
  referenceYear: roundYear - 1,
  state: "reported" as const,
  value: { type: "money" as const, amountMinor, currency },
});
const dataOf = (...rows: PublicIndicator["rows"]) =>
  ({
    countries: ["CRI", "PAN", "BLZ"].map((iso3) => ({ iso3, name: { en: iso3, es: iso3 } })),
    rounds: [2024, 2025].map((roundYear) => ({ roundYear, referenceYear: roundYear - 1, dueOn: `${roundYear}-04-30` })),
    unpublished: ["BLZ", "PAN"].map((country) => ({ country, roundYear: 2024, state: "exempt" })),
    rows,
  }) as unknown as PublicIndicator;

test("amounts are in whole units of the one currency that the label names", () => {
  const { drawn, mixed } = toMoneySeries(
    dataOf(row("CRI", 2024, 1250, "CRC"), row("CRI", 2025, 50_000, "CRC"), row("PAN", 2025, 700, "CLP")),
    "en",
    "2026-01-01",
  );
  expect(mixed).toEqual([]);
  expect(drawn.map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual([
    ["CRI · CRC", [12.5, 500]],
    ["PAN · CLP", [null, 700]],
    ["BLZ", [null, null]],
  ]);
  expect(drawn[2]?.points.map(({ state }) => state)).toEqual(["exempt", "not_published"]);
});

test("a country that changed its currency is not drawn on one scale", () => {
  const { drawn, mixed } = toMoneySeries(
    dataOf(row("CRI", 2024, 1250, "CRC"), row("CRI", 2025, 50_000, "USD")),
    "en",
    "2026-01-01",
  );
  expect(mixed).toEqual(["CRI"]);
  expect(drawn.map(({ country }) => country)).toEqual(["PAN", "BLZ"]);
});
