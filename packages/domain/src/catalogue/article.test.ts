import fc from "fast-check";
import { expect, test } from "vitest";
import headings from "../../catalogue/articles.json" with { type: "json" };
import { catalogue } from "../../testing/catalogue.ts";
import { articleKey, articleNumber, compareArticles, headingFaults, wholeArticles } from "./article.ts";
import { type Article, treatyCodes } from "./catalogue.ts";

const cited = [...catalogue.indicators, ...catalogue.objectives].flatMap(({ articles }) => articles);
const of = (instrument: Article["instrument"], article: string, paragraph: string | null = null): Article => ({
  instrument,
  article,
  paragraph,
});

test("an article is cited with each part of its paragraph in brackets of its own", () => {
  expect(articleNumber(of("TIP", "9"))).toBe("9");
  expect(articleNumber(of("TIP", "9", "1"))).toBe("9(1)");
  expect(articleNumber(of("TIP", "3", "a"))).toBe("3(a)");
  expect(articleNumber(of("TIP", "9", "1)(b"))).toBe("9(1)(b)");
  expect(cited.map(articleNumber).filter((number) => !/^\d+(\([a-z\d]+\))*$/.test(number))).toEqual([]);
});

test("6 stands before 16, an article before its paragraphs, the Protocols before their Convention, in whatever order they come", () => {
  const inOrder = [
    of("TIP", "6"),
    of("TIP", "6", "2"),
    of("TIP", "6", "2)(a"),
    of("TIP", "6", "2)(b"),
    of("TIP", "6", "10"),
    of("TIP", "16"),
    of("SOM", "3", "a"),
    of("SOM", "3", "b"),
    of("UNTOC", "2"),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      expect(shuffled.sort(compareArticles)).toEqual(inOrder);
    }),
  );
});

test("the articles that are cited come once each, by treaty and number", () => {
  const whole = wholeArticles(cited);
  expect(new Set(whole.map(articleKey))).toEqual(
    new Set(cited.map(({ instrument, article }) => `${instrument.toLowerCase()}-${article}`)),
  );
  const keys = whole.map(({ instrument, article }) => treatyCodes.indexOf(instrument) * 100 + Number(article));
  expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
});

test("every cited article has its official heading in every language; one without is named", () => {
  expect(headingFaults(catalogue, headings)).toEqual([]);
  const [indicator] = catalogue.indicators;
  if (!indicator) throw new Error("a catalogue without indicators");
  const strange = { ...indicator, articles: [of("SOM", "24")] };
  expect(headingFaults({ indicators: [strange], objectives: [] }, headings)).toEqual([
    "articles.json has no heading of article 24 of SOM",
  ]);
  const untold = { ...headings, headings: { ...headings.headings, SOM: { 24: { en: "Language", es: " " } } } };
  expect(headingFaults({ indicators: [strange], objectives: [] }, untold)).toEqual([
    "articles.json /SOM/24: no text in es",
  ]);
});

test("no heading is kept that nothing cites", () => {
  const kept = treatyCodes.flatMap((instrument) =>
    Object.keys(headings.headings[instrument]).map((article) => articleKey({ instrument, article })),
  );
  expect(kept).toEqual(wholeArticles(cited).map(articleKey));
});
