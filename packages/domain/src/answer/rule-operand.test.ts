import { describe, expect, test } from "vitest";
import { answersOf, breakdownOf } from "../../testing/answers.ts";
import { catalogue } from "../../testing/catalogue.ts";
import type { Operand } from "../catalogue/catalogue.ts";
import { compare, compileOperand, referencesOf } from "./rule-operand.ts";

const sex = breakdownOf("sex", { female: 3, male: 2 });
const ageGroup = breakdownOf("ageGroup", { child: 1, adult: 4 });
const facts = {
  answers: answersOf({
    "TIP-PRO-01": { value: { type: "count", total: 5, breakdowns: { sex, ageGroup }, crossTabs: {} } },
    "TIP-PRV-06": [3, 4],
    "TIP-COO-05": true,
    "TIP-LEG-01": 2,
    "TIP-LEG-05": { value: { type: "date", date: "2028-06-30" } },
    "TIP-LEG-06": { value: { type: "money", amountMinor: 1250, currency: "GTQ" } },
    "TIP-DAT-03": { value: { type: "text", text: "A study." } },
    "TIP-JUS-01": { state: "not_available", reason: "  no register  " },
    "TIP-JUS-02": { value: { type: "ordinal", level: 2 } },
  }),
  previous: answersOf({ "TIP-LEG-01": 1 }),
  round: { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" },
};
const read = (operand: Operand, binding = {}) => compileOperand(catalogue, operand, binding)(facts);
const number = (value: number): Operand => ({ const: value });

describe("an operand of the validation language", () => {
  test.each<[string, Operand, unknown]>([
    ["a constant", { const: "reported" }, "reported"],
    ["a date of the round", { var: "referencePeriodEnd" }, "2026-12-31"],
    ["a total", { ref: "TIP-PRO-01" }, 5],
    ["a level", { ref: "TIP-LEG-01" }, 2],
    ["a boolean as 0 or 1", { ref: "TIP-COO-05" }, 1],
    ["a date", { ref: "TIP-LEG-05" }, "2028-06-30"],
    ["an amount", { ref: "TIP-LEG-06" }, 1250],
    ["a ratio alone has no value", { ref: "TIP-PRV-06" }, undefined],
    ["a text has no value", { ref: "TIP-DAT-03" }, undefined],
    ["a numerator", { ref: "TIP-PRV-06", part: "numerator" }, 3],
    ["a denominator", { ref: "TIP-PRV-06", part: "denominator" }, 4],
    ["each entered number", { ref: "TIP-PRV-06", part: "every" }, [3, 4]],
    ["a category", { ref: "TIP-PRO-01", cell: { sex: "male" } }, 2],
    ["a category of a breakdown left blank", { ref: "TIP-PRO-01", cell: { citizenship: "stateless" } }, undefined],
    ["a sum", { ref: "TIP-PRO-01", dim: "sex", agg: "sum" }, 5],
    ["a maximum", { ref: "TIP-PRO-01", dim: "ageGroup", agg: "max" }, 4],
    ["the previous round", { ref: "TIP-LEG-01", round: "previous" }, 1],
    ["a previous round without the answer", { ref: "TIP-PRO-01", round: "previous" }, undefined],
    ["an unanswered indicator", { ref: "SOM-PRO-01" }, undefined],
    ["a value of the wrong type", { ref: "TIP-JUS-02" }, undefined],
    ["a figure that is not available", { ref: "TIP-JUS-01" }, undefined],
    ["a state", { ref: "TIP-JUS-01", attribute: "state" }, "not_available"],
    ["the state of an unanswered indicator", { ref: "SOM-PRO-01", attribute: "state" }, "not_reported"],
    ["the length of a reason", { ref: "TIP-JUS-01", attribute: "reasonLength" }, 11],
    ["the number of references", { ref: "TIP-PRV-06", attribute: "evidenceCount" }, 1],
    ["a sum of operands", { op: "add", args: [number(2), number(3), number(4)] }, 9],
    ["a difference", { op: "subtract", args: [number(2), number(3)] }, -1],
    ["a product", { op: "multiply", args: [number(2), number(3)] }, 6],
    ["a quotient", { op: "divide", args: [number(3), number(4)] }, 0.75],
    ["a division by zero has no value", { op: "divide", args: [number(3), number(0)] }, undefined],
    ["a size without sign", { op: "abs", args: [number(-3)] }, 3],
    ["a calculation with a missing part", { op: "add", args: [number(3), { ref: "SOM-PRO-01" }] }, undefined],
    ["a calculation with a date", { op: "add", args: [number(3), { var: "dueDate" }] }, undefined],
  ])("%s", (_what, operand, value) => expect(read(operand)).toEqual(value));

  test("template words stand for what they are bound to", () => {
    const binding = { $ind: "TIP-PRO-01", $dim: "sex", $code: "female" };
    expect(read({ ref: "$ind", cell: { $dim: "$code" } }, binding)).toBe(3);
    expect(
      referencesOf({ op: "add", args: [{ ref: "$ind" }, { ref: "TIP-LEG-01" }, { ref: "$ind" }] }, binding),
    ).toEqual(["TIP-PRO-01", "TIP-LEG-01"]);
  });
});

describe("a comparison", () => {
  test.each([
    [1, "==", 1, true],
    [1, "!=", 1, false],
    [1, "<", 2, true],
    [2, "<=", 2, true],
    [2, ">", 2, false],
    [2, ">=", 3, false],
    [0.8 - 0.5, "<=", 0.3, true],
    [0.8 - 0.5, ">", 0.3, false],
    [0.31, "<=", 0.3, false],
    ["2026-12-30", ">=", "2026-12-31", false],
    ["2027-01-01", ">=", "2026-12-31", true],
    ["reported", "==", "reported", true],
    [[0, 1, 2], ">=", 0, true],
    [[0, -1, 2], ">=", 0, false],
    [0, "<=", [0, 1], true],
  ] as const)("%j %s %j is %s", (left, operator, right, verdict) =>
    expect(compare(left, operator, right)).toBe(verdict),
  );

  test.each([
    [undefined, 1],
    [1, undefined],
    [[], 1],
    [1, []],
    ["2026-12-30", 1],
  ] as const)("%j with %j cannot be judged", (left, right) => expect(compare(left, "==", right)).toBeNull());
});
