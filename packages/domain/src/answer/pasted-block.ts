import { type Catalogue, type Category, findCodeList, type Indicator } from "../catalogue/catalogue.ts";
import { languages } from "../catalogue/language.ts";
import type { BlockCell, BlockRows } from "./block-rows.ts";
import { breakdownPlace, type CellPlace, crossPlace } from "./cell-place.ts";
import { wholePlace } from "./computed-cells.ts";
import { type ParsedNumber, parseCount, type UnreadableReason } from "./parse-answer-text.ts";
import { plainLabel } from "./plain-label.ts";

/** Why a pasted cell is not taken. */
export type PasteRefusal =
  | { readonly kind: "unreadable"; readonly reason: UnreadableReason }
  /** "fewer than n", "more than n": a bound and no figure. */
  | { readonly kind: "bound" }
  /** Figures with a sign that belongs to no figure: `5*`. */
  | { readonly kind: "sign" }
  /** Two or more readings, the largest first: which was meant? */
  | { readonly kind: "ambiguous"; readonly readings: readonly number[] }
  /** The sheet shows one number and holds another. */
  | { readonly kind: "rounded"; readonly holds: number }
  /** No cell of this answer has this label. */
  | { readonly kind: "no-such-label" }
  /** A figure without a label, in a block that has labels. */
  | { readonly kind: "no-label" }
  /** The label stands in several breakdowns, and the block does not say in which. */
  | { readonly kind: "two-lists"; readonly lists: readonly string[] }
  /** Several figures beside one label. */
  | { readonly kind: "several-figures" }
  /** Another pasted cell belongs to the same place. */
  | { readonly kind: "repeated" }
  /** Beyond the edge of the table in which it was pasted. */
  | { readonly kind: "beyond" };

/** One figure of the block: where it goes, and how it reads. */
export interface PastedCell {
  /** In the block, from 1. */
  readonly row: number;
  readonly column: number;
  /** Its label in the block; empty when it has none. */
  readonly label: string;
  readonly text: string;
  /** Where it belongs; null when that is not known. */
  readonly place: CellPlace | null;
  /** The figure; null when it is refused. */
  readonly figure: number | null;
  readonly refusal: PasteRefusal | null;
}

export interface PastedBlock {
  /** By labels, or from the cell in which it was pasted. */
  readonly by: "label" | "position";
  readonly cells: readonly PastedCell[];
}

/**
 * Which figure of the block belongs where. A block with labels is read by them (in any language of the portal, or as codes), whatever the
 * order of its rows; one of figures alone goes from the cell in which it was pasted, and not beyond its table. An empty cell says nothing:
 * a blank is never zero, and clears nothing.
 */
export function readBlock(input: {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly rows: BlockRows;
  /** The cell in which it was pasted. */
  readonly at: CellPlace;
}): PastedBlock {
  const { catalogue, indicator, rows, at } = input;
  const labels = labelsOf(catalogue, indicator);
  const hasLabels = rows.some((row) =>
    row.some(({ text }) => text !== "" && (labels.knows(text) || !looksLikeFigure(text))),
  );
  const found = hasLabels ? byLabel(labels, indicator, rows) : byPosition(gridAround(catalogue, indicator, at), rows);
  return { by: hasLabels ? "label" : "position", cells: withoutRepeats(found) };
}

interface Target {
  readonly list: string;
  readonly category: string;
}

interface Labels {
  /** Figures of their own: total, numerator, denominator. */
  readonly figures: ReadonlyMap<string, CellPlace>;
  readonly categories: ReadonlyMap<string, readonly Target[]>;
  /** Names of breakdowns. */
  readonly lists: ReadonlyMap<string, string>;
  readonly knows: (text: string) => boolean;
}

const wordsForWhole = ["total", "totales", "suma", "sum", "totals"];

function labelsOf(catalogue: Catalogue, indicator: Indicator): Labels {
  const figures = new Map<string, CellPlace>();
  const categories = new Map<string, Target[]>();
  const lists = new Map<string, string>();
  const whole = wholePlace(indicator);
  for (const word of wordsForWhole) figures.set(word, whole);
  for (const language of languages) {
    figures.set(plainLabel(`total ${indicator.unit[language]}`), whole);
    figures.set(plainLabel(indicator.name[language]), whole);
    if (indicator.ratio) {
      figures.set(plainLabel(indicator.ratio.numerator.label[language]), "numerator");
      figures.set(plainLabel(indicator.ratio.denominator.label[language]), "denominator");
    }
  }
  if (indicator.valueType === "ratio") {
    for (const word of ["numerador", "numerator"]) figures.set(word, "numerator");
    for (const word of ["denominador", "denominator"]) figures.set(word, "denominator");
  }
  for (const code of indicator.disaggregations) {
    const list = findCodeList(catalogue, code);
    if (list === undefined) continue;
    const listNames = new Set([code, ...languages.map((language) => list.name[language])].map(plainLabel));
    for (const name of listNames) {
      lists.set(name, code);
      for (const before of ["por ", "by "]) lists.set(`${before}${name}`, code);
    }
    for (const category of list.codes) {
      const names = new Set([...namesOf(category), ...partNamesOf(category, list.codes)].map(plainLabel));
      for (const name of names) {
        const target = { list: code, category: category.code };
        for (const key of [name, ...[...listNames].map((listName) => `${listName} ${name}`)]) {
          const known = categories.get(key) ?? [];
          if (!known.some((one) => one.list === code)) categories.set(key, [...known, target]);
        }
      }
    }
  }
  return {
    figures,
    categories,
    lists,
    knows: (text) => {
      const label = plainLabel(text);
      return figures.has(label) || categories.has(label) || lists.has(label);
    },
  };
}

const namesOf = ({ code, label }: Category) => [code, ...languages.map((language) => label[language])];

/** `Other / as recorded` is `Other` too, as sources write it, unless another category of the list is called so. */
function partNamesOf(category: Category, all: readonly Category[]): readonly string[] {
  const partsOf = (name: string) => (name.includes(" / ") ? name.split(" / ") : []);
  const taken = new Set(
    all
      .filter(({ code }) => code !== category.code)
      .flatMap((other) => namesOf(other).flatMap((name) => [name, ...partsOf(name)]))
      .map(plainLabel),
  );
  return namesOf(category)
    .flatMap(partsOf)
    .filter((part) => !taken.has(plainLabel(part)));
}

/** Does this text stand where a figure stands, well written or not? `n/d` and a dash do; a label with digits (`18 o más`) does not. */
function looksLikeFigure(text: string): boolean {
  const bare = text.replaceAll(/[\s.,'’*<>≤≥~+\-–—%$€#()[\]]/g, "");
  return (
    /^\d*$/.test(bare) ||
    /^(?:n[\s./]?[dasr]\.?|s[\s./]?d\.?|na|x|\.\.\.|…)$/i.test(text.trim()) ||
    /^\d+[a-z]$/i.test(bare)
  );
}

type Found = Omit<PastedCell, "figure" | "refusal"> & {
  readonly exact: number | null;
  readonly why: PasteRefusal | null;
};

function byLabel(labels: Labels, indicator: Indicator, rows: BlockRows): readonly Found[] {
  const found: Found[] = [];
  const taken = new Set<CellPlace>();
  /** Head of a table: the category (or the sum) of each column. */
  let head: { readonly list: string; readonly columns: ReadonlyMap<number, string | "sum"> } | null = null;
  let context: string | null = null;
  rows.forEach((row, index) => {
    const isFigure = (cell: BlockCell) => cell.text !== "" && looksLikeFigure(cell.text) && !labels.knows(cell.text);
    const first = row.findIndex(isFigure);
    const before = first === -1 ? row : row.slice(0, first);
    const texts = before.filter(({ text }) => text !== "");
    if (first === -1) {
      const nextHead = headOf(labels, row);
      if (nextHead !== null) {
        head = nextHead;
        return;
      }
      head = null;
      // A title names the breakdown that follows.
      for (const { text } of texts) context = labels.lists.get(plainLabel(text)) ?? context;
      return;
    }
    const label = texts.at(-1)?.text ?? "";
    for (const { text } of texts.slice(0, -1)) context = labels.lists.get(plainLabel(text)) ?? context;
    const figures = row.flatMap((cell, column) => (column >= first && cell.text !== "" ? [{ cell, column }] : []));
    const put = ({ cell, column }: (typeof figures)[number], place: CellPlace | null, why: PasteRefusal | null) => {
      found.push({ row: index + 1, column: column + 1, label, text: cell.text, exact: cell.exact, place, why });
      if (place !== null) taken.add(place);
    };
    const inTable = head === null ? null : placesInTable(labels, indicator, head, label);
    if (inTable !== null) {
      for (const figure of figures) {
        const place = inTable(figure.column);
        put(figure, place, place === null ? { kind: "no-such-label" } : null);
      }
      return;
    }
    head = null;
    if (label === "") {
      for (const figure of figures) put(figure, null, { kind: "no-label" });
      return;
    }
    const target = targetOf(labels, label, context, taken);
    if (target.list !== null) context = target.list;
    for (const figure of figures) {
      const isAlone = figures.length === 1;
      put(
        figure,
        isAlone ? target.place : null,
        isAlone || target.why !== null ? target.why : { kind: "several-figures" },
      );
    }
  });
  return found;
}

/** Is this row the head of a table: two categories of one list or more? */
function headOf(labels: Labels, row: readonly BlockCell[]) {
  const hits = new Map<string, Map<number, string>>();
  row.forEach(({ text }, column) => {
    for (const { list, category } of labels.categories.get(plainLabel(text)) ?? []) {
      const columns = hits.get(list) ?? new Map<number, string>();
      hits.set(list, columns.set(column, category));
    }
  });
  const [best] = [...hits].sort(([, one], [, other]) => other.size - one.size);
  if (best === undefined || best[1].size < 2) return null;
  const [list, categories] = best;
  const columns = new Map<number, string>(categories);
  row.forEach(({ text }, column) => {
    if (!columns.has(column) && wordsForWhole.includes(plainLabel(text))) columns.set(column, "sum");
  });
  return { list, columns };
}

/** Where the figures of a row below such a head belong, by column; null when the row is not one of this table. */
function placesInTable(
  labels: Labels,
  indicator: Indicator,
  { list, columns }: { readonly list: string; readonly columns: ReadonlyMap<number, string> },
  label: string,
): ((column: number) => CellPlace | null) | null {
  const whole = wholePlace(indicator);
  const name = plainLabel(label);
  const isSum = label === "" || labels.figures.get(name) === whole;
  const table = indicator.crossTabs.find((lists) => lists.includes(list));
  const otherList = table?.find((one) => one !== list);
  const rowTarget = (labels.categories.get(name) ?? []).find((target) => target.list === otherList);
  const marginPlace = (code: string, category: string) =>
    indicator.disaggregations.includes(code) ? breakdownPlace(code, category) : null;
  if (rowTarget !== undefined && table !== undefined && otherList !== undefined) {
    return (column) => {
      const category = columns.get(column);
      if (category === undefined) return null;
      if (category === "sum") return marginPlace(otherList, rowTarget.category);
      return table[0] === otherList
        ? crossPlace(table, rowTarget.category, category)
        : crossPlace(table, category, rowTarget.category);
    };
  }
  if (!isSum) return null;
  return (column) => {
    const category = columns.get(column);
    if (category === undefined) return null;
    return category === "sum" ? whole : marginPlace(list, category);
  };
}

/** The cell that a label names. The breakdown of the rows before decides between several, then the one that is still without a figure. */
function targetOf(
  labels: Labels,
  label: string,
  context: string | null,
  taken: ReadonlySet<CellPlace>,
): { readonly place: CellPlace | null; readonly list: string | null; readonly why: PasteRefusal | null } {
  const name = plainLabel(label);
  const figure = labels.figures.get(name);
  if (figure !== undefined) return { place: figure, list: null, why: null };
  const targets = labels.categories.get(name) ?? [];
  const placeOf = ({ list, category }: Target) => breakdownPlace(list, category);
  const take = (target: Target) => ({ place: placeOf(target), list: target.list, why: null });
  if (targets.length === 0) return { place: null, list: null, why: { kind: "no-such-label" } };
  const [only] = targets;
  if (targets.length === 1 && only !== undefined) return take(only);
  const here = targets.find(({ list }) => list === context);
  if (here !== undefined && !taken.has(placeOf(here))) return take(here);
  const free = targets.filter((target) => !taken.has(placeOf(target)));
  const [last] = free;
  if (context !== null && free.length === 1 && last !== undefined && here === undefined) return take(last);
  return { place: null, list: null, why: { kind: "two-lists", lists: targets.map(({ list }) => list) } };
}

/** The cells around a place as they stand on the page: one column of a breakdown, or a two-way table with its margins. */
export function gridAround(
  catalogue: Catalogue,
  indicator: Indicator,
  at: CellPlace,
): { readonly grid: readonly (readonly (CellPlace | null)[])[]; readonly row: number; readonly column: number } {
  const whole = wholePlace(indicator);
  const codesOf = (list: string) => findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
  const margin = (list: string, code: string) =>
    indicator.disaggregations.includes(list) ? breakdownPlace(list, code) : null;
  const inTables = new Set(indicator.crossTabs.flat());
  const grids: (readonly (readonly (CellPlace | null)[])[])[] = [
    indicator.valueType === "ratio" ? [["numerator"], ["denominator"]] : [[whole]],
    ...indicator.crossTabs.map((lists) => {
      const [rowList = "", columnList = ""] = lists;
      const columns = codesOf(columnList);
      return [
        ...codesOf(rowList).map((row) => [
          ...columns.map((column) => crossPlace(lists, row, column)),
          margin(rowList, row),
        ]),
        [...columns.map((column) => margin(columnList, column)), whole],
      ];
    }),
    ...indicator.disaggregations
      .filter((list) => !inTables.has(list))
      .map((list) => codesOf(list).map((code) => [breakdownPlace(list, code)])),
  ];
  for (const grid of grids) {
    for (const [row, places] of grid.entries()) {
      const column = places.indexOf(at);
      if (column >= 0) return { grid, row, column };
    }
  }
  return { grid: [], row: 0, column: 0 };
}

function byPosition(
  { grid, row: top, column: left }: ReturnType<typeof gridAround>,
  rows: BlockRows,
): readonly Found[] {
  return rows.flatMap((row, down) =>
    row.flatMap(({ text, exact }, right): Found[] => {
      if (text === "") return [];
      const place = grid[top + down]?.[left + right] ?? null;
      const why: PasteRefusal | null = place === null ? { kind: "beyond" } : null;
      return [{ row: down + 1, column: right + 1, label: "", text, exact, place, why }];
    }),
  );
}

function withoutRepeats(found: readonly Found[]): readonly PastedCell[] {
  const times = new Map<CellPlace, number>();
  for (const { place } of found) if (place !== null) times.set(place, (times.get(place) ?? 0) + 1);
  return found.map(({ exact, why, ...cell }) => {
    if (why !== null) return { ...cell, figure: null, refusal: why };
    if (cell.place !== null && (times.get(cell.place) ?? 0) > 1)
      return { ...cell, figure: null, refusal: { kind: "repeated" } };
    return { ...cell, ...readCell(cell.text, exact) };
  });
}

/** The figure of one pasted cell, by the rule of one reading. A source that says which number it holds settles two readings, and never makes one. */
function readCell(text: string, exact: number | null): Pick<PastedCell, "figure" | "refusal"> {
  const refuse = (refusal: PasteRefusal) => ({ figure: null, refusal });
  const parsed: ParsedNumber = parseCount(text);
  switch (parsed.kind) {
    case "number":
      return exact === null || exact === parsed.value
        ? { figure: parsed.value, refusal: null }
        : refuse({ kind: "rounded", holds: exact });
    case "ambiguous":
      return exact !== null && parsed.readings.includes(exact)
        ? { figure: exact, refusal: null }
        : refuse({ kind: "ambiguous", readings: parsed.readings });
    case "empty":
      return refuse({ kind: "unreadable", reason: "not-a-number" });
    case "invalid":
      if (/^\s*[<>≤≥]/.test(text)) return refuse({ kind: "bound" });
      return /\d/.test(text) && parsed.reason === "not-a-number"
        ? refuse({ kind: "sign" })
        : refuse({ kind: "unreadable", reason: parsed.reason });
  }
}
