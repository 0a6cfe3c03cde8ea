import { type CountrySeries, marksIn, type ValueMark, valueMarks } from "@avances/charts/series";
import { type Language, languages, type ValueType, valueTypes } from "@avances/domain/catalogue";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { countries, dayOf, indicatorWithState, occurs, roundOfState } from "#testing/one-state.ts";
import { renderOnIndicatorPage } from "#testing/render-figure.ts";
import { ValueMarkPicture } from "#ui/value-mark.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { BreakdownSection } from "./breakdown-section.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";

// Each state in each view of an indicator: the mark is drawn in the place of the figure, its word stands in the picture or under it and in
// the table, no cell is blank, and no line, bar or band is drawn where there is no figure. That paper keeps them: `tests/e2e/long/paper.e2e.ts`.

interface View {
  readonly type: ValueType;
  readonly search: string;
  /**
   * A drawing has its words in the legend and the table behind it; a table has them itself. Lines are drawn by their library, and only in a
   * browser: that every round has its number or mark there is proved in `place/trend.test.ts`.
   */
  readonly is: "drawing" | "table" | "in the browser";
  /** How many shapes of the figure itself (class of the shape) the country with the gap may have in its part of the view. */
  readonly without?: { readonly shape: RegExp; readonly from: string; readonly to: string };
}

const panel = { from: countries.gap, to: countries.whole };
/** A line with more than one point. */
const lineOfPanel = /<path d="M[^"]*L[^"]*" class="[^"]*_line_/g;

const views: Readonly<Record<string, View>> = {
  "then and now": {
    type: "count",
    search: "view=change",
    is: "table",
    without: { ...panel, shape: /class="[^"]*_line_/g },
  },
  "panels, own scale": {
    type: "count",
    search: "view=panels",
    is: "drawing",
    without: { ...panel, shape: lineOfPanel },
  },
  "panels, one scale": {
    type: "count",
    search: "view=panels&scale=common",
    is: "drawing",
    without: { ...panel, shape: lineOfPanel },
  },
  "panels of rates": {
    type: "count",
    search: "view=panels&unit=rate",
    is: "drawing",
    without: { ...panel, shape: lineOfPanel },
  },
  lines: { type: "count", search: "view=lines&countries=GAP,WHO", is: "in the browser" },
  "bars of one year": { type: "count", search: "view=bars", is: "drawing" },
  "panels of shares": {
    type: "ratio",
    search: "view=panels",
    is: "drawing",
    without: { ...panel, shape: lineOfPanel },
  },
  "lines of shares": { type: "ratio", search: "view=lines&countries=GAP,WHO", is: "in the browser" },
  "bars of shares": { type: "ratio", search: "view=bars", is: "drawing" },
  "ladder of levels": { type: "ordinal", search: "view=steps", is: "table" },
  "levels by year": { type: "ordinal", search: "view=years", is: "table" },
  "yes and no": { type: "boolean", search: "view=steps", is: "table" },
  "yes and no by year": { type: "boolean", search: "view=years", is: "table" },
  dates: { type: "date", search: "", is: "table", without: { ...panel, shape: /class="[^"]*_now_/g } },
  amounts: { type: "money", search: "", is: "drawing", without: { ...panel, shape: lineOfPanel } },
  words: { type: "text", search: "", is: "table" },
};

const cases = Object.entries(views).flatMap(([name, view]) =>
  valueMarks.flatMap((mark) =>
    occurs(mark, view.type) ? languages.map((language) => ({ name, mark, language, view })) : [],
  ),
);

/** The shapes of a mark, as they are drawn everywhere. */
function shapesOf(mark: ValueMark): string {
  return /^<svg[^>]*>(.*)<\/svg>$/.exec(renderToStaticMarkup(createElement(ValueMarkPicture, { mark })))?.[1] ?? "";
}

const blank = /<(td|th)\b[^>]*>\s*<\/\1>/;
const search = (view: View) => `${view.search}&year=${roundOfState}`;

function between(html: string, from: string, to: string): string {
  const start = html.indexOf(`>${from}<`);
  const end = html.indexOf(`>${to}<`, start);
  if (start < 0 || end < 0) throw new Error(`no ${from} before ${to}`);
  return html.slice(start, end);
}

/** The picture, and what stands below it from the legend on: legend, table, notes. */
function partsOf(html: string, language: Language): readonly [picture: string, below: string] {
  const legend = html.indexOf(`aria-label="${valueStateTexts[language].legend}"`);
  if (legend < 0) throw new Error("no legend");
  return [html.slice(0, legend), html.slice(legend)];
}

test("every kind of value has a view here", () => {
  expect(new Set(Object.values(views).map(({ type }) => type))).toEqual(new Set(valueTypes));
});

describe("a chart and its table", () => {
  test.each(cases)("$name: $mark, $language", async ({ mark, language, view }) => {
    const chart = createElement(IndicatorChart, { data: indicatorWithState(view.type, mark), today: dayOf(mark) });
    const html = await renderOnIndicatorPage(chart, language, search(view));
    const [picture, below] = partsOf(html, language);
    const word = valueStateTexts[language].state[mark];
    expect(shapesOf(mark)).not.toBe("");
    if (view.is !== "in the browser") expect(picture).toContain(shapesOf(mark));
    // The legend names it; a table says it in the cell too.
    expect(below).toContain(`${word}</span></span></li>`);
    const inTable = view.is === "table" ? picture : html;
    expect(inTable).toMatch(
      new RegExp(`<td[^>]*><span[^>]*>${literally(shapesIn(mark))}<span[^>]*>${literally(word)}</span>`),
    );
    expect(html).not.toMatch(blank);
    if (view.without) {
      const { shape, from, to } = view.without;
      expect(between(picture, from, to).match(shape)).toBeNull();
      // The same view of the other country draws it: the pattern is not one that nothing meets.
      expect(picture.match(shape)).not.toBeNull();
    }
  });
});

/** The picture of a mark in a cell. */
const shapesIn = (mark: ValueMark) => renderToStaticMarkup(createElement(ValueMarkPicture, { mark }));
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe("breakdowns", () => {
  const byWay = ["sex", "persons"].flatMap((by) =>
    valueMarks.flatMap((mark) => (occurs(mark, "count") ? languages.map((language) => ({ by, mark, language })) : [])),
  );

  test.each(byWay)("by $by: $mark, $language", async ({ by, mark, language }) => {
    const section = createElement(BreakdownSection, { data: indicatorWithState("count", mark), today: dayOf(mark) });
    const html = await renderOnIndicatorPage(section, language, `by=${by}&year=${roundOfState}`);
    const word = valueStateTexts[language].state[mark];
    const [picture, below] = partsOf(html, language);
    expect(picture).toContain(`${shapesIn(mark)}<span`);
    expect(picture).toContain(`${word}</span>`);
    expect(below).toContain(`${word}</span></span></li>`);
    expect(html).not.toMatch(blank);
    const bars = (row: string) => row.match(/_length_/g)?.length ?? 0;
    expect(bars(between(picture, countries.gap, countries.whole))).toBe(0);
    expect(bars(picture)).toBe(by === "sex" ? 2 : 5);
  });
});

describe("panels of scores", () => {
  const marks = [
    "insufficient",
    "not_applicable",
    "received",
    "not_published",
    "not_published_yet",
    "exempt",
    "not_asked",
  ] as const;
  const range = { floor: 30, ceiling: 60 };
  const scored = { published: true, score: 50, coverage: 90, range } as const;
  const alone = { published: false, coverage: 30, range } as const;
  const at = (year: number) => ({ year, roundYear: year + 1 });
  const score = (year: number) => ({ ...at(year), value: 50, state: "reported" as const, result: scored });

  test.each(marks.flatMap((mark) => languages.map((language) => ({ mark, language }))))(
    "$mark, $language",
    async ({ mark, language }) => {
      const middle = { ...at(2022), value: null, state: mark, ...(mark === "insufficient" && { result: alone }) };
      const series: CountrySeries[] = [
        { country: "GAP", label: countries.gap, points: [score(2021), middle, score(2023)] },
        { country: "WHO", label: countries.whole, points: [score(2021), score(2022), score(2023)] },
      ];
      const panels = createElement(SmallMultiples, { series, domain: [0, 100] });
      const legend = createElement(ValueStateLegend, { states: marksIn(series) });
      const html = await renderOnIndicatorPage(createElement("div", null, panels, legend), language, "");
      const [picture, below] = partsOf(html, language);
      expect(picture).toContain(shapesOf(mark));
      expect(below).toContain(`${valueStateTexts[language].state[mark]}</span></span></li>`);
      expect(between(picture, countries.gap, countries.whole).match(lineOfPanel)).toBeNull();
      expect(picture.match(lineOfPanel)).not.toBeNull();
      // Too little for a score: the range alone, broken, and no point.
      expect(picture.match(/_rangeOnly_/g)?.length ?? 0).toBe(mark === "insufficient" ? 1 : 0);
      expect(between(picture, countries.gap, countries.whole).match(/_dot_/g)).toHaveLength(2);
    },
  );
});
