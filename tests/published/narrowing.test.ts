import { randomRegion } from "@avances/api/testing/published/regions";
import { publicFile } from "@avances/api/testing/published/release-of";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import catalogueFile from "@avances/domain/data/2026.3.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { historyOf, placeOf } from "./support/history.ts";
import { readCsv } from "./support/read-csv.ts";
import { figuresOf, isSmall, linesById, narrowed, type ReadVersion } from "./support/reader.ts";

const catalogue = catalogueFile as unknown as WholeCatalogue;
const countries = reference.countries as never;

/**
 * A country knows its own figures. They help it against another country only if something published about that country depends on them, and
 * nothing does.
 */
test("what is published of a country says nothing that depends on another country's figures", async () => {
  const region = randomRegion(catalogue, countries, 13);
  const whole = Map.groupBy(
    readCsv(await (await publicFile(catalogue, countries, region)).csv("data")),
    ({ country }) => country,
  );
  for (const viewer of ["CRI", "USA"]) {
    const other = randomRegion(catalogue, countries, 14).expected;
    const expected = region.expected.map((item, index) => (item.country === viewer ? (other[index] ?? item) : item));
    const lines = Map.groupBy(
      readCsv(await (await publicFile(catalogue, countries, { ...region, expected })).csv("data")),
      ({ country }) => country,
    );
    for (const [country, own] of whole) if (country !== viewer) expect(lines.get(country)).toEqual(own);
    expect(lines.get(viewer)).not.toEqual(whole.get(viewer));
  }
});

describe.each([randomRegion(catalogue, countries, 11), randomRegion(catalogue, countries, 12)])(
  "$name, corrected over three editions",
  (region) => {
    test("no small count can be narrowed by a reader who keeps every file", async () => {
      const { versions } = await historyOf(catalogue, countries, region, 5);
      const found = narrowed(catalogue, versions);
      expect(versions.flatMap(({ name }, index) => found[index]?.map((id) => `${name}: ${id}`) ?? [])).toEqual([]);
      const small = versions.flatMap(({ answers }) => figuresOf(catalogue, answers).filter(isSmall));
      expect(small.length).toBeGreaterThan(100);
    });

    test("and a slip would be found: with the neighbours shown, the same reader narrows small counts", async () => {
      const file = await publicFile(catalogue, countries, region);
      const lines = Map.groupBy(readCsv(await file.csv("data")), placeOf);
      const versions = region.expected.flatMap(({ country, roundYear, version }): ReadVersion[] => {
        if (!version) return [];
        const shown = new Map(linesById(lines.get(`${country}|${roundYear}`) ?? []));
        for (const { id, value } of figuresOf(catalogue, version.answers).filter((one) => !isSmall(one))) {
          const line = shown.get(id);
          if (line?.value === "") shown.set(id, { ...line, value: String(value), state: "reported" });
        }
        return [{ answers: version.answers, files: [shown] }];
      });
      const found = narrowed(catalogue, versions).flat().length;
      expect(found).toBeGreaterThan(10);
    });
  },
);
