import { type Answer, type Answers, type AnswerValue, checkSubmission, crossTabKey } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator, type IndicatorCode } from "@avances/domain/catalogue";

import { between, seededRandom } from "./seeded-random.ts";

export interface CompleteAnswersOptions {
  /** The same seed gives the same figures; another seed another country. */
  readonly seed: number;
  /** Figures of the round before: the new ones then move from them by steps a country would make. */
  readonly previous?: Answers | null;
  /** Identified victims in the first year; the other figures follow. Default: 40 to 400, by the seed. */
  readonly size?: number;
}

type CountOrRatio = Extract<AnswerValue, { type: "count" | "ratio" }>;
type Parts = Pick<CountOrRatio, "breakdowns" | "crossTabs">;

/** No plan ends before it: the plan of every round that tests and demonstrations speak of is in force. */
const planEnds = "2032-12-31";

/**
 * An answer for every indicator of the catalogue, whole, with evidence, that breaks no rule: breakdowns add up, two-way tables agree
 * with their margins, linked denominators are equal. A warning that must be explained is explained by a comment, so the submission can
 * be signed off as it stands. In catalogue order.
 */
export function completeAnswers(
  catalogue: Catalogue,
  { seed, previous = null, size: firstSize }: CompleteAnswersOptions,
): readonly Answer[] {
  const random = seededRandom(seed);
  const size = previousTotal(previous, "TIP-PRO-01") ?? firstSize ?? between(random, 40, 400);
  const totals = linkedTotals(random, size, previous);
  const values = new Map<IndicatorCode, AnswerValue>();
  // Denominators that must equal another figure are read from it, so ratios come last.
  const inOrder = [...catalogue.indicators].sort(
    (one, other) => Number(one.valueType === "ratio") - Number(other.valueType === "ratio"),
  );
  for (const indicator of inOrder)
    values.set(indicator.code, newValue(catalogue, indicator, { random, previous, totals, values }));
  const answers = catalogue.indicators.map((indicator): Answer => {
    const value = values.get(indicator.code) ?? null;
    return {
      indicatorCode: indicator.code,
      state: "reported",
      value,
      reason: "",
      comment: "",
      evidence: indicator.evidenceRequired ? [evidenceFor(indicator.code)] : [],
    };
  });
  return explained(catalogue, answers, previous);
}

interface Making {
  readonly random: () => number;
  readonly previous: Answers | null;
  readonly totals: ReadonlyMap<IndicatorCode, number>;
  readonly values: ReadonlyMap<IndicatorCode, AnswerValue>;
}

function newValue(catalogue: Catalogue, indicator: Indicator, making: Making): AnswerValue {
  const { random, previous, totals } = making;
  const before = previous?.get(indicator.code)?.value;
  switch (indicator.valueType) {
    case "ordinal": {
      const highest = indicator.levels?.at(-1)?.level ?? 0;
      const level = before?.type === "ordinal" ? before.level + (random() < 0.3 ? 1 : 0) : between(random, 1, highest);
      return { type: "ordinal", level: Math.min(level, highest) };
    }
    case "boolean":
      return { type: "boolean", value: (before?.type === "boolean" && before.value) || random() < 0.6 };
    case "count": {
      const total = totals.get(indicator.code) ?? moved(random, previousTotal(previous, indicator.code), 5, 200);
      return { type: "count", total, ...partsOf(catalogue, indicator, total, random) };
    }
    case "ratio":
      return ratioOf(catalogue, indicator, making);
    case "money": {
      const amount = before?.type === "money" ? Math.round(before.amountMinor * (0.95 + random() * 0.2)) : null;
      return { type: "money", amountMinor: amount ?? between(random, 500_000, 9_000_000) * 100, currency: "USD" };
    }
    case "date":
      return { type: "date", date: planEnds };
    case "text":
      return {
        type: "text",
        text: "Referral protocols were signed with two more institutions. Regional offices still lack staff for follow-up.",
      };
  }
}

function ratioOf(
  catalogue: Catalogue,
  indicator: Indicator,
  { random, previous, totals, values }: Making,
): AnswerValue {
  const before = previous?.get(indicator.code)?.value;
  const share =
    before?.type === "ratio" && before.numerator !== null && before.denominator
      ? Math.min(1, Math.max(0, before.numerator / before.denominator + (random() - 0.4) * 0.1))
      : 0.35 + random() * 0.5;
  const wanted = indicator.ratio?.denominator.mustEqual ?? null;
  const smallest = childCount(values.get("SOM-PRO-01"));
  const denominator =
    (wanted === null ? undefined : figureOf(wanted, values)) ??
    (indicator.code === "SOM-PRO-03" ? Math.max(0, smallest - 1) : undefined) ??
    totals.get(indicator.code) ??
    moved(random, before?.type === "ratio" ? before.denominator : null, 10, 300);
  // "Unknown" cells take a twentieth of a total, so records complete in nine tenths never claim more than is known.
  const numerator = Math.floor(denominator * Math.min(share, 0.85));
  return { type: "ratio", numerator, denominator, ...partsOf(catalogue, indicator, numerator, random) };
}

/** Totals that rules tie to each other, from the number of identified victims. */
function linkedTotals(random: () => number, size: number, previous: Answers | null): Map<IndicatorCode, number> {
  const from = (code: IndicatorCode, start: number) => {
    const before = previousTotal(previous, code);
    return before === null ? start : moved(random, before, 0, 0);
  };
  const victims = from("TIP-PRO-01", size);
  const assisted = Math.min(victims, Math.max(from("TIP-PRO-08", Math.round(size * 0.9)), Math.ceil(victims * 0.86)));
  const suspects = from("TIP-JUS-02", Math.round(size * 0.6) + 6);
  const prosecuted = Math.min(suspects, from("TIP-JUS-03", Math.round(size * 0.4) + 4));
  const smugglers = from("SOM-JUS-02", Math.round(size * 0.5) + 5);
  return new Map([
    ["TIP-PRO-01", victims],
    ["TIP-PRO-02", Math.max(victims, from("TIP-PRO-02", Math.round(size * 1.4)))],
    ["TIP-PRO-08", assisted],
    ["TIP-PRO-10", Math.floor(assisted * 0.3)],
    ["TIP-JUS-01", from("TIP-JUS-01", Math.round(size * 0.7) + 8)],
    ["TIP-JUS-02", suspects],
    ["TIP-JUS-03", prosecuted],
    ["TIP-JUS-04", Math.min(prosecuted, from("TIP-JUS-04", Math.round(size * 0.15) + 1))],
    ["TIP-JUS-08", Math.min(prosecuted, from("TIP-JUS-08", Math.round(random() * 4)))],
    ["SOM-PRO-01", from("SOM-PRO-01", Math.round(size * (3 + random() * 6)))],
    ["SOM-PRO-05", from("SOM-PRO-05", Math.round(random() * 12))],
    ["SOM-JUS-01", from("SOM-JUS-01", Math.round(size * 0.8) + 10)],
    ["SOM-JUS-02", smugglers],
    ["SOM-JUS-03", Math.min(smugglers, from("SOM-JUS-03", Math.round(size * 0.2) + 2))],
  ]);
}

/** Breakdowns of a total. A two-way table is made first and its margins are the one-way breakdowns. */
function partsOf(catalogue: Catalogue, indicator: Indicator, total: number, random: () => number): Parts {
  const breakdowns: Record<string, Record<string, number>> = {};
  const crossTabs: Record<string, Record<string, Record<string, number>>> = {};
  for (const lists of indicator.crossTabs) {
    const [rowList = "", columnList = ""] = lists;
    const rows = spread(total, codesOf(catalogue, rowList), random);
    const table = Object.fromEntries(
      Object.entries(rows).map(([row, count]) => [row, spread(count, codesOf(catalogue, columnList), random)]),
    );
    crossTabs[crossTabKey(lists)] = table;
    breakdowns[rowList] = rows;
    breakdowns[columnList] = Object.fromEntries(
      codesOf(catalogue, columnList).map((column) => [
        column,
        Object.values(table).reduce((sum, cells) => sum + (cells[column] ?? 0), 0),
      ]),
    );
  }
  for (const list of indicator.disaggregations) {
    if (breakdowns[list] !== undefined) continue;
    const codes = codesOf(catalogue, list);
    breakdowns[list] = findCodeList(catalogue, list)?.exclusive
      ? spread(total, codes, random)
      : Object.fromEntries(codes.map((code) => [code, Math.floor(total * random())]));
  }
  return { breakdowns, crossTabs };
}

/** Shares a whole number out over categories so that they add up; "unknown" gets at most a twentieth. */
function spread(total: number, codes: readonly string[], random: () => number): Record<string, number> {
  const unknown = codes.includes("unknown") ? Math.floor(total * 0.05 * random()) : 0;
  const known = codes.filter((code) => code !== "unknown");
  const weights = known.map((_, index) => (0.2 + random()) / (index + 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counts = weights.map((weight) => Math.floor(((total - unknown) * weight) / sum));
  const rest = total - unknown - counts.reduce((all, count) => all + count, 0);
  return Object.fromEntries(
    codes.map((code) => {
      const index = known.indexOf(code);
      return [code, index === -1 ? unknown : (counts[index] ?? 0) + (index === 0 ? rest : 0)];
    }),
  );
}

/** Writes a comment wherever a warning asks for one. */
function explained(catalogue: Catalogue, answers: readonly Answer[], previous: Answers | null): readonly Answer[] {
  const findings = checkSubmission({
    catalogue,
    answers: new Map(answers.map((answer) => [answer.indicatorCode, answer])),
    previous,
    round: { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" },
  });
  const toExplain = new Set(
    findings.filter((finding) => finding.requiresComment).map(({ indicators }) => indicators[0]),
  );
  return answers.map((answer) =>
    toExplain.has(answer.indicatorCode)
      ? { ...answer, comment: "Checked against the register and confirmed." }
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

function evidenceFor(code: IndicatorCode): Answer["evidence"][number] {
  return {
    title: "Annual report of the lead institution",
    url: `https://example.org/${code.toLowerCase()}`,
    locator: "p. 12",
  };
}

function codesOf(catalogue: Catalogue, list: string): readonly string[] {
  return findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
}

function previousTotal(previous: Answers | null, code: IndicatorCode): number | null {
  const value = previous?.get(code)?.value;
  return value?.type === "count" ? value.total : null;
}

function moved(random: () => number, before: number | null, low: number, high: number): number {
  return before === null ? between(random, low, high) : Math.round(before * (0.85 + random() * 0.35));
}
