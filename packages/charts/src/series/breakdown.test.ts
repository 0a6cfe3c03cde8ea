import { describe, expect, test } from "vitest";
import { breakdownRows, hasPersonGroups, personsBy } from "./breakdown.ts";
import type { PublicIndicator } from "./published.ts";

type Row = PublicIndicator["rows"][number];
type Value = NonNullable<Row["value"]>;

const row = (value: Row["value"], state: Row["state"] = "reported"): Row => ({
  country: "CRI",
  roundYear: 2025,
  referenceYear: 2024,
  state,
  value,
});
const dataOf = (...rows: Row[]) =>
  ({
    countries: [],
    rounds: [{ roundYear: 2025, referenceYear: 2024, opensOn: "2025-02-01", dueOn: "2025-04-30" }],
    unpublished: [{ country: "BLZ", roundYear: 2025, state: "exempt" }],
    rows,
  }) as unknown as PublicIndicator;
const count = (parts: Partial<Extract<Value, { type: "count" }>>): Value => ({
  type: "count",
  total: 40,
  breakdowns: {},
  crossTabs: {},
  ...parts,
});
const bySex = (...rows: Row[]) => breakdownRows(dataOf(...rows), "sex", ["female", "male"], "2026-01-01");

describe("a breakdown of one country and round", () => {
  test("keeps the order of the categories; a hidden figure and one that was left blank are no zero", () => {
    const value = count({ breakdowns: { sex: { male: "s" } } });
    expect(bySex(row(value))("CRI", 2025)).toEqual({
      kind: "divided",
      head: 40,
      figures: ["not_reported", "suppressed"],
    });
  });

  test("is of the numerator of a share", () => {
    const value: Value = {
      type: "ratio",
      numerator: 12,
      denominator: 30,
      percent: 40,
      breakdowns: { sex: { female: 12, male: 0 } },
    };
    expect(bySex(row(value))("CRI", 2025)).toEqual({ kind: "divided", head: 12, figures: [12, 0] });
  });

  test("a value without it is undivided; no value and no report are states", () => {
    expect(bySex(row(count({ total: "s" }), "suppressed"))("CRI", 2025)).toEqual({
      kind: "undivided",
      head: "suppressed",
    });
    expect(bySex(row(null, "not_available"))("CRI", 2025)).toEqual({ kind: "state", mark: "not_available" });
    expect(bySex()("BLZ", 2025)).toEqual({ kind: "state", mark: "exempt" });
  });
});

describe("women, men, girls and boys", () => {
  const table = {
    female: { child: 6, adult: 20, unknown: 0 },
    male: { child: 5, adult: 7, unknown: 0 },
    unknown: { child: 0, adult: 0, unknown: 2 },
  };
  const persons = (...rows: Row[]) => breakdownRows(dataOf(...rows), personsBy, [], "2026-01-01");

  test("come from the two-way table, and all others stand together", () => {
    const value = count({ crossTabs: { "sex×ageGroup": table } });
    expect(hasPersonGroups(dataOf(row(value)))).toBe(true);
    expect(persons(row(value))("CRI", 2025)).toEqual({ kind: "divided", head: 40, figures: [20, 7, 6, 5, 2] });
  });

  test("are never made from sex and age taken singly", () => {
    const value = count({ breakdowns: { sex: { female: 40, male: 0 }, ageGroup: { child: 10, adult: 30 } } });
    expect(hasPersonGroups(dataOf(row(value)))).toBe(false);
    expect(persons(row(value))("CRI", 2025)).toEqual({ kind: "undivided", head: 40 });
  });

  test("a part of the table that was left blank is no zero", () => {
    const value = count({ crossTabs: { "sex×ageGroup": { female: { adult: 20 } } } });
    const all = persons(row(value))("CRI", 2025);
    expect(all).toEqual({
      kind: "divided",
      head: 40,
      figures: [20, "not_reported", "not_reported", "not_reported", "not_reported"],
    });
  });
});
