import { describe, expect, test } from "vitest";
import { toIndicatorSeries } from "./of-indicator.ts";
import type { PublicIndicator } from "./published.ts";
import { shownFigure } from "./shown-figure.ts";

type Row = PublicIndicator["rows"][number];
const count = (total: number | "s"): Row["value"] => ({ type: "count", total, breakdowns: {}, crossTabs: {} });
const row = (roundYear: number, state: Row["state"], value: Row["value"], country = "CRI"): Row => ({
  country,
  roundYear,
  referenceYear: roundYear - 1,
  state,
  value,
});
const indicator = (rows: Row[], unpublished: PublicIndicator["unpublished"] = []) =>
  ({
    countries: [
      { iso3: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } },
      { iso3: "GTM", name: { en: "Guatemala", es: "Guatemala" } },
    ],
    rounds: [2024, 2025].map((roundYear) => ({
      roundYear,
      referenceYear: roundYear - 1,
      opensOn: `${roundYear}-02-01`,
      dueOn: `${roundYear}-04-30`,
    })),
    rows,
    unpublished,
  }) as unknown as PublicIndicator;

describe("what is drawn of an answer", () => {
  test("zero is a number, a hidden value is not", () => {
    expect(shownFigure(row(2025, "reported", count(0)))).toBe(0);
    expect(shownFigure(row(2025, "suppressed", count("s")))).toBeNull();
  });

  test("a share on too few cases has no height, whatever came along", () => {
    const share: Row["value"] = { type: "ratio", numerator: 1, denominator: 3, percent: null, breakdowns: {} };
    expect(shownFigure(row(2025, "small_base", share))).toBeNull();
  });

  test("money and dates are not drawn", () => {
    expect(shownFigure(row(2025, "reported", { type: "money", amountMinor: 100, currency: "CRC" }))).toBeNull();
    expect(shownFigure(row(2025, "reported", { type: "date", date: "2030-12-31" }))).toBeNull();
  });

  test("every country has a point for every round, at the year of the data; where there is no report it says why", () => {
    const [costaRica, guatemala] = toIndicatorSeries(
      indicator(
        [row(2024, "suppressed", count("s")), row(2025, "reported", count(12))],
        [
          { country: "GTM", roundYear: 2024, state: "not_published" },
          { country: "GTM", roundYear: 2025, state: "not_published" },
        ],
      ),
      "en",
      "2025-06-13",
    );
    expect(costaRica?.points).toEqual([
      { year: 2023, roundYear: 2024, value: null, state: "suppressed" },
      { year: 2024, roundYear: 2025, value: 12, state: "reported" },
    ]);
    expect(guatemala?.points).toEqual([
      { year: 2023, roundYear: 2024, value: null, state: "not_published" },
      { year: 2024, roundYear: 2025, value: null, state: "not_published_yet" },
    ]);
  });

  test("what was declared and not confirmed is not told as not applicable", () => {
    const [costaRica] = toIndicatorSeries(
      indicator([{ ...row(2025, "not_applicable", null), unconfirmed: true }, row(2024, "not_applicable", null)]),
      "en",
      "2026-01-01",
    );
    expect(costaRica?.points.map(({ state }) => state)).toEqual(["not_applicable", "unconfirmed"]);
  });

  test("a report that was returned before it was public is not called revised", () => {
    const [costaRica] = toIndicatorSeries(
      indicator([{ ...row(2025, "reported", count(12)), version: 2 }]),
      "en",
      "2026-01-01",
    );
    expect(costaRica?.points[1]).toEqual({ year: 2024, roundYear: 2025, value: 12, state: "reported" });
  });
});
