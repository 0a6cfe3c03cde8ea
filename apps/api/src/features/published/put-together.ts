import { type VoicePlace, voicePlaces } from "@avances/contracts";
import { articleKey } from "@avances/domain/catalogue";
import type { EditionSource, SaidBeside, Told } from "./edition-source.ts";
import { pairOf, progressRows } from "./progress-since-round.ts";
import {
  countryAnswer,
  documentsAnswer,
  type EditionView,
  indexAnswer,
  indicatorAnswer,
  indicatorListAnswer,
  matrixAnswer,
  type Pieces,
  progressAnswer,
  voicesAnswer,
} from "./public-answers.ts";

/** Names of the answers of the public file. */
export const answerKeys = {
  matrix: "matrix",
  index: "index",
  indicators: "indicators",
  indicator: (code: string) => `indicators/${code}`,
  country: (iso3: string) => `countries/${iso3}`,
  progress: (roundYear: number, earlier: number) => `progress/${roundYear}/since/${earlier}`,
  voices: (place: VoicePlace, code: string) => `voices/${place}/${code}`,
  documents: "documents",
} as const;

/** Is it one of many answers, of which most are never asked for? One of the others there is for each indicator and country at most. */
export function isOneOfMany(key: string): boolean {
  return key.startsWith("progress/");
}

/** Gives the edition in which this content of an answer last changed. */
export type ViewOf = (told: Told | SaidBeside) => Promise<EditionView>;

/** The answer under a key, as text; undefined when there is no such key. All of it comes from this edition. */
export async function putTogether(source: EditionSource, viewOf: ViewOf, key: string): Promise<string | undefined> {
  return (await piecesOf(source, viewOf, key))?.join("");
}

/** The same in pieces. */
export async function piecesOf(source: EditionSource, viewOf: ViewOf, key: string): Promise<Pieces | undefined> {
  const { definitions, cells, rows } = source;
  const all = definitions.countries.map(({ iso3 }) => iso3);
  const [kind, name] = key.split("/", 2);
  if (key === answerKeys.matrix)
    return matrixAnswer(await viewOf({ withIndex: false }), source.frame, source.cellRows());
  if (key === answerKeys.index) return indexAnswer(await viewOf({ withIndex: true }), source, await source.index(all));
  if (key === answerKeys.indicators) {
    const main = source.frame.mainRound?.roundYear;
    const laddered = definitions.indicators
      .map(({ definition }) => definition)
      .filter(({ valueType }) => valueType === "ordinal" || valueType === "boolean")
      .map(({ code }) => code);
    const [counts, answers] =
      main === undefined
        ? [[], []]
        : await Promise.all([rows.counts({ roundYear: main }), rows.answers(main, laddered)]);
    return indicatorListAnswer(await viewOf({ withIndex: false }), source, counts, answers);
  }
  if (kind === "indicators") {
    const indicator = definitions.indicators.find(({ definition }) => definition.code === name);
    if (!indicator) return undefined;
    const { code } = indicator.definition;
    const [counts, text] = await Promise.all([rows.counts({ indicator: code }), rows.ofIndicator(code)]);
    return indicatorAnswer(await viewOf({ withIndex: false }), source, indicator, counts, text);
  }
  const [, roundYear, earlier] = /^progress\/(\d{4})\/since\/(\d{4})$/.exec(key) ?? [];
  if (roundYear !== undefined) {
    const pair = pairOf(source, Number(roundYear), Number(earlier));
    if (!pair) return undefined;
    const compared = await progressRows(source, pair);
    return progressAnswer(await viewOf({ withIndex: true }), pair, compared);
  }
  if (key === answerKeys.documents)
    return documentsAnswer(await viewOf({ said: "documents" }), await source.voices("documents"));
  const place = kind === "voices" ? knownPlace(source, key) : undefined;
  if (place !== undefined) return voicesAnswer(await viewOf({ said: { place } }), await source.voices({ place }));
  const country = kind === "countries" ? definitions.countries.find(({ iso3 }) => iso3 === name) : undefined;
  if (!country) return undefined;
  const { iso3 } = country;
  const [index, own] = await Promise.all([source.index([iso3]), rows.ofCountry(iso3)]);
  return countryAnswer(await viewOf({ country: iso3, withIndex: true }), source, country, {
    reporting: cells.filter((cell) => cell.country === iso3),
    index,
    rows: own,
  });
}

/** The place that a key names beside which something may be said (`indicators/TIP-PRV-04`); undefined if there is no such thing. */
function knownPlace({ definitions }: EditionSource, key: string): string | undefined {
  const [, kind = "", code = ""] = key.split("/");
  const { indicators, objectives, countries } = definitions;
  const codes: Readonly<Record<VoicePlace, () => readonly string[]>> = {
    indicators: () => indicators.map(({ definition }) => definition.code),
    countries: () => countries.map(({ iso3 }) => iso3),
    objectives: () => objectives.map((one) => one.code),
    articles: () =>
      [...objectives, ...indicators.map(({ definition }) => definition)].flatMap((one) => one.articles.map(articleKey)),
  };
  const place = voicePlaces.find((one) => one === kind);
  return place !== undefined && codes[place]().includes(code) ? `${place}/${code}` : undefined;
}
