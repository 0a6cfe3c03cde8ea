import type { CsvRecord } from "./read-csv.ts";

/**
 * The index computed independently, from the methodology's text: nothing here is imported from the product. Input: the public
 * catalogue as JSON and the records of `data.csv`; output: cells of `index.csv` as text, by country, round, instrument, dimension,
 * and in the same form the progress since the round before, which the JSON of the index has and the file does not.
 */
type Cells = Readonly<Record<string, string>>;

interface PublicCatalogue {
  readonly index: {
    readonly minCoverageDimension: number;
    readonly minCoverageInstrument: number;
    readonly minDimensionsInstrument: number;
  };
  readonly instruments: readonly { readonly code: string; readonly weight: number }[];
  readonly dimensions: readonly { readonly code: string; readonly weight: number }[];
  readonly indicators: readonly {
    readonly code: string;
    readonly instrument: string;
    readonly dimension: string;
    readonly scored: boolean;
    readonly weight: number;
    readonly levels?: readonly { readonly level: number; readonly points?: number }[] | null;
    readonly scoring?: Readonly<Record<string, unknown>> | null;
  }[];
}

type Indicator = PublicCatalogue["indicators"][number];
/** Points from 0 to 100; `missing` = a gap that lowers coverage; `out` = left out of the calculation. */
type Standing = number | "missing" | "out";

interface Result {
  readonly applicable: boolean;
  readonly score: number | null;
  readonly coverage: number;
  readonly floor: number;
  readonly ceiling: number;
}

const reasons = ["received", "not_published", "exempt", "not_asked"];

interface Recomputed {
  readonly cells: ReadonlyMap<string, Cells>;
  readonly sincePrevious: ReadonlyMap<string, Cells>;
}

/** Every line of the file by country and round, the earliest round first. */
function byRound(
  data: readonly CsvRecord[],
): ReadonlyMap<string, readonly (readonly [string, readonly CsvRecord[]])[]> {
  const byCountry = Map.groupBy(data, ({ country }) => country as string);
  return new Map(
    [...byCountry].map(([country, records]) => [
      country,
      [...Map.groupBy(records, ({ round_year }) => round_year as string)].sort(([a], [b]) => Number(a) - Number(b)),
    ]),
  );
}

const isPublic = (lines: readonly CsvRecord[]) => !reasons.includes(lines[0]?.state ?? "");

/** Both Protocols together, each Protocol, and each of its dimensions. */
function placesOf(catalogue: PublicCatalogue): readonly (readonly [instrument: string, dimension: string])[] {
  return [
    ["all", "all"],
    ...catalogue.instruments.flatMap(({ code }) =>
      ["all", ...catalogue.dimensions.map((dimension) => dimension.code)].map((part) => [code, part] as const),
    ),
  ];
}

function recomputedIndex(catalogue: PublicCatalogue, data: readonly CsvRecord[]): Recomputed {
  const cells = new Map<string, Cells>();
  const sincePrevious = new Map<string, Cells>();
  const places = placesOf(catalogue);
  for (const [country, rounds] of byRound(data)) {
    const published: Round[] = [];
    for (const [year, lines] of rounds) {
      const at = (...place: readonly string[]) => [country, year, ...place].join("|");
      const put = (instrument: string, dimension: string, own: Cells) => cells.set(at(instrument, dimension), own);
      if (!isPublic(lines)) {
        const state = lines[0]?.state ?? "";
        for (const place of places) put(...place, { ...blank, state, published: "no" });
        continue;
      }
      const round = roundOf(catalogue, year, lines);
      const before = published.at(-1);
      published.push(round);
      for (const place of places) {
        const [instrument] = place;
        const isPublished = (one: Round) => one.result(instrument, "all").score !== null;
        const baseline = published.find(isPublished);
        const since = (earlier: Round | undefined): Cells =>
          earlier === undefined || earlier === round || !isPublished(round)
            ? noProgress
            : progressCells(catalogue, earlier, round, place);
        put(...place, { ...resultCells(round.result(...place)), ...since(baseline) });
        sincePrevious.set(at(...place), since(before));
      }
    }
  }
  return { cells, sincePrevious };
}

/** Where the index file differs from this computation. */
export function indexDifferences(
  catalogue: PublicCatalogue,
  data: readonly CsvRecord[],
  index: readonly CsvRecord[],
): readonly string[] {
  const { cells } = recomputedIndex(catalogue, data);
  return index.flatMap((line) => {
    const { round_year, country, instrument, dimension } = line;
    const own = cells.get([country, round_year, instrument, dimension].join("|"));
    return Object.entries(own ?? { line: "none" }).flatMap(([name, value]) =>
      line[name] === value
        ? []
        : [`${country} ${round_year} ${instrument} ${dimension} ${name}: ${line[name]} is ${value}`],
    );
  });
}

/** A comparison with an earlier round, as the JSON of the index gives it. */
interface Progress {
  readonly sinceRoundYear: number;
  readonly sinceReferenceYear: number;
  readonly comparable: boolean;
  readonly progress: number | null;
  readonly gapClosed: number | null;
  readonly matchedWeightShare: number;
}

type Compared = Readonly<
  Record<string, Progress | null | Readonly<Record<string, Readonly<Record<string, Progress | null>>>>>
>;

interface IndexRow {
  readonly country: string;
  readonly roundYear: number;
  readonly progress: Compared;
  readonly progressSincePrevious: Compared;
}

/** Where what the JSON of the index says of progress differs from this computation, and how many comparisons it holds. */
export function progressDifferences(
  catalogue: PublicCatalogue,
  data: readonly CsvRecord[],
  rows: readonly IndexRow[],
): { readonly differences: readonly string[]; readonly compared: Readonly<Record<"baseline" | "previous", number>> } {
  const { cells, sincePrevious } = recomputedIndex(catalogue, data);
  const differences: string[] = [];
  const compared = { baseline: 0, previous: 0 };
  for (const { country, roundYear, progress, progressSincePrevious } of rows) {
    for (const [of, said, expected] of [
      ["baseline", progress, cells],
      ["previous", progressSincePrevious, sincePrevious],
    ] as const) {
      for (const [place, one] of comparisons(said)) {
        const own = expected.get(`${country}|${roundYear}|${place}`) ?? {};
        const told = one ? cellsOf(one) : noProgress;
        if (one?.comparable) compared[of] += 1;
        for (const [name, value] of Object.entries(told))
          if (own[name] !== value)
            differences.push(`${country} ${roundYear} ${place} ${of} ${name}: ${value} is ${own[name]}`);
      }
    }
  }
  return { differences, compared };
}

/** How the countries in a round stand against an earlier one, as the interface gives it. */
export interface SinceRound {
  readonly round: { readonly roundYear: number };
  readonly since: { readonly roundYear: number };
  readonly rows: readonly { readonly country: string; readonly progress: Compared | null }[];
}

/** The same for comparisons with a chosen round; `withoutReport` = countries that had no public report in it. */
export function sinceDifferences(
  catalogue: PublicCatalogue,
  data: readonly CsvRecord[],
  answers: readonly SinceRound[],
): { readonly differences: readonly string[]; readonly compared: number; readonly withoutReport: number } {
  const reports = new Map(
    [...byRound(data)].flatMap(([country, rounds]) =>
      rounds.flatMap(([year, lines]) =>
        isPublic(lines) ? [[`${country} ${year}`, roundOf(catalogue, year, lines)] as const] : [],
      ),
    ),
  );
  const differences: string[] = [];
  let [compared, withoutReport] = [0, 0];
  for (const { round, since, rows } of answers) {
    const named = `${round.roundYear} since ${since.roundYear}`;
    const expected = [...reports.keys()].filter((key) => key.endsWith(` ${round.roundYear}`)).sort();
    const told = rows.map(({ country }) => `${country} ${round.roundYear}`);
    if (told.join() !== expected.join()) differences.push(`${named}: ${told} are ${expected}`);
    for (const { country, progress } of rows) {
      const now = reports.get(`${country} ${round.roundYear}`);
      const earlier = reports.get(`${country} ${since.roundYear}`);
      if ((progress === null) !== (earlier === undefined)) differences.push(`${named} ${country}: ${progress}`);
      if (!now || !earlier || progress === null) {
        withoutReport += 1;
        continue;
      }
      const said = new Map(comparisons(progress));
      for (const place of placesOf(catalogue)) {
        const one = said.get(place.join("|")) ?? null;
        const isPublished = now.result(place[0], "all").score !== null;
        const own = isPublished ? progressCells(catalogue, earlier, now, place) : noProgress;
        if (one?.comparable) compared += 1;
        for (const [name, value] of Object.entries(one ? cellsOf(one) : noProgress))
          if (own[name] !== value) differences.push(`${named} ${country} ${place} ${name}: ${value} is ${own[name]}`);
      }
    }
  }
  return { differences, compared, withoutReport };
}

function comparisons(said: Compared): readonly (readonly [place: string, progress: Progress | null])[] {
  const {
    dimensions = {},
    overall,
    ...instruments
  } = said as Compared & {
    readonly dimensions: Readonly<Record<string, Readonly<Record<string, Progress | null>>>>;
  };
  return [
    ["all|all", overall as Progress | null],
    ...Object.entries(instruments).map(([code, one]) => [`${code}|all`, one as Progress | null] as const),
    ...Object.entries(dimensions).flatMap(([code, own]) =>
      Object.entries(own).map(([dimension, one]) => [`${code}|${dimension}`, one] as const),
    ),
  ];
}

function cellsOf(one: Progress): Cells {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    baseline_round_year: String(one.sinceRoundYear),
    baseline_reference_year: String(one.sinceReferenceYear),
    comparable: one.comparable ? "yes" : "no",
    matched_share: String(one.matchedWeightShare),
    progress: text(one.progress),
    gap_closed: text(one.gapClosed),
  };
}

interface Round {
  readonly year: string;
  readonly referenceYear: string;
  readonly standings: ReadonlyMap<string, Standing>;
  result(instrument: string, dimension: string): Result;
}

function roundOf(catalogue: PublicCatalogue, year: string, lines: readonly CsvRecord[]): Round {
  const own = Map.groupBy(lines, ({ indicator }) => indicator as string);
  const standings = new Map(
    catalogue.indicators
      .filter(({ scored }) => scored)
      .map((one) => [one.code, standingOf(one, own.get(one.code) ?? [])]),
  );
  const dimension = (instrument: string, code: string) =>
    dimensionResult(
      catalogue,
      catalogue.indicators
        .filter((one) => one.scored && one.instrument === instrument && one.dimension === code)
        .map((one) => ({ weight: one.weight, standing: standings.get(one.code) ?? "missing" })),
    );
  const instrument = (code: string) =>
    composed(
      catalogue.dimensions.map((one) => ({ weight: one.weight, result: dimension(code, one.code) })),
      (parts, coverage) =>
        parts >= catalogue.index.minDimensionsInstrument && coverage >= catalogue.index.minCoverageInstrument - 1e-9,
    );
  const both = () =>
    composed(
      catalogue.instruments.map((one) => ({ weight: one.weight, result: instrument(one.code) })),
      (parts) => parts === catalogue.instruments.length,
    );
  return {
    year,
    referenceYear: lines[0]?.reference_year ?? "",
    standings,
    result: (of, part) => (of === "all" ? both() : part === "all" ? instrument(of) : dimension(of, part)),
  };
}

/** Methodology §2 and §3, from the lines of one answer. */
function standingOf(indicator: Indicator, lines: readonly CsvRecord[]): Standing {
  const line = (measure: string) => lines.find((one) => one.measure === measure && one.breakdown === "");
  const scoring = indicator.scoring ?? {};
  const head = line("level") ?? line("yes_no") ?? line("percent");
  if (!head) throw new Error(`${indicator.code} has no line`);
  if (head.state === "not_available" || head.state === "not_reported") return "missing";
  if (head.state === "not_applicable") return head.confirmed === "yes" ? "out" : "missing";
  if (head.state === "small_base") return "out";
  if (head.measure === "level")
    return indicator.levels?.find(({ level }) => level === Number(head.value))?.points ?? Number.NaN;
  if (head.measure === "yes_no") return Number(scoring[head.value === "yes" ? "true" : "false"]);
  const [numerator, denominator] = [line("numerator")?.index_value, line("denominator")?.index_value];
  const [min, max] = [Number(scoring.min), Number(scoring.max)];
  if (!numerator || !denominator) throw new Error(`${indicator.code} has no figures for the index`);
  const share = Number(numerator) / Number(denominator);
  return 100 * Math.min(1, Math.max(0, (share - min) / (max - min)));
}

/** Methodology §4. */
function dimensionResult(
  { index }: PublicCatalogue,
  indicators: readonly { readonly weight: number; readonly standing: Standing }[],
): Result {
  let [answered, missing, points] = [0, 0, 0];
  for (const { weight, standing } of indicators) {
    if (standing === "missing") missing += weight;
    else if (standing !== "out") {
      answered += weight;
      points += weight * standing;
    }
  }
  const applicable = answered + missing;
  if (applicable === 0) return { applicable: false, score: null, coverage: 0, floor: 0, ceiling: 100 };
  const coverage = (100 * answered) / applicable;
  return {
    applicable: true,
    score: answered > 0 && coverage >= index.minCoverageDimension ? points / answered : null,
    coverage,
    floor: points / applicable,
    ceiling: (points + 100 * missing) / applicable,
  };
}

type Part = { readonly weight: number; readonly result: Result };

function composed(parts: readonly Part[], isEnough: (published: number, coverage: number) => boolean): Result {
  const applicable = parts.filter(({ result }) => result.applicable);
  if (applicable.length === 0) return { applicable: false, score: null, coverage: 0, floor: 0, ceiling: 100 };
  const coverage = mean(applicable, ({ coverage }) => coverage);
  const published = parts.filter(({ result }) => result.score !== null);
  return {
    applicable: true,
    score:
      published.length > 0 && isEnough(published.length, coverage)
        ? mean(published, ({ score }) => score as number)
        : null,
    coverage,
    floor: mean(applicable, ({ floor }) => floor),
    ceiling: mean(applicable, ({ ceiling }) => ceiling),
  };
}

function mean(parts: readonly Part[], of: (result: Result) => number): number {
  let [sum, weights] = [0, 0];
  for (const { weight, result } of parts) {
    weights += weight;
    sum += weight * of(result);
  }
  return sum / weights;
}

const noProgress: Cells = {
  baseline_round_year: "",
  baseline_reference_year: "",
  comparable: "",
  progress: "",
  gap_closed: "",
  matched_share: "",
};
const blank: Cells = { score: "", coverage: "", floor: "", ceiling: "", ...noProgress };

function resultCells({ applicable, score, coverage, floor, ceiling }: Result): Cells {
  if (!applicable) return { ...blank, state: "not_applicable", published: "no" };
  return {
    ...blank,
    state: score === null ? "insufficient_data" : "published",
    published: score === null ? "no" : "yes",
    score: score === null ? "" : String(score),
    coverage: String(coverage),
    floor: String(floor),
    ceiling: String(ceiling),
  };
}

/** Methodology §5. A dimension is compared with the same round as its instrument. */
function progressCells(
  catalogue: PublicCatalogue,
  earlier: Round,
  now: Round,
  [instrument, dimension]: readonly [string, string],
): Cells {
  const weightOf = new Map(catalogue.dimensions.map(({ code, weight }) => [code, weight]));
  let [all, matched, before, after] = [0, 0, 0, 0];
  for (const one of catalogue.indicators) {
    if (!one.scored || (instrument !== "all" && one.instrument !== instrument)) continue;
    if (dimension !== "all" && one.dimension !== dimension) continue;
    const ofInstrument = catalogue.instruments.find(({ code }) => code === one.instrument)?.weight ?? 0;
    const weight = one.weight * (weightOf.get(one.dimension) ?? 0) * (instrument === "all" ? ofInstrument : 1);
    all += weight;
    const [then, current] = [earlier.standings.get(one.code), now.standings.get(one.code)];
    if (typeof then !== "number" || typeof current !== "number") continue;
    matched += weight;
    before += weight * then;
    after += weight * current;
  }
  const share = (100 * matched) / all;
  const comparable = matched > 0 && share >= 50;
  const [from, to] = [before / matched, after / matched];
  const progress = to - from;
  return {
    baseline_round_year: earlier.year,
    baseline_reference_year: earlier.referenceYear,
    comparable: comparable ? "yes" : "no",
    matched_share: String(share),
    progress: comparable ? String(progress) : "",
    gap_closed: comparable && progress >= 0 && from < 100 ? String((100 * progress) / (100 - from)) : "",
  };
}
