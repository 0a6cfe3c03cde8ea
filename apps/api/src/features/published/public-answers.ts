import type {
  getIndex,
  getMatrix,
  getProgressSince,
  getPublicCountry,
  getPublicIndicator,
  getPublicVoices,
  listPublicDocuments,
  listPublicIndicators,
  PublicDocument,
  PublicVoice,
  ResponseOf,
} from "@avances/contracts";
import type { AnswerCount, StateCount } from "@avances/db/queries/form-queries";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { populationIn } from "@avances/domain/reference";
import { type ReportState, reportTally } from "@avances/domain/submission";
import type { CountryFacts, IndicatorFacts } from "./definitions.ts";
import type { EditionSource } from "./edition-source.ts";
import { type Frame, type RoundOfEdition, unpublished } from "./frame.ts";
import type { VoicePart } from "./keep-voices.ts";
import { named } from "./named.ts";
import type { RoundPair } from "./progress-since-round.ts";
import type { MatrixCell } from "./public-report.ts";

/*
 * The answers of the public file, put together from its parts. Rows come as finished text (JSON, separated by commas): an answer about
 * a whole region is long, and nobody needs to parse it on the way.
 */

/** An answer as text, in pieces: one about the world is tens of megabytes, and each time it became one text it would be there once more. */
export type Pieces = readonly string[];

/** The edition that an answer names: the one in which its figures or states last changed. Null before anything is published. */
export type EditionView = NonNullable<ResponseOf<typeof getMatrix>["edition"]> | null;

type IndicatorPayload = ResponseOf<typeof getPublicIndicator>;
type Totals = IndicatorPayload["totals"][number];
type CountryPayload = ResponseOf<typeof getPublicCountry>;
type Without<T, K extends keyof T> = Omit<T, "edition" | K>;

/** What several answers are made from. */
type Shared = Pick<EditionSource, "definitions" | "frame" | "cells">;

/** An object whose last properties are lists that are already text; a list may come as several texts, each of at least one row. */
function withRows(edition: EditionView, head: object, rows: Readonly<Record<string, string | Pieces>>): Pieces {
  const lists = Object.entries(rows).flatMap(([name, texts]) => [
    `,${JSON.stringify(name)}:[`,
    ...[texts].flat().flatMap((text, place) => (place === 0 ? [text] : [",", text])),
    "]",
  ]);
  return [JSON.stringify({ edition, ...head }).slice(0, -1), ...lists, "}"];
}

/** Who reported when: one cell for every country and round. */
export function matrixAnswer(edition: EditionView, frame: Frame, cells: string): Pieces {
  const head: Without<ResponseOf<typeof getMatrix>, "cells"> = frame;
  return withRows(edition, head, { cells });
}

/** The index of every published report, and its scales. */
export function indexAnswer(edition: EditionView, { definitions, frame, cells }: Shared, rows: Pieces): Pieces {
  const head: Without<ResponseOf<typeof getIndex>, "rows"> = {
    ...frame,
    unpublished: unpublished(cells),
    instruments: [...definitions.instruments],
    dimensions: definitions.dimensions.map(({ code, name, shortName, weight }) => ({ code, name, shortName, weight })),
  };
  return withRows(edition, head, { rows });
}

/** How the countries in a round stand against an earlier one. */
export function progressAnswer(edition: EditionView, pair: RoundPair, rows: string): Pieces {
  const head: Without<ResponseOf<typeof getProgressSince>, "rows"> = pair;
  return withRows(edition, head, { rows });
}

/** One indicator: its definition, every country by round, and for each round how many countries are behind the figures. */
export function indicatorAnswer(
  edition: EditionView,
  { definitions, frame, cells }: Shared,
  { definition, wording = { releases: [], earlier: [] }, perInhabitants }: IndicatorFacts,
  counts: readonly StateCount[],
  rows: string,
): Pieces {
  const head: Without<IndicatorPayload, "rows"> = {
    indicator: { ...definition, wording },
    ...frame,
    unpublished: unpublished(cells),
    rate: perInhabitants === null ? null : rateOf(perInhabitants, definitions, cells),
    totals: frame.rounds.map((round) => totalsOf(round, cells, counts)),
  };
  return withRows(edition, head, { rows });
}

/** The populations behind the counts of every public report. All countries have one source, which the first one says. */
function rateOf(
  per: number,
  { populations }: Pick<EditionSource["definitions"], "populations">,
  cells: readonly MatrixCell[],
): NonNullable<IndicatorPayload["rate"]> {
  const [{ source, license } = { source: "", license: "" }] = Object.values(populations);
  return {
    per,
    source,
    license,
    populations: cells.flatMap(({ state, country, roundYear, referenceYear }) => {
      const own = populations[country];
      const found = state === "published" && own ? populationIn(own, referenceYear) : null;
      return found ? [{ country, roundYear, referenceYear, persons: found.persons, populationYear: found.year }] : [];
    }),
  };
}

function totalsOf(
  round: Pick<RoundOfEdition, "roundYear" | "referenceYear">,
  cells: readonly MatrixCell[],
  counts: readonly StateCount[],
): Totals {
  const ofRound = counts.filter(({ roundYear }) => roundYear === round.roundYear);
  const count = (...states: readonly string[]) =>
    ofRound.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  const reports = cells.filter(({ roundYear }) => roundYear === round.roundYear);
  const without = (state: ReportState) => reports.filter((report) => report.state === state).length;
  return {
    ...named(round),
    expected: reportTally(reports.filter(({ obligated }) => obligated)).of,
    published: reports.filter(({ state }) => state === "published").length,
    reported: count("reported", "small_base", "suppressed"),
    notReported: count("not_reported"),
    notAvailable: count("not_available"),
    notApplicable: count("not_applicable"),
    smallBase: count("small_base"),
    suppressed: count("suppressed"),
    notPublished: without("not_published") + without("received"),
    exempt: without("exempt"),
    notAsked: without("not_asked"),
  };
}

/** All public indicators, with how much is known about each in the main round; `counts` and `answers` are of that round. */
export function indicatorListAnswer(
  edition: EditionView,
  { definitions, frame, cells }: Shared,
  counts: readonly StateCount[],
  answers: readonly AnswerCount[],
): Pieces {
  const main = frame.mainRound;
  const countsOf = Map.groupBy(counts, ({ indicatorCode }) => indicatorCode);
  const answersOf = Map.groupBy(answers, ({ indicatorCode }) => indicatorCode);
  const list: ResponseOf<typeof listPublicIndicators> = {
    edition,
    instruments: definitions.instruments.map(({ code, shortName }) => ({ code, shortName })),
    dimensions: definitions.dimensions.map(({ code, name, shortName, description }) => ({
      code,
      name,
      shortName,
      description,
    })),
    objectives: definitions.objectives,
    indicators: definitions.indicators.map(({ objective, definition: indicator }) => {
      const totals = main && totalsOf(main, cells, countsOf.get(indicator.code) ?? []);
      return {
        code: indicator.code,
        instrument: indicator.instrument,
        dimension: indicator.dimension,
        objective,
        valueType: indicator.valueType,
        scored: indicator.scored,
        name: indicator.name,
        question: indicator.question,
        articles: indicator.articles,
        levels: indicator.levels,
        latest: totals && latestOf(totals, answersOf.get(indicator.code) ?? []),
      };
    }),
  };
  return [JSON.stringify(list)];
}

type Latest = NonNullable<ResponseOf<typeof listPublicIndicators>["indicators"][number]["latest"]>;

function latestOf(totals: Totals, answers: readonly AnswerCount[]): Latest {
  const { published, reported, notReported, notAvailable, notApplicable, smallBase, suppressed } = totals;
  return {
    ...named(totals),
    ...{ published, reported, notReported, notAvailable, notApplicable, smallBase, suppressed },
    answers: answers.map(({ indicatorCode: _, count, ...answer }) => ({ ...answer, countries: count })),
  };
}

/** One country: treaties, who reported when, index, all indicators by round. */
export function countryAnswer(
  edition: EditionView,
  { definitions, frame }: Pick<Shared, "definitions" | "frame">,
  country: CountryFacts,
  own: {
    readonly reporting: readonly MatrixCell[];
    readonly index: Pieces;
    /** Rows by indicator, without the country. */
    readonly rows: ReadonlyMap<IndicatorCode, string>;
  },
): Pieces {
  const { rounds, mainRound } = frame;
  const head: Without<CountryPayload, "index" | "indicators"> = {
    country,
    rounds,
    mainRound,
    reporting: [...own.reporting],
  };
  const indicators = definitions.indicators.map(({ definition }) => {
    const { code, instrument, dimension, name, question, valueType, levels } = definition;
    const of: Omit<CountryPayload["indicators"][number], "rows"> = {
      code,
      instrument,
      dimension,
      name,
      question,
      valueType,
      levels,
    };
    return `${JSON.stringify(of).slice(0, -1)},"rows":[${own.rows.get(code) ?? ""}]}`;
  });
  return withRows(edition, head, { index: own.index, indicators: indicators.join(",") });
}

/** What is said beside the figures of one thing, each in its author's name. */
export function voicesAnswer(edition: EditionView, parts: readonly VoicePart[]): Pieces {
  const voices = parts.flatMap(({ one }): readonly PublicVoice[] => ("addressees" in one ? [one] : []));
  const documents = documentsIn(parts);
  const answer: ResponseOf<typeof getPublicVoices> = { edition, participants: namedIn(parts), voices, documents };
  return [JSON.stringify(answer)];
}

/** The documents that are shown to everybody. */
export function documentsAnswer(edition: EditionView, parts: readonly VoicePart[]): Pieces {
  const documents = documentsIn(parts);
  const answer: ResponseOf<typeof listPublicDocuments> = { edition, participants: namedIn(parts), documents };
  return [JSON.stringify(answer)];
}

const documentsIn = (parts: readonly VoicePart[]) =>
  parts.flatMap(({ one }): readonly PublicDocument[] => ("documentKind" in one ? [one] : []));

function namedIn(parts: readonly VoicePart[]): VoicePart["participants"] {
  const byCode = new Map(parts.flatMap(({ participants }) => participants).map((one) => [one.code, one]));
  return [...byCode.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}
