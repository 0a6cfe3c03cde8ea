import type { Language } from "@avances/domain/catalogue";
import { shapes, strangeShape } from "./drawings-of-page.ts";
import { idOf } from "./figure-id.ts";
import { all, attribute, classed, markupOf, numbersIn, type PageElement, saidIn, tagged } from "./page-elements.ts";

/** A figure of one country and round, as far as one place of a page tells it: it lies between the two. */
export interface Sight {
  readonly country: string;
  readonly roundYear: number;
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
  /** Which place of the page: for the message of a test. */
  readonly place: string;
}

type Named = Readonly<Record<Language, string>>;

/** What the reader of a page needs of the public answer beside it: names and populations, and no figure. */
export interface IndicatorAnswer {
  readonly indicator: {
    readonly code: string;
    readonly valueType: string;
    readonly breakdowns: readonly {
      readonly code: string;
      readonly categories: readonly { readonly code: string }[];
    }[];
  };
  readonly countries: readonly { readonly iso3: string; readonly name: Named }[];
  readonly rounds: readonly { readonly roundYear: number; readonly referenceYear: number }[];
  readonly rate: {
    readonly per: number;
    readonly populations: readonly { readonly country: string; readonly roundYear: number; readonly persons: number }[];
  } | null;
}

/** Names and ids of one indicator, in one language. */
export class Places {
  readonly answer: IndicatorAnswer;
  readonly isRatio: boolean;
  /** What is divided by breakdowns. */
  readonly head: string;
  /** What was read: all numbers in it are sights, or say where a sight stands. */
  readonly read: Set<PageElement>;
  readonly #language: Language;

  constructor(answer: IndicatorAnswer, language: Language, read: Set<PageElement>) {
    this.answer = answer;
    this.read = read;
    this.#language = language;
    this.isRatio = answer.indicator.valueType === "ratio";
    this.head = idOf(answer.indicator.code, this.isRatio ? "numerator" : "total");
  }

  get code(): string {
    return this.answer.indicator.code;
  }

  country(label: string): string {
    const found = this.answer.countries.find(({ name }) => name[this.#language] === label.trim());
    if (!found) throw new Error(`no country “${label}”`);
    return found.iso3;
  }

  /** The round of a head, which says the year of the data first and then the round. */
  round(label: string): number {
    const [, roundYear] = numbersIn(label);
    if (!this.answer.rounds.some((one) => one.roundYear === roundYear)) throw new Error(`no round “${label}”`);
    return roundYear as number;
  }

  roundOfData(year: number): number {
    const found = this.answer.rounds.find(({ referenceYear }) => referenceYear === year);
    if (!found) throw new Error(`no data for ${year}`);
    return found.roundYear;
  }

  cell(list: string, category: string): string {
    return idOf(this.code, this.isRatio ? "numerator" : "count", list, category);
  }

  persons(country: string, roundYear: number): number | undefined {
    return this.answer.rate?.populations.find((one) => one.country === country && one.roundYear === roundYear)?.persons;
  }
}

/** Everything that the page of an indicator with figures shows of any country's figures, in tables and drawings. */
export function sightsOf(page: PageElement, places: Places): readonly Sight[] {
  const [chart] = all(page, tagged("figure"));
  const section = all(page, tagged("section")).find((one) => attribute(one, "aria-labelledby") === "breakdowns");
  if (!chart) return [];
  const tables = all(chart, tagged("table"));
  return [
    ...tables.flatMap((table) => {
      const [head] = all(table, tagged("thead"));
      const isChange = head !== undefined && all(head, tagged("svg")).length > 0;
      return isChange ? changeSights(table, places) : answerSights(table, places);
    }),
    ...panelSights(chart, places),
    ...barSights(chart, places),
    ...(section ? breakdownSights(section, places) : []),
  ];
}

const rowsOf = (table: PageElement) =>
  all(table, tagged("tbody")).flatMap((body) =>
    all(body, tagged("tr")).map((row) => {
      const [label] = all(row, tagged("th"));
      return { label: label ? saidIn(label) : "", cells: all(row, tagged("td")) };
    }),
  );

const headsOf = (table: PageElement) => all(table, tagged("thead")).flatMap((head) => all(head, tagged("th")));
const exactly = (value: number) => ({ lo: value, hi: value });
/** As exact as numbers in a drawing are. */
const near = (value: number) => ({ lo: value - 1e-6 * (1 + value), hi: value + 1e-6 * (1 + value) });

/** Country × round. A share stands before its two counts in brackets. */
function answerSights(table: PageElement, places: Places): Sight[] {
  const rounds = headsOf(table)
    .slice(1)
    .map((head) => places.round(saidIn(head)));
  return rowsOf(table).flatMap(({ label, cells }) =>
    cells.flatMap((cell, n): Sight[] => {
      const at = { country: places.country(label), roundYear: rounds[n] ?? 0, place: "table of answers" };
      places.read.add(cell);
      if (!places.isRatio)
        return numbersIn(saidIn(cell)).map((value) => ({ ...at, id: places.head, ...exactly(value) }));
      const brackets = all(cell, ({ tag, attributes }) => tag === "span" && attributes.get("class") === "small quiet");
      const [upper = "", lower = ""] = brackets
        .map((one) => saidIn(one))
        .join("")
        .split("/");
      const share = numbersIn(saidIn(cell, (one) => brackets.includes(one)));
      return [
        ...share.map((value) => ({ ...at, id: idOf(places.code, "percent"), lo: value - 0.05, hi: value + 0.05 })),
        ...numbersIn(upper).map((value) => ({ ...at, id: places.head, ...exactly(value) })),
        ...numbersIn(lower).map((value) => ({ ...at, id: idOf(places.code, "denominator"), ...exactly(value) })),
      ];
    }),
  );
}

/** First figure and its year, change in percent as words and picture, figure of the round, difference. */
function changeSights(table: PageElement, places: Places): Sight[] {
  const heads = headsOf(table);
  const now = places.round(saidIn(heads[3] as PageElement));
  places.read.add(heads[2] as PageElement);
  const ticks = all(heads[2] as PageElement, tagged("text")).map((tick) => ({
    at: Number.parseFloat(attribute(tick, "x")),
    value: numbersIn(saidIn(tick))[0] ?? 0,
  }));
  return rowsOf(table).flatMap(({ label, cells }) => {
    const country = places.country(label);
    const [firstCell, picture, nowCell, differs] = cells as [PageElement, PageElement, PageElement, PageElement];
    const [first, year, ...others] = numbersIn(saidIn(firstCell));
    for (const cell of others.length === 0 ? cells : cells.slice(1)) places.read.add(cell);
    const values = numbersIn(saidIn(nowCell));
    const then = year === undefined ? null : places.roundOfData(year);
    const sight = (roundYear: number | null, place: string, lo: number, hi: number): Sight[] =>
      roundYear === null ? [] : [{ country, roundYear, id: places.head, place: `then and now, ${place}`, lo, hi }];
    const dots = all(picture, (one) => classed("now")(one) && one.tag === "circle");
    const drawn = dots.map((dot) => alongAxis(ticks, Number.parseFloat(attribute(dot, "cx"))));
    const lines = all(picture, classed("line")).map((line) =>
      alongAxis(ticks, Number.parseFloat(attribute(line, "x2"))),
    );
    const change = numbersIn(saidIn(picture, tagged("svg")));
    /** A change in percent of the one figure tells the other. */
    const changed = (place: string, from: number, to: number) => [
      ...(first === undefined ? [] : sight(now, place, first * (1 + from / 100), first * (1 + to / 100))),
      ...values.flatMap((value) =>
        from > -100 ? sight(then, place, value / (1 + to / 100), value / (1 + from / 100)) : [],
      ),
    ];
    const beyond = all(picture, (one) => classed("now")(one) && one.tag === "text").length > 0;
    return [
      ...(first === undefined ? [] : sight(then, "first figure", first, first)),
      ...values.flatMap((value) => sight(now, "figure", value, value)),
      ...change.flatMap((percent) => changed("percent", percent - 0.5, percent + 0.5)),
      ...drawn.flatMap((percent) => changed("dot", percent - 1e-6, percent + 1e-6)),
      ...(beyond ? [] : lines.flatMap((percent) => changed("line", percent - 1e-6, percent + 1e-6))),
      ...numbersIn(saidIn(differs)).flatMap((by) => [
        ...(first === undefined ? [] : sight(now, "difference", first - by, first + by)),
        ...values.flatMap((value) => sight(then, "difference", value - by, value + by)),
      ]),
    ];
  });
}

/** The value at a place of a linear axis, of which some places are written. */
function alongAxis(ticks: readonly { readonly at: number; readonly value: number }[], at: number): number {
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
function panelSights(chart: PageElement, places: Places): Sight[] {
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
function barSights(chart: PageElement, places: Places): Sight[] {
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

/** Women, men, girls and boys as the two-way table names them. */
const persons = ["female/adult", "male/adult", "female/child", "male/child"];

/** All countries by one list of categories (or by sex and age at once), then one country over the years: figures, and bars that are parts of a whole. */
function breakdownSights(section: PageElement, places: Places): Sight[] {
  const [by, round, country] = all(section, tagged("select")).map((select) =>
    all(select, tagged("option")).find(({ attributes }) => attributes.has("selected")),
  );
  const list = attribute(by, "value");
  const isPersons = list === "persons";
  const own = places.answer.indicator.breakdowns.find(({ code }) => code === list)?.categories ?? [];
  const ids = isPersons
    ? persons.map((one) => places.cell("sex/ageGroup", one))
    : own.map(({ code }) => places.cell(list, code));
  const columns = ids.length + (isPersons ? 1 : 0);
  const [ofRound, ofCountry] = all(section, tagged("table"));
  if (!ofRound || !ofCountry || !round || !country) throw new Error("breakdowns without their two tables");
  const headIn = (cell: PageElement) => {
    const [head, ...others] = numbersIn(saidIn(cell));
    if (others.length === 0) places.read.add(cell);
    return head;
  };
  const read = (table: PageElement, oneScale: boolean, at: (label: string) => Pick<Sight, "country" | "roundYear">) => {
    const rows = rowsOf(table).map(({ label, cells }) => ({
      at: { ...at(label), place: `breakdown by ${list}${oneScale ? ", year by year" : ""}` },
      head: cells.length > 1 ? headIn(cells[0] as PageElement) : undefined,
      isDivided: cells.length === columns + 1 && !cells.some((cell) => attribute(cell, "colSpan") !== ""),
      cells: cells.slice(1).map((cell) => {
        if (cells.length === columns + 1) places.read.add(cell);
        const [bar] = all(cell, classed("length"));
        return {
          shown: numbersIn(saidIn(cell)),
          length: bar === undefined ? null : Number.parseFloat(attribute(bar, "width")) / 100,
        };
      }),
    }));
    const largest = Math.max(0, ...rows.map(({ head }) => head ?? 0));
    return rows.flatMap(({ at: own, head, cells, isDivided }): Sight[] => {
      const heads = head === undefined ? [] : [{ ...own, id: places.head, ...exactly(head) }];
      if (!isDivided) return heads;
      const known = cells.find(({ shown, length }) => shown[0] !== undefined && length !== null && length > 0);
      const measured = known && (known.shown[0] ?? 0) / (known.length ?? 1);
      const whole = oneScale ? largest : (head ?? measured);
      return [
        ...heads,
        ...(head === undefined && measured !== undefined
          ? [{ ...own, place: `bar in a ${own.place}`, id: places.head, ...near(measured) }]
          : []),
        ...cells.flatMap(({ shown, length }, n) => {
          const id = ids[n];
          // Everybody else: with the others it makes the whole.
          if (id === undefined) {
            const others = cells
              .slice(0, n)
              .flatMap((one) => one.shown)
              .reduce((sum, one) => sum + one, 0);
            return shown.map((value) => ({ ...own, id: places.head, ...exactly(others + value) }));
          }
          return [
            ...shown.map((value) => ({ ...own, id, ...exactly(value) })),
            ...(length === null || whole === undefined
              ? []
              : [{ ...own, place: `bar in a ${own.place}`, id, ...near(length * whole) }]),
          ];
        }),
      ];
    });
  };
  return [
    ...read(ofRound, false, (label) => ({ country: places.country(label), roundYear: places.round(saidIn(round)) })),
    ...read(ofCountry, true, (label) => ({
      country: attribute(country, "value"),
      roundYear: places.round(label),
    })),
  ];
}
