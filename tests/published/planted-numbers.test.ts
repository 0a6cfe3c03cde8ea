import { type PagesOfTest, pagesOfTest } from "@avances/api/testing/published/draw-pages";
import { randomRegion } from "@avances/api/testing/published/regions";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type History, historyOf } from "./support/history.ts";
import type { Extreme } from "./support/page-context.ts";
import type { Address } from "./support/pages-to-read.ts";
import { type KeptPage, PageReader } from "./support/read-editions.ts";
import { figuresOf, isSmall, narrowed } from "./support/reader.ts";
import { SeenOnPages } from "./support/seen-on-pages.ts";

// Faults planted in pages, each of which must be noticed by the reader of `pages-narrowing.test.ts`.

let pages: PagesOfTest;
let history: History;
let reader: PageReader;
let seen: SeenOnPages;
beforeAll(async () => {
  pages = await pagesOfTest();
  const region = randomRegion(catalogue, reference.countries, 12);
  history = await historyOf(catalogue, reference.countries, region, 5, 1);
  reader = await PageReader.of(pages, history, region);
  seen = new SeenOnPages(history);
}, 300_000);
afterAll(() => pages.close());

const page = (path: string, own: Partial<Address> = {}): Address => ({
  path: `/en${path}`,
  language: "en",
  country: null,
  indicator: null,
  ...own,
});
const count = page("/indicators/TIP-PRO-01", { indicator: "TIP-PRO-01" });
const country = page("/countries/GTM", { country: "GTM" });
const pagesByName = {
  region: page(""),
  index: page("/index"),
  count,
  country,
  articles: page("/articles/tip-6"),
  about: page("/about"),
};

/** What is written into a page, where, and what the reader says. */
const faults: readonly [page: keyof typeof pagesByName, before: string | RegExp, after: string, says: RegExp][] = [
  ["count", "</h1>", "</h1><p>Panama identified 3 victims.</p>", /^what is 3\?: “Panama identified 3 victims\.”/],
  ["count", "answered this.", "answered this, Panama with 3.", /^what is 3\?: “For /],
  ["country", "</h2>", ": 3</h2>", /^what is 3\?/],
  ["region", ' aria-label="', ' aria-label="Panama: 3. ', /^what is 3\?: “Panama: 3\. .+ aria-label\)$/],
  ["index", 'class="sr-only">', 'class="sr-only">3 victims. ', /^what is 3\?: “3 victims\./],
  ["count", 'name="description" content="', 'name="description" content="Panama: 3 victims. ', /meta content\)$/],
  ["count", "<title>", "<title>Three, that is 3: ", /^what is 3\?: .+ title\)$/],
  ["articles", "</h1>", '</h1><p title="3">Panama</p>', /^what is 3\?: “3”/],
  ["country", "<main ", '<main data-victims="3" ', /^what is data-victims="3" of main\?$/],
  ["country", "<main ", '<main style="width:3px" ', /^what is style="width:3px" of main\?$/],
  ["region", "<h1", "<!-- Panama: 3 --><h1", /^what is the comment “ Panama: 3 ”\?$/],
  ["index", "<circle ", '<circle data-of="3" ', /^what is data-of="3" of circle\?$/],
  ["index", 'class="_panel_', 'class="_size3_abcde_1 _panel_', /^what is class="_size3_abcde_1 /],
  ["region", "<h1", '<svg viewBox="0 0 3 3"><rect width="3" height="1"></rect></svg><h1', /^what is a drawing in /],
  ["index", /(?=<circle [^>]*class="_dot)/, '<rect width="3"></rect>', /^what is rect\? /],
  ["index", /(?<=<circle cx="[\d.]+" )cy="[\d.]+"(?= r="[\d.]+" class="_dot)/, 'cy="23"', /^a drawing says score /],
  ["country", /cx="[\d.]+%"/, 'cx="3%"', /^a drawing says score 3 of \{"country":"GTM"/],
  ["region", /(?<=<td[^>]*>.*class="_score_\w+">)[\d.]+/, "3.0", /^no score 3\.0 of \{"country":/],
  [
    "index",
    'data-label="Distance to 100 closed"',
    'data-label="3 victims"',
    /^what is data-label="3 victims" of td\?$/,
  ],
  ["index", "<h1", "<p>PAN 3</p><h1", /^what is 3\?/],
  ["index", "<h1", "<p>13 countries have a report.</p><h1", /^13 countries/],
];

describe("a number that nobody has said the meaning of is named, with its place", () => {
  test.each(faults)("on the page of the %s, in place of %s: %s", async (name, before, after, says) => {
    const spoil = (html: string) => {
      if (html.search(before) < 0) throw new Error(`nowhere: ${before}`);
      return html.replace(before, after);
    };
    expect((await reader.read(0, pagesByName[name])).faults).toEqual([]);
    const { faults: found } = await reader.read(0, pagesByName[name], undefined, spoil);
    expect(found.filter((one) => says.test(one))).not.toEqual([]);
  });
});

/** A figure of persons that two countries hide in the same round, of which one's is a small count and the other's another figure. */
function hiddenByTwo(): { readonly extreme: Extreme; readonly owner: string; readonly other: string } {
  for (const { id, code } of history.versions.flatMap(({ answers }) => figuresOf(catalogue, answers)))
    for (const roundYear of new Set(history.versions.map((version) => version.roundYear))) {
      const hidden = history.versions.flatMap((version) => {
        const figure = figuresOf(catalogue, version.answers).find((one) => one.id === id && one.list === "");
        const isHidden =
          version.roundYear === roundYear &&
          figure &&
          seen.shownIn(0, { country: version.country, roundYear, id }) === null;
        return isHidden ? [{ country: version.country, figure }] : [];
      });
      const [one, two] = hidden.filter(({ figure }) => figure.code === code);
      if (hidden.length !== 2 || !one || !two || one.figure.value === two.figure.value || !isSmall(one.figure))
        continue;
      const { value } = one.figure;
      const extreme = { roundYear, id, lo: value, hi: value };
      if (seen.shownAt(0, extreme).length === 0) return { extreme, owner: one.country, other: two.country };
    }
  throw new Error("no such figure in this region");
}

test("the end of a range over countries that is a hidden figure tells the public of two, and each of the two of the other", async () => {
  const { extreme, owner, other } = hiddenByTwo();
  const kept: KeptPage = { ...(await reader.read(0, pagesByName.about)), extremes: [extreme] };
  const narrowedBy = (viewer: string | null) => {
    const versions = seen.versionsFor(viewer, [kept]);
    const found = narrowed(catalogue, versions, ({ country: one }) => one === viewer);
    return versions.flatMap(({ name }, place) => found[place]?.map((id) => `${name} ${id}`) ?? []);
  };
  expect(narrowedBy(null)).toEqual([]);
  expect(narrowedBy(owner)).toEqual([]);
  const found = narrowedBy(other);
  expect(found.every((one) => one.startsWith(`${owner}|${extreme.roundYear}|`))).toBe(true);
  expect(found.some((one) => one.endsWith(` ${extreme.id}`))).toBe(true);
});
