import { setImmediate } from "node:timers/promises";
import type { Database } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import {
  type AnswerCount,
  countAnswers,
  countryRows,
  countStates,
  indicatorRows,
  listFormScores,
  type StateCount,
} from "@avances/db/queries/form-queries";
import { type EditionRow, findEdition, findParts, listEditionEntries } from "@avances/db/queries/release-queries";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { ScoresOfRound } from "@avances/domain/progress-index";
import { partKeys, type ReportPart } from "./country-parts.ts";
import type { Definitions } from "./definitions.ts";
import type { Frame } from "./frame.ts";
import type { FilePart, VoicePart } from "./keep-voices.ts";
import type { Scope } from "./progress-of-results.ts";
import type { MatrixCell } from "./public-report.ts";

/** The rows of some reports, as finished text. */
export interface RowSource {
  /** The rows of an indicator, by round and country. */
  ofIndicator(code: IndicatorCode): Promise<string>;
  /** The rows of a country, without its name, by indicator. */
  ofCountry(country: string): Promise<ReadonlyMap<IndicatorCode, string>>;
  /** States of an indicator by round, or of all indicators in one round. */
  counts(of: { readonly indicator: IndicatorCode } | { readonly roundYear: number }): Promise<readonly StateCount[]>;
  /** How often each level, yes and no was given to these indicators in a round; lowest first, no before yes. */
  answers(roundYear: number, indicators: readonly IndicatorCode[]): Promise<readonly AnswerCount[]>;
}

/** What comparing needs of a report that is public: the scores of its form, and which of its results are published. */
export interface ReportScores {
  readonly country: string;
  readonly roundYear: number;
  readonly scores: ScoresOfRound;
  readonly published: Readonly<Record<Scope, boolean>>;
}

/** An edition as parts. Every public answer is put together from these parts alone. Nothing in it changes. */
export interface EditionSource {
  readonly definitions: Definitions;
  readonly frame: Frame;
  /** By round and country. */
  readonly cells: readonly MatrixCell[];
  /** The same cells as text, separated by commas. */
  cellRows(): string;
  readonly rows: RowSource;
  /** Index rows of these countries, in their order: a text for each country that has any, its rows separated by commas. */
  index(countries: readonly string[]): Promise<readonly string[]>;
  /** The scores of these countries in these rounds; nothing where no report is public. */
  scores(countries: readonly string[], roundYears: readonly number[]): Promise<readonly ReportScores[]>;
  /** What is said beside the figures of a place (`indicators/TIP-PRV-04`), or the documents, the latest first. */
  voices(of: VoicesOf): Promise<readonly VoicePart[]>;
  /** A file that something public holds. */
  file(id: string): Promise<FilePart | undefined>;
}

type VoicesOf = { readonly place: string } | "documents";

/** What an answer contains: figures or states, of one country or of all, with scores or without. */
export interface Told {
  readonly country?: string;
  readonly withIndex: boolean;
  /** Also the words, weights, countries and rounds; by default only figures and states count as told. */
  readonly withDefinitions?: boolean;
}

/** What another kind of answer contains. */
export interface SaidBeside {
  readonly said: VoicesOf;
}

/** Who reported when, by the hash of the part that holds it; each cell also as text. */
export type KnownReports = ReadonlyMap<string, readonly WrittenReport[]>;
type WrittenReport = ReportPart & { readonly text: string };

export interface StoredEdition extends EditionSource {
  /** Reports of all its countries: most of them appear in the next edition as well. */
  readonly reports: KnownReports;
  /** The edition in which these last changed. */
  sinceOf(told: Told | SaidBeside): Promise<EditionRow>;
}

/** How many parts are read at once. */
const partsAtOnce = 32;

/**
 * The parts of a stored edition; rows and indexes are read on request, and what is already known from another edition is not read again.
 * Yields between parts so that other requests get a turn. Throws when a part is missing.
 */
export async function storedEdition(
  db: Pick<Database, "asPublic">,
  edition: EditionRow,
  known: KnownReports = new Map(),
): Promise<StoredEdition> {
  const entries = new Map((await db.asPublic((tx) => listEditionEntries(tx, edition.id))).map((one) => [one.key, one]));
  const entryOf = (key: string) => {
    const entry = entries.get(key);
    if (!entry) throw new Error(`edition ${edition.id} has no ${key}`);
    return entry;
  };
  /** The texts of these parts, in their order. */
  const textsOf = async (keys: readonly string[]): Promise<readonly string[]> => {
    const hashes = keys.map((key) => entryOf(key).payloadHash);
    const parts = new Map<string, string>();
    for (const batch of batchesOf([...new Set(hashes)], partsAtOnce)) {
      for (const [hash, text] of await db.asPublic((tx) => findParts(tx, batch))) parts.set(hash, text);
      await setImmediate();
    }
    return hashes.map((hash, place) => {
      const text = parts.get(hash);
      if (text === undefined) throw new Error(`edition ${edition.id} has lost its ${keys[place]}`);
      return text;
    });
  };

  const [definitions, frame] = (await textsOf([partKeys.definitions, partKeys.frame])).map(
    (text) => JSON.parse(text) as unknown,
  ) as [Definitions, Frame];
  const keysOfReports = [...entries.keys()].filter((key) => key.startsWith(partKeys.reports("")));
  const reportsOf = new Map<string, readonly WrittenReport[]>();
  for (const batch of batchesOf(keysOfReports, partsAtOnce)) {
    const unknown = batch.filter((key) => !known.has(entryOf(key).payloadHash));
    const texts = await textsOf(unknown);
    const read = new Map(unknown.map((key, place) => [key, readReports(texts[place] ?? "")]));
    for (const key of batch) {
      const { payloadHash } = entryOf(key);
      reportsOf.set(payloadHash, read.get(key) ?? known.get(payloadHash) ?? []);
    }
    if (unknown.length > 0) await setImmediate();
  }
  const reports = byRound(
    frame,
    keysOfReports.map((key) => reportsOf.get(entryOf(key).payloadHash) ?? []),
  );
  const idsOf = (isWanted: (cell: MatrixCell) => boolean) =>
    reports.flatMap(({ cell, form }) => (form !== null && isWanted(cell) ? [form] : []));
  const all = idsOf(() => true);

  const sinceOfKeys = async (keys: readonly string[]) => {
    const since = Math.max(...keys.map((key) => entryOf(key).since));
    return since === edition.id ? edition : ((await db.asPublic((tx) => findEdition(tx, since))) ?? edition);
  };
  const idsOfVoices = async (of: VoicesOf): Promise<readonly string[]> => {
    if (!entries.has(listOf(of))) return [];
    const [ids = "[]"] = await textsOf([listOf(of)]);
    return JSON.parse(ids) as readonly string[];
  };

  /** A list names voices and documents alike. */
  const partOf = (id: string) => (entries.has(partKeys.document(id)) ? partKeys.document(id) : partKeys.voice(id));

  return {
    definitions,
    frame,
    reports: reportsOf,
    cells: reports.map(({ cell }) => cell),
    cellRows: () => reports.map(({ text }) => text).join(","),
    rows: {
      ofIndicator: (code) => db.asPublic((tx) => indicatorRows(tx, all, code)),
      ofCountry: (country) => {
        const own = idsOf((cell) => cell.country === country);
        return db.asPublic((tx) => countryRows(tx, own));
      },
      counts: (of) => {
        if ("indicator" in of) return db.asPublic((tx) => countStates(tx, all, of.indicator));
        const ofRound = idsOf((cell) => cell.roundYear === of.roundYear);
        return db.asPublic((tx) => countStates(tx, ofRound));
      },
      answers: (roundYear, indicators) => {
        const ofRound = idsOf((cell) => cell.roundYear === roundYear);
        return db.asPublic((tx) => countAnswers(tx, ofRound, indicators));
      },
    },
    index: async (countries) => (await textsOf(countries.map(partKeys.index))).filter((text) => text !== ""),
    async scores(countries, roundYears) {
      const wanted = new Set(countries);
      const isWanted = ({ country, roundYear }: MatrixCell) => wanted.has(country) && roundYears.includes(roundYear);
      const rows = await db.asPublic((tx) => listFormScores(tx, idsOf(isWanted)));
      return rows.map(({ scores, ...report }) => ({
        ...report,
        scores: new Map(Object.entries(scores).map(([code, score]) => [code, { score }])),
      }));
    },
    async voices(of) {
      const keys = (await idsOfVoices(of)).map(partOf);
      return (await textsOf(keys)).map((text) => JSON.parse(text) as VoicePart);
    },
    async file(id) {
      if (!entries.has(partKeys.file(id))) return undefined;
      const [text = ""] = await textsOf([partKeys.file(id)]);
      return JSON.parse(text) as FilePart;
    },
    async sinceOf(told) {
      if ("said" in told) {
        const list = listOf(told.said);
        // Where nothing is said, that is so since the list of places last changed.
        const keys = [entries.has(list) ? list : partKeys.voices, ...(await idsOfVoices(told.said)).map(partOf)];
        return sinceOfKeys(keys);
      }
      const { country, withIndex, withDefinitions = false } = told;
      const kinds = withIndex ? [partKeys.reports, partKeys.index] : [partKeys.reports];
      const isTold = (key: string) =>
        (withDefinitions && (key === partKeys.definitions || key === partKeys.frame)) ||
        kinds.some((keyOf) => (country === undefined ? key.startsWith(keyOf("")) : key === keyOf(country)));
      return sinceOfKeys([...entries.keys()].filter(isTold));
    },
  };
}

const listOf = (of: VoicesOf) => (of === "documents" ? partKeys.documents : partKeys.voicesOf(of.place));

/** Each cell is written as text once: the table of all cells is rebuilt for each edition, and an unchanged part should cost nothing. */
function readReports(text: string): readonly WrittenReport[] {
  return (JSON.parse(text) as readonly ReportPart[]).map((report) => ({
    ...report,
    text: JSON.stringify(report.cell),
  }));
}

/** The reports of all countries by round; within a round in the order of the countries. */
function byRound({ rounds }: Frame, countries: readonly (readonly WrittenReport[])[]): readonly WrittenReport[] {
  const ofRound = new Map(rounds.map(({ roundYear }) => [roundYear, [] as WrittenReport[]]));
  for (const reports of countries) for (const report of reports) ofRound.get(report.cell.roundYear)?.push(report);
  return [...ofRound.values()].flat();
}
