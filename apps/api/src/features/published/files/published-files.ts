import { setImmediate } from "node:timers/promises";
import type { getDataCsv, getIndex, getIndexCsv, QueryOf, ResponseOf } from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import { type CsvFormName, csvForms } from "#features/shared/csv-form.ts";
import { type Premade, premakeAside } from "#http/premade.ts";
import { answerKeys } from "../put-together.ts";
import type { Release } from "../release.ts";
import { dataFile } from "./data-file.ts";
import type { IndicatorPayload } from "./data-lines.ts";
import { demonstrationNote, type FileFacts } from "./file-facts.ts";
import { indexFile } from "./index-lines.ts";
import type { LinedFile } from "./lined-file.ts";

type FileName = "data" | "index";
type Query = QueryOf<typeof getDataCsv> & QueryOf<typeof getIndexCsv>;

/** How many filtered files are kept in memory, besides those of one country or one year. */
const keptParts = 64;

/** The files made from one edition; dropped together with the edition. */
interface Kept {
  readonly whole: Map<string, Promise<LinedFile>>;
  /** The whole files, and those of one country or one year: few enough that all are kept. */
  readonly lasting: Map<string, Promise<Premade>>;
  readonly parts: Map<string, Promise<Premade>>;
}

/**
 * The CSV files, made from the public answers of an edition when somebody first asks. A filtered file is cut out of the whole one; a file
 * of one country or one year is made once per edition and kept. Throws `not-found` for a country, round or indicator that the public file
 * does not have.
 */
export function publishedFiles(): {
  get(release: Release, file: FileName, query: Query): Promise<Premade>;
} {
  const keptOf = new WeakMap<Release, Kept>();
  return {
    async get(release, file, query) {
      const kept = keptOf.get(release) ?? { whole: new Map(), lasting: new Map(), parts: new Map() };
      keptOf.set(release, kept);
      const { indicator, country, year, excel } = query;
      const key = [file, indicator, country, year, excel].join("|");
      const isLasting = indicator === undefined && (country === undefined || year === undefined);
      const place = isLasting ? kept.lasting : kept.parts;
      const known = place.get(key);
      if (known) return known;
      // Refused before it is stored, so that requests for things that do not exist push nothing out of the memory.
      await refuseUnknown(release, query);
      return once(place, isLasting ? Number.POSITIVE_INFINITY : keptParts, key, async () => {
        const edition = (await release.edition())?.id;
        const form: CsvFormName = excel ?? "plain";
        const whole = await once(kept.whole, keptParts, `${file}|${form}`, () => make(release, file, form, edition));
        const isWhole = (indicator ?? country ?? year) === undefined;
        const body = isWhole ? whole.body : whole.part({ indicator, country, roundYear: year });
        return premakeAside(body, "text/csv; charset=utf-8", fileName(file, query, edition));
      });
    },
  };

  async function make(
    release: Release,
    file: FileName,
    form: CsvFormName,
    edition: number | undefined,
  ): Promise<LinedFile> {
    const { displayDecimals, demonstration } = (await release.source()).definitions;
    const all: FileFacts = {
      edition: edition ?? 0,
      displayDecimals,
      note: edition !== undefined && demonstration ? demonstrationNote : null,
    };
    if (file === "data") return dataFile(readIndicators(release), all, csvForms[form]);
    const index = await read<ResponseOf<typeof getIndex>>(release, answerKeys.index);
    return indexFile(index, all, csvForms[form]);
  }
}

/** `avances-data-TIP-PRO-01-CRI-2025-edition-36.csv`: its content and its edition. */
function fileName(file: FileName, { indicator, country, year, excel }: Query, edition: number | undefined): string {
  const parts = ["avances", file, indicator, country, year, edition && `edition-${edition}`, excel && `excel-${excel}`];
  return `${parts.filter((part) => part !== undefined).join("-")}.csv`;
}

async function refuseUnknown(release: Release, { indicator, country, year }: Query): Promise<void> {
  const { definitions, frame } = await release.source();
  const isKnown =
    (country === undefined || frame.countries.some(({ iso3 }) => iso3 === country)) &&
    (year === undefined || frame.rounds.some(({ roundYear }) => roundYear === year)) &&
    (indicator === undefined || definitions.indicators.some(({ definition }) => definition.code === indicator));
  if (!isKnown) throw new DomainError("not-found");
}

/** One indicator after the other; other work gets a turn in between. */
async function* readIndicators(release: Release): AsyncIterable<IndicatorPayload> {
  const { indicators } = (await release.source()).definitions;
  for (const { definition } of indicators) {
    yield await read<IndicatorPayload>(release, answerKeys.indicator(definition.code));
    await setImmediate();
  }
}

async function read<T>(release: Release, key: string): Promise<T> {
  const text = await release.text(key);
  if (text === undefined) throw new Error(`the edition has no ${key}`);
  return JSON.parse(text) as T;
}

/** Readers who ask for the same file share one piece of work; a failed one is forgotten. */
function once<T>(kept: Map<string, Promise<T>>, most: number, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  if (kept.size >= most) kept.delete(kept.keys().next().value as string);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
