import type { Text } from "@avances/domain/catalogue";
import type {
  PublicCountry,
  PublicIndex,
  PublicIndicator,
  PublicIndicatorList,
  PublicMatrix,
  PublicProgress,
} from "#lib/published-queries.ts";
import {
  type Answer,
  type Comparison,
  dimensionsOfTests,
  type Indicator,
  type Kind,
  type Region,
  type Report,
  type Result,
  type Round,
  reportIn,
  type Score,
  sinceChosen,
  underOtherChoices,
} from "./random-region.ts";

// The API's replies about a region of `random-region.ts`.

const named = ({ roundYear, referenceYear }: Round) => ({ roundYear, referenceYear });

/** There is an edition as soon as anything is public. */
function editionOf(region: Region): PublicMatrix["edition"] {
  if (!region.reports.some(({ state }) => state === "published")) return null;
  return { id: 3, publishedAt: `${region.today}T00:00:00.000Z`, catalogueVersion: "2026.1", demonstration: false };
}

function frameOf(region: Region) {
  return {
    edition: editionOf(region),
    countries: region.countries,
    rounds: region.rounds.map(({ closesOn: _, ...round }) => round),
    mainRound: region.main && named(region.main),
    unpublished: region.reports.flatMap(({ country, round, state }) =>
      state === "published" ? [] : [{ country, roundYear: round.roundYear, state }],
    ),
  };
}

export function matrixOf(region: Region): PublicMatrix {
  return { ...frameOf(region), cells: region.reports.map(cellOf) };
}

function cellOf({ country, round, obligated, state }: Report): PublicMatrix["cells"][number] {
  return { country, ...named(round), obligated, state, publishedAt: null, version: null, coverage: null };
}

const inShort = (name: Text) => ({ name, shortName: name });

export function indexOf(region: Region): PublicIndex {
  return {
    ...frameOf(region),
    instruments: [
      { code: "TIP", shortName: { en: "Trafficking", es: "Trata" }, weight: 50 },
      { code: "SOM", shortName: { en: "Smuggling", es: "Tráfico" }, weight: 50 },
    ],
    dimensions: [
      { code: "LEG", ...inShort({ en: "Laws", es: "Leyes" }), weight: 15 },
      { code: "PRV", ...inShort({ en: "Prevention", es: "Prevención" }), weight: 15 },
      { code: "DAT", ...inShort({ en: "Data", es: "Datos" }), weight: 10 },
    ],
    rows: region.reports.flatMap(rowOf),
  };
}

/** The API's reply about two rounds, the later one first. */
export function progressOf(region: Region, round: Round, earlier: Round): PublicProgress {
  return {
    edition: editionOf(region),
    round: named(round),
    since: named(earlier),
    rows: region.reports
      .filter((report) => report.round === round && report.scores !== null)
      .map((report) => ({
        country: report.country,
        progress:
          reportIn(region, report.country, earlier).state === "published"
            ? progressBy((instrument, dimension) => sinceChosen(region, report, earlier, instrument, dimension))
            : null,
      })),
  };
}

/** Of both Protocols together the tests take that of one. */
function progressBy(
  of: (instrument: "TIP" | "SOM", dimension?: (typeof dimensionsOfTests)[number]) => Comparison | null,
) {
  const dimensions = (instrument: "TIP" | "SOM") =>
    Object.fromEntries(dimensionsOfTests.map((code) => [code, compared(of(instrument, code))]));
  return {
    overall: compared(of("TIP")),
    TIP: compared(of("TIP")),
    SOM: compared(of("SOM")),
    dimensions: { TIP: dimensions("TIP"), SOM: dimensions("SOM") },
  };
}

function compared(one: Comparison | null) {
  return (
    one && {
      sinceRoundYear: one.round.roundYear,
      sinceReferenceYear: one.round.referenceYear,
      comparable: one.points !== null,
      progress: one.points,
      gapClosed: null,
      matchedWeightShare: 80,
    }
  );
}

function rowOf({ country, round, scores }: Report): PublicIndex["rows"][number][] {
  if (!scores) return [];
  const { TIP, SOM } = scores;
  const result = ({ applicable, score, coverage }: Result) => ({
    applicable,
    published: score !== null,
    score,
    coverage,
    range: { floor: 0, ceiling: 100 },
  });
  const instrument = (own: Score) => ({
    ...result(own),
    dimensions: Object.fromEntries(dimensionsOfTests.map((code) => [code, result(own.dimensions[code])])),
  });
  const own = { TIP, SOM };
  const progress = (kind: "since" | "before") =>
    progressBy((code, dimension) => (dimension === undefined ? own[code] : own[code].dimensions[dimension])[kind]);
  const robustness = ({ score, reverses }: Score) => {
    const other = underOtherChoices(score);
    const { equalWeights = null, geometricMean = null } = other ?? {};
    const without = { LEG: other?.["without-LEG"] ?? null, DAT: other?.["without-DAT"] ?? null };
    return { equalWeights, geometricMean, without, reverses };
  };
  return [
    {
      country,
      ...named(round),
      overall: result(TIP),
      instruments: { TIP: instrument(TIP), SOM: instrument(SOM) },
      progress: progress("since"),
      progressSincePrevious: progress("before"),
      robustness: { TIP: robustness(TIP), SOM: robustness(SOM) },
    },
  ];
}

/** The treaties of every country of the tests. */
export const treatiesOfTests = [
  { code: "TIP", consentOn: "2003-09-09", consentType: "ratification" },
  { code: "SOM", consentOn: "2021-04-15", consentType: "accession" },
  { code: "UNTOC", consentOn: null, consentType: "" },
].map((treaty) => ({ ...treaty, name: { en: `Treaty ${treaty.code}`, es: `Tratado ${treaty.code}` } }));

export function countryOf(region: Region, iso3: string, indicators: readonly Indicator[] = []): PublicCountry {
  const { edition, rounds, mainRound, countries } = frameOf(region);
  const own = region.reports.filter(({ country }) => country === iso3);
  const name = countries.find((country) => country.iso3 === iso3)?.name ?? { en: iso3, es: iso3 };
  return {
    edition,
    country: { iso3, name, capital: name, treaties: treatiesOfTests, treatiesAsOf: "2015-03-14" },
    rounds,
    mainRound,
    reporting: own.map(cellOf),
    index: own.flatMap(rowOf),
    indicators: indicators.map((indicator, place) => ({
      ...summary(indicator, place),
      levels: levelsOf(indicator.kind),
      rows: indicator.answers
        .filter(({ report }) => report.country === iso3)
        .map((answer) => answerRow(indicator.kind, answer)),
    })),
  };
}

const summary = ({ kind }: Indicator, place: number) =>
  ({
    code: `TIP-LEG-0${place + 1}`,
    instrument: "TIP",
    dimension: "LEG",
    name: { en: `Indicator ${place + 1}`, es: `Indicador ${place + 1}` },
    question: { en: `Question ${place + 1}?`, es: `¿Pregunta ${place + 1}?` },
    valueType: kind,
  }) as const;

type Articles = PublicIndicatorList["objectives"][number]["articles"];

/** What the objective of every list cites. */
const ofObjective: Articles = [{ instrument: "TIP", article: "9", paragraph: "1" }];
/** Articles for the indicators of a list that is about something else. */
const someArticles: readonly Articles[] = [
  [{ instrument: "TIP", article: "9", paragraph: "1)(b" }],
  [
    { instrument: "SOM", article: "16", paragraph: null },
    { instrument: "UNTOC", article: "11", paragraph: "1" },
  ],
];

/** The list of indicators, as the pages request it. `articlesOf`: what the indicator at a place cites. */
export function listPayload(
  region: Region,
  indicators: readonly Indicator[],
  articlesOf: (place: number) => Articles = (place) => someArticles[place % someArticles.length] ?? [],
): PublicIndicatorList {
  const { edition, instruments, dimensions } = indexOf(region);
  const name = { en: "Aim", es: "Meta" };
  return {
    edition,
    instruments,
    dimensions: dimensions.map(({ code, name: own, shortName }) => ({ code, name: own, shortName, description: own })),
    objectives: [{ code: "O1", instrument: "TIP", dimension: "LEG", name, articles: ofObjective }],
    indicators: indicators.map((indicator, place) => ({
      ...summary(indicator, place),
      scored: false,
      objective: "O1",
      articles: articlesOf(place),
      levels: levelsOf(indicator.kind),
      latest: region.main && latestOf(indicator, region.main),
    })),
  };
}

const levelsOf = (kind: Kind) =>
  kind === "ordinal"
    ? [0, 1, 2, 3, 4].map((level) => {
        const label = { en: `step ${level}`, es: `paso ${level}` };
        return { level, label, shortLabel: label };
      })
    : [];

function latestOf({ kind, answers }: Indicator, main: Round): PublicIndicatorList["indicators"][number]["latest"] {
  const own = answers.filter(({ report }) => report.round === main);
  const count = (...states: readonly Answer["state"][]) => own.filter(({ state }) => states.includes(state)).length;
  const gave = (figure: number) => own.filter((answer) => answer.figure === figure).length;
  const answersOf = {
    ordinal: [0, 1, 2, 3, 4].map((level) => ({ type: "ordinal" as const, level, countries: gave(level) })),
    boolean: [0, 1].map((yes) => ({ type: "boolean" as const, value: yes === 1, countries: gave(yes) })),
  };
  const counted = kind === "ordinal" || kind === "boolean" ? answersOf[kind] : [];
  return {
    ...named(main),
    published: own.length,
    reported: count("reported", "suppressed", "small_base"),
    notReported: count("not_reported"),
    notAvailable: count("not_available"),
    notApplicable: count("not_applicable"),
    smallBase: count("small_base"),
    suppressed: count("suppressed"),
    answers: counted.filter(({ countries }) => countries > 0),
  };
}

function answerRow(kind: Kind, answer: Answer): Omit<PublicIndicator["rows"][number], "country"> {
  return {
    ...named(answer.report.round),
    state: answer.state,
    ...(answer.unconfirmed && { unconfirmed: true }),
    value: payloadValue(kind, answer),
  };
}

export function indicatorPayload(region: Region, { kind, direction, answers }: Indicator): PublicIndicator {
  const text = { en: "", es: "" };
  return {
    ...frameOf(region),
    indicator: {
      code: "TIP-PRO-01",
      instrument: "TIP",
      dimension: "PRO",
      objective: text,
      kind: text,
      valueType: kind,
      unit: text,
      direction,
      scored: false,
      weight: 0,
      name: { en: "Victims identified", es: "Víctimas identificadas" },
      question: { en: "How many?", es: "¿Cuántas?" },
      definition: { en: "Persons whom an authority identified.", es: "Personas que una autoridad identificó." },
      guidance: text,
      articles: [],
      sources: [],
      levels: levelsOf(kind),
      ratio: null,
      breakdowns: [],
      smallCellSuppression: true,
      wording: { releases: ["2026.1"], earlier: [] },
    },
    rate: null,
    totals: [],
    rows: answers.map((answer) => ({
      country: answer.report.country,
      ...answerRow(kind, answer),
    })),
  };
}

/** The same, a count also by sex. */
export function brokenDown(
  data: PublicIndicator,
  parts: ReadonlyMap<Answer, readonly (number | "s")[]>,
): PublicIndicator {
  if (data.indicator.valueType !== "count") return data;
  const sexes = ["female", "male"].map((code) => ({ code, label: { en: code, es: code } }));
  const own = new Map(
    [...parts].map(([{ report }, figures]) => [`${report.country} ${report.round.roundYear}`, figures]),
  );
  return {
    ...data,
    indicator: {
      ...data.indicator,
      breakdowns: [{ code: "sex", name: { en: "Sex", es: "Sexo" }, exclusive: true, categories: sexes }],
    },
    rows: data.rows.map((row) => {
      const figures = own.get(`${row.country} ${row.roundYear}`);
      if (row.value?.type !== "count" || figures === undefined) return row;
      const sex = Object.fromEntries(sexes.map(({ code }, n) => [code, figures[n] ?? "s"]));
      return { ...row, value: { ...row.value, breakdowns: { sex } } };
    }),
  };
}

function payloadValue(kind: Kind, { state, figure, currency, date }: Answer): PublicIndicator["rows"][number]["value"] {
  if (state !== "reported" && state !== "suppressed" && state !== "small_base") return null;
  const shown = figure ?? "s";
  switch (kind) {
    case "count":
      return { type: kind, total: shown, breakdowns: {}, crossTabs: {} };
    case "ratio":
      return {
        type: kind,
        numerator: shown,
        denominator: shown === "s" ? "s" : 100,
        percent: state === "small_base" ? null : shown,
        breakdowns: {},
      };
    case "ordinal":
      return { type: kind, level: figure ?? 0 };
    case "boolean":
      return { type: kind, value: figure === 1 };
    case "money":
      return { type: kind, amountMinor: figure ?? 0, currency };
    case "date":
      return { type: kind, date };
    case "text":
      return { type: kind, text: "…" };
  }
}
