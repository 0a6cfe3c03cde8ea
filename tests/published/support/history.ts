import type { Region, ReportOfRegion } from "@avances/api/testing/published/regions";
import { formsOf, type PublicFile, publicFile } from "@avances/api/testing/published/release-of";
import type { Answers } from "@avances/domain/answer";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { randomFrom, randomSubmission } from "@avances/domain/testing/random-submission";
import { type CsvRecord, readCsv } from "./read-csv.ts";
import { linesById, type ReadVersion } from "./reader.ts";

/** One version of one country's report in one round, and its lines in the files of every edition that contains it. */
export interface PublicVersion extends ReadVersion {
  readonly name: string;
  /** The editions (from 0) that contain it. */
  readonly editions: readonly number[];
  readonly country: string;
  readonly roundYear: number;
}

export interface History {
  readonly editions: readonly PublicFile[];
  readonly versions: readonly PublicVersion[];
}

/** The country whose reports are public from the second edition on. */
const addedLater = "PAN";

/**
 * Three editions (or `count`) of a region: in the second a country is added and in each some reports are corrected; cells that an edition hid stay hidden, as
 * at publication.
 */
export async function historyOf(
  catalogue: WholeCatalogue,
  countries: readonly Country[],
  first: Region,
  seed: number,
  count = 3,
): Promise<History> {
  const random = randomFrom(seed);
  const sticky = new Map<string, Set<string>>();
  const versions = new Map<
    string,
    PublicVersion & { readonly files: ReadonlyMap<string, CsvRecord>[]; readonly editions: number[] }
  >();
  const editions: PublicFile[] = [];
  let region = first;
  for (let edition = 0; edition < count; edition += 1) {
    const shown = edition === 0 ? without(region, addedLater) : region;
    const file = await publicFile(catalogue, countries, shown);
    editions.push(file);
    const lines = Map.groupBy(readCsv(await file.csv("data")), placeOf);
    for (const { country, roundYear, version } of shown.expected) {
      if (!version) continue;
      const place = `${country}|${roundYear}`;
      const key = `${place}|${version.number}`;
      const known = versions.get(key) ?? {
        name: `${key} of edition ${edition + 1}`,
        country,
        roundYear,
        answers: version.answers,
        files: [],
        editions: [],
      };
      known.files.push(linesById(lines.get(place) ?? []));
      known.editions.push(edition);
      versions.set(key, known);
    }
    for (const [{ country, roundYear }, form] of formsOf(catalogue, shown)) {
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
  return { editions, versions: [...versions.values()] };
}

export const placeOf = ({ country, round_year }: CsvRecord) => `${country}|${round_year}`;

function without(region: Region, country: string): Region {
  return {
    ...region,
    expected: region.expected.map((item) => (item.country === country ? { ...item, version: null } : item)),
  };
}

/** A corrected report: new figures for one instrument, unchanged ones for the other. */
function mixed(before: Answers, after: Answers): Answers {
  const isOther = (code: string) => code.startsWith("TIP-");
  return new Map([...[...before].filter(([code]) => !isOther(code)), ...[...after].filter(([code]) => isOther(code))]);
}
