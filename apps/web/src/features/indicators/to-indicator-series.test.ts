import { describe, expect, test } from "vitest";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { compareWithFirst, drawnValue, toIndicatorSeries } from "./to-indicator-series.ts";

type Row = PublicIndicator["rows"][number];
const count = (total: number | "s"): Row["value"] => ({ type: "count", total, breakdowns: {}, crossTabs: {} });
const row = (roundYear: number, state: Row["state"], value: Row["value"], country = "CRI"): Row => ({
  country,
  roundYear,
  referenceYear: roundYear - 1,
  state,
  value,
});
const indicator = (rows: Row[]) =>
  ({
    countries: [
      { iso3: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } },
      { iso3: "GTM", name: { en: "Guatemala", es: "Guatemala" } },
    ],
    rows,
  }) as unknown as PublicIndicator;

describe("what is drawn of an answer", () => {
  test("zero is a number, hidden is none", () => {
    expect(drawnValue(row(2025, "reported", count(0)))).toBe(0);
    expect(drawnValue(row(2025, "suppressed", count("s")))).toBeNull();
  });

  test("a share on too few cases has no height", () => {
    const share: Row["value"] = { type: "ratio", numerator: "s", denominator: "s", percent: null, breakdowns: {} };
    expect(drawnValue(row(2025, "small_base", share))).toBeNull();
  });

  test("a hidden count keeps its state, and a year without a public report has no point", () => {
    const [costaRica, guatemala] = toIndicatorSeries(
      indicator([row(2024, "suppressed", count("s")), row(2025, "reported", count(12))]),
      "en",
    );
    expect(costaRica?.points).toEqual([
      { year: 2024, value: null, state: "suppressed" },
      { year: 2025, value: 12, state: "reported" },
    ]);
    expect(guatemala?.points).toEqual([]);
  });

  test("a report that was returned before it was public is not called revised", () => {
    const [costaRica] = toIndicatorSeries(indicator([{ ...row(2025, "reported", count(12)), version: 2 }]), "en");
    expect(costaRica?.points).toEqual([{ year: 2025, value: 12, state: "reported" }]);
  });
});

test("the latest year is compared with the first over the same countries only", () => {
  const rows = [
    row(2022, "reported", count(10)),
    row(2025, "reported", count(12)),
    row(2022, "reported", count(9), "GTM"),
    row(2025, "reported", count(9), "GTM"),
  ];
  expect(compareWithFirst(toIndicatorSeries(indicator(rows), "en"))).toEqual({
    base: 2022,
    higher: 1,
    lower: 0,
    same: 1,
    countries: 2,
  });
  expect(compareWithFirst(toIndicatorSeries(indicator(rows.slice(0, 3)), "en"))).toBeNull();
});
