import { all, attribute, type PageElement, tagged } from "./page-elements.ts";

/** What a reader sees or hears as one line: the words of a paragraph, of a part set apart in it, of a cell, or of one attribute. */
export interface Line {
  readonly text: string;
  readonly element: PageElement;
  /** `text`, or the name of the attribute. */
  readonly source: string;
  /** Everything around `element`, outermost first. */
  readonly within: readonly PageElement[];
}

/** Attributes that are read, heard, or shown by search engines. */
export const spoken = ["title", "aria-label", "aria-valuetext", "aria-description", "alt", "content", "placeholder"];
const silent = new Set(["script", "style"]);
/** Parts of a sentence; with a class of their own they are set apart and are lines of their own. */
const inline = new Set([
  "a",
  "abbr",
  "b",
  "br",
  "cite",
  "code",
  "em",
  "i",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "wbr",
]);

/** All lines of a page, each once; `isRead`: leaves an element out with all that is in it. */
export function linesOf(page: PageElement, isRead: (element: PageElement) => boolean): readonly Line[] {
  const lines: Line[] = [];
  const add = (text: string, element: PageElement, source: string, within: readonly PageElement[]) => {
    const plain = text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
    if (plain !== "") lines.push({ text: plain, element, source, within });
  };
  const visit = (element: PageElement, within: readonly PageElement[]) => {
    if (isRead(element) || silent.has(element.tag)) return;
    for (const name of spoken) add(attribute(element, name), element, name, within);
    let words: string[] = [];
    const end = () => {
      add(words.join(" "), element, "text", within);
      words = [];
    };
    for (const child of joined(element.children))
      if (typeof child === "string") words.push(child);
      else if (isPartOfSentence(child)) words.push(wordsOf(child));
      else {
        end();
        visit(child, [...within, element]);
      }
    end();
    for (const child of element.children)
      if (typeof child !== "string" && isPartOfSentence(child)) spokenIn(child, [...within, element]);
  };
  const spokenIn = (element: PageElement, within: readonly PageElement[]) => {
    for (const name of spoken) add(attribute(element, name), element, name, within);
    for (const child of element.children) if (typeof child !== "string") spokenIn(child, [...within, element]);
  };
  visit(page, []);
  return lines;
}

const isPartOfSentence = (element: PageElement): boolean =>
  inline.has(element.tag) &&
  !/(?:^| )(?:_|sr-only|quiet|small)/.test(attribute(element, "class")) &&
  element.children.every((child) => typeof child === "string" || isPartOfSentence(child));

const wordsOf = (element: PageElement): string =>
  joined(element.children)
    .map((child) => (typeof child === "string" ? child : wordsOf(child)))
    .join(" ");

/** React parts texts that are written one after the other with comments. */
function joined(children: PageElement["children"]): PageElement["children"] {
  const made: (PageElement | string)[] = [];
  for (const child of children) {
    const last = made.at(-1);
    if (typeof child === "string" && typeof last === "string") made[made.length - 1] = last + child;
    else made.push(child);
  }
  return made;
}

/** The nearest element around a line (itself included) that passes. */
export function around({ element, within }: Line, passes: (element: PageElement) => boolean): PageElement | undefined {
  return [...within, element].findLast(passes);
}

interface Heads {
  readonly row: string;
  readonly column: string;
  readonly caption: string;
}

const outside: Heads = { row: "", column: "", caption: "" };
const known = new WeakMap<PageElement, Heads>();

/** Words of the head of a line's row, of its column, and of the caption of the table; empty outside a table. */
export function headsOf(line: Line): Heads {
  const cell = around(line, tagged("td", "th"));
  if (!cell) return outside;
  const table = around(line, tagged("table"));
  if (table && !known.has(cell)) rememberHeads(table);
  return known.get(cell) ?? outside;
}

function rememberHeads(table: PageElement): void {
  const caption = all(table, tagged("caption")).map(saidOf).join(" ");
  const rows = all(table, tagged("tr")).map((row) => all(row, tagged("td", "th")));
  const heads = all(table, tagged("thead")).flatMap((head) =>
    all(head, tagged("tr")).map((row) => all(row, tagged("td", "th"))),
  );
  const columns = new Map<number, string>();
  for (const cells of rows) {
    const row = cells.filter(tagged("th")).map(saidOf).join(" ");
    let place = 0;
    for (const cell of cells) {
      const column = columns.get(place) ?? heads.map((head) => saidOf(columnAt(head, place))).join(" ");
      columns.set(place, column);
      known.set(cell, { row, column, caption });
      place += spanOf(cell);
    }
  }
}

const spanOf = (cell: PageElement) => Number(attribute(cell, "colSpan") || 1);

function columnAt(cells: readonly PageElement[], place: number): PageElement | undefined {
  let at = 0;
  return cells.find((cell) => {
    at += spanOf(cell);
    return at > place;
  });
}

const saidOf = (element: PageElement | undefined): string =>
  element === undefined
    ? ""
    : element.children
        .map((child) => (typeof child === "string" ? child : saidOf(child)))
        .join(" ")
        .replace(/[\s\u00a0]+/g, " ")
        .trim();
