import { type PagesOfTest, pagesOfTest } from "@avances/api/testing/published/draw-pages";
import { randomRegion } from "@avances/api/testing/published/regions";
import type { Answers } from "@avances/domain/answer";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type History, historyOf } from "./support/history.ts";
import { furniture } from "./support/phrases.ts";
import { type KeptPage, PageReader } from "./support/read-editions.ts";
import { figuresOf, isSmall, narrowed } from "./support/reader.ts";
import { SeenOnPages } from "./support/seen-on-pages.ts";
import type { Sight } from "./support/sight.ts";
import { amountPhrases, levelPhrases, scorePhrases, tallyPhrases } from "./support/told-phrases.ts";

// The reader of `narrowing.test.ts` also looks at the pages as the server draws them, at every number in them: figures, rates, differences, sentences, scores,
// and what lengths and places in a drawing say.

const minutes = 60_000;
let pages: PagesOfTest;
let history: History;
let reader: PageReader;
let seen: SeenOnPages;
let honest: readonly KeptPage[];
beforeAll(async () => {
  pages = await pagesOfTest();
  const region = randomRegion(catalogue, reference.countries, 11);
  history = await historyOf(catalogue, reference.countries, region, 5);
  reader = await PageReader.of(pages, history, region);
  seen = new SeenOnPages(history);
  honest = await reader.readAll();
}, 10 * minutes);
afterAll(() => pages.close());

const places = (sights: readonly Sight[]) =>
  [...new Set(sights.map(({ place }) => place.replace(/breakdown by \w+/, "breakdown")))].sort();
const everyPlace = [
  "bar",
  "bar in a breakdown",
  "bar in a breakdown, year by year",
  "breakdown",
  "breakdown, year by year",
  "changes of a country",
  "changes on a sheet",
  "figure of a bar",
  "opened in the region",
  "panel, dot",
  "panel, figure",
  "panel, line",
  "table of a country",
  "table of answers",
  "then and now, difference",
  "then and now, dot",
  "then and now, figure",
  "then and now, first figure",
  "then and now, line",
  "then and now, percent",
];

test("every number on every page is read, or cannot carry a figure", () => {
  const faults = honest.flatMap(({ edition, address, faults: list }) =>
    list.map((fault) => ({ edition, address, fault })),
  );
  expect(faults.slice(0, 5)).toEqual([]);
  const known = [...furniture, ...scorePhrases, ...levelPhrases, ...tallyPhrases, ...amountPhrases].map(
    ({ kind }) => kind,
  );
  const met = new Set(honest.flatMap(({ kinds }) => [...kinds]));
  expect([...new Set(known)].filter((kind) => !met.has(kind))).toEqual([]);
});

test("whatever a page shows of a figure, in print or in a drawing, follows from what the files show of this figure", () => {
  const faults = honest.flatMap(({ edition, address, sights }) =>
    sights.flatMap((sight) => {
      const shown = seen.shownIn(edition, sight);
      const follows = shown !== null && sight.lo - 1e-9 <= shown && shown <= sight.hi + 1e-9;
      return follows ? [] : [{ edition, address, sight, shown }];
    }),
  );
  expect(faults.slice(0, 5)).toEqual([]);
  expect(places(honest.flatMap(({ sights }) => sights))).toEqual(everyPlace);
});

test("at both ends of every range in a sentence stands a figure that the files show", () => {
  const ends = honest.flatMap(({ edition, address, extremes }) =>
    extremes.map((extreme) => ({ edition, address, extreme })),
  );
  expect(ends.filter(({ edition, extreme }) => seen.shownAt(edition, extreme).length === 0).slice(0, 5)).toEqual([]);
  expect(ends.length).toBeGreaterThan(100);
});

test("a hidden figure's place is the same whatever it hides, and so is every picture that stands for a word", () => {
  const looks = Map.groupBy(
    honest.flatMap(({ address, hidden }) => hidden.map((look) => ({ look, language: address.slice(1, 3) }))),
    ({ look, language }) => (look.startsWith("<td") ? language : "drawing"),
  );
  const different = [...looks].map(([where, list]) => [where, new Set(list.map(({ look }) => look)).size]);
  // A cell of an answer, of a figure by category, of "then and now", of a country's table and of its sheet; a mark in a panel, and one beside bars.
  expect(Object.fromEntries(different)).toEqual({ en: 5, es: 5, drawing: 2 });
  // One look for each state, status, line of a key and sign of the frame, in thousands of places; a new picture is one more.
  const pictures = honest.flatMap((page) => page.pictures);
  expect([new Set(pictures).size, pictures.length > 10_000]).toEqual([22, true]);
});

test("no small count can be narrowed by a reader who keeps every file and every page", () => {
  const versions = seen.versionsFor(null, honest);
  const found = narrowed(catalogue, versions);
  expect(versions.flatMap(({ name }, index) => found[index]?.map((id) => `${name}: ${id}`) ?? [])).toEqual([]);
  const hidden = (answers: Answers) => figuresOf(catalogue, answers).filter(isSmall);
  expect(versions.flatMap(({ answers }) => hidden(answers)).length).toBeGreaterThan(100);
});

test(
  "nor can a country that knows its own figures narrow another's",
  () => {
    for (const { alpha3 } of reference.countries) {
      const versions = seen.versionsFor(alpha3, honest);
      const found = narrowed(catalogue, versions, ({ country }) => country === alpha3);
      expect([
        alpha3,
        versions.flatMap(({ name }, index) => found[index]?.map((id) => `${name}: ${id}`) ?? []),
      ]).toEqual([alpha3, []]);
    }
  },
  5 * minutes,
);

/** The same pages when answers hold what should be hidden; for these tests the newest edition and some indicators are enough. */
async function slipped(): Promise<readonly KeptPage[]> {
  const edition = history.editions.length - 1;
  const of = (type: string) =>
    catalogue.indicators.filter(({ sensitivity, valueType }) => sensitivity === "public" && valueType === type);
  const codes = new Set([...of("count").slice(0, 4), ...of("ratio").slice(0, 2)].map(({ code }) => code));
  const wanted = reader
    .addressesOf(edition)
    .filter(({ path, indicator, country }) =>
      indicator === null
        ? country !== null || (path.includes("dimension=") && !path.includes("/in"))
        : codes.has(indicator),
    );
  const made: KeptPage[] = [];
  for (const address of wanted)
    made.push(
      await reader.read(
        edition,
        { ...address, path: address.path.replace(/^\/es/, "/en"), language: "en" },
        (path, text) => withTruth(edition, path, text),
      ),
    );
  return made;
}

interface Row {
  readonly country: string;
  readonly roundYear: number;
  state: string;
  readonly value: ({ breakdowns: unknown } & Record<string, unknown>) | null;
}

/** The answer about an indicator or a country with the true figures in place of the hidden ones. */
function withTruth(edition: number, path: string, text: string): string {
  const [, kind, of = ""] = /^\/public\/(indicators|countries)\/(.+)$/.exec(path) ?? [];
  if (kind === undefined) return text;
  type Rows = { readonly rows: readonly Row[] };
  const answer = JSON.parse(text) as Rows & { readonly indicators: readonly (Rows & { readonly code: string })[] };
  const tellAll = (code: string, country: string | null, rows: readonly Row[]) => {
    for (const row of rows) {
      const truth = seen.versionOf(edition, { ...row, country: country ?? row.country })?.answers.get(code)?.value;
      if (row.value === null || (truth?.type !== "count" && truth?.type !== "ratio")) continue;
      Object.assign(row.value, truth);
      if (truth.type === "ratio") row.value.percent = (100 * (truth.numerator ?? 0)) / (truth.denominator ?? 1);
      if (row.state === "suppressed") row.state = "reported";
    }
  };
  if (kind === "indicators") tellAll(of, null, answer.rows);
  else for (const { code, rows } of answer.indicators) tellAll(code, of, rows);
  return JSON.stringify(answer);
}

test(
  "and a slip would be found, wherever it is: in print, as a rate, or only as a length or a place in a drawing",
  async () => {
    const list = await slipped();
    const hidden = list.flatMap(({ edition, sights }) =>
      sights.filter((sight) => seen.shownIn(edition, sight) === null),
    );
    expect(places(hidden)).toEqual(everyPlace);
    const ends = list.flatMap(({ edition, extremes }) => extremes.map((extreme) => ({ edition, extreme })));
    expect(ends.filter(({ edition, extreme }) => seen.shownAt(edition, extreme).length === 0)).not.toEqual([]);
    const narrowedBy = (some: readonly KeptPage[], kind: RegExp) =>
      narrowed(
        catalogue,
        seen.versionsFor(null, some, ({ place }) => kind.test(place)),
      ).flat().length;
    expect(narrowedBy(list, /./)).toBeGreaterThan(100);
    for (const kind of [
      /^opened/,
      /^table of a country/,
      /^changes of/,
      /^changes on/,
      /^breakdown/,
      /^bar in/,
      /^bar$/,
      /panel, dot/,
      /panel, line/,
      /then and now, (dot|percent)/,
    ])
      expect([kind, narrowedBy(list, kind)]).not.toEqual([kind, 0]);
    const rates = list.filter(({ address }) => address.includes("unit=rate"));
    expect(narrowedBy(rates, /^panel, figure$/)).toBeGreaterThan(0);
    expect(narrowedBy(rates, /^figure of a bar$/)).toBeGreaterThan(0);
  },
  5 * minutes,
);
