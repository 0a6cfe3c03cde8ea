import { alongAxis, barSights, panelSights } from "./drawing-sights.ts";
import { idOf } from "./figure-id.ts";
import { all, attribute, classed, numbersIn, type PageElement, saidIn, tagged } from "./page-elements.ts";
import { exactly, near, type Places, type Sight } from "./sight.ts";

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
