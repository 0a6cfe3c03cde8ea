import type { CsvRecord } from "./read-csv.ts";

/**
 * The index computed independently, from the methodology's text: nothing here is imported from the product. Input: the public
 * catalogue as JSON and the records of `data.csv`; output: cells of `index.csv` as text, by country, round, instrument, dimension.
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

const reasons = ["not_published", "exempt", "not_asked"];

function recomputedIndex(catalogue: PublicCatalogue, data: readonly CsvRecord[]): ReadonlyMap<string, Cells> {
  const cells = new Map<string, Cells>();
  const byCountry = Map.groupBy(data, ({ country }) => country as string);
  for (const [country, records] of byCountry) {
    const rounds = [...Map.groupBy(records, ({ round_year }) => round_year as string)].sort(
      ([a], [b]) => Number(a) - Number(b),
    );
    const published: Round[] = [];
    for (const [year, lines] of rounds) {
      const put = (instrument: string, dimension: string, own: Cells) =>
        cells.set([country, year, instrument, dimension].join("|"), own);
      const places: readonly (readonly [string, string])[] = [
        ["all", "all"],
        ...catalogue.instruments.flatMap(({ code }) =>
          ["all", ...catalogue.dimensions.map((dimension) => dimension.code)].map((part) => [code, part] as const),
        ),
      ];
      const reason = reasons.find((state) => lines[0]?.state === state);
      if (reason) {
        for (const place of places) put(...place, { ...blank, state: reason, published: "no" });
        continue;
      }
      const round = roundOf(catalogue, year, lines);
      published.push(round);
      for (const place of places)
        put(...place, { ...resultCells(round.result(...place)), ...progressCells(catalogue, published, round, place) });
    }
  }
  return cells;
}

/** Where the index file differs from this computation. */
export function indexDifferences(
  catalogue: PublicCatalogue,
  data: readonly CsvRecord[],
  index: readonly CsvRecord[],
): readonly string[] {
  const computed = recomputedIndex(catalogue, data);
  return index.flatMap((line) => {
    const { round_year, country, instrument, dimension } = line;
    const own = computed.get([country, round_year, instrument, dimension].join("|"));
    return Object.entries(own ?? { line: "none" }).flatMap(([name, value]) =>
      line[name] === value
        ? []
        : [`${country} ${round_year} ${instrument} ${dimension} ${name}: ${line[name]} is ${value}`],
    );
  });
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

const blank: Cells = {
  score: "",
  coverage: "",
  floor: "",
  ceiling: "",
  baseline_round_year: "",
  baseline_reference_year: "",
  comparable: "",
  progress: "",
  gap_closed: "",
  matched_share: "",
};

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

/** Methodology §5. The baseline of a dimension is that of its instrument. */
function progressCells(
  catalogue: PublicCatalogue,
  rounds: readonly Round[],
  now: Round,
  [instrument, dimension]: readonly [string, string],
): Cells {
  const isPublished = (round: Round) => round.result(instrument, "all").score !== null;
  const baseline = rounds.find(isPublished);
  if (!baseline || baseline === now || !isPublished(now)) return {};
  const weightOf = new Map(catalogue.dimensions.map(({ code, weight }) => [code, weight]));
  let [all, matched, before, after] = [0, 0, 0, 0];
  for (const one of catalogue.indicators) {
    if (!one.scored || (instrument !== "all" && one.instrument !== instrument)) continue;
    if (dimension !== "all" && one.dimension !== dimension) continue;
    const ofInstrument = catalogue.instruments.find(({ code }) => code === one.instrument)?.weight ?? 0;
    const weight = one.weight * (weightOf.get(one.dimension) ?? 0) * (instrument === "all" ? ofInstrument : 1);
    all += weight;
    const [then, current] = [baseline.standings.get(one.code), now.standings.get(one.code)];
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
    baseline_round_year: baseline.year,
    baseline_reference_year: baseline.referenceYear,
    comparable: comparable ? "yes" : "no",
    matched_share: String(share),
    progress: comparable ? String(progress) : "",
    gap_closed: comparable && progress >= 0 && from < 100 ? String((100 * progress) / (100 - from)) : "",
  };
}
