/** An element of a page as its text says it. React writes every attribute with double quotes and closes every element. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (PageElement | string)[];
}

const empty = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);
const token = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/y;

export function parsePage(html: string): PageElement {
  type Open = { tag: string; attributes: Map<string, string>; children: (PageElement | string)[] };
  const root: Open = { tag: "page", attributes: new Map(), children: [] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (!found) throw new Error(`no HTML at ${at}: ${html.slice(at, at + 60)}`);
    const [, slash, tag, attributes = "", text] = found;
    const parent = open.at(-1) as Open;
    if (text !== undefined) parent.children.push(plain(text));
    else if (tag !== undefined && slash === "/") {
      if (open.pop()?.tag !== tag) throw new Error(`${tag} is closed at ${at}, ${parent.tag} is open`);
    } else if (tag !== undefined) {
      const pairs = attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g);
      const made: Open = {
        tag,
        attributes: new Map([...pairs].map(([, name = "", value = ""]) => [name, plain(value)])),
        children: [],
      };
      parent.children.push(made);
      if (!empty.has(tag)) open.push(made);
    }
  }
  if (open.length > 1) throw new Error(`${open.at(-1)?.tag} is not closed`);
  return root;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? `&${name};`;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

type Test = (element: PageElement) => boolean;

/** All elements below that pass, in the order of the page. */
export function all(from: PageElement, passes: Test): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = ({ children }: PageElement) => {
    for (const child of children) {
      if (typeof child === "string") continue;
      if (passes(child)) found.push(child);
      visit(child);
    }
  };
  visit(from);
  return found;
}

export const tagged =
  (...tags: readonly string[]): Test =>
  ({ tag }) =>
    tags.includes(tag);

/** With a class of this name in a style sheet of the application, which the build makes `_name_hash`. */
export const classed = (name: string): Test => {
  const shape = new RegExp(`(?:^| )_${name}_`);
  return ({ attributes }) => shape.test(attributes.get("class") ?? "");
};

export function attribute(element: PageElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? "";
}

/** What somebody may read or hear of an element: texts, titles and labels, without the parts that are left out. */
export function saidIn(element: PageElement, isLeftOut: Test = () => false): string {
  const own = ["title", "aria-label", "aria-valuetext", "alt"].map((name) => attribute(element, name));
  const within = element.children.map((child) => {
    if (typeof child === "string") return child;
    return isLeftOut(child) ? "" : ` ${saidIn(child, isLeftOut)} `;
  });
  return [...own, within.join("")].filter((one) => one.trim() !== "").join(" ");
}

/** The numbers in a text: "−1,628.5" is one; what is a part of a code (`TIP-PRO-01`) is none, nor the mark of too few cases, "<5". */
export function numbersIn(text: string): readonly number[] {
  const found = text.replace(/[A-Z]{3}-[A-Z]{3}-\d+|<5/g, "").matchAll(/(−?)(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?/g);
  return [...found].map(([, minus, whole = "", part = ""]) => {
    const size = Number(whole.replaceAll(",", "") + part);
    return minus === "−" ? -size : size;
  });
}

/** An element as text, with what differs from figure to figure replaced: two that say the same look the same. */
export function markupOf(element: PageElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  const children = element.children.map((child) => (typeof child === "string" ? child : markupOf(child))).join("");
  return `<${element.tag}${attributes}>${children}</${element.tag}>`;
}
