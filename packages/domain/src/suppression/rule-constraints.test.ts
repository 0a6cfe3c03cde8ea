import { describe, expect, it } from "vitest";
import catalogueFile from "../../catalogue/2026.3.json" with { type: "json" };
import type { Catalogue, Operand, Validation } from "../catalogue/catalogue.ts";
import { type FindCell, ruleConstraints } from "./rule-constraints.ts";

const catalogue = catalogueFile as unknown as Catalogue;
const everyFigure: FindCell = (cell) => ({ cell, value: 1 });

function withRule(rule: Partial<Validation> & { left: Operand; right: Operand }): Catalogue {
  const base: Omit<Validation, "left" | "right"> = {
    id: "V-T01",
    class: "cross",
    appliesTo: {},
    when: [],
    operator: "<=",
    severity: "error",
    requiresComment: false,
    message: { en: "", es: "" },
  };
  return { ...catalogue, validations: [{ ...base, ...rule }] };
}

describe("ties between figures that the error rules make known", () => {
  it("are read from the catalogue", () => {
    const { relations, inequalities } = ruleConstraints(catalogue, everyFigure);
    expect(relations.map(({ total, parts }) => `${parts.join(" + ")} = ${total}`)).toEqual([
      "TIP-PRO-04.denominator = TIP-PRO-01.total",
      "TIP-PRO-06.denominator = TIP-PRO-01.ageGroup.child",
      "TIP-DAT-02.denominator = TIP-PRO-01.total",
      "TIP-JUS-06.denominator = TIP-JUS-01.total",
      "SOM-JUS-05.denominator = SOM-JUS-01.total",
      "SOM-DAT-02.denominator = SOM-PRO-01.total",
    ]);
    expect(inequalities.map(({ smaller, larger }) => `${smaller.join(" + ")} <= ${larger.join(" + ")}`)).toEqual([
      "TIP-PRO-04.numerator <= TIP-PRO-08.total",
      "TIP-DAT-02.numerator + TIP-PRO-01.sex.unknown <= TIP-PRO-01.total",
      "TIP-DAT-02.numerator + TIP-PRO-01.ageGroup.unknown <= TIP-PRO-01.total",
      "TIP-DAT-02.numerator + TIP-PRO-01.formOfExploitation.unknown <= TIP-PRO-01.total",
      "TIP-DAT-02.numerator + TIP-PRO-01.citizenship.unknown <= TIP-PRO-01.total",
      "TIP-JUS-08.total <= TIP-JUS-03.total",
      "SOM-PRO-03.denominator <= SOM-PRO-01.ageGroup.child",
    ]);
  });

  it("do not exist for a figure without a value", () => {
    expect(ruleConstraints(catalogue, () => null)).toEqual({ relations: [], inequalities: [] });
  });

  it("turn around with the operator", () => {
    const rule = withRule({ left: { ref: "A" }, operator: ">=", right: { ref: "B", part: "numerator" } });
    expect(ruleConstraints(rule, everyFigure).inequalities).toEqual([
      { smaller: ["B.numerator"], larger: ["A.total"] },
    ]);
  });

  it("leave out an unpublished figure on the smaller side and fall away with one on the larger side", () => {
    const rule = withRule({ left: { op: "add", args: [{ ref: "A" }, { ref: "B" }] }, right: { ref: "C" } });
    const unseen =
      (hidden: string): FindCell =>
      (cell) =>
        cell === hidden ? "unpublished" : { cell, value: 1 };
    expect(ruleConstraints(rule, unseen("A.total")).inequalities).toEqual([
      { smaller: ["B.total"], larger: ["C.total"] },
    ]);
    expect(ruleConstraints(rule, unseen("C.total")).inequalities).toEqual([]);
  });

  it("are not made of warnings, templates or constants", () => {
    for (const rule of [
      withRule({ left: { ref: "A" }, right: { ref: "B" }, severity: "warning" }),
      withRule({ left: { ref: "$ind" }, right: { ref: "B" } }),
      withRule({ left: { ref: "A" }, right: { const: 3 } }),
    ])
      expect(ruleConstraints(rule, everyFigure)).toEqual({ relations: [], inequalities: [] });
  });
});
