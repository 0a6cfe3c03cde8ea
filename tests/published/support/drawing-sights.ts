import { shapes, strangeShape } from "./drawings-of-page.ts";
import { idOf } from "./figure-id.ts";
import { all, attribute, classed, markupOf, numbersIn, type PageElement, saidIn, tagged } from "./page-elements.ts";
import { near, type Places, type Sight } from "./sight.ts";

/** The value at a place of a linear axis, of which some places are written. */
export function alongAxis(ticks: readonly { readonly at: number; readonly value: number }[], at: number): number {
  const [one, other] = [ticks[0], ticks.at(-1)];
  if (!one || !other || one.at === other.at) throw new Error("an axis without two ticks");
  return one.value + ((at - one.at) / (other.at - one.at)) * (other.value - one.value);
}

/** What a value drawn or written in a chart tells of a figure: of a count itself, of the count behind a rate, or of a share. */
function chartSight(
  page: PageElement,
  places: Places,
  at: { readonly country: string; readonly roundYear: number; readonly place: string },
  { lo, hi }: { readonly lo: number; readonly hi: number },
): Sight {
  if (places.isRatio) return { ...at, id: idOf(places.code, "percent"), lo, hi };
  const isRate = all(page, tagged("input")).some(
    ({ attributes }) =>
      attributes.get("name") === "unit" && attributes.get("value") === "rate" && attributes.has("checked"),
  );
  if (!isRate) return { ...at, id: places.head, lo, hi };
  const persons = places.persons(at.country, at.roundYear);
  if (persons === undefined || places.answer.rate === null)
    throw new Error(`a rate of ${at.country} without population`);
  const factor = persons / places.answer.rate.per;
  return { ...at, id: places.head, lo: lo * factor, hi: hi * factor };
}

/** Half of the last printed digit. */
const printed = (page: PageElement, text: string) => {
  const [value = 0] = numbersIn(text);
  const half = /\.(\d+)/.exec(text)?.[1] === undefined ? 0 : 0.5 * 10 ** -(/\.(\d+)/.exec(text)?.[1] ?? "").length;
  return { value, half, page };
};

/** Dots, lines and the figure beside the last dot, in one panel for each country. */
export function panelSights(chart: PageElement, places: Places): Sight[] {
  const panels = all(chart, classed("panel")).map((panel) => {
    const [name] = all(panel, classed("name"));
    const drawing = all(panel, tagged("svg"))[0] as PageElement;
    return { country: places.country(saidIn(name as PageElement)), drawing };
  });
  const xOf = (mark: PageElement) => Number(/^translate\(([\d.]+) /.exec(attribute(mark, "transform"))?.[1]);
  const dotsOf = (drawing: PageElement) => all(drawing, classed("dot"));
  const marksOf = (drawing: PageElement) => all(drawing, tagged("g"));
  const columns = [
    ...new Set(
      panels.flatMap(({ drawing }) => [
        ...dotsOf(drawing).map((dot) => Number(attribute(dot, "cx"))),
        ...marksOf(drawing).map(xOf),
      ]),
    ),
  ].sort((a, b) => a - b);
  if (panels.length > 0 && columns.length !== places.answer.rounds.length)
    throw new Error(`${columns.length} places for ${places.answer.rounds.length} rounds`);
  refuseOtherReach(panels.map(({ drawing }) => drawing));
  for (const { drawing } of panels) {
    refuseStrange(drawing, shapes.panel);
    places.read.add(drawing);
  }
  refuseOtherFrames(panels.map(({ drawing }) => drawing));
  const isOwnScale = all(chart, classed("loud")).length > 0;
  const lengths = panels.map(({ drawing }) => Math.max(0, ...sharesOf(drawing)));
  if (!places.isRatio) for (const longest of isOwnScale ? lengths : [Math.max(0, ...lengths)]) refuseLongAxis(longest);
  const rounds = places.answer.rounds.map(({ roundYear }) => roundYear).sort((a, b) => a - b);
  const roundAt = (x: number) => rounds[columns.indexOf(x)] ?? 0;
  return panels.flatMap(({ country, drawing }) => {
    const heightOf = (path: PageElement) => Number(/^M[\d.]+ ([\d.]+)H/.exec(attribute(path, "d"))?.[1]);
    const [top = 0, zero = 0] = [classed("grid"), classed("zero")].map((test) =>
      heightOf(all(drawing, test)[0] as PageElement),
    );
    const texts = all(drawing, tagged("text"));
    const label = texts.find(classed("label"));
    const axis = texts.filter(classed("faint")).find((one) => Math.abs(Number(attribute(one, "y")) - top - 4.5) < 0.01);
    const dots = dotsOf(drawing).map((dot) => ({
      x: Number(attribute(dot, "cx")),
      share: (zero - Number(attribute(dot, "cy"))) / (zero - top),
      isLast: attribute(dot, "r") === "4.2",
    }));
    const at = (x: number, place: string) => ({ country, roundYear: roundAt(x), place: `panel, ${place}` });
    const last = dots.find(({ isLast }) => isLast);
    const written = label ? printed(chart, saidIn(label)) : null;
    // The end of the axis is written, or follows from the figure beside the last dot.
    const highest = axis
      ? { lo: printed(chart, saidIn(axis)).value, hi: printed(chart, saidIn(axis)).value }
      : written && last && last.share > 0
        ? { lo: (written.value - written.half) / last.share, hi: (written.value + written.half) / last.share }
        : null;
    const points = all(drawing, classed("line")).flatMap((line) =>
      attribute(line, "d")
        .slice(1)
        .split("L")
        .map((point) => point.split(" ").map(Number) as [number, number])
        .map(([x, y]) => ({ x, share: (zero - y) / (zero - top) })),
    );
    const measured = (place: string, list: readonly { readonly x: number; readonly share: number }[]) =>
      highest === null
        ? []
        : list.map(({ x, share }) =>
            chartSight(chart, places, at(x, place), {
              lo: near(share * highest.lo).lo,
              hi: near(share * highest.hi).hi,
            }),
          );
    return [
      ...measured("dot", dots),
      ...measured("line", points),
      ...(written && last
        ? [
            chartSight(chart, places, at(last.x, "figure"), {
              lo: written.value - written.half - 1e-9,
              hi: written.value + written.half + 1e-9,
            }),
          ]
        : []),
    ];
  });
}

/** Throws when the range of the region, drawn behind every panel, ends at a height at which no country's own dot of that year stands. */
function refuseOtherReach(drawings: readonly PageElement[]): void {
  const dots = drawings.flatMap((drawing) =>
    all(drawing, classed("dot")).map((dot) => ["cx", "cy"].map((name) => Number(attribute(dot, name)))),
  );
  for (const reach of drawings.flatMap((drawing) => all(drawing, classed("region")))) {
    const points = [...attribute(reach, "d").matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    // A stretch of one year is drawn to both sides of it.
    for (const [x = 0, y = 0] of points)
      if (!dots.some(([cx = 0, cy = 0]) => Math.abs(cx - x) < 5.01 && Math.abs(cy - y) < 1e-6))
        throw new Error(`the range of the region ends at ${x} ${y}, where no country stands`);
  }
}

/** How high dots stand, in parts of the axis. */
function sharesOf(drawing: PageElement): readonly number[] {
  const [top = 0, zero = 0] = [classed("grid"), classed("zero")].map((test) =>
    Number(/^M[\d.]+ ([\d.]+)H/.exec(attribute(all(drawing, test)[0], "d"))?.[1]),
  );
  return all(drawing, classed("dot")).map((dot) => (zero - Number(attribute(dot, "cy"))) / (zero - top));
}

/** Throws when an axis goes on for long behind everything drawn, as if something larger were hidden; its ticks are 1, 2, 2.5 or 5 by a power of ten, and about four. */
function refuseLongAxis(longest: number): void {
  if (longest > 0 && longest < 0.6) throw new Error(`nothing drawn reaches beyond ${longest} of an axis`);
}

/** Throws when a drawing holds something that nobody has said the meaning of. */
function refuseStrange(drawing: PageElement, known: readonly string[]): void {
  const strange = strangeShape(drawing, known);
  if (strange !== undefined) throw new Error(`what is ${strange}? ${markupOf(drawing).slice(0, 200)}`);
}

/** Throws when a text of a drawing holds several numbers: only the first is read. */
function refuseSeveral(drawing: PageElement): void {
  const text = all(drawing, tagged("text")).find((one) => numbersIn(saidIn(one)).length > 1);
  if (text) throw new Error(`what is ${saidIn(text)}?`);
}

/** Throws when what is around the figures is not the same in all panels, or has a text that is neither a year, nor the end of an axis or goalpost, nor the figure of a dot. */
function refuseOtherFrames(drawings: readonly PageElement[]): void {
  for (const name of ["grid", "zero", "guide"]) {
    const looks = drawings.map((drawing) =>
      all(drawing, classed(name))
        .map((one) => attribute(one, "d").replace(/^M[\d.]+ |H[\d.]+$/g, ""))
        .join(),
    );
    if (new Set(looks).size > 1) throw new Error(`${name} is not the same in all panels: ${[...new Set(looks)]}`);
  }
  for (const drawing of drawings) {
    refuseSeveral(drawing);
    const guides = all(drawing, classed("guide")).length;
    const others = all(
      drawing,
      (one) => one.tag === "text" && classed("faint")(one) && !/^(?:20\d\d)?$/.test(saidIn(one).trim()),
    );
    if (others.length > Math.max(1, guides) || all(drawing, classed("label")).length > 1)
      throw new Error(`too many numbers in a panel: ${others.map((one) => saidIn(one))}`);
  }
}

const rowHeight = 32;

/** One bar for each country, with its figure; the axis stands below. */
export function barSights(chart: PageElement, places: Places): Sight[] {
  const drawing = all(chart, tagged("svg")).find(
    (one) =>
      all(one, ({ tag, attributes }) => tag === "path" && /V[\d.]+$/.test(attributes.get("d") ?? "")).length === 1 &&
      all(one, tagged("text")).some((text) => attribute(text, "text-anchor") === "end") &&
      !attribute(one, "viewBox").startsWith("0 0 280") &&
      !attribute(one, "viewBox").startsWith("0 0 368"),
  );
  if (!drawing) return [];
  refuseStrange(drawing, ["rect", "text", "text faint", "path zero", "path grid"]);
  refuseSeveral(drawing);
  places.read.add(drawing);
  const select = all(chart, tagged("option")).find(({ attributes }) => attributes.has("selected"));
  const roundYear = places.round(saidIn(select as PageElement));
  const texts = all(drawing, tagged("text")).map((text) => ({
    text: saidIn(text),
    x: Number(attribute(text, "x")),
    y: Number(attribute(text, "y")),
    anchor: attribute(text, "text-anchor"),
    isMark: classed("letter")(text),
    isFaint: classed("faint")(text),
  }));
  const rowOf = (y: number) => Math.floor(y / rowHeight);
  const names = Map.groupBy(
    texts.filter(({ anchor }) => anchor === "end"),
    ({ y }) => rowOf(y - 6),
  );
  const countryAt = (y: number) => places.country((names.get(rowOf(y)) ?? []).map(({ text }) => text).join(" "));
  const below = texts.filter(({ anchor, isMark }) => anchor === "middle" && !isMark);
  const ticks = below.map(({ text, x }) => ({ at: x, value: numbersIn(text)[0] ?? 0 }));
  const bars = drawing.children.filter((child) => typeof child !== "string" && child.tag === "rect") as PageElement[];
  const [first, last] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 0];
  const widest = Math.max(0, ...bars.map((bar) => Number(attribute(bar, "width"))));
  if (!places.isRatio && widest > 2.001) refuseLongAxis(widest / (last - first));
  return [
    ...bars.map((bar) => {
      const [x, width, y] = ["x", "width", "y"].map((name) => Number(attribute(bar, name))) as [number, number, number];
      const value = near(alongAxis(ticks, x + width));
      const at = { country: countryAt(y + 6), roundYear, place: "bar" };
      // The least length of a bar may stand for any smaller value.
      return chartSight(chart, places, at, width <= 2.001 ? { lo: 0, hi: value.hi } : value);
    }),
    ...texts
      .filter(({ anchor, isFaint }) => anchor === "start" && !isFaint)
      .flatMap(({ text, y }) => {
        const { value, half } = printed(chart, text);
        const at = { country: countryAt(y - 6), roundYear, place: "figure of a bar" };
        return numbersIn(text).length === 0
          ? []
          : [chartSight(chart, places, at, { lo: value - half - 1e-9, hi: value + half + 1e-9 })];
      }),
  ];
}
