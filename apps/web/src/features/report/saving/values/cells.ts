import { type CountedValue, crossTabKey, parseCount } from "@avances/domain/answer";
import { type Catalogue, findCodeList } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import { cellKey, crossCellKey } from "../answer-draft.ts";
import { faultOf } from "./number-fault.ts";
import type { FormToRead } from "./value-form.ts";

type Cells = Pick<CountedValue, "breakdowns" | "crossTabs">;

/** The typed figures and cells. */
export interface ReadCells {
  /** The number at a key; null where it is blank; the saved number where the text is unreadable. */
  readonly figure: (place: string, saved: number | null | undefined) => number | null;
  readonly cells: { readonly breakdowns: Rows; readonly crossTabs: Record<string, Rows> };
  readonly hasCells: boolean;
}

type Rows = Record<string, Record<string, number>>;

/** The cells of a counted value by key; `figures` are its own numbers. Blank cells are left out. */
export function fieldsOfCells(
  figures: Readonly<Record<string, number | null>>,
  { breakdowns, crossTabs }: Cells,
  f: Pick<Formats, "number">,
): Record<string, string> {
  const fields: Record<string, string> = {};
  const put = (place: string, number: number | null) => {
    if (number !== null) fields[place] = f.number(number);
  };
  for (const [place, number] of Object.entries(figures)) put(place, number);
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

/** Reads the breakdowns and two-way tables that the indicator asks for. */
export function readCells({ catalogue, indicator, draft, refuse }: FormToRead, saved: Cells | null): ReadCells {
  const figure: ReadCells["figure"] = (place, savedThere) => {
    const parsed = parseCount(draft.fields[place] ?? "");
    if (parsed.kind === "number") return parsed.value;
    if (parsed.kind === "empty") return null;
    const fault = faultOf(parsed);
    if (fault !== null) refuse(place, fault);
    return savedThere ?? null;
  };
  const breakdowns: Rows = {};
  for (const list of indicator.disaggregations) {
    const cells = filled(codesOf(catalogue, list), (category) =>
      figure(cellKey(list, category), saved?.breakdowns[list]?.[category]),
    );
    if (Object.keys(cells).length > 0) breakdowns[list] = cells;
  }
  const crossTabs: Record<string, Rows> = {};
  for (const lists of indicator.crossTabs) {
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
  const hasCells = Object.keys(breakdowns).length > 0 || Object.keys(crossTabs).length > 0;
  return { figure, cells: { breakdowns, crossTabs }, hasCells };
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
