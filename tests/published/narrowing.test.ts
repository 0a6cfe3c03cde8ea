import { type Region, type ReportOfRegion, randomRegion } from "@avances/api/testing/published/regions";
import { formsOf, publicFile } from "@avances/api/testing/published/release-of";
import type { Answers } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import catalogueFile from "@avances/domain/data/2026.2.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { randomFrom, randomSubmission } from "@avances/domain/testing/random-submission";
import { describe, expect, test } from "vitest";
import { type CsvRecord, readCsv } from "./support/read-csv.ts";
import { figuresOf, isSmall, linesById, narrowed, type ReadVersion } from "./support/reader.ts";

const catalogue = catalogueFile as unknown as Catalogue;
const countries = reference.countries as never;

/** One version of one country's report in one round, and its lines in the files of every edition that contains it. */
interface PublicVersion extends ReadVersion {
  readonly name: string;
}

/** The editions of a region in which some reports are corrected twice; cells that an edition hid stay hidden, as at publication. */
async function history(first: Region, seed: number): Promise<readonly PublicVersion[]> {
  const random = randomFrom(seed);
  const sticky = new Map<string, Set<string>>();
  const versions = new Map<string, { name: string; answers: Answers; files: ReadonlyMap<string, CsvRecord>[] }>();
  let region = first;
  for (let edition = 1; edition <= 3; edition += 1) {
    const lines = Map.groupBy(readCsv(await (await publicFile(catalogue, countries, region)).csv("data")), placeOf);
    for (const item of region.expected) {
      if (!item.version) continue;
      const place = `${item.country}|${item.roundYear}`;
      const key = `${place}|${item.version.number}`;
      const known = versions.get(key) ?? {
        name: `${key} of edition ${edition}`,
        answers: item.version.answers,
        files: [],
      };
      known.files.push(linesById(lines.get(place) ?? []));
      versions.set(key, known);
    }
    for (const [{ country, roundYear }, form] of formsOf(catalogue, region)) {
      const hidden = sticky.get(`${country}|${roundYear}`) ?? new Set();
      for (const cell of form.hiddenCells) hidden.add(cell);
      sticky.set(`${country}|${roundYear}`, hidden);
    }
    const corrected = (item: ReportOfRegion): ReportOfRegion => {
      if (!item.version) return item;
      const cells = sticky.get(`${item.country}|${item.roundYear}`) ?? new Set<string>();
      const isCorrected = random.chance(40);
      const answers = isCorrected ? mixed(item.version.answers, randomSubmission(catalogue, random)) : null;
      const number = item.version.number + (answers ? 1 : 0);
      return { ...item, version: { ...item.version, number, answers: answers ?? item.version.answers, sticky: cells } };
    };
    region = { ...region, expected: region.expected.map(corrected) };
  }
  return [...versions.values()];
}

const placeOf = ({ country, round_year }: CsvRecord) => `${country}|${round_year}`;

/** A corrected report: new figures for one instrument, unchanged ones for the other. */
function mixed(before: Answers, after: Answers): Answers {
  const isOther = (code: string) => code.startsWith("TIP-");
  return new Map([...[...before].filter(([code]) => !isOther(code)), ...[...after].filter(([code]) => isOther(code))]);
}

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
      const versions = await history(region, 5);
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
