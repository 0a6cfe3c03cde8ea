import type { getPublicIndicator, listPublicIndicators, ResponseOf } from "@avances/contracts";
import { type Catalogue, findCodeList, type Indicator } from "@avances/domain/catalogue";
import { owesReport, type ReportState, reportTally } from "@avances/domain/submission";
import type { PublishedAnswer, PublishedSubmission } from "@avances/domain/suppression";
import type { EditionInput, PublicSubmission, RoundOfEdition } from "./edition-input.ts";
import { frame, named, ofRound, stateOf, unpublished } from "./frame.ts";
import { isReleased } from "./index-rows.ts";

type IndicatorPayload = ResponseOf<typeof getPublicIndicator>;
type IndicatorRow = IndicatorPayload["rows"][number];
type IndicatorList = ResponseOf<typeof listPublicIndicators>;

/** Indicators that the public sees at all. */
export function publicIndicators(catalogue: Catalogue): readonly Indicator[] {
  return catalogue.indicators.filter((indicator) => indicator.sensitivity === "public");
}

/** One published answer as a row; null when the submission has no public version. */
export function indicatorRow(submission: PublicSubmission, code: string): IndicatorRow | null {
  if (!isReleased(submission)) return null;
  const { version, submission: published } = submission.release;
  const answer = published.answers.get(code);
  return {
    country: submission.country,
    ...named(submission),
    state: answer?.state ?? "not_reported",
    value: answer?.value ?? null,
    ...(answer?.confirmed === false && { unconfirmed: true }),
    ...forIndex(published, answer),
    ...(version > 1 && { version }),
  };
}

/** A hidden figure that the index uses is public in the form in which it is used (methodology §7.4); what is on too few cases it does not use. */
function forIndex(published: PublishedSubmission, answer: PublishedAnswer | undefined): Pick<IndicatorRow, "forIndex"> {
  if (answer?.state !== "suppressed" || answer.value?.type !== "ratio") return {};
  const numerator = published.indexNumerators.get(answer.indicatorCode);
  const denominator = published.indexDenominators.get(answer.indicatorCode);
  return numerator === undefined || denominator === undefined ? {} : { forIndex: { numerator, denominator } };
}

/** One indicator: definition, every country by round, and per round how many are behind the figures. */
export function indicatorPayload(input: EditionInput, indicator: Indicator): Omit<IndicatorPayload, "edition"> {
  const rows = input.submissions.flatMap((submission) => indicatorRow(submission, indicator.code) ?? []);
  return {
    indicator: definition(input.catalogue, indicator),
    ...frame(input),
    unpublished: unpublished(input),
    totals: input.rounds.map((round) => totalsOf(input, rows, round)),
    rows,
  };
}

function totalsOf(
  input: EditionInput,
  rows: readonly IndicatorRow[],
  round: RoundOfEdition,
): IndicatorPayload["totals"][number] {
  const answers = rows.filter((row) => row.roundYear === round.roundYear);
  const count = (...states: readonly IndicatorRow["state"][]) =>
    answers.filter((row) => states.includes(row.state)).length;
  const reports = ofRound(input, round);
  const without = (state: ReportState) => reports.filter((report) => stateOf(report) === state).length;
  const owed = reports.filter(owesReport).map((report) => ({ state: stateOf(report) }));
  return {
    ...named(round),
    expected: reportTally(owed).of,
    published: answers.length,
    reported: count("reported", "small_base", "suppressed"),
    notReported: count("not_reported"),
    notAvailable: count("not_available"),
    notApplicable: count("not_applicable"),
    smallBase: count("small_base"),
    suppressed: count("suppressed"),
    notPublished: without("not_published"),
    exempt: without("exempt"),
    notAsked: without("not_asked"),
  };
}

function definition(catalogue: Catalogue, indicator: Indicator): IndicatorPayload["indicator"] {
  const objective = catalogue.objectives.find((item) => item.code === indicator.objective);
  const kind = catalogue.kinds.find((item) => item.code === indicator.kind);
  if (!objective || !kind)
    throw new Error(`catalogue ${catalogue.version} lacks objective or kind of ${indicator.code}`);
  const { scoring } = indicator;
  return {
    code: indicator.code,
    instrument: indicator.instrument,
    dimension: indicator.dimension,
    objective: objective.name,
    kind: kind.name,
    valueType: indicator.valueType,
    unit: indicator.unit,
    direction: indicator.direction,
    scored: indicator.scored,
    weight: indicator.weight,
    name: indicator.name,
    definition: indicator.definition,
    guidance: indicator.guidance,
    articles: indicator.articles,
    sources: catalogue.sources
      .filter((source) => indicator.source.includes(source.id))
      .map(({ author, title, year }) => ({ author, title, year })),
    levels: (indicator.levels ?? []).map(({ level, label }) => ({ level, label })),
    ratio: indicator.ratio
      ? {
          numerator: indicator.ratio.numerator.label,
          denominator: indicator.ratio.denominator.label,
          goalposts: scoring?.method === "linear" ? { min: scoring.min, max: scoring.max } : null,
        }
      : null,
    breakdowns: indicator.disaggregations.flatMap((code) => {
      const list = findCodeList(catalogue, code);
      if (!list) return [];
      const categories = list.codes.map((category) => ({ code: category.code, label: category.label }));
      return [{ code, name: list.name, exclusive: list.exclusive, categories }];
    }),
    smallCellSuppression: indicator.smallCellSuppression,
  };
}

/** All public indicators with how much is known about each in the round that stands for the region. */
export function indicatorList(input: EditionInput): Omit<IndicatorList, "edition"> {
  const { catalogue } = input;
  const main = input.rounds.find(({ roundYear }) => roundYear === frame(input).mainRound?.roundYear);
  return {
    instruments: catalogue.instruments.map(({ code, shortName }) => ({ code, shortName })),
    dimensions: catalogue.dimensions.map(({ code, name, description }) => ({ code, name, description })),
    objectives: catalogue.objectives.map(({ code, instrument, dimension, name, articles }) => ({
      code,
      instrument,
      dimension,
      name,
      articles,
    })),
    indicators: publicIndicators(catalogue).map((indicator) => {
      const rows = input.submissions.flatMap((submission) => indicatorRow(submission, indicator.code) ?? []);
      const latest = main && totalsOf(input, rows, main);
      return {
        code: indicator.code,
        instrument: indicator.instrument,
        dimension: indicator.dimension,
        objective: indicator.objective,
        valueType: indicator.valueType,
        scored: indicator.scored,
        name: indicator.name,
        latest: latest ? { ...named(latest), reported: latest.reported, published: latest.published } : null,
      };
    }),
  };
}
