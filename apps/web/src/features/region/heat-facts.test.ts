import { marksOfReports } from "@avances/charts/series";
import { describe, expect, test } from "vitest";
import { randomRegion } from "#testing/random-region.ts";
import { indexOf, progressOf } from "#testing/region-payloads.ts";
import { chosenRound } from "./compared-with.ts";
import { exampleOf, heatRows, isWhole, roundChoices } from "./heat-facts.ts";
import { stepOf } from "./ladder-step.ts";

const regions = Array.from({ length: 60 }, (_, seed) =>
  randomRegion({ seed: seed + 1, countries: 1 + (seed % 9), rounds: 1 + (seed % 6) }),
);

describe("the heat table", () => {
  test("has a row for every country and a tile for every column, in every round and comparison; without a report all tiles of a row say the same", () => {
    for (const region of regions) {
      const index = indexOf(region);
      const markOf = marksOfReports(index, region.today);
      for (const round of region.rounds) {
        const chosen = region.rounds
          .filter(({ roundYear }) => roundYear < round.roundYear)
          .map((earlier) => chosenRound(index, progressOf(region, round, earlier), markOf));
        for (const comparedWith of ["first" as const, "before" as const, ...chosen]) {
          const rows = heatRows(index, { instrument: "TIP", round, comparedWith }, markOf);
          expect(rows.map(({ country }) => country)).toEqual(region.countries.map(({ iso3 }) => iso3));
          for (const row of rows) {
            expect(row.tiles).toHaveLength(1 + index.dimensions.length);
            if (row.standing !== null) continue;
            expect(new Set(row.tiles.map((tile) => JSON.stringify(tile))).size).toBe(1);
            const earlier = region.reports.filter(
              (one) =>
                one.country === row.country && one.state === "published" && one.round.roundYear < round.roundYear,
            );
            expect(row.lastReport?.roundYear).toBe(earlier.at(-1)?.round.roundYear);
          }
        }
      }
    }
  });

  test("its key explains a tile of the table, one with a change and a range if there is any", () => {
    for (const region of regions) {
      if (!region.main) continue;
      const index = indexOf(region);
      const view = { instrument: "SOM", round: region.main, comparedWith: "first" } as const;
      const rows = heatRows(index, view, marksOfReports(index, region.today));
      const scores = rows.flatMap(({ tiles }) => tiles.filter((tile) => tile.kind === "score"));
      const example = exampleOf(rows);
      expect(example === null).toBe(scores.length === 0);
      if (!example) continue;
      expect(scores).toContainEqual(example);
      const hasAll = scores.some(
        (tile) => tile.change.kind === "compared" && tile.change.change !== 0 && !isWhole(tile),
      );
      if (hasAll) expect([example.change.kind, isWhole(example)]).toEqual(["compared", false]);
    }
  });

  test("says of every round how many countries have a report, and whether more may come", () => {
    for (const region of regions) {
      const index = indexOf(region);
      const choices = roundChoices(index, marksOfReports(index, region.today));
      expect(choices.map(({ reports }) => reports)).toEqual(
        region.rounds.map((round) => region.reports.filter((one) => one.round === round && one.scores).length),
      );
      for (const [place, round] of region.rounds.entries()) {
        const has = (state: string) => region.reports.some((one) => one.round === round && one.state === state);
        const mayCome = has("received") || (has("not_published") && region.today < round.closesOn);
        expect(choices[place]?.isOpen).toBe(mayCome);
      }
    }
  });
});

describe("a level on its ladder", () => {
  const level = (value: number) => ({
    roundYear: 2025,
    referenceYear: 2024,
    state: "reported" as const,
    value: { type: "ordinal" as const, level: value },
  });

  test("has the shade of its height, whatever the length of the ladder", () => {
    expect([0, 1, 2, 3].map((one) => stepOf(level(one), undefined, 3)?.shade)).toEqual([0, 1, 3, 4]);
    expect([0, 1, 2, 3, 4].map((one) => stepOf(level(one), undefined, 4)?.shade)).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1].map((one) => stepOf(level(one), undefined, 1)?.shade)).toEqual([0, 4]);
  });

  test("says whence a country came only if it stood elsewhere and that is known", () => {
    expect(stepOf(level(3), level(2), 4)?.from).toBe(2);
    expect(stepOf(level(3), level(3), 4)?.from).toBe(null);
    expect(stepOf(level(3), undefined, 4)?.from).toBe(null);
    expect(stepOf(level(3), { ...level(2), state: "not_available", value: null }, 4)?.from).toBe(null);
  });

  test("is none for an answer without a level", () => {
    expect(stepOf({ ...level(2), state: "not_available", value: null }, level(2), 4)).toBe(null);
    expect(stepOf({ ...level(2), value: { type: "boolean", value: true } }, undefined, null)).toBe(null);
  });
});
