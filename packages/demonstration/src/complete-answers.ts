import { type Answer, type Answers, type AnswerValue, checkSubmission } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode, Language } from "@avances/domain/catalogue";
import { type CountryProfile, planEnd, profileOfSize } from "./country-profile.ts";
import { linkedTotals } from "./linked-totals.ts";
import { partsOf } from "./parts.ts";
import { between, seededRandom } from "./seeded-random.ts";
import { words } from "./words.ts";

export interface CompleteAnswersOptions {
  /** The same seed gives the same figures. */
  readonly seed: number;
  /** Answers of the round before; the new figures then differ from them as much as a country's would. */
  readonly previous?: Answers | null;
  /** What is usual in the country. Default: a country that identifies 40 to 400 victims a year, depending on the seed. */
  readonly profile?: CountryProfile;
  /** Year of the data. Default: 2026. */
  readonly referenceYear?: number;
  /** Language the country writes in. Default: English. */
  readonly language?: Language;
}

/**
 * A complete answer, with evidence, for every indicator of the catalogue; together they break no rule: breakdowns add up, two-way tables
 * agree with their margins, linked denominators are equal. A warning that must be explained has a comment, so the submission can
 * be signed off as it is. In catalogue order.
 */
export function completeAnswers(catalogue: Catalogue, options: CompleteAnswersOptions): readonly Answer[] {
  const { seed, previous = null, referenceYear = 2026, language = "en" } = options;
  const random = seededRandom(seed);
  const profile = options.profile ?? profileOfSize(between(random, 40, 400));
  const totals = linkedTotals(random, profile, previous);
  const values = new Map<IndicatorCode, AnswerValue>();
  const making: Making = { catalogue, random, previous, profile, totals, values, referenceYear, language };
  // Ratios come last, because some denominators are copied from other figures.
  const inOrder = [...catalogue.indicators].sort(
    (one, other) => Number(one.valueType === "ratio") - Number(other.valueType === "ratio"),
  );
  for (const indicator of inOrder) values.set(indicator.code, newValue(indicator, making));
  const answers = catalogue.indicators.map(
    (indicator): Answer => ({
      indicatorCode: indicator.code,
      state: "reported",
      value: values.get(indicator.code) ?? null,
      reason: "",
      comment: "",
      evidence: indicator.evidenceRequired ? [evidenceFor(indicator, language)] : [],
    }),
  );
  return explained(answers, making);
}

interface Making {
  readonly catalogue: Catalogue;
  readonly random: () => number;
  readonly previous: Answers | null;
  readonly profile: CountryProfile;
  readonly totals: ReadonlyMap<IndicatorCode, number>;
  readonly values: ReadonlyMap<IndicatorCode, AnswerValue>;
  readonly referenceYear: number;
  readonly language: Language;
}

function newValue(indicator: Indicator, making: Making): AnswerValue {
  const { catalogue, random, previous, totals, profile, referenceYear, language } = making;
  const before = previous?.get(indicator.code)?.value;
  switch (indicator.valueType) {
    case "ordinal": {
      const highest = indicator.levels?.at(-1)?.level ?? 0;
      const level =
        before?.type === "ordinal"
          ? before.level + climb(random())
          : Math.round(highest * (profile.maturity + random() * 0.5 - 0.3));
      return { type: "ordinal", level: Math.max(0, Math.min(level, highest)) };
    }
    case "boolean":
      return { type: "boolean", value: (before?.type === "boolean" && before.value) || random() < profile.maturity };
    case "count": {
      const total = totals.get(indicator.code) ?? between(random, 5, 200);
      return { type: "count", total, ...partsOf(catalogue, indicator, total, random) };
    }
    case "ratio":
      return ratioOf(indicator, making);
    case "money": {
      const isSame = before?.type === "money" && before.currency === profile.currency;
      const usual = isSame ? before.amountMinor / 100 : profile.funds * (0.8 + 0.3 * random());
      // Rounded to the thousand, as budgets are reported.
      const amount = Math.round((usual * (0.93 + random() * 0.22)) / 1000) * 1000;
      return { type: "money", amountMinor: amount * 100, currency: profile.currency };
    }
    case "date":
      return { type: "date", date: planEnd(profile, referenceYear) };
    case "text": {
      const pick = (from: readonly string[] = []) => from[between(random, 0, from.length - 1)] ?? "";
      const { progress, obstacles } = words[language];
      return { type: "text", text: `${pick(progress[indicator.instrument])} ${pick(obstacles[indicator.instrument])}` };
    }
  }
}

/** Steps on a scale from one year to the next: mostly none, sometimes one up, seldom one down. */
function climb(chance: number): number {
  if (chance < 0.26) return 1;
  return chance > 0.98 ? -1 : 0;
}

function ratioOf(indicator: Indicator, { catalogue, random, previous, profile, totals, values }: Making): AnswerValue {
  const before = previous?.get(indicator.code)?.value;
  const share =
    before?.type === "ratio" && before.numerator !== null && before.denominator
      ? Math.min(1, Math.max(0, before.numerator / before.denominator + (random() - 0.38) * 0.12))
      : startingShare(indicator.code, profile.maturity, random());
  const unaccompanied = Math.floor(childCount(values.get("SOM-PRO-01")) * (0.2 + 0.15 * random()));
  const wanted = indicator.ratio?.denominator.mustEqual ?? null;
  const denominator =
    (wanted === null ? undefined : figureOf(wanted, values)) ??
    (indicator.code === "SOM-PRO-03" ? unaccompanied : undefined) ??
    (indicator.code === "TIP-PRV-06" ? officialsInPost(before, profile, random()) : undefined) ??
    totals.get(indicator.code) ??
    between(random, 10, 300);
  // The people identified in the year who got a service are among all who were assisted in it, including people identified earlier; complete
  // records are among records with some data ("unknown" cells take up to a twentieth each of four breakdowns).
  const most =
    indicator.code === "TIP-PRO-04"
      ? Math.min(denominator, Math.floor((totals.get("TIP-PRO-08") ?? denominator) * 0.93))
      : denominator;
  const numerator = Math.floor(Math.min(most, denominator * Math.min(share, indicator.dimension === "DAT" ? 0.85 : 1)));
  return { type: "ratio", numerator, denominator, ...partsOf(catalogue, indicator, numerator, random) };
}

/** The range of shares in which a country starts: the lower end where institutions are young, the upper where they are old. */
const startingShares: Readonly<Record<IndicatorCode, readonly [number, number]>> = {
  "TIP-PRV-06": [0.12, 0.5],
  "TIP-PRO-04": [0.48, 0.85],
  "TIP-PRO-06": [0.4, 0.85],
  "TIP-PRO-10": [0.5, 0.95],
  "TIP-JUS-06": [0.05, 0.4],
  "TIP-COO-04": [0.5, 0.9],
  "TIP-DAT-02": [0.5, 0.84],
  "SOM-PRO-03": [0.4, 0.85],
  "SOM-JUS-05": [0.08, 0.4],
  "SOM-DAT-02": [0.5, 0.84],
};

function startingShare(code: IndicatorCode, maturity: number, chance: number): number {
  const [low, high] = startingShares[code] ?? [0.35, 0.85];
  return low + (high - low) * Math.min(1, Math.max(0, maturity + (chance - 0.5) * 0.5));
}

/** Posts are filled and vacated: the number changes a little from year to year. */
function officialsInPost(
  before: AnswerValue | null | undefined,
  { officials }: CountryProfile,
  chance: number,
): number {
  const last = before?.type === "ratio" ? (before.denominator ?? officials) : officials;
  return Math.round(last * (0.98 + 0.05 * chance));
}

/** Adds a comment wherever a warning asks for one. */
function explained(answers: readonly Answer[], making: Making): readonly Answer[] {
  const { catalogue, previous, referenceYear, language, random } = making;
  const findings = checkSubmission({
    catalogue,
    answers: new Map(answers.map((answer) => [answer.indicatorCode, answer])),
    previous,
    round: {
      referencePeriodStart: `${referenceYear}-01-01`,
      referencePeriodEnd: `${referenceYear}-12-31`,
      dueDate: `${referenceYear + 1}-04-30`,
    },
  });
  const toExplain = new Set(
    findings.filter((finding) => finding.requiresComment).map(({ indicators }) => indicators[0]),
  );
  const { checked } = words[language];
  return answers.map((answer) =>
    toExplain.has(answer.indicatorCode)
      ? { ...answer, comment: checked[between(random, 0, checked.length - 1)] ?? "" }
      : answer,
  );
}

/** `TIP-PRO-01` or `TIP-PRO-01[ageGroup=child]` among the values already made. */
function figureOf(reference: string, values: ReadonlyMap<IndicatorCode, AnswerValue>): number | undefined {
  const match = /^([A-Z0-9-]+)(?:\[(\w+)=(\w+)\])?$/.exec(reference);
  const value = values.get(match?.[1] ?? "");
  if (value?.type !== "count") return undefined;
  const [, , list, code] = match ?? [];
  return list === undefined ? (value.total ?? undefined) : value.breakdowns[list]?.[code ?? ""];
}

function childCount(value: AnswerValue | undefined): number {
  return value?.type === "count" ? (value.breakdowns.ageGroup?.child ?? 0) : 0;
}

function evidenceFor({ code, dimension }: Indicator, language: Language): Answer["evidence"][number] {
  const { sources, otherSource, locator } = words[language];
  return {
    title: sources[dimension] ?? otherSource,
    url: `https://example.org/${code.toLowerCase()}`,
    locator,
  };
}
