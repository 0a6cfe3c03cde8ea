import { type Cell, type CellId, type Inequality, isPrimary, type PublicInterval, type Relation } from "./cell.ts";
import { cellNetwork, compare, type Knowledge, type Network } from "./cell-network.ts";

export interface CellTables {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly inequalities: readonly Inequality[];
}

/**
 * The order in which cells are given up to protect others: the lowest result first. If the cheapest were always given up, a reader who
 * knows that could conclude from each visible figure how large the hidden one beside it must at least be. So the order is drawn by lot,
 * unknown to readers, and every order is possible whatever the figures; smaller figures may come first more often.
 */
export type HidingOrder = (name: string, value: number) => number | string;

export type CellDecision =
  | { readonly hidden: false }
  /** What the public must still consider possible; contains the true figure. */
  | { readonly hidden: true; readonly interval: PublicInterval };

export interface HiddenCells {
  readonly decisions: ReadonlyMap<CellId, CellDecision>;
  /**
   * Small counts that some viewer can still place within less than 1 to T − 1 although everything that could help is hidden: a small
   * regional sum of two hidden countries is at least 2, since zeros are shown; or a figure has a known limit below T − 1.
   */
  readonly narrow: ReadonlySet<CellId>;
}

/**
 * Decides which figures are not shown, so that nobody (the public, or one country that knows its own figures) can work
 * out a small count of persons from everything that is shown.
 *
 * A *primary* cell is a protected count from 1 to T − 1. For every primary cell and every viewer who does not own it, the
 * smallest and the largest value consistent with all visible figures, all relations and all inequalities must reach
 * from 1 to T − 1, or as far as hiding everything would reach. Zeros are shown, so a hidden cell is at least 1; only the
 * parts of a small total may be hidden zeros (`hideWholeWhenSmall`). Sticky non-zero cells stay hidden. Without a
 * primary, sticky or fixed cell nothing is hidden.
 *
 * Relations that form a network (one-way breakdowns by country) have whole-number corners, so the bounds are exact. With
 * inequalities a corner may be fractional; then only whole-number tables that were really found count as possible, so
 * that the decision errs towards hiding. The order of the input does not matter. Which of several cells is given up for another
 * depends first on their place (parts before totals, a cell that protects two tables before one that protects one) and
 * then on `order`, not on their size alone. Throws when the figures themselves contradict a relation or an inequality.
 * Source: Methodology §7.
 */
export function hideSmallCells(tables: CellTables, order: HidingOrder): HiddenCells {
  const network = cellNetwork({ ...tables, cells: hideSmallWholes(tables) });
  const hidden = new Set<number>();
  network.cells.forEach((cell, index) => {
    if (isPrimary(cell) || cell.fixedHidden || (cell.sticky && cell.value > 0)) hidden.add(index);
  });
  const narrow = new Set<CellId>();
  const sacrifice = sacrificeOrder(network, order);
  for (const block of blocksWith(network, hidden)) protectBlock(network, block, sacrifice, hidden, narrow);

  const decisions = new Map<CellId, CellDecision>();
  network.cells.forEach((cell, index) => {
    const decision: CellDecision = hidden.has(index)
      ? { hidden: true, interval: network.knowledge(network.component(index, hidden), index).outer }
      : { hidden: false };
    decisions.set(cell.id, decision);
  });
  return { decisions, narrow };
}

/**
 * Applies `hideWholeWhenSmall`. A reader can tell a hidden small total (all its parts are hidden) from another hidden total (its zeros
 * are shown), so "below T" counts as known for the first and "at least T" for the second.
 */
function hideSmallWholes(tables: CellTables): readonly Cell[] {
  const changed = new Map(tables.cells.map((cell) => [cell.id, cell]));
  for (const { total, hideWholeWhenSmall } of tables.relations) {
    const whole = changed.get(total);
    if (!hideWholeWhenSmall || !whole || whole.threshold === null || whole.value === 0) continue;
    if (isPrimary(whole))
      changed.set(total, { ...whole, ceiling: Math.min(whole.ceiling ?? whole.threshold, whole.threshold - 1) });
    else changed.set(total, { ...whole, floor: Math.max(whole.floor ?? 1, whole.threshold) });
  }
  for (const id of insideSmallWholes(tables)) {
    const cell = changed.get(id);
    if (cell) changed.set(id, { ...cell, fixedHidden: true, floor: 0 });
  }
  return [...changed.values()];
}

/**
 * Parts of small totals, and whatever can be no larger than such parts. If one of them were shown as zero and another hidden as "at
 * least 1", the second would reveal that its part is not empty, and so that no other part is the whole. Which cells these are depends
 * only on which totals are small, and that is public.
 */
function insideSmallWholes({ cells, relations, inequalities }: CellTables): ReadonlySet<CellId> {
  const small = new Set(cells.filter(isPrimary).map(({ id }) => id));
  const isSmallWhole = (id: CellId, hideWholeWhenSmall = false) => hideWholeWhenSmall && small.has(id);
  const inside = new Set<CellId>();
  for (let size = -1; size < inside.size; ) {
    size = inside.size;
    for (const { total, parts, hideWholeWhenSmall } of relations)
      if (inside.has(total) || isSmallWhole(total, hideWholeWhenSmall)) for (const id of parts) inside.add(id);
    for (const { smaller, larger, hideWholeWhenSmall } of inequalities)
      if (larger.every((id) => inside.has(id) || isSmallWhole(id, hideWholeWhenSmall)))
        for (const id of smaller) inside.add(id);
  }
  return inside;
}

/** Groups of cells that are not tied to each other, of those with at least one hidden cell. */
function blocksWith(network: Network, hidden: ReadonlySet<number>): readonly (readonly number[])[] {
  const all = new Set(network.cells.keys());
  const seen = new Set<number>();
  const blocks: (readonly number[])[] = [];
  for (const start of hidden) {
    if (seen.has(start)) continue;
    const block = network.component(start, all);
    for (const cell of block) seen.add(cell);
    blocks.push(block);
  }
  return blocks;
}

/** A primary cell and a viewer who can narrow it down. */
interface Exposure {
  readonly cell: number;
  readonly viewer: string | null;
  readonly unknown: ReadonlySet<number>;
  readonly proof: readonly number[];
}

function protectBlock(
  network: Network,
  block: readonly number[],
  sacrifice: Sacrifice,
  hidden: Set<number>,
  narrow: Set<CellId>,
): void {
  const primaries = block.filter((cell) => isPrimary(cellAt(network, cell)));
  const viewers = [null, ...[...new Set(block.flatMap((cell) => cellAt(network, cell).owner ?? []))].sort(compare)];
  const widest = widestKnowledge(network, block);
  const inBlock = () => block.filter((cell) => hidden.has(cell));

  const exposuresNow = function* (): Generator<Exposure> {
    for (const viewer of viewers) {
      const unknown = new Set(inBlock().filter((cell) => viewer === null || cellAt(network, cell).owner !== viewer));
      if (viewer !== null && unknown.size === inBlock().length) continue; // knows no more than the public
      for (const cell of primaries) {
        if (!unknown.has(cell)) continue;
        const exposure = exposureOf(network, cell, viewer, unknown, widest);
        if (exposure) yield exposure;
      }
    }
  };

  const unavoidable = new Set<string>();
  const firstExposure = (): Exposure | null => {
    for (const exposure of exposuresNow()) if (!unavoidable.has(`${exposure.cell}|${exposure.viewer}`)) return exposure;
    return null;
  };
  for (let exposure = firstExposure(); exposure !== null; exposure = firstExposure()) {
    const next = cellToHide(network, exposure, sacrifice, hidden);
    if (next === null) unavoidable.add(`${exposure.cell}|${exposure.viewer}`);
    else hidden.add(next);
  }

  const complementary = inBlock().filter((cell) => {
    const { sticky, fixedHidden } = cellAt(network, cell);
    return !isPrimary(cellAt(network, cell)) && !sticky && !fixedHidden;
  });
  for (const cell of complementary.sort((a, b) => sacrifice(b, a))) {
    hidden.delete(cell);
    if (firstExposure() !== null) hidden.add(cell);
  }

  for (const viewer of viewers) {
    const unknown = new Set(inBlock().filter((cell) => viewer === null || cellAt(network, cell).owner !== viewer));
    for (const cell of primaries) {
      if (!unknown.has(cell)) continue;
      const { attained } = network.knowledge(network.component(cell, unknown), cell);
      if (attained.lo > 1 || below(attained.hi, highest(network, cell))) narrow.add(cellAt(network, cell).id);
    }
  }
}

function exposureOf(
  network: Network,
  cell: number,
  viewer: string | null,
  unknown: ReadonlySet<number>,
  widest: (cell: number, viewer: string | null) => Knowledge,
): Exposure | null {
  const { attained, proof } = network.knowledge(network.component(cell, unknown), cell);
  let [lo, hi] = [1, highest(network, cell)];
  if (attained.lo <= lo && !below(attained.hi, hi)) return null;
  const best = widest(cell, viewer).attained; // asked last: it is the most expensive question
  lo = Math.max(lo, best.lo);
  hi = best.hi === null ? hi : Math.min(hi, best.hi);
  const isTooHigh = attained.lo > lo;
  const isTooLow = below(attained.hi, hi);
  if (!isTooHigh && !isTooLow) return null;
  const proving = [...(isTooHigh ? proof.smallest : []), ...(isTooLow ? proof.largest : [])];
  return { cell, viewer, unknown, proof: proving };
}

/** What the viewer would know if every non-zero cell of the block were hidden: no choice of hidden cells protects better. */
function widestKnowledge(
  network: Network,
  block: readonly number[],
): (cell: number, viewer: string | null) => Knowledge {
  const hideable = block.filter((cell) => cellAt(network, cell).value > 0 || cellAt(network, cell).fixedHidden);
  const unknownOf = new Map<string | null, ReadonlySet<number>>();
  return (cell, viewer) => {
    let unknown = unknownOf.get(viewer);
    if (!unknown) {
      unknown = new Set(hideable.filter((other) => viewer === null || cellAt(network, other).owner !== viewer));
      unknownOf.set(viewer, unknown);
    }
    return network.knowledge(network.component(cell, unknown), cell);
  };
}

/**
 * The next cell to hide to protect an exposed one: the first in the sacrifice order within the nearest constraint that pins a cell
 * (exactly one unknown) and is part of the proof; without such a constraint, the first within the whole proof. Null when none is left.
 */
function cellToHide(
  network: Network,
  exposure: Exposure,
  sacrifice: Sacrifice,
  hidden: ReadonlySet<number>,
): number | null {
  const { unknown, viewer } = exposure;
  const candidatesOf = (constraints: readonly number[]) =>
    [...new Set(constraints.flatMap((constraint) => members(network, constraint)))].filter(
      (cell) =>
        !hidden.has(cell) &&
        cellAt(network, cell).value > 0 &&
        (viewer === null || cellAt(network, cell).owner !== viewer),
    );
  const distance = distances(network, exposure.cell, unknown);
  const pinning = exposure.proof.filter(
    (constraint) =>
      members(network, constraint).filter((cell) => unknown.has(cell)).length === 1 &&
      candidatesOf([constraint]).length > 0,
  );
  const nearest = Math.min(...pinning.map((constraint) => distance.get(constraint) ?? Number.MAX_SAFE_INTEGER));
  const preferred = pinning.filter((constraint) => (distance.get(constraint) ?? Number.MAX_SAFE_INTEGER) === nearest);
  for (const constraints of [preferred, exposure.proof, [...distance.keys()]]) {
    const source = new Set(constraints);
    const closesRectangle = (cell: number) =>
      (network.constraintsOf[cell] ?? []).some(
        (constraint) => !source.has(constraint) && members(network, constraint).some((other) => unknown.has(other)),
      );
    const [first] = candidatesOf(constraints).sort(
      (a, b) =>
        Number(network.isTotal[a]) - Number(network.isTotal[b]) ||
        Number(closesRectangle(b)) - Number(closesRectangle(a)) ||
        sacrifice(a, b),
    );
    if (first !== undefined) return first;
  }
  return null;
}

/** Number of steps from a cell to each constraint it is tied to through unknown cells. */
function distances(network: Network, start: number, unknown: ReadonlySet<number>): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  const cells = new Map([[start, 0]]);
  for (const [cell, step] of cells) {
    for (const constraint of network.constraintsOf[cell] ?? []) {
      if (!steps.has(constraint)) steps.set(constraint, step);
      for (const other of members(network, constraint))
        if (unknown.has(other) && !cells.has(other)) cells.set(other, step + 1);
    }
  }
  return steps;
}

/** Compares two cells: negative when the first is to be given up before the second. */
type Sacrifice = (a: number, b: number) => number;

/** Parts before totals, then as the order says, then by id. */
function sacrificeOrder(network: Network, order: HidingOrder): Sacrifice {
  const places = new Map<number, number | string>();
  const placeOf = (cell: number) => {
    const place = places.get(cell) ?? order(cellAt(network, cell).id, cellAt(network, cell).value);
    places.set(cell, place);
    return place;
  };
  return (a, b) => {
    if (network.isTotal[a] !== network.isTotal[b]) return Number(network.isTotal[a]) - Number(network.isTotal[b]);
    const [first, second] = [placeOf(a), placeOf(b)];
    return first < second ? -1 : first > second ? 1 : a - b;
  };
}

function members(network: Network, constraint: number): readonly number[] {
  return [...(network.constraints[constraint]?.coefficients.keys() ?? [])];
}

function cellAt(network: Network, index: number): Cell {
  return network.cells[index] as Cell;
}

/** T − 1 of a primary cell. */
function highest(network: Network, cell: number): number {
  return (cellAt(network, cell).threshold as number) - 1;
}

function below(limit: number | null, target: number): boolean {
  return limit !== null && limit < target;
}
