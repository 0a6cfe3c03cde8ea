import { type Answers, crossTabKey } from "../answer/answer.ts";
import { type CountedValue, figuresOf } from "../answer/counted-value.ts";
import { type Catalogue, findIndicator, type Indicator } from "../catalogue/catalogue.ts";
import type { CountryCode } from "../reference/country.ts";
import { type Cell, type CellId, type Inequality, isPrimary, type Relation } from "./cell.ts";
import {
  categoryId,
  countedValue,
  figureId,
  headId,
  linkedFigure,
  minDenominatorOf,
  ownFigureIds,
  reportedBreakdowns,
  thresholdOf,
} from "./figure.ts";
import type { CellTables } from "./hide-small-cells.ts";
import { ruleConstraints } from "./rule-constraints.ts";

/** The figures of one submission as cells, and every tie between them that the public knows. */
export interface SubmissionTables extends CellTables {
  /** Cell of each figure. A denominator that must equal another figure shares that figure's cell. */
  readonly cellOf: ReadonlyMap<CellId, CellId>;
}

interface Draft {
  readonly cells: Map<CellId, Cell>;
  readonly cellOf: Map<CellId, CellId>;
  /** Figures of restricted indicators: they exist, but nobody sees them and nothing can be derived from them. */
  readonly unpublished: Set<CellId>;
  readonly relations: Relation[];
  readonly inequalities: Inequality[];
}

interface Counted {
  readonly indicator: Indicator;
  readonly value: CountedValue;
}

/**
 * Cells, relations and inequalities of a submission:
 * exclusive breakdown = its total; each category of a non-exclusive breakdown ≤ its total; numerator ≤ denominator; a
 * linked denominator = the figure it must equal; and the catalogue's error rules between figures. What the state of a
 * ratio and the index reveal about hidden figures counts as known (see `limitByState`).
 */
export function submissionTables(input: {
  readonly catalogue: Catalogue;
  readonly country: CountryCode;
  readonly answers: Answers;
  readonly sticky: ReadonlySet<CellId>;
}): SubmissionTables {
  const { catalogue, country, answers, sticky } = input;
  const draft: Draft = {
    cells: new Map(),
    cellOf: new Map(),
    unpublished: new Set(),
    relations: [],
    inequalities: [],
  };
  const counted: Counted[] = [];
  for (const indicator of catalogue.indicators) {
    const value = countedValue(answers.get(indicator.code));
    if (!value) continue;
    if (indicator.sensitivity === "restricted") {
      for (const id of figureIds(catalogue, indicator, value)) draft.unpublished.add(id);
    } else counted.push({ indicator, value });
  }
  for (const entry of counted) addFigures(draft, catalogue, country, entry);
  for (const entry of counted) addDenominator(draft, catalogue, country, entry);
  for (const entry of counted) addBreakdownTies(draft, catalogue, entry);
  for (const entry of counted) addTwoWayTables(draft, catalogue, country, entry);
  const rules = ruleConstraints(catalogue, (id) => {
    if (draft.unpublished.has(id)) return "unpublished";
    const cell = draft.cellOf.get(id);
    return cell === undefined ? null : { cell, value: (draft.cells.get(cell) as Cell).value };
  });
  draft.relations.push(...rules.relations);
  draft.inequalities.push(...rules.inequalities);
  for (const entry of counted) limitByState(draft, entry);
  for (const id of sticky) change(draft, draft.cellOf.get(id), () => ({ sticky: true }));
  return { ...draft, cells: [...draft.cells.values()] };
}

function figureIds(catalogue: Catalogue, { code, ...rest }: Indicator, value: CountedValue): readonly CellId[] {
  const categories = reportedBreakdowns(catalogue, { code, ...rest }, value).flatMap(({ list, figures }) =>
    figures.map(([category]) => categoryId(code, list, category)),
  );
  return [...ownFigureIds(code, value), ...categories];
}

function addFigures(draft: Draft, catalogue: Catalogue, owner: CountryCode, { indicator, value }: Counted): void {
  const threshold = thresholdOf(catalogue, indicator);
  const [head] = figuresOf(value);
  addCell(draft, { id: headId(indicator.code, value), value: head as number, owner, threshold });
  for (const { list, figures } of reportedBreakdowns(catalogue, indicator, value))
    for (const [category, figure] of figures)
      addCell(draft, { id: categoryId(indicator.code, list, category), value: figure, owner, threshold });
}

function addCell(draft: Draft, cell: Cell): void {
  draft.cells.set(cell.id, cell);
  draft.cellOf.set(cell.id, cell.id);
}

/**
 * A linked denominator is the linked figure. If that figure was not reported, the denominator is a cell of its own,
 * protected if either indicator is. Two denominators linked to the same unreported figure share a cell when they are equal,
 * since a reader who sees one has seen the other.
 */
function addDenominator(draft: Draft, catalogue: Catalogue, owner: CountryCode, { indicator, value }: Counted): void {
  if (value.type !== "ratio") return;
  const id = figureId(indicator.code, "denominator");
  const denominator = value.denominator as number;
  const link = linkedFigure(catalogue, indicator);
  const linkedIndicator = link && findIndicator(catalogue, link.code);
  const thresholds = [indicator, ...(linkedIndicator ? [linkedIndicator] : [])].flatMap(
    (i) => thresholdOf(catalogue, i) ?? [],
  );
  const threshold = thresholds.length === 0 ? null : Math.max(...thresholds);
  const sameValue = [link?.id, link && `linked:${link.id}`].flatMap((key) => {
    const cell = key ? draft.cells.get(draft.cellOf.get(key) ?? "") : undefined;
    return cell && cell.value === denominator ? [cell] : [];
  })[0];
  if (sameValue) {
    draft.cellOf.set(id, sameValue.id);
    change(draft, sameValue.id, (cell) => ({ threshold: Math.max(cell.threshold ?? 0, threshold ?? 0) || null }));
  } else {
    addCell(draft, { id, value: denominator, owner, threshold });
    if (link) draft.cellOf.set(`linked:${link.id}`, id);
    // Part of a figure whose breakdown is blank: the part cannot exceed the whole.
    const whole = link && draft.cells.get(figureId(link.code, "total"));
    if (whole && denominator <= whole.value) draft.inequalities.push({ smaller: [id], larger: [whole.id] });
  }
  const numerator = headId(indicator.code, value);
  draft.inequalities.push({
    smaller: [numerator],
    larger: [draft.cellOf.get(id) as CellId],
    hideWholeWhenSmall: true,
  });
}

function addBreakdownTies(draft: Draft, catalogue: Catalogue, { indicator, value }: Counted): void {
  const total = headId(indicator.code, value);
  for (const { list, exclusive, complete, figures } of reportedBreakdowns(catalogue, indicator, value)) {
    const parts = figures.map(([category]) => categoryId(indicator.code, list, category));
    if (exclusive && complete) draft.relations.push({ total, parts, hideWholeWhenSmall: true });
    else if (exclusive) draft.inequalities.push({ smaller: parts, larger: [total] });
    else for (const part of parts) draft.inequalities.push({ smaller: [part], larger: [total] });
  }
}

/**
 * A two-way table with a small count in it is not published, but its margins may give such a count away: of 8 women among 13 persons, 5 of whom are
 * adults, at least 3 are girls. So its cells are there, never shown and possibly zero, as parts of the margins. They have no name under which they could
 * be published. A table without a small count needs no protection, whether it is published or not.
 *
 * A cell of which the margins would tell that it is at least 2 is protected whatever it is, if it could be small as far as a reader knows: if only a
 * small one were, margins that are shown would tell that it is not, and so that others in its row and column are smaller still.
 */
function addTwoWayTables(draft: Draft, catalogue: Catalogue, owner: CountryCode, { indicator, value }: Counted): void {
  const threshold = thresholdOf(catalogue, indicator);
  for (const lists of indicator.crossTabs) {
    const table = value.type === "count" ? value.crossTabs[crossTabKey(lists)] : undefined;
    const entered = Object.entries(table ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, figure]) => ({
        id: categoryId(indicator.code, crossTabKey(lists), `${row}.${column}`),
        row,
        column,
        figure,
      })),
    );
    if (threshold === null || !entered.some(({ figure }) => isPrimary({ value: figure, threshold }))) continue;
    const sumOf = (cells: typeof entered) => cells.reduce((all, { figure }) => all + figure, 0);
    const alike = (side: "row" | "column", category: string) => entered.filter((one) => one[side] === category);
    for (const { id, row, column, figure } of entered) {
      const least = sumOf(alike("row", row)) + sumOf(alike("column", column)) - sumOf(entered);
      const isTold = least > 1 && least < threshold;
      const own = isTold ? Math.max(threshold, figure + 1) : threshold;
      draft.cells.set(id, { id, value: figure, owner, threshold: own, fixedHidden: true, floor: 0 });
    }
    for (const [side, list] of [
      ["row", lists[0]],
      ["column", lists[1]],
    ] as const)
      for (const category of new Set(entered.map((one) => one[side]))) {
        const margin = draft.cells.get(categoryId(indicator.code, list ?? "", category));
        const parts = alike(side, category);
        if (margin?.value === sumOf(parts))
          draft.relations.push({ total: margin.id, parts: parts.map(({ id }) => id), neverShown: true });
      }
  }
}

/**
 * What everybody knows about hidden parts of a scored ratio. The state (and the coverage of the index) shows whether the
 * denominator reaches the minimum. The index shows whether the substitute for small numerators was used, and so
 * whether a hidden numerator is small.
 */
function limitByState(draft: Draft, { indicator, value }: Counted): void {
  const minDenominator = minDenominatorOf(indicator);
  if (value.type !== "ratio" || minDenominator === null) return;
  const denominator = value.denominator as number;
  const numeratorId = headId(indicator.code, value);
  const { threshold, value: numerator } = draft.cells.get(numeratorId) as Cell;
  const denominatorLimits = denominator < minDenominator ? { ceiling: minDenominator - 1 } : { floor: minDenominator };
  limit(draft, draft.cellOf.get(figureId(indicator.code, "denominator")), denominatorLimits);
  if (numerator === 0) return;
  if (denominator < minDenominator) limit(draft, numeratorId, { ceiling: minDenominator - 1 });
  else if (threshold !== null)
    limit(draft, numeratorId, numerator < threshold ? { ceiling: threshold - 1 } : { floor: threshold });
}

function limit(
  draft: Draft,
  id: CellId | undefined,
  limits: { readonly floor?: number; readonly ceiling?: number },
): void {
  change(draft, id, (cell) => {
    const floors = [cell.floor, limits.floor].filter((value) => value !== undefined);
    const ceilings = [cell.ceiling, limits.ceiling].filter((value) => value !== undefined);
    return {
      ...(floors.length > 0 ? { floor: Math.max(...floors) } : {}),
      ...(ceilings.length > 0 ? { ceiling: Math.min(...ceilings) } : {}),
    };
  });
}

function change(draft: Draft, id: CellId | undefined, changes: (cell: Cell) => Partial<Cell>): void {
  const cell = id === undefined ? undefined : draft.cells.get(id);
  if (cell) draft.cells.set(cell.id, { ...cell, ...changes(cell) });
}
