import type { Catalogue, Operand, RefOperand, Validation } from "../catalogue/catalogue.ts";
import type { CellId, Inequality, Relation } from "./cell.ts";
import { categoryId, figureId } from "./figure.ts";

/** Finds the cell of a figure; `unpublished` for a figure that nobody sees, null for a figure without a value. */
export type FindCell = (id: CellId) => { readonly cell: CellId; readonly value: number } | "unpublished" | null;

/**
 * Ties between figures that everybody knows, because a submission that breaks them is refused: the catalogue's
 * error rules of the form a ≤ b, a < b, a = b, where a and b are figures, sums or differences of figures. Rules with
 * constants, other arithmetic or templates (`$ind`) are not read here. A rule with conditions counts as known whenever the
 * figures obey it: assuming more knowledge can only hide more. A rule that names a figure without a value is skipped.
 */
export function ruleConstraints(
  catalogue: Catalogue,
  find: FindCell,
): { readonly relations: readonly Relation[]; readonly inequalities: readonly Inequality[] } {
  const relations: Relation[] = [];
  const inequalities: Inequality[] = [];
  for (const rule of catalogue.validations) {
    const sides = rule.severity === "error" ? sidesOf(rule) : null;
    if (!sides) continue;
    const smaller = resolve(sides.smaller, find);
    const larger = resolve(sides.larger, find);
    if (!smaller || !larger) continue;
    if (rule.when.length > 0 && (rule.operator === "==" ? smaller.sum !== larger.sum : smaller.sum > larger.sum))
      continue;
    // A figure that nobody sees is at least zero: on the smaller side it can be left out; on the larger side it sets no limit.
    if (larger.unpublished || (rule.operator === "==" && smaller.unpublished)) continue;
    const [only] = larger.cells;
    if (rule.operator !== "==") inequalities.push({ smaller: smaller.cells, larger: larger.cells });
    else if (larger.cells.length !== 1 || only === undefined)
      inequalities.push(
        { smaller: smaller.cells, larger: larger.cells },
        { smaller: larger.cells, larger: smaller.cells },
      );
    else if (smaller.cells.length !== 1 || smaller.cells[0] !== only)
      relations.push({ total: only, parts: smaller.cells });
  }
  return { relations, inequalities };
}

interface Terms {
  readonly plus: readonly CellId[];
  readonly minus: readonly CellId[];
}

function sidesOf(rule: Validation): { readonly smaller: readonly CellId[]; readonly larger: readonly CellId[] } | null {
  const left = termsOf(rule.left);
  const right = termsOf(rule.right);
  if (!left || !right) return null;
  const [small, large] = rule.operator === ">=" || rule.operator === ">" ? [right, left] : [left, right];
  if (rule.operator === "!=") return null;
  return { smaller: [...small.plus, ...large.minus], larger: [...large.plus, ...small.minus] };
}

function termsOf(operand: Operand): Terms | null {
  if ("ref" in operand) {
    const id = referenceId(operand);
    return id === null ? null : { plus: [id], minus: [] };
  }
  if (!("op" in operand) || (operand.op !== "add" && operand.op !== "subtract")) return null;
  const plus: CellId[] = [];
  const minus: CellId[] = [];
  for (const [index, argument] of operand.args.entries()) {
    const terms = termsOf(argument);
    if (!terms) return null;
    const isSubtracted = operand.op === "subtract" && index > 0;
    plus.push(...(isSubtracted ? terms.minus : terms.plus));
    minus.push(...(isSubtracted ? terms.plus : terms.minus));
  }
  return { plus, minus };
}

function referenceId({ ref, part, cell, dim, agg, crossTab, margin, round, attribute }: RefOperand): CellId | null {
  if (ref.startsWith("$") || dim || agg || crossTab || margin || round || attribute || part === "every") return null;
  if (!cell) return figureId(ref, part ?? "total");
  const [only, ...more] = Object.entries(cell);
  return only && more.length === 0 ? categoryId(ref, only[0], only[1]) : null;
}

function resolve(ids: readonly CellId[], find: FindCell) {
  const cells: CellId[] = [];
  let sum = 0;
  let unpublished = false;
  for (const id of ids) {
    const found = find(id);
    if (found === null) return null;
    if (found === "unpublished") unpublished = true;
    else {
      cells.push(found.cell);
      sum += found.value;
    }
  }
  return { cells, sum, unpublished };
}
