/**
 * Exact smallest and largest value of a variable under linear constraints: the simplex method with integer pivoting
 * (every tableau entry is a whole number over one common denominator, so nothing is ever rounded).
 * For tables of counts these numbers stay far inside the safe integers; should one ever leave that range, the system reports that it
 * proved nothing, and the caller hides more.
 */

/** Σ coefficient · variable = limit, or ≤ limit. Variables are whole numbers ≥ 0. */
export interface LinearRow {
  readonly coefficients: readonly (readonly [variable: number, coefficient: number])[];
  readonly equality: boolean;
  readonly limit: number;
}

export type Direction = "smallest" | "largest";

export interface Bound {
  /** No whole-number solution lies beyond this value; null when there is no limit. */
  readonly outer: number | null;
  /** A whole-number solution with this value was found; null when there is no limit. Equal to `outer` unless the corner is fractional. */
  readonly attained: number | null;
  /** Rows (by position) that together prove the bound. To widen it, one of them must be loosened. */
  readonly proof: readonly number[];
}

export interface LinearSystem {
  /** @param known the variable's value in one solution that is known to exist. */
  bound(variable: number, direction: Direction, known: number): Bound;
}

class Unproven extends Error {}

const largestExact = Number.MAX_SAFE_INTEGER / 4;

/** The system of these rows. They must have at least one solution. */
export function linearSystem(variables: number, rows: readonly LinearRow[]): LinearSystem {
  const allRows = rows.map((_, row) => row);
  const nothingProven = (direction: Direction, known: number): Bound => ({
    outer: direction === "smallest" ? 0 : null,
    attained: known,
    proof: allRows,
  });
  let tableau: Tableau | null = null;
  const proven = <Result>(work: () => Result): Result | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unproven)) throw error;
      tableau = null; // half-changed: must not be read again
      return null;
    }
  };
  tableau = proven(() => feasibleTableau(variables, rows));
  return {
    bound(variable, direction, known) {
      const start = tableau;
      const found = start && proven(() => optimum(start, variable, direction, known));
      return found ?? nothingProven(direction, known);
    },
  };
}

interface Tableau {
  /** Entries times `denominator`; the last column is the right-hand side. */
  readonly cells: number[][];
  /** Which column is basic in each row. */
  readonly basis: number[];
  denominator: number;
  /** Columns from here on are artificial: they never enter the basis. */
  readonly artificial: number;
  /** Column that holds the multiplier of each row. */
  readonly marker: readonly number[];
}

function feasibleTableau(variables: number, rows: readonly LinearRow[]): Tableau {
  const slackOf = new Map<number, number>();
  let width = variables;
  rows.forEach((row, index) => {
    if (!row.equality) slackOf.set(index, width++);
  });
  const artificial = width;
  const startOf: number[] = [];
  rows.forEach((row, index) => {
    startOf.push(!row.equality && row.limit >= 0 ? (slackOf.get(index) as number) : width++);
  });
  const cells = rows.map((row, index) => {
    const sign = row.limit < 0 ? -1 : 1;
    const line = new Array<number>(width + 1).fill(0);
    for (const [variable, coefficient] of row.coefficients) line[variable] = at(line, variable) + sign * coefficient;
    const slack = slackOf.get(index);
    if (slack !== undefined) line[slack] = sign;
    line[at(startOf, index)] = 1;
    line[width] = sign * row.limit;
    return line;
  });
  const marker = rows.map((_, index) => slackOf.get(index) ?? at(startOf, index));
  const tableau: Tableau = { cells, basis: startOf, denominator: 1, artificial, marker };
  reachFeasibility(tableau, width);
  return tableau;
}

/** Drives the artificial columns to zero, then out of the basis where that is possible. */
function reachFeasibility(tableau: Tableau, width: number): void {
  const { cells, basis, artificial } = tableau;
  for (;;) {
    const open = cells.filter((_, row) => at(basis, row) >= artificial);
    if (open.every((line) => at(line, width) === 0)) break;
    let entering = 0;
    while (entering < artificial && open.reduce((sum, line) => sum + at(line, entering), 0) <= 0) entering++;
    if (entering === artificial) throw new Error("the constraints contradict each other");
    pivot(tableau, leavingRow(tableau, entering), entering);
  }
  for (let row = 0; row < cells.length; row++) {
    if (at(basis, row) < artificial) continue;
    const line = cells[row] as number[];
    const entering = line.findIndex((entry, column) => column < artificial && entry !== 0);
    if (entering === -1) continue; // the row is redundant
    if (at(line, entering) < 0) for (let column = 0; column < line.length; column++) line[column] = -at(line, column);
    pivot(tableau, row, entering);
  }
}

function optimum(tableau: Tableau, variable: number, direction: Direction, known: number): Bound {
  const { cells, basis, artificial, marker } = tableau;
  const better = direction === "largest" ? Math.max : Math.min;
  let attained = known;
  for (;;) {
    const row = basis.indexOf(variable);
    const line = cells[row];
    const value = line ? at(line, line.length - 1) : 0;
    if (isWhole(tableau)) attained = better(attained, value / tableau.denominator);
    let entering = -1;
    if (line)
      entering = line.findIndex(
        (entry, column) =>
          column < artificial && (direction === "largest" ? entry < 0 : entry > 0) && column !== variable,
      );
    else if (direction === "largest") entering = variable;
    if (entering === -1) {
      const rest = value % tableau.denominator;
      const below = (value - rest) / tableau.denominator;
      const outer = direction === "largest" || rest === 0 ? below : below + 1;
      return { outer, attained, proof: line ? proofOf(line, marker) : [] };
    }
    const leaving = leavingRow(tableau, entering);
    if (leaving === -1) return { outer: null, attained: null, proof: [] };
    pivot(tableau, leaving, entering);
  }
}

function proofOf(line: readonly number[], marker: readonly number[]): readonly number[] {
  return marker.flatMap((column, row) => (line[column] === 0 ? [] : [row]));
}

function isWhole({ cells, denominator }: Tableau): boolean {
  return denominator === 1 || cells.every((line) => at(line, line.length - 1) % denominator === 0);
}

/** Row that limits the entering column most; ties go to the smallest basic column (Bland), which rules out endless cycling. */
function leavingRow({ cells, basis }: Tableau, entering: number): number {
  let best = -1;
  for (let row = 0; row < cells.length; row++) {
    const line = cells[row] as number[];
    const entry = at(line, entering);
    if (entry <= 0) continue;
    if (best === -1) {
      best = row;
      continue;
    }
    const bestLine = cells[best] as number[];
    const here = exact(at(line, line.length - 1) * at(bestLine, entering));
    const there = exact(at(bestLine, bestLine.length - 1) * entry);
    if (here < there || (here === there && at(basis, row) < at(basis, best))) best = row;
  }
  return best;
}

function pivot(tableau: Tableau, row: number, column: number): void {
  const { cells, denominator } = tableau;
  const pivotLine = cells[row] as number[];
  const pivotEntry = at(pivotLine, column);
  for (let other = 0; other < cells.length; other++) {
    if (other === row) continue;
    const line = cells[other] as number[];
    const factor = at(line, column);
    if (factor === 0 && pivotEntry === denominator) continue;
    for (let index = 0; index < line.length; index++) {
      const difference = exact(at(line, index) * pivotEntry) - exact(factor * at(pivotLine, index));
      line[index] = difference === 0 ? 0 : exact(difference) / denominator;
    }
  }
  tableau.basis[row] = column;
  tableau.denominator = pivotEntry;
}

function exact(value: number): number {
  if (value > largestExact || value < -largestExact) throw new Unproven();
  return value;
}

function at(list: readonly number[], index: number): number {
  return list[index] as number;
}
