import { type Catalogue, findCodeList, type Indicator } from "../catalogue/catalogue.ts";
import type { CellOrigin } from "./answer.ts";
import { breakdownPlace, type CellPlace, crossPlace, figuresByPlace } from "./cell-place.ts";
import type { CountedValue } from "./counted-value.ts";
import { linkedFigureOf } from "./linked-figure.ts";
import { largestCount } from "./parse-answer-text.ts";

/** A figure and the parts that add up to it. */
export interface CellRelation {
  /** `breakdown`: one-way, of the whole. `table`: every cell of a two-way table, of the whole. `margin`: one row or column of it. */
  readonly kind: "breakdown" | "table" | "margin";
  readonly whole: CellPlace;
  readonly parts: readonly CellPlace[];
}

const relations = new WeakMap<Catalogue, Map<Indicator, readonly CellRelation[]>>();

/** Everything that must add up within an answer to this indicator: only lists in which each person is counted once. */
export function cellRelations(catalogue: Catalogue, indicator: Indicator): readonly CellRelation[] {
  const known = relations.get(catalogue) ?? new Map<Indicator, readonly CellRelation[]>();
  relations.set(catalogue, known);
  const made = known.get(indicator) ?? makeRelations(catalogue, indicator);
  known.set(indicator, made);
  return made;
}

function makeRelations(catalogue: Catalogue, indicator: Indicator): readonly CellRelation[] {
  const whole = wholePlace(indicator);
  const exclusive = (list: string) => findCodeList(catalogue, list)?.exclusive ?? false;
  const codesOf = (list: string) => findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
  const tables = indicator.crossTabs.filter((lists) => lists.length === 2 && lists.every(exclusive));
  return [
    ...tables.flatMap((lists): CellRelation[] => {
      const [rowList = "", columnList = ""] = lists;
      const [rows, columns] = [codesOf(rowList), codesOf(columnList)];
      const margin = (list: string, code: string, parts: readonly CellPlace[]): readonly CellRelation[] =>
        indicator.disaggregations.includes(list) ? [{ kind: "margin", whole: breakdownPlace(list, code), parts }] : [];
      return [
        {
          kind: "table",
          whole,
          parts: rows.flatMap((row) => columns.map((column) => crossPlace(lists, row, column))),
        },
        ...rows.flatMap((row) =>
          margin(
            rowList,
            row,
            columns.map((column) => crossPlace(lists, row, column)),
          ),
        ),
        ...columns.flatMap((column) =>
          margin(
            columnList,
            column,
            rows.map((row) => crossPlace(lists, row, column)),
          ),
        ),
      ];
    }),
    ...indicator.disaggregations.filter(exclusive).map(
      (list): CellRelation => ({
        kind: "breakdown",
        whole,
        parts: codesOf(list).map((code) => breakdownPlace(list, code)),
      }),
    ),
  ];
}

/** The figure that the cells break down. */
export function wholePlace({ valueType }: Pick<Indicator, "valueType">): CellPlace {
  return valueType === "ratio" ? "numerator" : "total";
}

type Known = ReadonlyMap<CellPlace, number>;

/** The number that this rule gives for this place from what is known, or undefined when it gives none. */
function given(
  { kind, whole, parts }: CellRelation,
  place: CellPlace,
  rule: CellOrigin,
  known: Known,
): number | undefined {
  const others = parts.filter((part) => part !== place);
  const figures = others.flatMap((part) => known.get(part) ?? []);
  const sum = figures.reduce((total, figure) => total + figure, 0);
  const isPart = others.length < parts.length;
  const total = known.get(whole);
  switch (rule) {
    case "margin":
    case "sum": {
      const isFor = place === whole && kind === (rule === "sum" ? "table" : "margin");
      return isFor && figures.length === parts.length && sum <= largestCount ? sum : undefined;
    }
    case "remainder":
      if (!isPart || kind === "margin" || total === undefined) return undefined;
      return figures.length === others.length && total >= sum ? total - sum : undefined;
    case "zero":
      return isPart && total !== undefined && sum === total ? 0 : undefined;
    case "equal":
      return undefined;
  }
}

/** In the order in which they are tried: what is a sum, before what is a rest. */
const withinAnswer = ["margin", "sum", "zero", "remainder"] as const satisfies readonly CellOrigin[];

export interface ComputeInput {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  /** What was typed, by place. Blank cells are absent. */
  readonly typed: Known;
  /** Cells with a text that cannot be read: they are never computed. */
  readonly unreadable?: ReadonlySet<CellPlace>;
  /** The figure that the denominator must equal; null when there is none or it is blank. */
  readonly linked: number | null;
  /** Only the total is known: no cell of a breakdown is computed. */
  readonly totalOnly?: boolean;
}

export interface ComputedCell {
  readonly figure: number;
  readonly origin: CellOrigin;
}

/**
 * The cells that can hold only one number, given what was typed. Nothing typed is ever changed: a typed cell that a rule would
 * compute is checked instead (`cellDifferences`). Each computed cell is computed only from typed ones, directly or through others.
 */
export function computeCells({
  catalogue,
  indicator,
  typed,
  unreadable,
  linked,
  totalOnly = false,
}: ComputeInput): Map<CellPlace, ComputedCell> {
  const known = new Map(typed);
  const computed = new Map<CellPlace, ComputedCell>();
  const put = (place: CellPlace, figure: number, origin: CellOrigin) => {
    known.set(place, figure);
    computed.set(place, { figure, origin });
  };
  const isFree = (place: CellPlace) => !known.has(place) && !unreadable?.has(place);
  if (linked !== null && linkedFigureOf(indicator) !== null && isFree("denominator"))
    put("denominator", linked, "equal");
  const all = totalOnly ? [] : cellRelations(catalogue, indicator);
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const relation of all) {
      for (const place of [relation.whole, ...relation.parts]) {
        if (!isFree(place)) continue;
        for (const rule of withinAnswer) {
          const figure = given(relation, place, rule, known);
          if (figure === undefined) continue;
          put(place, figure, rule);
          break;
        }
      }
    }
  }
  return computed;
}

/** Where a typed figure is not what the rest gives. `gives` − `typed` = how many are missing (or, below 0, too many). */
export interface CellDifference {
  readonly place: CellPlace;
  readonly typed: number;
  readonly gives: number;
  readonly origin: "margin" | "equal";
}

/** Typed margins and linked denominators that differ from the figure that the rules give, when they give one. */
export function cellDifferences(input: ComputeInput): readonly CellDifference[] {
  const { catalogue, indicator, typed, linked } = input;
  const computed = computeCells(input);
  const known = new Map([...typed, ...[...computed].map(([place, { figure }]) => [place, figure] as const)]);
  const differences: CellDifference[] = [];
  const compare = (place: CellPlace, gives: number | undefined | null, origin: CellDifference["origin"]) => {
    const figure = typed.get(place);
    if (figure !== undefined && gives !== undefined && gives !== null && gives !== figure)
      differences.push({ place, typed: figure, gives, origin });
  };
  for (const relation of cellRelations(catalogue, indicator)) {
    if (relation.kind === "margin") compare(relation.whole, given(relation, relation.whole, "margin", known), "margin");
  }
  if (linkedFigureOf(indicator) !== null) compare("denominator", linked, "equal");
  return differences;
}

/** The value with every cell that can hold only one number: `typed` is what somebody typed, without computed cells. */
export function withComputedCells<V extends CountedValue>(
  typed: V,
  input: Omit<ComputeInput, "typed" | "totalOnly">,
): V {
  const computed = computeCells({ ...input, typed: figuresByPlace(typed), totalOnly: typed.totalOnly === true });
  if (computed.size === 0) return typed;
  return putFigures(
    { ...typed, computed: Object.fromEntries([...computed].map(([place, { origin }]) => [place, origin])) },
    [...computed].map(([place, { figure }]) => [place, figure]),
  );
}

/** The value without its computed cells: what somebody typed. */
export function typedPart<V extends CountedValue>({ computed = {}, ...value }: V): V {
  return putFigures(
    value as unknown as V,
    Object.keys(computed).map((place) => [place, null]),
  );
}

/** The value with these figures in their places; null empties a place. Places that the value cannot have are passed over. */
function putFigures<V extends CountedValue>(value: V, figures: readonly (readonly [CellPlace, number | null])[]): V {
  const heads: Record<string, number | null> = {};
  const breakdowns = structuredCells(value.breakdowns);
  const crossTabs: Record<string, Record<string, Record<string, number>>> = Object.fromEntries(
    Object.entries(value.crossTabs).map(([table, rows]) => [table, structuredCells(rows)]),
  );
  for (const [place, figure] of figures) {
    const [kind, list = "", row = "", column = ""] = place.split("/");
    if (kind === "b") putCell(breakdowns, list, row, figure);
    else if (kind === "x") {
      const rows = crossTabs[list] ?? {};
      putCell(rows, row, column, figure);
      if (Object.keys(rows).length > 0) crossTabs[list] = rows;
      else delete crossTabs[list];
    } else if (place in value) heads[place] = figure;
  }
  return { ...value, ...heads, breakdowns, crossTabs };
}

function structuredCells(cells: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return Object.fromEntries(Object.entries(cells).map(([list, row]) => [list, { ...row }])) as Record<
    string,
    Record<string, number>
  >;
}

function putCell(rows: Record<string, Record<string, number>>, list: string, category: string, figure: number | null) {
  const row = rows[list] ?? {};
  if (figure === null) delete row[category];
  else row[category] = figure;
  if (Object.keys(row).length > 0) rows[list] = row;
  else delete rows[list];
}

/**
 * Places that are said to be computed although the same rule does not give the same number from the rest of the answer. That a linked
 * denominator equals the other answer's present figure is a rule of the catalogue, and so a finding: somebody may have changed that answer
 * at the same moment, and an answer must not be refused for it.
 */
export function falseOrigins(catalogue: Catalogue, indicator: Indicator, value: CountedValue): readonly CellPlace[] {
  const claims = new Map(Object.entries(value.computed ?? {}));
  if (claims.size === 0) return [];
  const figures = figuresByPlace(value);
  const known = new Map([...figures].filter(([place]) => !claims.has(place)));
  const all = cellRelations(catalogue, indicator);
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const [place, origin] of claims) {
      const figure = figures.get(place);
      if (figure === undefined) continue;
      const holds =
        origin === "equal"
          ? place === "denominator" && linkedFigureOf(indicator) !== null
          : all.some((relation) => given(relation, place, origin, known) === figure);
      if (!holds) continue;
      known.set(place, figure);
      claims.delete(place);
    }
  }
  return [...claims.keys()];
}
