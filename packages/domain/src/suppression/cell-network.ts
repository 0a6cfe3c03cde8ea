import type { Cell, Inequality, PublicInterval, Relation } from "./cell.ts";
import { type Bound, type Direction, type LinearSystem, linearSystem } from "./integer-bounds.ts";

/** Σ plus − Σ minus = 0, or ≤ 0. Cells are given by position. */
interface Constraint {
  readonly equality: boolean;
  readonly coefficients: ReadonlyMap<number, number>;
}

/** What can be worked out about one hidden cell: a range sure to hold the truth, and a range whose ends both occur in a possible table. */
export interface Knowledge {
  readonly outer: PublicInterval;
  readonly attained: PublicInterval;
  /** Constraints that prove the lower and the upper end. */
  readonly proof: Readonly<Record<Direction, readonly number[]>>;
}

/** Cells and everything that ties them together, in an order that does not depend on the order of the input. */
export interface Network {
  readonly cells: readonly Cell[];
  readonly constraints: readonly Constraint[];
  /** Constraints of each cell. */
  readonly constraintsOf: readonly (readonly number[])[];
  /** Is the cell the total of some relation? */
  readonly isTotal: readonly boolean[];
  /** Cells tied to the unknown cell through other unknown cells, itself included, in ascending order. */
  component(start: number, unknown: ReadonlySet<number>): readonly number[];
  /** What a viewer knows who sees every cell outside this component. */
  knowledge(component: readonly number[], cell: number): Knowledge;
}

/** Builds the network. Throws when a relation names an unknown cell or when the true figures break it. */
export function cellNetwork(input: {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly inequalities: readonly Inequality[];
}): Network {
  const cells = [...input.cells].sort((a, b) => compare(a.id, b.id));
  const indexOf = new Map(cells.map((cell, index) => [cell.id, index]));
  if (indexOf.size !== cells.length) throw new Error("two cells have the same id");
  const constraints = readConstraints(input, cells, indexOf);
  const constraintsOf: number[][] = cells.map(() => []);
  constraints.forEach((constraint, index) => {
    for (const cell of constraint.coefficients.keys()) constraintsOf[cell]?.push(index);
  });
  const totals = new Set(input.relations.filter(({ neverShown }) => !neverShown).map(({ total }) => total));
  const systems = new Map<string, (cell: number) => Knowledge>();

  return {
    cells,
    constraints,
    constraintsOf,
    isTotal: cells.map((cell) => totals.has(cell.id)),
    component(start, unknown) {
      const seen = new Set([start]);
      for (const cell of seen) {
        for (const constraint of constraintsOf[cell] ?? []) {
          for (const other of constraints[constraint]?.coefficients.keys() ?? [])
            if (unknown.has(other)) seen.add(other);
        }
      }
      return [...seen].sort((a, b) => a - b);
    },
    knowledge(component, cell) {
      const key = component.join();
      let system = systems.get(key);
      if (!system) {
        system = componentKnowledge(cells, constraints, constraintsOf, component);
        systems.set(key, system);
      }
      return system(cell);
    },
  };
}

function readConstraints(
  input: { readonly relations: readonly Relation[]; readonly inequalities: readonly Inequality[] },
  cells: readonly Cell[],
  indexOf: ReadonlyMap<string, number>,
): readonly Constraint[] {
  const read = (
    equality: boolean,
    plus: readonly string[],
    minus: readonly string[],
  ): readonly [string, Constraint] => {
    const coefficients = new Map<number, number>();
    const add = (ids: readonly string[], sign: number) => {
      for (const id of ids) {
        const index = indexOf.get(id);
        if (index === undefined) throw new Error(`no cell ${id}`);
        coefficients.set(index, (coefficients.get(index) ?? 0) + sign);
      }
    };
    add(plus, 1);
    add(minus, -1);
    const sorted = [...coefficients].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b);
    const difference = sorted.reduce(
      (sum, [index, coefficient]) => sum + coefficient * (cells[index] as Cell).value,
      0,
    );
    if (equality ? difference !== 0 : difference > 0)
      throw new Error(
        `the figures contradict the rule ${plus.join(" + ")} ${equality ? "=" : "≤"} ${minus.join(" + ")}`,
      );
    return [`${equality ? "=" : "≤"}${sorted.join(";")}`, { equality, coefficients: new Map(sorted) }];
  };
  const byKey = new Map([
    ...input.relations.map((relation) => read(true, relation.parts, [relation.total])),
    ...input.inequalities.map((inequality) => read(false, inequality.smaller, inequality.larger)),
  ]);
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, constraint]) => constraint);
}

/** Smallest value that everybody knows a hidden cell can have. */
function lowest(cell: Cell): number {
  return cell.floor ?? 1;
}

function componentKnowledge(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  constraintsOf: readonly (readonly number[])[],
  component: readonly number[],
): (cell: number) => Knowledge {
  const found = new Map<number, Knowledge>();
  const touching = [...new Set(component.flatMap((cell) => constraintsOf[cell] ?? []))].sort((a, b) => a - b);
  const unbounded = component.every((cell) => cells[cell]?.floor === undefined && cells[cell]?.ceiling === undefined);
  const only = touching[0];
  const closed =
    unbounded && touching.length === 1 && only !== undefined && constraints[only]?.equality
      ? singleRelation(cells, constraints[only], only, component)
      : null;
  let system: ReturnType<typeof systemOf> | null = null;
  return (cell) => {
    const before = found.get(cell);
    if (before) return before;
    if (!closed) system ??= systemOf(cells, constraints, touching, component);
    const result = closed ? closed(cell) : solve(system as ReturnType<typeof systemOf>, cells, cell);
    found.set(cell, result);
    return result;
  };
}

/** One relation alone: with k hidden parts that sum to H, each lies between 1 and H − (k − 1). With a hidden total there is no upper limit. */
function singleRelation(
  cells: readonly Cell[],
  constraint: Constraint,
  index: number,
  component: readonly number[],
): ((cell: number) => Knowledge) | null {
  const hiddenTotal = component.find((cell) => (constraint.coefficients.get(cell) ?? 0) < 0);
  const parts = component.filter((cell) => cell !== hiddenTotal);
  if (parts.some((cell) => constraint.coefficients.get(cell) !== 1)) return null;
  if (hiddenTotal !== undefined && constraint.coefficients.get(hiddenTotal) !== -1) return null;
  const visible = [...constraint.coefficients].filter(([cell]) => !component.includes(cell));
  const rest = visible.reduce((sum, [cell, coefficient]) => sum + coefficient * (cells[cell] as Cell).value, 0);
  return (cell) => {
    const isAlone = component.length === 1;
    let interval: PublicInterval;
    if (hiddenTotal === undefined) interval = { lo: isAlone ? -rest : 1, hi: -rest - (parts.length - 1) };
    else if (cell === hiddenTotal) interval = { lo: rest + parts.length, hi: isAlone ? rest : null };
    else interval = { lo: 1, hi: null };
    return { outer: interval, attained: interval, proof: { smallest: [index], largest: [index] } };
  };
}

interface ComponentSystem {
  readonly program: LinearSystem;
  readonly position: ReadonlyMap<number, number>;
  /** Constraint behind each row; null for a publicly known limit of one cell. */
  readonly source: readonly (number | null)[];
}

function systemOf(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  touching: readonly number[],
  component: readonly number[],
): ComponentSystem {
  const position = new Map(component.map((cell, index) => [cell, index]));
  const source: (number | null)[] = [];
  const rows = [];
  for (const index of touching) {
    const { equality, coefficients } = constraints[index] as Constraint;
    const open: [number, number][] = [];
    let limit = 0;
    for (const [cell, coefficient] of coefficients) {
      const at = position.get(cell);
      limit -= coefficient * (at === undefined ? (cells[cell] as Cell).value : lowest(cells[cell] as Cell));
      if (at !== undefined) open.push([at, coefficient]);
    }
    if (!equality && limit >= 0 && open.every(([, coefficient]) => coefficient < 0)) continue; // always true
    rows.push({ equality, coefficients: open, limit });
    source.push(index);
  }
  component.forEach((cell, at) => {
    const { ceiling } = cells[cell] as Cell;
    if (ceiling === undefined) return;
    rows.push({ equality: false, coefficients: [[at, 1]] as const, limit: ceiling - lowest(cells[cell] as Cell) });
    source.push(null);
  });
  return { program: linearSystem(component.length, rows), position, source };
}

function solve({ program, position, source }: ComponentSystem, cells: readonly Cell[], cell: number): Knowledge {
  const lower = lowest(cells[cell] as Cell);
  const variable = position.get(cell) as number;
  const known = (cells[cell] as Cell).value - lower;
  const smallest = program.bound(variable, "smallest", known);
  const largest = program.bound(variable, "largest", known);
  const proofOf = (bound: Bound) => bound.proof.flatMap((row) => source[row] ?? []);
  return {
    outer: { lo: (smallest.outer ?? 0) + lower, hi: largest.outer === null ? null : largest.outer + lower },
    attained: { lo: (smallest.attained ?? 0) + lower, hi: largest.attained === null ? null : largest.attained + lower },
    proof: { smallest: proofOf(smallest), largest: proofOf(largest) },
  };
}

/** Compares by code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
