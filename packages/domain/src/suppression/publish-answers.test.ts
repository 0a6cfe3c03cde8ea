import fc from "fast-check";
import { describe, expect, it } from "vitest";
import catalogueFile from "../../catalogue/2026.3.json" with { type: "json" };
import { anyOrder } from "../../testing/any-order.ts";
import { atMostTie, type Belief, SearchAttacker, sumTie, type Tie } from "../../testing/attacker.ts";
import { randomFrom, randomSubmission } from "../../testing/random-submission.ts";
import type { Answer, AnswerValue, Breakdowns } from "../answer/answer.ts";
import { type Catalogue, findCodeList, findIndicator } from "../catalogue/catalogue.ts";
import { publishAnswers } from "./publish-answers.ts";
import type { PublishedSubmission } from "./published-submission.ts";

const catalogue = catalogueFile as unknown as Catalogue;
/** Raise to 10000 for a thorough run. */
const runs = Number(process.env.SUPPRESSION_RUNS ?? 400);

type Values = Readonly<Record<string, AnswerValue | "not_available" | "not_applicable">>;

function answersOf(values: Values): Map<string, Answer> {
  return new Map(
    Object.entries(values).map(([indicatorCode, value]) => [
      indicatorCode,
      {
        indicatorCode,
        state: typeof value === "string" ? value : "reported",
        value: typeof value === "string" ? null : value,
        reason: "",
        comment: "",
        evidence: [],
      },
    ]),
  );
}

function publish(
  values: Values,
  more: { confirmed?: readonly string[]; sticky?: ReadonlySet<string> } = {},
): PublishedSubmission {
  const { confirmed = [], sticky } = more;
  const submission = {
    country: "CRI",
    year: 2026,
    answers: answersOf(values),
    confirmedNotApplicable: new Set(confirmed),
  };
  const { published } = publishAnswers({
    catalogue,
    submissions: [{ ...submission, ...(sticky ? { sticky } : {}) }],
    hidingOrder: anyOrder(1),
  });
  return published.get("CRI|2026") as PublishedSubmission;
}

function count(total: number, breakdowns: Breakdowns = {}): AnswerValue {
  return { type: "count", total, breakdowns, crossTabs: {} };
}

function ratio(numerator: number, denominator: number, breakdowns: Breakdowns = {}): AnswerValue {
  return { type: "ratio", numerator, denominator, breakdowns, crossTabs: {} };
}

const sex = (female: number, male: number, other = 0, unknown = 0) => ({ sex: { female, male, other, unknown } });
const ageGroup = (child: number, adult: number, unknown = 0) => ({ ageGroup: { child, adult, unknown } });

describe("what is published of an answer", () => {
  it("has an entry for every indicator that is not restricted", () => {
    const { answers } = publish({});
    expect([...answers.keys()]).toEqual(
      catalogue.indicators.filter((i) => i.sensitivity === "public").map((i) => i.code),
    );
    expect(answers.get("TIP-PRO-01")).toEqual({ indicatorCode: "TIP-PRO-01", state: "not_reported", value: null });
  });

  it("never holds a restricted indicator, and a restricted figure limits nothing", () => {
    const restricted = catalogue.indicators.filter((i) => i.sensitivity === "restricted").map((i) => i.code);
    const { answers } = publish({ "TIP-JUS-08": count(2), "TIP-JUS-03": count(12) });
    for (const code of restricted) expect(answers.has(code)).toBe(false);
    expect(answers.get("TIP-JUS-03")?.value).toMatchObject({ total: 12 });
  });

  it("keeps a declared not_applicable, and says whether it was confirmed", () => {
    const { answers } = publish(
      { "TIP-PRO-04": "not_applicable", "TIP-PRO-06": "not_applicable" },
      { confirmed: ["TIP-PRO-06"] },
    );
    expect(answers.get("TIP-PRO-04")).toEqual({
      indicatorCode: "TIP-PRO-04",
      state: "not_applicable",
      confirmed: false,
      value: null,
    });
    expect(answers.get("TIP-PRO-06")).toMatchObject({ confirmed: true });
  });

  it("makes a ratio over zero not applicable without confirmation", () => {
    expect(publish({ "TIP-COO-04": ratio(0, 0) }).answers.get("TIP-COO-04")).toEqual({
      indicatorCode: "TIP-COO-04",
      state: "not_applicable",
      value: null,
    });
  });

  it("gives an unprotected ratio on fewer than five the state small_base and its figures, but no percent", () => {
    expect(publish({ "TIP-COO-04": ratio(3, 4) }).answers.get("TIP-COO-04")).toEqual({
      indicatorCode: "TIP-COO-04",
      state: "small_base",
      value: { type: "ratio", numerator: 3, denominator: 4, percent: null, breakdowns: {} },
    });
  });

  it("shows zero as zero", () => {
    const { answers } = publish({ "TIP-PRO-01": count(0, sex(0, 0)), "TIP-PRO-10": ratio(0, 8) });
    expect(answers.get("TIP-PRO-01")).toMatchObject({ state: "reported", value: { total: 0, breakdowns: sex(0, 0) } });
    expect(answers.get("TIP-PRO-10")).toMatchObject({
      state: "reported",
      value: { numerator: 0, denominator: 8, percent: 0 },
    });
  });

  it("hides the whole of a small count", () => {
    expect(publish({ "TIP-PRO-02": count(3, sex(2, 1)) }).answers.get("TIP-PRO-02")).toEqual({
      indicatorCode: "TIP-PRO-02",
      state: "suppressed",
      value: {
        type: "count",
        total: "s",
        breakdowns: { sex: { female: "s", male: "s", other: "s", unknown: "s" } },
        crossTabs: {},
      },
    });
  });

  it("leaves counts of persons reached, which need no protection, as they are", () => {
    expect(publish({ "TIP-PRV-02": count(3, sex(2, 1)) }).answers.get("TIP-PRV-02")).toMatchObject({
      state: "reported",
      value: { total: 3, breakdowns: sex(2, 1) },
    });
  });

  it("hides the percent with the numerator", () => {
    expect(publish({ "TIP-PRO-10": ratio(3, 20, sex(3, 0)) }).answers.get("TIP-PRO-10")).toMatchObject({
      state: "suppressed",
      value: { numerator: "s", denominator: 20, percent: "s" },
    });
  });

  it("hides a denominator wherever the figure it must equal is hidden", () => {
    const { answers } = publish({
      "TIP-PRO-01": count(27, ageGroup(3, 24)),
      "TIP-PRO-06": ratio(2, 3),
      "TIP-DAT-02": ratio(20, 27),
    });
    expect(answers.get("TIP-PRO-01")).toMatchObject({
      value: { total: 27, breakdowns: { ageGroup: { child: "s", adult: "s", unknown: 0 } } },
    });
    expect(answers.get("TIP-PRO-06")).toMatchObject({
      state: "small_base",
      value: { numerator: "s", denominator: "s", percent: null },
    });
    expect(answers.get("TIP-DAT-02")).toMatchObject({ state: "reported", value: { numerator: 20, denominator: 27 } });
  });

  it("protects the linked denominator of an unprotected ratio", () => {
    const alone = publish({ "TIP-JUS-06": ratio(2, 3) }).answers.get("TIP-JUS-06");
    const linked = publish({ "TIP-JUS-01": count(3), "TIP-JUS-06": ratio(2, 3) }).answers.get("TIP-JUS-06");
    for (const answer of [alone, linked])
      expect(answer).toMatchObject({ state: "small_base", value: { numerator: "s", denominator: "s" } });
  });

  it("does not tell a zero from a small count among the parts of a small total, nor in what depends on such a part", () => {
    const withChildren = (child: number, adult: number, decided: number) =>
      publish({
        "TIP-PRO-01": count(3, ageGroup(child, adult)),
        "TIP-PRO-06": ratio(decided, child, sex(decided, 0)),
        "TIP-DAT-02": ratio(decided, 3),
      });
    const [none, one] = [withChildren(0, 3, 0), withChildren(1, 2, 1)];
    expect(none.answers.get("TIP-PRO-06")).toEqual({
      indicatorCode: "TIP-PRO-06",
      state: "small_base",
      value: {
        type: "ratio",
        numerator: "s",
        denominator: "s",
        percent: null,
        breakdowns: { sex: { female: "s", male: "s", other: "s", unknown: "s" } },
      },
    });
    for (const code of ["TIP-PRO-01", "TIP-PRO-06", "TIP-DAT-02"])
      expect(none.answers.get(code)).toEqual(one.answers.get(code));
  });

  it("hides a denominator with its twin when the figure both must equal was not reported", () => {
    const { answers } = publish({ "TIP-PRO-04": ratio(5, 5, sex(1, 2, 2)), "TIP-DAT-02": ratio(0, 5) });
    for (const code of ["TIP-PRO-04", "TIP-DAT-02"])
      expect(answers.get(code)).toMatchObject({ value: { denominator: "s", percent: "s" } });
  });

  it("publishes a cross table only when nothing in it or around it is hidden", () => {
    const table = (a: number, b: number, c: number, d: number): AnswerValue => ({
      type: "count",
      total: a + b + c + d,
      breakdowns: { ...sex(a + b, c + d), ...ageGroup(a + c, b + d) },
      crossTabs: {
        "sex×ageGroup": { female: { child: a, adult: b, unknown: 0 }, male: { child: c, adult: d, unknown: 0 } },
      },
    });
    const crossTabsOf = (value: AnswerValue) => {
      const published = publish({ "TIP-PRO-01": value }).answers.get("TIP-PRO-01")?.value;
      return published?.type === "count" ? Object.keys(published.crossTabs) : null;
    };
    expect(crossTabsOf(table(10, 20, 30, 40))).toEqual(["sex×ageGroup"]);
    expect(crossTabsOf(table(3, 20, 30, 40))).toEqual([]);
    expect(crossTabsOf(table(0, 3, 0, 0))).toEqual([]);
  });

  it("hides margins of a cross table that would give away a small count in it, although the table is not published", () => {
    const persons = (a: number, b: number, c: number, d = 0): AnswerValue => ({
      type: "count",
      total: a + b + c + d,
      breakdowns: { ...sex(a + b, c + d), ...ageGroup(a + c, b + d) },
      crossTabs: {
        "sex×ageGroup": { female: { child: a, adult: b, unknown: 0 }, male: { child: c, adult: d, unknown: 0 } },
      },
    });
    const breakdownsOf = (value: AnswerValue) => {
      const published = publish({ "TIP-PRO-01": value }).answers.get("TIP-PRO-01")?.value;
      return published?.type === "count" ? JSON.stringify(published.breakdowns) : null;
    };
    // Of 8 women and 5 adults at least 3 are girls.
    expect(breakdownsOf(persons(3, 5, 5))).toContain('"s"');
    // The same margins with 5 girls: were they shown, it would follow that there are not 3 or 4, and so at most 3 women.
    expect(breakdownsOf(persons(5, 3, 3, 2))).toContain('"s"');
    // Of 6 women and 5 adults at least 1: that much is known of every hidden count.
    expect(breakdownsOf(persons(1, 5, 5))).not.toContain('"s"');
    // 8 girls: no small count, and the table is published.
    expect(breakdownsOf(persons(8, 5, 5))).not.toContain('"s"');
  });

  it("keeps hidden what an earlier version hid", () => {
    const first = publish({ "TIP-PRO-02": count(27, sex(3, 24)) });
    expect([...first.hiddenCells].sort()).toEqual(["TIP-PRO-02.sex.female", "TIP-PRO-02.sex.male"]);
    const second = publish({ "TIP-PRO-02": count(37, sex(13, 24)) }, { sticky: first.hiddenCells });
    expect(second.answers.get("TIP-PRO-02")).toMatchObject({
      value: { total: 37, breakdowns: { sex: { female: "s", male: "s", other: 0 } } },
    });
  });

  it("refuses figures that break an error rule", () => {
    expect(() => publish({ "TIP-PRO-04": ratio(9, 12), "TIP-PRO-08": count(8) })).toThrow(/contradict/);
  });
});

describe("what the index may use", () => {
  it("takes visible figures as they are and 2.5 for a small hidden numerator", () => {
    const { indexNumerators, indexDenominators } = publish({ "TIP-PRO-10": ratio(3, 20), "TIP-COO-04": ratio(12, 16) });
    expect([indexNumerators.get("TIP-PRO-10"), indexDenominators.get("TIP-PRO-10")]).toEqual([2.5, 20]);
    expect([indexNumerators.get("TIP-COO-04"), indexDenominators.get("TIP-COO-04")]).toEqual([12, 16]);
  });

  it("takes the middle of the public interval for any other hidden numerator", () => {
    // Three hidden parts that sum to 5 could only be 1 to 3: the numerator is hidden too, and may be 5 to 20.
    const { indexNumerators, answers } = publish({
      "TIP-PRO-10": ratio(5, 20, sex(1, 2, 2)),
    });
    expect(answers.get("TIP-PRO-10")).toMatchObject({ value: { numerator: "s", denominator: 20 } });
    expect(indexNumerators.get("TIP-PRO-10")).toBe(12.5);
  });

  it("puts a hidden denominator on the right side of the minimum", () => {
    const { indexNumerators, indexDenominators } = publish({
      "TIP-PRO-01": count(8, { ageGroup: { child: 5, adult: 1, unknown: 2 } }),
      "TIP-PRO-06": ratio(5, 5),
    });
    expect(indexDenominators.get("TIP-PRO-06")).toBeGreaterThanOrEqual(5);
    expect(indexNumerators.get("TIP-PRO-06")).toBeLessThanOrEqual(indexDenominators.get("TIP-PRO-06") as number);
  });
});

/**
 * What a reader of one publication knows, written down figure by figure from the published answers and the printed rules. Hidden
 * means at least 1; where a whole list is hidden, or inside a small whole, it may be zero. The truth is used only for what a reader
 * learns in another way: whether a hidden total or scored numerator is a small count.
 */
function reader(truth: ReadonlyMap<string, Answer>, published: PublishedSubmission): Reader {
  const beliefs = new Map<string, Belief>();
  const ties: Tie[] = [];
  const small: string[] = [];
  const unlimited = Number.POSITIVE_INFINITY;
  const realOf = (code: string) => truth.get(code)?.value;
  const isSmallTotal = (code: string) => {
    const value = realOf(code);
    return value?.type === "count" && (value.total ?? 0) >= 1 && (value.total ?? 0) <= 4;
  };
  const believe = (id: string, shown: number | "s", guess: number, hidden: { lo: number; hi: number }) => {
    if (shown !== "s") expect(shown, id).toBe(guess);
    beliefs.set(
      id,
      shown === "s" ? { lo: Math.min(hidden.lo, guess), hi: hidden.hi, guess } : { lo: guess, hi: guess, guess },
    );
  };
  /** Children among a small number of victims or migrants: nobody may be able to tell whether there are any. */
  const wholeOfChildren: Readonly<Record<string, string>> = { "TIP-PRO-06": "TIP-PRO-01", "SOM-PRO-03": "SOM-PRO-01" };
  const mayBeNone = (code: string) => {
    const whole = wholeOfChildren[code] ?? "";
    return (
      isSmallTotal(whole) &&
      realOf(whole) !== null &&
      "ageGroup" in (realOf(whole) as { breakdowns: object }).breakdowns
    );
  };
  for (const [code, { state, value }] of published.answers) {
    const indicator = findIndicator(catalogue, code);
    const real = realOf(code);
    if (!indicator || (real?.type !== "count" && real?.type !== "ratio")) continue;
    const isProtected = indicator.smallCellSuppression;
    const shown = value?.type === "count" || value?.type === "ratio" ? value : null;
    const head = (real.type === "count" ? real.total : real.numerator) as number;
    const base = real.type === "ratio" ? (real.denominator as number) : null;
    const isBaseProtected = isProtected || code === "TIP-JUS-06" || code === "SOM-JUS-05";
    const isBaseSmall = isBaseProtected && base !== null && base >= 1 && base <= 4;
    const isInside = isBaseSmall || mayBeNone(code);
    const isSmall = isProtected && head >= 1 && head <= 4;
    const isTold =
      isProtected && (real.type === "ratio" ? state !== "small_base" : Object.keys(real.breakdowns).length > 0);
    const headShown = shown?.type === "count" ? shown.total : shown?.type === "ratio" ? shown.numerator : 0;
    believe(code, headShown, head, {
      lo: isInside ? 0 : isTold && !isSmall ? 5 : 1,
      hi: (isTold && isSmall) || state === "small_base" ? 4 : unlimited,
    });
    if (isInside) expect(headShown, code).toBe("s");
    if (isSmall) small.push(code);
    for (const [list, categories] of Object.entries(real.breakdowns)) {
      const exclusive = findCodeList(catalogue, list)?.exclusive === true;
      const ids = Object.keys(categories).map((category) => `${code}[${list}=${category}]`);
      const isWholeSmall = (isSmall && exclusive) || isInside;
      const isHiddenWhole =
        shown !== null && Object.values(shown.breakdowns[list] ?? {}).every((figure) => figure === "s");
      for (const [category, guess] of Object.entries(categories)) {
        const id = `${code}[${list}=${category}]`;
        // A not_applicable with denominator zero shows no breakdown; everything in it is zero.
        const figure = shown ? (shown.breakdowns[list]?.[category] ?? 0) : 0;
        if (isWholeSmall) expect(figure, id).toBe("s");
        believe(id, figure, guess, { lo: isHiddenWhole ? 0 : 1, hi: unlimited });
        if (isProtected && guess >= 1 && guess <= 4) small.push(id);
        if (!exclusive) ties.push(atMostTie([id], [code]));
      }
      if (exclusive) ties.push(sumTie(code, ids));
    }
    if (base === null) continue;
    const id = `${code} base`;
    believe(id, shown?.type === "ratio" ? shown.denominator : 0, base, {
      lo: state !== "small_base" ? 5 : mayBeNone(code) ? 0 : 1,
      hi: state === "small_base" ? 4 : unlimited,
    });
    if (isBaseSmall) small.push(id);
    ties.push(atMostTie([code], [id]));
    if (shown?.type === "ratio" && typeof shown.percent === "number")
      expect([shown.numerator, shown.denominator]).not.toContain("s");
  }
  const all = (...ids: string[]) => ids.every((id) => beliefs.has(id));
  const equal = (a: string, b: string) => all(a, b) && ties.push(sumTie(a, [b]));
  const atMost = (smaller: string[], larger: string[]) =>
    all(...smaller, ...larger) && ties.push(atMostTie(smaller, larger));
  equal("TIP-PRO-04 base", "TIP-PRO-01");
  atMost(["TIP-PRO-04"], ["TIP-PRO-08"]);
  equal("TIP-PRO-06 base", "TIP-PRO-01[ageGroup=child]");
  equal("TIP-DAT-02 base", "TIP-PRO-01");
  // Both count the victims, even when the victims themselves were not reported.
  if (beliefs.get("TIP-DAT-02 base")?.guess === beliefs.get("TIP-PRO-04 base")?.guess)
    equal("TIP-DAT-02 base", "TIP-PRO-04 base");
  for (const list of ["sex", "ageGroup", "formOfExploitation", "citizenship"])
    atMost(["TIP-DAT-02", `TIP-PRO-01[${list}=unknown]`], ["TIP-PRO-01"]);
  equal("TIP-JUS-06 base", "TIP-JUS-01");
  atMost(["SOM-PRO-03 base"], ["SOM-PRO-01[ageGroup=child]"]);
  equal("SOM-JUS-05 base", "SOM-JUS-01");
  equal("SOM-DAT-02 base", "SOM-PRO-01");
  return { attacker: new SearchAttacker(beliefs, ties), small };
}

interface Reader {
  readonly attacker: SearchAttacker;
  /** Protected figures from 1 to 4. */
  readonly small: readonly string[];
}

describe("whole submissions", () => {
  it("give no small count back to a reader who combines everything", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const truth = randomSubmission(catalogue, randomFrom(seed));
        const { published, narrow } = publishAnswers({
          catalogue,
          submissions: [{ country: "CRI", year: 2026, answers: truth, confirmedNotApplicable: new Set() }],
          hidingOrder: anyOrder(seed),
        });
        const { attacker, small } = reader(truth, published.get("CRI|2026") as PublishedSubmission);
        expect(small.filter((id) => !attacker.canBeAtMost(id, 1) || !attacker.canBeAtLeast(id, 4))).toEqual([]);
        expect(narrow.get("CRI|2026")).toEqual(new Set());
      }),
      { numRuns: runs },
    );
  });

  it("depend on nothing but the submission", () => {
    const submissions = ["CRI", "GTM", "MEX"].map((country, index) => ({
      country,
      year: 2026,
      answers: randomSubmission(catalogue, randomFrom(index)),
      confirmedNotApplicable: new Set<string>(),
    }));
    const forward = publishAnswers({ catalogue, submissions, hidingOrder: anyOrder(1) });
    const backward = publishAnswers({
      catalogue,
      submissions: [...submissions]
        .reverse()
        .map((submission) => ({ ...submission, answers: new Map([...submission.answers].reverse()) })),
      hidingOrder: anyOrder(1),
    });
    for (const [key, submission] of forward.published) expect(backward.published.get(key)).toEqual(submission);
  });
});
