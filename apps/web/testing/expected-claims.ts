import type { Language } from "@avances/domain/catalogue";
import {
  dimensionsOfTests,
  type Indicator,
  type Region,
  type Report,
  type Result,
  type Round,
  reportIn,
  sinceChosen,
} from "./random-region.ts";

/** The second computation: what a true sentence about a region must claim, computed from the truth. Shares no code with what it checks. */

/** A figure as shown: one decimal, half away from zero. */
export function shown(figure: number): number {
  const rounded = Math.floor(Math.abs(figure) * 10 + 0.5 + 1e-9) / 10;
  return rounded === 0 ? 0 : Math.sign(figure) * rounded;
}

/** The lowest and the highest; null for an empty list. */
export function ends(figures: readonly number[]): [number, number] | null {
  const sorted = [...figures].sort((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  return low === undefined || high === undefined ? null : [low, high];
}

export function nameOf(region: Region, iso3: string, language: Language): string {
  return region.countries.find((country) => country.iso3 === iso3)?.name[language] ?? iso3;
}

/** Names in order; more than twelve are only counted. */
function namesOf(region: Region, codes: readonly string[], language: Language): readonly string[] | number {
  return codes.length > 12 ? codes.length : codes.map((code) => nameOf(region, code, language)).sort();
}

/** Countries by reason, as a sentence lists them. */
function listed(
  region: Region,
  reasons: ReadonlyMap<string, string | null>,
  language: Language,
): Record<string, readonly string[] | number> {
  const found: Record<string, string[]> = {};
  for (const [country, reason] of reasons) if (reason !== null) found[reason] = [...(found[reason] ?? []), country];
  return Object.fromEntries(Object.entries(found).map(([reason, codes]) => [reason, namesOf(region, codes, language)]));
}

/** Why a report is not public on the region's day; null when it is. */
export function whyMissing({ state, round }: Report, today: string): string | null {
  if (state === "published") return null;
  return state === "not_published" && today < round.closesOn ? "not_published_yet" : state;
}

function ofMain(region: Region): readonly Report[] {
  return region.reports.filter(({ round }) => round === region.main);
}

function withReport(region: Region): readonly Report[] {
  return ofMain(region).filter(({ state }) => state === "published");
}

const codes = (reports: readonly Report[]) => reports.map(({ country }) => country);

export function expectedReporting(region: Region, language: Language) {
  const own = ofMain(region);
  const owed = own.filter(({ obligated, state }) => obligated && state !== "exempt");
  const extra = codes(own.filter(({ obligated, state }) => !obligated && state === "published"));
  return {
    part: owed.filter(({ state }) => state === "published").length,
    whole: codes(owed),
    voluntary: extra.length === 0 ? null : { n: extra.length, names: namesOf(region, extra, language) },
    missing: listed(region, new Map(own.map((report) => [report.country, whyMissing(report, region.today)])), language),
  };
}

export function expectedScores(region: Region, language: Language) {
  const reports = withReport(region);
  const scored = reports.filter(({ scores }) => scores?.TIP.score != null);
  const why = (report: Report) => {
    if (!report.scores) return whyMissing(report, region.today);
    if (report.scores.TIP.score !== null) return null;
    return report.scores.TIP.applicable ? "insufficient" : "not_applicable";
  };
  return {
    part: scored.length,
    whole: codes(reports),
    missing: listed(region, new Map(ofMain(region).map((report) => [report.country, why(report)])), language),
  };
}

/** Where a page compares with another round, or leaves the years to another line. */
interface ProgressView {
  readonly round?: Round | null;
  readonly comparedWith?: "first" | "before" | Round;
  readonly withYears?: boolean;
}

export function expectedProgress(
  region: Region,
  instrument: "TIP" | "SOM",
  language: Language,
  { round = region.main, comparedWith = "first", withYears = true }: ProgressView = {},
) {
  const own = region.reports.filter((report) => report.round === round);
  const reports = own.filter(({ state }) => state === "published");
  const change = (report: Report, dimension?: (typeof dimensionsOfTests)[number]) => {
    if (typeof comparedWith !== "string") return sinceChosen(region, report, comparedWith, instrument, dimension);
    const whole = report.scores?.[instrument];
    const result: Result | undefined = dimension === undefined ? whole : whole?.dimensions[dimension];
    return (comparedWith === "first" ? result?.since : result?.before) ?? null;
  };
  const why = (report: Report): string | null => {
    const score = report.scores?.[instrument];
    if (!score) return whyMissing(report, region.today);
    if (score.score === null) return score.applicable ? "insufficient" : "not_applicable";
    const since = change(report);
    if (typeof comparedWith === "string") {
      if (since === null) return "first";
      return since.points === null ? "not_comparable" : null;
    }
    if (since !== null && since.points !== null) return null;
    const then = reportIn(region, report.country, comparedWith);
    const year = comparedWith.referenceYear;
    if (!then.scores) return `then_${whyMissing(then, region.today)} ${year}`;
    return then.scores[instrument].score === null ? `no_score_then ${year}` : "not_comparable";
  };
  const compared = reports.flatMap((report) => {
    const score = report.scores?.[instrument];
    const since = change(report);
    return score && score.score !== null && since !== null && since.points !== null
      ? [{ report, score: score.score, by: shown(since.points), since: since.round }]
      : [];
  });
  const up = compared.filter(({ by }) => by > 0);
  const down = compared.filter(({ by }) => by < 0);
  const [only] = compared;
  const isOne = compared.length === 1;
  return {
    claim: {
      form: only ? "compared" : reports.length === 0 ? "no_report" : "nobody",
      year: withYears || !only ? round?.referenceYear : 0,
      round: withYears || !only ? round?.roundYear : 0,
      earlier:
        reports.length === 0
          ? null
          : typeof comparedWith === "string"
            ? comparedWith
            : `${comparedWith.referenceYear} ${comparedWith.roundYear}`,
      reports: only && !isOne ? reports.length : null,
      compared: compared.length,
      only: isOne && only ? nameOf(region, only.report.country, language) : null,
      higher: up.length,
      lower: down.length,
      same: compared.length - up.length - down.length,
      rise: ends(up.map(({ by }) => by)),
      fall: ends(down.map(({ by }) => -by)),
      since:
        withYears && typeof comparedWith === "string" ? ends(compared.map(({ since }) => since.referenceYear)) : null,
      now: isOne ? null : ends(compared.map(({ score }) => shown(score))),
    },
    missing: listed(region, new Map(own.map((report) => [report.country, why(report)])), language),
    risen: expectedRisen(
      dimensionsOfTests.map((code) => ({
        name: nameOfDimension[code][language],
        changes: reports.flatMap((report) => {
          const result = report.scores?.[instrument].dimensions[code];
          const by = change(report, code)?.points;
          return result && result.score !== null && by != null ? [shown(by)] : [];
        }),
      })),
    ),
  };
}

/** As the payload of the tests names them. */
const nameOfDimension = {
  LEG: { en: "Laws", es: "Leyes" },
  PRV: { en: "Prevention", es: "Prevención" },
  DAT: { en: "Data", es: "Datos" },
} as const;

function expectedRisen(dimensions: readonly { readonly name: string; readonly changes: readonly number[] }[]) {
  const counted = dimensions
    .filter(({ changes }) => changes.length > 0)
    .map(({ name, changes }) => ({ name, rose: changes.filter((by) => by > 0).length, compared: changes.length }));
  // Of a single country, its own row says it.
  if (!counted.some(({ compared }) => compared > 1)) return null;
  const claimOf = (share: number) => {
    const equal = counted.filter(({ rose, compared }) => Math.abs(rose / compared - share) < 1e-12);
    const compared = Math.max(...equal.map((one) => one.compared));
    const group = equal.filter((one) => one.compared === compared);
    const names = group.map(({ name }) => name);
    const what = names.length === dimensions.length ? ("all" as const) : names.length > 2 ? names.length : names;
    return { what, rose: group[0]?.rose ?? 0, compared };
  };
  const shares = counted.map(({ rose, compared }) => rose / compared);
  const [most, fewest] = [claimOf(Math.max(...shares)), claimOf(Math.min(...shares))];
  const isSame = most.rose === fewest.rose && most.compared === fewest.compared;
  return { most, fewest: isSame ? null : fewest };
}

/** What is shown for a country in a round: the figure as shown, or why there is none. */
function seen(indicator: Indicator, report: Report): { figure: number } | { why: string } {
  const answer = indicator.answers.find((one) => one.report === report);
  if (!answer) throw new Error("a published report without an answer");
  if (answer.state === "not_applicable") return { why: answer.unconfirmed ? "unconfirmed" : "not_applicable" };
  if (answer.state !== "reported" || answer.figure === null) return { why: answer.state };
  return { figure: indicator.kind === "ratio" ? shown(answer.figure) : answer.figure };
}

export function expectedAnswered(region: Region, indicator: Indicator, language: Language) {
  const reports = withReport(region);
  const views = reports.map((report) => ({ report, view: seen(indicator, report) }));
  const hasAnswer = (view: ReturnType<typeof seen>) =>
    "figure" in view || view.why === "suppressed" || view.why === "small_base";
  const reasons = new Map<string, string | null>(
    ofMain(region).map((report) => [report.country, whyMissing(report, region.today)]),
  );
  for (const { report, view } of views) reasons.set(report.country, "why" in view ? view.why : null);
  return {
    part: views.filter(({ view }) => hasAnswer(view)).length,
    whole: codes(reports),
    figures: views.flatMap(({ view }) => ("figure" in view ? view.figure : [])),
    answers: indicator.answers.filter(({ report, figure }) => report.round === region.main && figure !== null),
    missing: listed(region, reasons, language),
  };
}

/** Countries whose amounts of all rounds are in more than one currency. */
export function expectedMixed(region: Region, { answers }: Indicator, language: Language) {
  const isMixed = (country: string) => {
    const own = answers.filter(({ report, state }) => report.country === country && state === "reported");
    return own.some(({ currency }) => currency !== own[0]?.currency);
  };
  return listed(region, new Map(region.countries.map(({ iso3 }) => [iso3, isMixed(iso3) ? "mixed" : null])), language);
}

export function expectedComparison(region: Region, indicator: Indicator, language: Language) {
  const first = (country: string): { figure: number; round: Round } | null => {
    for (const round of region.rounds) {
      if (round === region.main) return null;
      const report = region.reports.find((one) => one.country === country && one.round === round);
      if (report?.state !== "published") continue;
      const view = seen(indicator, report);
      if ("figure" in view) return { figure: view.figure, round };
    }
    return null;
  };
  const now = withReport(region).flatMap((report) => {
    const view = seen(indicator, report);
    return "figure" in view ? [{ country: report.country, figure: view.figure, before: first(report.country) }] : [];
  });
  const pairs = now.flatMap(({ country, figure, before }) =>
    before ? [{ country, by: figure - before.figure, year: before.round.referenceYear }] : [],
  );
  const count = (test: (by: number) => boolean) => pairs.filter(({ by }) => test(by)).length;
  const direction = indicator.kind === "count" ? "neutral" : indicator.direction;
  const [only] = pairs;
  return {
    shows: now.length > 0,
    claim: {
      year: region.main?.referenceYear,
      round: region.main?.roundYear,
      compared: pairs.length,
      only: only && pairs.length === 1 ? nameOf(region, only.country, language) : null,
      higher: count((by) => by > 0),
      lower: count((by) => by < 0),
      same: count((by) => by === 0),
      since: ends(pairs.map(({ year }) => year)),
      kind: only ? indicator.kind : null,
      better: !only || direction === "neutral" ? null : direction === "higher_is_better" ? "higher" : "lower",
    },
    missing: listed(
      region,
      new Map(now.map(({ country, before }) => [country, before ? null : "no_earlier"])),
      language,
    ),
  };
}
