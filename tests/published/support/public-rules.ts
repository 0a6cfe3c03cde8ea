import type { Catalogue, Operand } from "@avances/domain/catalogue";
import { idOf } from "./figure-id.ts";

/** Σ smaller ≤ Σ larger in every report that can be submitted. Ids of figures as in the public file. */
export interface FigureTerms {
  readonly smaller: readonly string[];
  readonly larger: readonly string[];
}

interface Sum {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** Rules between named figures that the public catalogue prints and that no submitted report breaks. Implemented independently. */
export function publicRules(catalogue: Catalogue): readonly FigureTerms[] {
  return catalogue.validations.flatMap((rule) => {
    const [left, right] = [sumOf(catalogue, rule.left), sumOf(catalogue, rule.right)];
    if (rule.severity !== "error" || !left || !right || rule.operator === "!=") return [];
    const atMost = { smaller: [...left.plus, ...right.minus], larger: [...right.plus, ...left.minus] };
    const atLeast = { smaller: atMost.larger, larger: atMost.smaller };
    if (rule.operator === "==") return [atMost, atLeast];
    return rule.operator === "<=" || rule.operator === "<" ? [atMost] : [atLeast];
  });
}

function sumOf(catalogue: Catalogue, operand: Operand): Sum | null {
  if ("ref" in operand) {
    const id = placeOf(catalogue, operand);
    return id === null ? null : { plus: [id], minus: [] };
  }
  if (!("op" in operand)) return null;
  const sums = operand.args.map((argument) => sumOf(catalogue, argument));
  const [first, ...rest] = sums;
  if (!first || rest.some((sum) => sum === null) || !["add", "subtract"].includes(operand.op)) return null;
  const isMinus = operand.op === "subtract";
  return rest.reduce<Sum>(
    (all, sum) => ({
      plus: [...all.plus, ...((isMinus ? sum?.minus : sum?.plus) ?? [])],
      minus: [...all.minus, ...((isMinus ? sum?.plus : sum?.minus) ?? [])],
    }),
    first,
  );
}

/** Only a whole figure or one category of one breakdown of this report; nothing about other rounds, evidence or words. */
function placeOf(catalogue: Catalogue, operand: Extract<Operand, { ref: string }>): string | null {
  const { ref, part, cell, ...others } = operand;
  const indicator = catalogue.indicators.find(({ code }) => code === ref);
  if (indicator?.sensitivity !== "public" || Object.values(others).some((value) => value !== undefined)) return null;
  const [pair, ...more] = Object.entries(cell ?? {});
  if (more.length > 0) return null;
  const measure = indicator.valueType === "ratio" ? "numerator" : "count";
  if (pair) return idOf(ref, measure, pair[0], pair[1]);
  if (indicator.valueType === "count") return idOf(ref, "total");
  return indicator.valueType === "ratio" && (part === "numerator" || part === "denominator") ? idOf(ref, part) : null;
}
