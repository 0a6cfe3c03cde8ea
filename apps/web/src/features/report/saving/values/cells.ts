import { type CountedValue, crossTabKey, parseCount, typedPart, withComputedCells } from "@avances/domain/answer";
import { type Catalogue, findCodeList } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import { cellKey, crossCellKey, totalOnlyKey } from "../answer-draft.ts";
import { faultOf } from "./number-fault.ts";
import type { FormToRead } from "./value-form.ts";

type Rows = Record<string, Record<string, number>>;

/** The number typed at a key; null where it is blank; where the text is unreadable, the number that was typed and saved there before. */
type ReadFigure = (place: string, saved: number | null | undefined) => number | null;

/** The typed figures of a counted value by key; `figures` are its own numbers. Blank and computed cells are left out. */
export function fieldsOfCells<V extends CountedValue>(
  saved: V,
  figuresOf: (value: V) => Readonly<Record<string, number | null>>,
  f: Pick<Formats, "number">,
): Record<string, string> {
  const value = typedPart(saved);
  const { breakdowns, crossTabs } = value;
  const fields: Record<string, string> = value.totalOnly ? { [totalOnlyKey]: "yes" } : {};
  const put = (place: string, number: number | null) => {
    if (number !== null) fields[place] = f.number(number);
  };
  for (const [place, number] of Object.entries(figuresOf(value))) put(place, number);
  for (const [list, cells] of Object.entries(breakdowns)) {
    for (const [category, cell] of Object.entries(cells)) put(cellKey(list, category), cell);
  }
  for (const [table, rows] of Object.entries(crossTabs)) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, cell] of Object.entries(cells)) put(crossCellKey(table.split("×"), row, column), cell);
    }
  }
  return fields;
}

/**
 * Reads the figures, the breakdowns and the two-way tables that the indicator asks for, and computes what follows from them. Null when
 * nothing was typed: nothing is computed for an answer that nobody has begun.
 */
export function readCounted<V extends CountedValue>(
  { catalogue, indicator, draft, linked, refuse }: FormToRead,
  saved: V | null,
  readHead: (figure: ReadFigure, saved: V | null) => Omit<V, "breakdowns" | "crossTabs" | "computed" | "totalOnly">,
): V | null {
  const typedBefore = saved === null ? null : typedPart(saved);
  const unreadable = new Set<string>();
  const figure: ReadFigure = (place, savedThere) => {
    const parsed = parseCount(draft.fields[place] ?? "");
    if (parsed.kind === "number") return parsed.value;
    if (parsed.kind === "empty") return null;
    const fault = faultOf(parsed);
    if (fault !== null) refuse(place, fault);
    unreadable.add(place);
    return savedThere ?? null;
  };
  const head = readHead(figure, typedBefore);
  const isTotalOnly = draft.fields[totalOnlyKey] === "yes";
  const cells = isTotalOnly ? { breakdowns: {}, crossTabs: {} } : readCells(catalogue, indicator, figure, typedBefore);
  const hasFigures = Object.values(head).some((part) => typeof part === "number");
  const hasCells = Object.keys(cells.breakdowns).length > 0 || Object.keys(cells.crossTabs).length > 0;
  if (!hasFigures && !hasCells && !isTotalOnly) return null;
  const typed = { ...head, ...cells, ...(isTotalOnly ? { totalOnly: true as const } : {}) } as V;
  return withComputedCells(typed, { catalogue, indicator, unreadable, linked: linkedOr(saved, linked) });
}

/** Where the page does not have the other answer, what was computed from it stays. */
function linkedOr(saved: CountedValue | null, linked: number | null | undefined): number | null {
  if (linked !== undefined) return linked;
  return saved?.type === "ratio" && saved.computed?.denominator === "equal" ? saved.denominator : null;
}

function readCells(
  catalogue: Catalogue,
  { disaggregations, crossTabs: tables }: FormToRead["indicator"],
  figure: ReadFigure,
  saved: CountedValue | null,
): { readonly breakdowns: Rows; readonly crossTabs: Record<string, Rows> } {
  const breakdowns: Rows = {};
  for (const list of disaggregations) {
    const cells = filled(codesOf(catalogue, list), (category) =>
      figure(cellKey(list, category), saved?.breakdowns[list]?.[category]),
    );
    if (Object.keys(cells).length > 0) breakdowns[list] = cells;
  }
  const crossTabs: Record<string, Rows> = {};
  for (const lists of tables) {
    const key = crossTabKey(lists);
    const rows: Rows = {};
    for (const row of codesOf(catalogue, lists[0] ?? "")) {
      const cells = filled(codesOf(catalogue, lists[1] ?? ""), (column) =>
        figure(crossCellKey(lists, row, column), saved?.crossTabs[key]?.[row]?.[column]),
      );
      if (Object.keys(cells).length > 0) rows[row] = cells;
    }
    if (Object.keys(rows).length > 0) crossTabs[key] = rows;
  }
  return { breakdowns, crossTabs };
}

function filled(categories: readonly string[], read: (category: string) => number | null): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const category of categories) {
    const cell = read(category);
    if (cell !== null) cells[category] = cell;
  }
  return cells;
}

function codesOf(catalogue: Catalogue, list: string): readonly string[] {
  return findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
}
