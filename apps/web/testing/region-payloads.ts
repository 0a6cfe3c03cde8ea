import type {
  PublicCountry,
  PublicIndex,
  PublicIndicator,
  PublicIndicatorList,
  PublicMatrix,
} from "#lib/published-queries.ts";
import type { Answer, Indicator, Kind, Region, Report, Round, Score } from "./random-region.ts";

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

export function indexOf(region: Region): PublicIndex {
  return {
    ...frameOf(region),
    instruments: [
      { code: "TIP", shortName: { en: "Trafficking", es: "Trata" }, weight: 50 },
      { code: "SOM", shortName: { en: "Smuggling", es: "Tráfico" }, weight: 50 },
    ],
    dimensions: [
      { code: "LEG", name: { en: "Laws", es: "Leyes" }, weight: 15 },
      { code: "DAT", name: { en: "Data", es: "Datos" }, weight: 10 },
    ],
    rows: region.reports.flatMap(rowOf),
  };
}

function rowOf({ country, round, scores }: Report): PublicIndex["rows"][number][] {
  if (!scores) return [];
  const result = ({ applicable, score }: Score) => ({
    applicable,
    published: score !== null,
    score,
    coverage: 80,
    range: { floor: 0, ceiling: 100 },
  });
  const progress = ({ since }: Score) =>
    since && {
      baselineRoundYear: since.round.roundYear,
      baselineReferenceYear: since.round.referenceYear,
      comparable: since.points !== null,
      progress: since.points,
      gapClosed: null,
      matchedWeightShare: 80,
    };
  const robustness = ({ reverses }: Score) => ({ equalWeights: null, geometricMean: null, without: {}, reverses });
  const { TIP, SOM } = scores;
  return [
    {
      country,
      ...named(round),
      overall: result(TIP),
      instruments: { TIP: { ...result(TIP), dimensions: {} }, SOM: { ...result(SOM), dimensions: {} } },
      progress: { overall: progress(TIP), TIP: progress(TIP), SOM: progress(SOM) },
      robustness: { TIP: robustness(TIP), SOM: robustness(SOM) },
    },
  ];
}

export function countryOf(region: Region, iso3: string, indicators: readonly Indicator[] = []): PublicCountry {
  const { edition, rounds, mainRound, countries } = frameOf(region);
  const own = region.reports.filter(({ country }) => country === iso3);
  const name = countries.find((country) => country.iso3 === iso3)?.name ?? { en: iso3, es: iso3 };
  return {
    edition,
    country: { iso3, name, capital: name, treaties: [], treatiesAsOf: "2015-03-14" },
    rounds,
    mainRound,
    reporting: own.map(cellOf),
    index: own.flatMap(rowOf),
    indicators: indicators.map((indicator, place) => ({
      ...summary(indicator, place),
      levels: [],
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
    valueType: kind,
  }) as const;

/** The list of indicators, as the pages request it. */
export function listPayload(region: Region, indicators: readonly Indicator[]): PublicIndicatorList {
  const { edition, instruments, dimensions } = indexOf(region);
  const articles: [] = [];
  return {
    edition,
    instruments,
    dimensions: dimensions.map(({ code, name }) => ({ code, name, description: name })),
    objectives: [{ code: "O1", instrument: "TIP", dimension: "LEG", name: { en: "Aim", es: "Meta" }, articles }],
    indicators: indicators.map((indicator, place) => ({
      ...summary(indicator, place),
      scored: false,
      objective: "O1",
      articles: place === 0 ? [{ instrument: "TIP", article: "6", paragraph: "1" }] : [],
      latest: region.main && { ...named(region.main), reported: 1, published: 2 },
    })),
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
      definition: { en: "Persons whom an authority identified.", es: "Personas que una autoridad identificó." },
      guidance: text,
      articles: [],
      sources: [],
      levels:
        kind === "ordinal"
          ? [0, 1, 2, 3, 4].map((level) => ({ level, label: { en: `step ${level}`, es: `paso ${level}` } }))
          : [],
      ratio: null,
      breakdowns: [],
      smallCellSuppression: true,
    },
    totals: [],
    rows: answers.map((answer) => ({
      country: answer.report.country,
      ...answerRow(kind, answer),
    })),
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
