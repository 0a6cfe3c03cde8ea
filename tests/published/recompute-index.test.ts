import { randomRegion } from "@avances/api/testing/published/regions";
import { pairsOf, publicFile } from "@avances/api/testing/published/release-of";
import catalogueFile from "@avances/domain/data/2026.3.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { beforeAll, describe, expect, test } from "vitest";
import { type CsvRecord, readCsv } from "./support/read-csv.ts";
import {
  indexDifferences,
  progressDifferences,
  type SinceRound,
  sinceDifferences,
} from "./support/recomputed-index.ts";

const catalogue = catalogueFile as never;
const countries = reference.countries as never;
const regions = [1, 2, 3].map((seed) => randomRegion(catalogue, countries, seed));

describe.each(regions)("$name", (region) => {
  let data: readonly CsvRecord[];
  let index: readonly CsvRecord[];
  let rows: Parameters<typeof progressDifferences>[2];
  let since: readonly SinceRound[];
  beforeAll(async () => {
    const file = await publicFile(catalogue, countries, region);
    [data, index] = [readCsv(await file.csv("data")), readCsv(await file.csv("index"))];
    ({ rows } = file.json<{ rows: typeof rows }>("index"));
    since = pairsOf(region.rounds).map(([later, earlier]) =>
      file.json(`progress/${later.roundYear}/since/${earlier.roundYear}`),
    );
  });

  test("the whole index follows, to the last digit, from the two files and the public catalogue alone", () => {
    expect(index.length).toBe(region.rounds.length * reference.countries.length * 15);
    expect(indexDifferences(catalogueFile, data, index)).toEqual([]);
    expect(index.filter(({ score }) => score !== "").length).toBeGreaterThan(100);
    expect(index.filter(({ progress }) => progress !== "").length).toBeGreaterThan(50);
  });

  test("so does the progress of every result since its baseline and since the round before, as the interface gives it", () => {
    const { differences, compared } = progressDifferences(catalogueFile, data, rows);
    expect(differences).toEqual([]);
    expect(compared.baseline).toBeGreaterThan(50);
    expect(compared.previous).toBeGreaterThan(50);
    // The two are not the same by chance: some country has a round between its baseline and its present one.
    expect(rows.some((row) => JSON.stringify(row.progress) !== JSON.stringify(row.progressSincePrevious))).toBe(true);
  });

  test("so does the progress since any earlier round: it tells nothing of a hidden figure that the files do not tell", () => {
    const { differences, compared, withoutReport } = sinceDifferences(catalogueFile, data, since);
    expect(differences).toEqual([]);
    expect(since).toHaveLength(6);
    expect(compared).toBeGreaterThan(200);
    expect(withoutReport).toBeGreaterThan(5);
  });

  test("and would not if a share on too few cases were marked suppressed, as it once was", () => {
    expect(data.some(({ state }) => state === "small_base")).toBe(true);
    const merged = data.map((line) => (line.state === "small_base" ? { ...line, state: "suppressed" } : line));
    expect(() => indexDifferences(catalogueFile, merged, index)).toThrow("has no figures for the index");
  });
});
