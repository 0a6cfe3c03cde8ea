import { all, type PageElement, saidIn } from "./page-elements.ts";
import { spoken } from "./page-lines.ts";

/** What React makes of `useId`, with the word that a component adds to it. */
const react = /^(?:_R_\w*_(?:-[a-z]+)?|«?:?r\w*:?»?)(?: _R_\w*_(?:-[a-z]+)?)*$/;
const code = /^[A-Z]{3}-[A-Z]{3}-\d+$/;
const year = /^20\d\d$/;

/** What else may hold a digit in the markup, by the name of the attribute, and why it tells nothing of a figure. */
const known: Readonly<Record<string, (value: string, element: PageElement) => boolean>> = {
  // Names of styles end with a mark of the build. Shades and steps are of scores and levels, and stand beside them in words.
  class: (value) =>
    value
      .split(" ")
      .every((one) => !/\d/.test(one.replace(/_\w{5}_\d+$/, "").replace(/^_(?:shade|level|at|of)\d+$/, ""))),
  href: (value) => !/\d/.test(withoutNames(value)),
  id: (value) => react.test(value) || code.test(value),
  for: (value) => react.test(value),
  form: (value) => react.test(value),
  name: (value) => react.test(value) || code.test(value),
  "aria-controls": (value) => react.test(value),
  "aria-labelledby": (value) => react.test(value),
  "aria-describedby": (value) => react.test(value),
  value: (value) =>
    year.test(value) ||
    code.test(value) ||
    /^(?:(?:article|objective) )?(?:[a-z]+-\d+\w*|[A-Z]{3}-OBJ-\d+)$/.test(value),
  tabindex: (value) => /^-?\d$/.test(value),
  colSpan: (value) => Number(value) < 30,
  rowSpan: (value) => Number(value) < 30,
  charSet: () => true,
};

/** Places and sizes in a drawing, which `page-sights.ts` and `drawings-of-page.ts` read. */
const geometry = new Set(
  "x y x1 x2 y1 y2 cx cy r rx ry d points width height viewBox transform fill stroke-width text-anchor preserveAspectRatio".split(
    " ",
  ),
);

/** Addresses: codes, years, articles, forms of a file. */
const withoutNames = (address: string) =>
  decodeURIComponent(address)
    .replace(/^https:\/\/[\w.]+/, "")
    .replace(/\/api\/v1\//, "/")
    .replace(/[A-Z]{3}-[A-Z]{3}-\d+/g, "")
    .replace(/([?&](?:year|round|since)=)20\d\d/g, "$1")
    .replace(/\b(?:tip|som|untoc)-\d+\w*/gi, "")
    .replace(/#_R_\w+_/, "");

/** Attributes with a digit that are neither spoken, nor the geometry of a drawing, nor known; and what a page should not hold. */
export function strangeAttributes(page: PageElement): readonly string[] {
  const silent = all(page, ({ tag, children }) => (tag === "script" || tag === "style") && children.length > 0);
  const drawn = new Set(all(page, ({ tag }) => tag === "svg").flatMap((svg) => [svg, ...all(svg, () => true)]));
  // On a phone each cell has the head of its column beside it, in the words of the head, which are read as such.
  const heads = new Set(all(page, ({ tag }) => tag === "th").map((head) => saidIn(head).trim()));
  const strange = all(page, () => true).flatMap((element) =>
    [...element.attributes].flatMap(([name, value]) => {
      if (!/\d/.test(value) || spoken.includes(name)) return [];
      if (name === "data-label" && heads.has(value)) return [];
      if (drawn.has(element) && geometry.has(name)) return [];
      return known[name]?.(value, element) === true ? [] : [`what is ${name}="${value}" of ${element.tag}?`];
    }),
  );
  return [...silent.map(({ tag }) => `what is in ${tag}?`), ...strange];
}
