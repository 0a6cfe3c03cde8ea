import type { PageContext } from "./page-context.ts";
import { all, attribute, classed, markupOf, type PageElement, saidIn, tagged } from "./page-elements.ts";
import type { Line } from "./page-lines.ts";
import { scopeOf } from "./scope-of-line.ts";

/** A drawing, and what is around it, outermost first. */
interface Drawing {
  readonly svg: PageElement;
  readonly within: readonly PageElement[];
}

/** Whatever a drawing may hold; a shape that nobody has said the meaning of is a fault. */
const shapeOf = (shape: PageElement): string =>
  `${shape.tag} ${/(?:^| )_([A-Za-z]+)_/.exec(attribute(shape, "class"))?.[1] ?? ""}`.trim();

/** The first shape of a drawing that is none of these; marks stand in groups, and are compared elsewhere. */
export function strangeShape(svg: PageElement, known: readonly string[]): string | undefined {
  return all({ ...svg, children: svg.children.filter((one) => typeof one === "string" || one.tag !== "g") }, () => true)
    .map(shapeOf)
    .find((shape) => !known.includes(shape));
}

const frame = ["path grid", "path zero", "text faint", "text label"];
/** Shapes of each kind of drawing. What has a place by a value is read below or by `page-sights.ts`; the rest is the same in every drawing. */
export const shapes = {
  panel: [...frame, "path guide", "path region", "path line", "circle dot"],
  scorePanel: [...frame, "path line", "circle dot", "path range", "path rangeOnly"],
  scoreBar: ["path track", "path tick", "rect range", "rect rangeOnly"],
  profileBar: ["line axis", "line range", "line rangeOnly", "rect band", "circle dot"],
  answerBar: ["rect rest", "rect part"],
  dateLine: [
    "line grid",
    "line cutOff",
    "line ahead",
    "line back",
    "circle first",
    "circle now",
    "text now",
    "text first",
  ],
  dateAxis: ["text", "text day"],
} as const;

/** Pictures that stand for a word, by the class that makes them one: each has one look wherever it stands. */
const pictures = ["picture", "shape", "mark", "chevron", "keyPicture"] as const;

function drawingsOf(page: PageElement, read: ReadonlySet<PageElement>): readonly Drawing[] {
  const found: Drawing[] = [];
  const visit = (element: PageElement, within: readonly PageElement[]) => {
    if (read.has(element)) return;
    if (element.tag === "svg") found.push({ svg: element, within });
    else for (const child of element.children) if (typeof child !== "string") visit(child, [...within, element]);
  };
  visit(page, []);
  return found;
}

export interface DrawnNumbers {
  readonly faults: readonly string[];
  /** The look of every picture that stands for a word. */
  readonly pictures: readonly string[];
  /** Drawings whose words were read with them. */
  readonly read: ReadonlySet<PageElement>;
}

/** Reads all drawings of a page that are not of figures: those of scores, of how many countries gave an answer, of dates, and pictures. */
export function numbersInDrawings(
  page: PageElement,
  context: PageContext,
  read: ReadonlySet<PageElement>,
): DrawnNumbers {
  const faults: string[] = [];
  const looks: string[] = [];
  const done = new Set<PageElement>();
  for (const drawing of drawingsOf(page, read)) {
    const { svg, within } = drawing;
    const is = (name: string) => classed(name)(svg);
    const inside = (name: string) => within.some(classed(name));
    if (pictures.some(is) || inside("key") || (svg.attributes.get("class") === "notranslate" && isSearch(drawing))) {
      looks.push(markupOf(svg).replace(/ class="[^"]*"/, ""));
      continue;
    }
    const known = inside("panel")
      ? shapes.scorePanel
      : is("bar") && inside("inner")
        ? shapes.scoreBar
        : is("bar") && inside("unit")
          ? shapes.profileBar
          : is("bar") && inside("standing")
            ? shapes.answerBar
            : is("line")
              ? shapes.dateLine
              : is("axis") && all(svg, classed("day")).length > 0
                ? shapes.dateAxis
                : null;
    const strange =
      known === null
        ? `a drawing in ${within
            .slice(-2)
            .map(({ tag }) => tag)
            .join(" > ")}`
        : strangeShape(svg, known);
    if (strange !== undefined) faults.push(`what is ${strange}? ${markupOf(svg).slice(0, 200)}`);
    if (known === shapes.scorePanel) {
      faults.push(...(isOfMoney(context) ? [] : scorePanel(drawing, context)));
      done.add(svg);
    }
    if (known === shapes.scoreBar) faults.push(...scoreBar(drawing, context));
    if (known === shapes.profileBar) faults.push(...profileBar(drawing, context));
    if (known === shapes.answerBar) faults.push(...answerBar(drawing, context));
    if (known === shapes.dateAxis) done.add(svg);
  }
  return { faults, pictures: looks, read: done };
}

const isSearch = ({ within }: Drawing) => within.some(classed("search"));

/** Amounts are of no persons and stand in the files as they are. */
const isOfMoney = ({ catalogue, indicator }: PageContext) =>
  catalogue.indicators.find(({ code }) => code === indicator)?.valueType === "money";

const number = (element: PageElement | undefined, name: string) => Number.parseFloat(attribute(element, name));
const exact = 1e-6;

/** What a drawing says: a measure, its value, and how exactly if not as numbers in a drawing are. */
type Measured = readonly [measure: "score" | "floor" | "ceiling", value: number, half?: number | undefined];

function told(
  { svg, within }: Drawing,
  context: PageContext,
  measured: readonly Measured[],
  roundYear?: number,
): string[] {
  const line: Line = { text: "", element: svg, source: "drawing", within };
  const scope = scopeOf(line, context.names, context.language, context.country);
  const own = roundYear === undefined ? scope : { ...scope, roundYear };
  return measured
    .filter(([measure, value, half = exact * 100]) => !context.index.has(own, measure, value, half))
    .map(([measure, value]) => `a drawing says ${measure} ${value} of ${JSON.stringify(own)}`);
}

/** Where the band is only a sliver, floor and ceiling are equal, and somewhere in it. */
const sliver = 0.8 + exact;

function ends(from: number, width: number) {
  const half = width <= sliver ? sliver : undefined;
  return [["floor", from, half] as const, ["ceiling", from + width, half] as const];
}

/** The range as a band, the score as a tick. */
function scoreBar(drawing: Drawing, context: PageContext): string[] {
  const { svg } = drawing;
  const bands = all(svg, tagged("rect")).flatMap((band) => ends(number(band, "x"), number(band, "width")));
  const ticks = all(svg, classed("tick")).map(
    (tick) => ["score", Number(/^M([\d.]+) 0V10$/.exec(attribute(tick, "d"))?.[1])] as const,
  );
  return told(drawing, context, [...bands, ...ticks]);
}

/** Besides, the scores of the region as a band: its ends are scores of somebody. */
function profileBar(drawing: Drawing, context: PageContext): string[] {
  const { svg } = drawing;
  const ranges = all(svg, (one) => classed("range")(one) || classed("rangeOnly")(one));
  const own = [
    ...ranges.flatMap((line) => ends(number(line, "x1"), number(line, "x2") - number(line, "x1"))),
    ...all(svg, classed("dot")).map((dot) => ["score", number(dot, "cx")] as const),
  ];
  const region = all(svg, classed("band")).flatMap((band) => {
    const [from, width] = [number(band, "x"), number(band, "width")];
    const half = width <= sliver ? sliver : undefined;
    return [["score", from, half] as const, ["score", from + width, half] as const];
  });
  return [...told(drawing, context, own), ...told(drawing, { ...context, country: null }, region)];
}

/** Scores by year, with their ranges: 0 at the line of zero, 100 at the upper one. */
function scorePanel(drawing: Drawing, context: PageContext): string[] {
  const { svg } = drawing;
  const [top = 0, zero = 0] = ["grid", "zero"].map((name) =>
    Number(/^M[\d.]+ ([\d.]+)H/.exec(attribute(all(svg, classed(name))[0], "d"))?.[1]),
  );
  const scoreAt = (y: number) => (100 * (zero - y)) / (zero - top);
  const dots = all(svg, classed("dot")).map((dot) => [number(dot, "cx"), number(dot, "cy")] as const);
  const points = all(svg, classed("line")).flatMap((line) =>
    [...attribute(line, "d").matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
  );
  const ranges = all(svg, (one) => classed("range")(one) || classed("rangeOnly")(one)).map((range) => {
    const [, , floor, ceiling] = (/^M([\d.]+) ([\d.]+)V([\d.]+)$/.exec(attribute(range, "d")) ?? []).map(Number);
    return { floor: scoreAt(floor ?? Number.NaN), ceiling: scoreAt(ceiling ?? Number.NaN) };
  });
  const faults = told(drawing, context, [
    ...[...dots, ...points].map(([, y]) => ["score", scoreAt(y)] as const),
    ...ranges.flatMap(({ floor, ceiling }) => [["floor", floor] as const, ["ceiling", ceiling] as const]),
  ]);
  for (const text of all(svg, tagged("text"))) {
    const said = saidIn(text).trim();
    if (classed("letter")(text) || context.years.has(Number(said)) || !/\d/.test(said)) continue;
    const isAxis = classed("faint")(text) && said === "100.0";
    const isLast =
      classed("label")(text) && told(drawing, context, [["score", Number(said), 0.05 + exact]]).length === 0;
    if (!isAxis && !isLast) faults.push(`what is ${said} in a panel?`);
  }
  return faults;
}

/** Parts of a bar that is as long as all reports: whole numbers of countries. */
function answerBar({ svg }: Drawing, { names }: PageContext): string[] {
  const shares = all(svg, classed("part")).flatMap((part) => [number(part, "x"), number(part, "width")]);
  const isWhole = (of: number) =>
    shares.every((share) => Math.abs((share * of) / 100 - Math.round((share * of) / 100)) < exact);
  return names.countries.some((_, n) => isWhole(n + 1)) ? [] : [`parts of no number of countries: ${shares}`];
}
