import { describe, expect, test } from "vitest";
import { answerOf, answersOf, breakdownOf, type Given } from "../../testing/answers.ts";
import { catalogue } from "../../testing/catalogue.ts";
import type { IndicatorCode } from "../catalogue/catalogue.ts";
import { languages } from "../catalogue/language.ts";
import type { Answer, Answers, CrossTabs } from "./answer.ts";
import { blocksSubmission, type CheckInput, checkIndicators, checkSubmission } from "./check-answer.ts";
import { findingMessage } from "./finding-message.ts";
import { structuralChecks } from "./structural-findings.ts";

const round = { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" };
const input = (answers: Answers, previous: Answers | null = null): CheckInput => ({
  catalogue,
  answers,
  previous,
  round,
});
const idsOf = (answers: Answers, previous: Answers | null = null) =>
  checkSubmission(input(answers, previous)).map(({ ruleId }) => ruleId);

const cross = (cells: Readonly<Record<string, Readonly<Record<string, number>>>>): CrossTabs => ({
  "sex×ageGroup": Object.fromEntries(
    Object.keys(breakdownOf("sex", {})).map((sex) => [sex, breakdownOf("ageGroup", cells[sex] ?? {})]),
  ),
});
const victims = (
  total: number,
  lists: Readonly<Record<string, Readonly<Record<string, number>>>>,
  crossTabs: CrossTabs = {},
) =>
  answerOf("TIP-PRO-01", {
    value: {
      type: "count",
      total,
      breakdowns: Object.fromEntries(Object.entries(lists).map(([list, cells]) => [list, breakdownOf(list, cells)])),
      crossTabs,
    },
  });
const withBreakdown = (code: IndicatorCode, given: Given, list: string, cells: Readonly<Record<string, number>>) =>
  answerOf(code, given, { [list]: breakdownOf(list, cells) });
const planEnds = (date: string) => answerOf("TIP-LEG-05", { value: { type: "date", date } });

/** Per rule: a submission that it stops, and the most similar one that it accepts. `before` is the previous round. */
interface Case {
  readonly fires: Readonly<Record<IndicatorCode, Given | Answer>>;
  readonly silent: Readonly<Record<IndicatorCode, Given | Answer>>;
  readonly before?: Readonly<Record<IndicatorCode, Given | Answer>>;
}

const cases: Readonly<Record<string, Case>> = {
  "V-W01": {
    fires: { a: withBreakdown("TIP-PRO-02", 10, "sex", { female: 6, male: 3 }) },
    silent: { a: withBreakdown("TIP-PRO-02", 10, "sex", { female: 6, male: 4 }) },
  },
  "V-W02": {
    fires: { a: withBreakdown("TIP-PRO-08", 10, "assistanceType", { shelter: 11 }) },
    silent: { a: withBreakdown("TIP-PRO-08", 10, "assistanceType", { shelter: 10, health: 10 }) },
  },
  "V-W03": {
    fires: { a: withBreakdown("TIP-PRO-10", [5, 10], "sex", { female: 10 }) },
    silent: { a: withBreakdown("TIP-PRO-10", [5, 10], "sex", { female: 5 }) },
  },
  "V-W04": {
    fires: { a: withBreakdown("TIP-PRO-04", [5, 10], "assistanceType", { legal: 6 }) },
    silent: { a: withBreakdown("TIP-PRO-04", [5, 10], "assistanceType", { legal: 5, health: 5 }) },
  },
  "V-W05": { fires: { "TIP-PRV-06": [11, 10] }, silent: { "TIP-PRV-06": [10, 10] } },
  "V-W06": {
    fires: { a: victims(9, { sex: { female: 6, male: 3 } }, cross({ female: { child: 5 }, male: { adult: 3 } })) },
    silent: { a: victims(9, { sex: { female: 6, male: 3 } }, cross({ female: { child: 6 }, male: { adult: 3 } })) },
  },
  "V-W07": { fires: { "TIP-JUS-08": -1 }, silent: { "TIP-JUS-08": 0 } },
  "V-W08": {
    fires: { a: withBreakdown("TIP-PRO-02", 10, "sex", { female: 7, unknown: 3 }) },
    silent: { a: withBreakdown("TIP-PRO-02", 10, "sex", { female: 8, unknown: 2 }) },
  },
  "V-W09": {
    fires: { a: answerOf("TIP-LEG-02", { value: { type: "ordinal", level: 1 }, evidence: [] }) },
    silent: { "TIP-LEG-02": 1 },
  },
  "V-W10": {
    fires: { a: answerOf("TIP-LEG-02", { state: "not_available", reason: "  nineteen characters   " }) },
    silent: { a: answerOf("TIP-LEG-02", { state: "not_available", reason: " twenty characters ok " }) },
  },
  "V-Y01": { before: { "TIP-JUS-08": 40 }, fires: { "TIP-JUS-08": 61 }, silent: { "TIP-JUS-08": 60 } },
  "V-Y02": { before: { "TIP-LEG-02": 2 }, fires: { "TIP-LEG-02": 1 }, silent: { "TIP-LEG-02": 2 } },
  "V-Y03": { before: { "TIP-LEG-02": 0 }, fires: { "TIP-LEG-02": 2 }, silent: { "TIP-LEG-02": 1 } },
  "V-Y04": { before: { "TIP-JUS-08": 10 }, fires: { "TIP-JUS-08": 0 }, silent: { "TIP-JUS-08": 1 } },
  "V-Y05": {
    before: { "TIP-PRV-06": [5, 10] },
    fires: { "TIP-PRV-06": [81, 100] },
    silent: { "TIP-PRV-06": [80, 100] },
  },
  "V-X01": { fires: { "TIP-JUS-04": 3, "TIP-JUS-03": 2 }, silent: { "TIP-JUS-04": 2, "TIP-JUS-03": 2 } },
  "V-X02": { fires: { "TIP-JUS-03": 3, "TIP-JUS-02": 2 }, silent: { "TIP-JUS-03": 2, "TIP-JUS-02": 2 } },
  "V-X03": { fires: { "TIP-PRO-08": 3, "TIP-PRO-01": 2 }, silent: { "TIP-PRO-08": 2, "TIP-PRO-01": 2 } },
  "V-X04": { fires: { "TIP-PRO-01": 3, "TIP-PRO-02": 2 }, silent: { "TIP-PRO-01": 2, "TIP-PRO-02": 2 } },
  "V-X05": { fires: { "TIP-PRO-04": [1, 9], "TIP-PRO-01": 10 }, silent: { "TIP-PRO-04": [1, 10], "TIP-PRO-01": 10 } },
  "V-X06": { fires: { "TIP-PRO-04": [5, 9], "TIP-PRO-08": 4 }, silent: { "TIP-PRO-04": [5, 9], "TIP-PRO-08": 5 } },
  "V-X07": {
    fires: { a: victims(9, { ageGroup: { child: 4, adult: 5 } }), "TIP-PRO-06": [3, 5] },
    silent: { a: victims(9, { ageGroup: { child: 4, adult: 5 } }), "TIP-PRO-06": [3, 4] },
  },
  "V-X08": { fires: { "TIP-DAT-02": [1, 9], "TIP-PRO-01": 10 }, silent: { "TIP-DAT-02": [1, 10], "TIP-PRO-01": 10 } },
  ...Object.fromEntries(
    [
      ["V-X09", "sex", "female"],
      ["V-X10", "ageGroup", "adult"],
      ["V-X11", "formOfExploitation", "begging"],
      ["V-X12", "citizenship", "stateless"],
    ].map(([rule = "", list = "", known = ""]) => [
      rule,
      {
        fires: { a: victims(9, { [list]: { [known]: 8, unknown: 1 } }), "TIP-DAT-02": [9, 9] },
        silent: { a: victims(9, { [list]: { [known]: 8, unknown: 1 } }), "TIP-DAT-02": [8, 9] },
      } satisfies Case,
    ]),
  ),
  "V-X13": { fires: { "TIP-JUS-06": [1, 9], "TIP-JUS-01": 10 }, silent: { "TIP-JUS-06": [1, 10], "TIP-JUS-01": 10 } },
  "V-X14": { fires: { "TIP-JUS-08": 3, "TIP-JUS-03": 2 }, silent: { "TIP-JUS-08": 2, "TIP-JUS-03": 2 } },
  "V-X15": { fires: { "TIP-PRO-03": 3, "TIP-PRO-01": 0 }, silent: { "TIP-PRO-03": 2, "TIP-PRO-01": 0 } },
  "V-X16": { fires: { "TIP-JUS-04": 1, "TIP-LEG-01": 0 }, silent: { "TIP-JUS-04": 0, "TIP-LEG-01": 0 } },
  "V-X17": {
    fires: { "TIP-LEG-04": 2, a: planEnds("2026-12-30") },
    silent: { "TIP-LEG-04": 2, a: planEnds("2026-12-31") },
  },
  "V-X18": { fires: { "TIP-PRO-01": 1, "TIP-DAT-01": 0 }, silent: { "TIP-PRO-01": 0, "TIP-DAT-01": 0 } },
  "V-X19": { fires: { "TIP-PRO-10": [1, 9], "TIP-PRO-08": 8 }, silent: { "TIP-PRO-10": [1, 8], "TIP-PRO-08": 8 } },
  "V-X20": { fires: { "SOM-JUS-03": 3, "SOM-JUS-02": 2 }, silent: { "SOM-JUS-03": 2, "SOM-JUS-02": 2 } },
  "V-X21": { fires: { "SOM-JUS-05": [1, 9], "SOM-JUS-01": 10 }, silent: { "SOM-JUS-05": [1, 10], "SOM-JUS-01": 10 } },
  "V-X22": {
    fires: { a: withBreakdown("SOM-PRO-01", 9, "ageGroup", { child: 4, adult: 5 }), "SOM-PRO-03": [1, 5] },
    silent: { a: withBreakdown("SOM-PRO-01", 9, "ageGroup", { child: 4, adult: 5 }), "SOM-PRO-03": [1, 4] },
  },
  "V-X23": { fires: { "SOM-DAT-02": [1, 9], "SOM-PRO-01": 10 }, silent: { "SOM-DAT-02": [1, 10], "SOM-PRO-01": 10 } },
  "V-X24": {
    fires: { "SOM-PRO-01": 1, "TIP-PRO-01": 1, "SOM-DAT-01": 1 },
    silent: { "SOM-PRO-01": 1, "TIP-PRO-01": 0, "SOM-DAT-01": 1 },
  },
};

/** Keys of a case are codes, or `a` for an answer that carries its own code. */
const submissionOf = (given: Readonly<Record<string, Given | Answer>>): Answers =>
  answersOf(
    Object.fromEntries(
      Object.entries(given).map(([key, one]) => [
        typeof one === "object" && "indicatorCode" in one ? (one.indicatorCode ?? key) : key,
        one,
      ]),
    ),
  );

describe("the rules of the catalogue", () => {
  test("every rule has a case here, and no case is of a rule that does not exist", () => {
    expect(Object.keys(cases).sort()).toEqual(catalogue.validations.map(({ id }) => id).sort());
  });

  test.each(catalogue.validations.map(({ id }) => id))(
    "%s stops what it should, and accepts the most similar submission",
    (id) => {
      const { fires, silent, before } = cases[id] as Case;
      const previous = before === undefined ? null : submissionOf(before);
      const [stopped, passed] = [submissionOf(fires), submissionOf(silent)];
      expect(idsOf(stopped, previous)).toContain(id);
      expect(idsOf(passed, previous)).not.toContain(id);
      // The check at each save agrees with the check of the whole submission.
      const whole = checkSubmission(input(stopped, previous));
      for (const code of stopped.keys()) {
        const concerned = whole.filter(({ indicators }) => indicators.includes(code));
        expect(new Set(checkIndicators(input(stopped, previous), [code]))).toEqual(new Set(concerned));
      }
      // Without the answer the rule says nothing.
      for (const code of stopped.keys()) {
        const without = new Map(stopped);
        without.delete(code);
        const concerned = catalogue.validations.find((rule) => rule.id === id)?.appliesTo.codes?.includes(code) ?? true;
        if (concerned) expect(idsOf(without, previous), `${id} without ${code}`).not.toContain(id);
      }
    },
  );

  test.each(["V-Y01", "V-Y02", "V-Y03", "V-Y04", "V-Y05"])("%s is silent in a first round", (id) => {
    expect(idsOf(submissionOf((cases[id] as Case).fires))).not.toContain(id);
  });

  test("a breakdown left blank, or begun and not finished, is not added up", () => {
    expect(idsOf(answersOf({ "TIP-PRO-02": 10 }))).toEqual([]);
    expect(idsOf(answersOf({ "TIP-PRO-02": answerOf("TIP-PRO-02", 10, { sex: { female: 4 } }) }))).toEqual([
      "breakdown_incomplete",
    ]);
  });

  test("a breakdown above its total does not wait for its last cell", () => {
    const above = (code: IndicatorCode, given: Given, list: string, cells: Readonly<Record<string, number>>) =>
      idsOf(answersOf({ [code]: answerOf(code, given, { [list]: cells }) })).includes("breakdown_above_total");
    expect(above("TIP-PRO-02", 34, "sex", { female: 30, male: 6 })).toBe(true);
    expect(above("TIP-PRO-02", 36, "sex", { female: 30, male: 6 })).toBe(false);
    expect(above("TIP-PRO-10", [5, 10], "sex", { female: 6 })).toBe(true);
    // A person may be counted in several categories, so their sum may exceed the total; a single category may not.
    expect(above("TIP-PRO-08", 10, "assistanceType", { shelter: 9, health: 9 })).toBe(false);
    expect(above("TIP-PRO-08", 10, "assistanceType", { shelter: 11 })).toBe(true);
    const blank = { value: { type: "count", total: null, breakdowns: { sex: { female: 3 } }, crossTabs: {} } } as const;
    expect(idsOf(answersOf({ "TIP-PRO-02": blank }))).not.toContain("breakdown_above_total");
  });

  test("a two-way table above its total is found, finished or not", () => {
    const table = (female: number) =>
      idsOf(answersOf({ "TIP-PRO-01": victims(9, {}, cross({ female: { child: female } })) }));
    expect(table(10)).toEqual(["breakdown_above_total"]);
    expect(table(9)).toEqual([]);
    const begun = { "sex×ageGroup": { female: { child: 10 } } };
    expect(idsOf(answersOf({ "TIP-PRO-01": victims(9, {}, begun) }))).toContain("breakdown_above_total");
  });

  test("a figure that is not available takes its rules with it", () => {
    expect(idsOf(answersOf({ "TIP-JUS-04": 3, "TIP-JUS-03": "not_available" }))).toEqual([]);
  });

  test("the smaller count of a previous zero is no division by zero", () => {
    expect(idsOf(answersOf({ "TIP-PRV-06": [5, 0] }), answersOf({ "TIP-PRV-06": [0, 0] }))).toEqual(["V-W05"]);
  });

  test("a finding is shown at the figure the rule speaks of first and names all indicators concerned", () => {
    const [finding] = checkSubmission(input(answersOf({ "TIP-JUS-04": 3, "TIP-JUS-03": 2 })));
    expect(finding).toEqual({
      ruleId: "V-X01",
      severity: "warning",
      requiresComment: true,
      indicators: ["TIP-JUS-04", "TIP-JUS-03"],
    });
  });

  test("an empty submission has no finding: a partial one is allowed", () => expect(idsOf(new Map())).toEqual([]));
});

describe("structural checks", () => {
  const only = (given: Given, code: IndicatorCode) => idsOf(answersOf({ [code]: given }));

  test("a blank total, numerator, denominator, text or value is incomplete", () => {
    const parts = { breakdowns: {}, crossTabs: {} };
    expect(only({ value: { type: "count", total: null, ...parts } }, "TIP-JUS-08")).toEqual(["incomplete"]);
    expect(only({ value: { type: "ratio", numerator: 1, denominator: null, ...parts } }, "TIP-PRV-06")).toEqual([
      "incomplete",
    ]);
    expect(only({ value: { type: "ratio", numerator: null, denominator: 2, ...parts } }, "TIP-PRV-06")).toEqual([
      "incomplete",
    ]);
    expect(only({ value: { type: "text", text: "  " } }, "TIP-DAT-03")).toEqual(["incomplete"]);
    expect(only({ value: null }, "TIP-DAT-03")).toEqual(["incomplete"]);
  });

  test("a two-way table with a blank cell is incomplete", () => {
    const table = { "sex×ageGroup": { female: { child: 1 } } };
    expect(checkSubmission(input(answersOf({ "TIP-PRO-01": victims(1, {}, table) })))).toEqual([
      {
        ruleId: "breakdown_incomplete",
        severity: "error",
        requiresComment: false,
        indicators: ["TIP-PRO-01"],
        crossTab: "sex×ageGroup",
      },
    ]);
  });

  test.each([
    ["another type", "TIP-JUS-08", { type: "ordinal", level: 1 }],
    ["an unknown level", "TIP-LEG-02", { type: "ordinal", level: 9 }],
    ["a fraction of a person", "TIP-JUS-08", { type: "count", total: 1.5, breakdowns: {}, crossTabs: {} }],
    [
      "an infinite count",
      "TIP-JUS-08",
      { type: "count", total: Number.POSITIVE_INFINITY, breakdowns: {}, crossTabs: {} },
    ],
    [
      "an unknown code list",
      "TIP-JUS-08",
      { type: "count", total: 1, breakdowns: { sex: { female: 1 } }, crossTabs: {} },
    ],
    ["an unknown table", "TIP-PRO-02", { type: "count", total: 1, breakdowns: {}, crossTabs: { "sex×ageGroup": {} } }],
    ["an unknown currency", "TIP-LEG-06", { type: "money", amountMinor: 5, currency: "colones" }],
    ["no currency", "TIP-LEG-06", { type: "money", amountMinor: 5, currency: "XXX" }],
    ["a code that is none", "TIP-LEG-06", { type: "money", amountMinor: 5, currency: "ZZZ" }],
    ["half a cent", "TIP-LEG-06", { type: "money", amountMinor: 0.5, currency: "CRC" }],
    ["a day that does not exist", "TIP-LEG-05", { type: "date", date: "2027-02-29" }],
  ] as const)("%s does not fit the indicator", (_what, code, value) =>
    expect(only({ value }, code)).toEqual(["wrong_type"]),
  );

  test("an unknown category, a code outside the catalogue and a value beside a missing state do not fit", () => {
    const sex = { ...breakdownOf("sex", { female: 1 }), constructor: 0 };
    expect(idsOf(answersOf({ "TIP-PRO-02": answerOf("TIP-PRO-02", 1, { sex }) }))).toEqual(["wrong_type"]);
    expect(only({ value: { type: "boolean", value: true } }, "TIP-XXX-99")).toEqual(["wrong_type"]);
    expect(
      only({ ...answerOf("TIP-DAT-03", "not_available"), value: { type: "text", text: "x" } }, "TIP-DAT-03"),
    ).toEqual(["wrong_type"]);
  });

  test("a state the indicator does not accept is refused", () => {
    expect(only("not_applicable", "TIP-PRO-01")).toEqual(["state_not_allowed"]);
    expect(only("not_available", "TIP-PRO-01")).toEqual([]);
  });
});

describe("an amount in another currency than in the previous round", () => {
  const money = (currency: string): Given => ({ value: { type: "money", amountMinor: 1_500_000, currency } });
  const found = (now: Given, before: Given | null) =>
    checkSubmission(
      input(answersOf({ "TIP-LEG-06": now }), before === null ? null : answersOf({ "TIP-LEG-06": before })),
    );

  test("is a warning that asks for a comment, at each save too", () => {
    const answers = answersOf({ "TIP-LEG-06": money("CRC") });
    const previous = answersOf({ "TIP-LEG-06": money("USD") });
    const [finding] = checkSubmission(input(answers, previous));
    expect(finding).toEqual({
      ruleId: "currency_changed",
      severity: "warning",
      requiresComment: true,
      indicators: ["TIP-LEG-06"],
    });
    expect(checkIndicators(input(answers, previous), ["TIP-LEG-06"])).toEqual([finding]);
  });

  test("the same currency, a first round and a missing amount say nothing", () => {
    expect(found(money("CRC"), money("CRC"))).toEqual([]);
    expect(found(money("CRC"), null)).toEqual([]);
    expect(found(money("CRC"), "not_available")).toEqual([]);
    expect(found("not_available", money("CRC"))).toEqual([]);
  });
});

describe("what keeps a submission from being signed off", () => {
  test("an error always, a warning that asks for a comment until one of the indicators concerned has one", () => {
    const answers = answersOf({ "TIP-JUS-04": 3, "TIP-JUS-03": 2 });
    const [warning] = checkSubmission(input(answers));
    if (warning === undefined) throw new Error("no finding");
    expect(blocksSubmission(warning, answers)).toBe(true);
    const blank = new Map(answers).set("TIP-JUS-03", { ...answerOf("TIP-JUS-03", 2), comment: "  " });
    expect(blocksSubmission(warning, blank)).toBe(true);
    const explained = new Map(answers).set("TIP-JUS-03", { ...answerOf("TIP-JUS-03", 2), comment: "Cases of 2025." });
    expect(blocksSubmission(warning, explained)).toBe(false);
    expect(blocksSubmission({ ...warning, severity: "error" }, explained)).toBe(true);
    expect(blocksSubmission({ ...warning, requiresComment: false }, answers)).toBe(false);
  });
});

describe("findings as sentences", () => {
  const base = { severity: "error", requiresComment: false, indicators: ["TIP-PRO-01"] } as const;

  test("names of breakdowns and tables are filled in, in both languages", () => {
    const finding = { ...base, ruleId: "V-W01", dimension: "formOfExploitation" };
    expect(findingMessage(catalogue, finding, "en")).toMatch(
      /^The breakdown by form of exploitation must add up to the total\./,
    );
    expect(findingMessage(catalogue, finding, "es")).toMatch(
      /^La desagregación por forma de explotación debe sumar el total\./,
    );
    const table = { ...base, ruleId: "V-W06", dimension: "sex", crossTab: "sex×ageGroup", category: "female" };
    expect(findingMessage(catalogue, table, "en")).toBe(
      "Female: The table sex × age group does not match the breakdown by sex.",
    );
    expect(findingMessage(catalogue, table, "es")).toBe(
      "Mujer: La tabla sexo × grupo de edad no coincide con la desagregación por sexo.",
    );
  });

  test("every rule and structural check has a sentence without holes", () => {
    const ids = [...catalogue.validations.map(({ id }) => id), ...structuralChecks];
    for (const ruleId of ids) {
      for (const language of languages) {
        const sentence = findingMessage(
          catalogue,
          { ...base, ruleId, dimension: "sex", crossTab: "sex×ageGroup" },
          language,
        );
        expect(sentence).toMatch(/^.{20,}\.$/);
        expect(sentence).not.toMatch(/[{}]/);
      }
    }
    expect(findingMessage(catalogue, { ...base, ruleId: "V-Z99" }, "en")).toBe("V-Z99");
  });
});
