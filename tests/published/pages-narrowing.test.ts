import { type PagesOfTest, pagesOfTest } from "@avances/api/testing/published/draw-pages";
import { randomRegion } from "@avances/api/testing/published/regions";
import type { PublicFile } from "@avances/api/testing/published/release-of";
import type { Answers } from "@avances/domain/answer";
import { type Language, languages } from "@avances/domain/catalogue";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figuresOnPage } from "./support/figures-on-pages.ts";
import { type History, historyOf, type PublicVersion } from "./support/history.ts";
import { all, classed, markupOf, type PageElement, parsePage, saidIn, tagged } from "./support/page-elements.ts";
import { type IndicatorAnswer, Places, type Sight, sightsOf } from "./support/page-sights.ts";
import { figuresOf, type Interval, isSmall, narrowed } from "./support/reader.ts";

// The reader of `narrowing.test.ts` also looks at the pages as the server draws them: figures, rates, differences, and what lengths and
// places in a drawing say.

const minutes = 60_000;
let pages: PagesOfTest;
let history: History;
beforeAll(async () => {
  pages = await pagesOfTest();
  history = await historyOf(catalogue, reference.countries, randomRegion(catalogue, reference.countries, 11), 5);
}, 5 * minutes);
afterAll(() => pages.close());

const indicators = catalogue.indicators.filter(
  ({ sensitivity, valueType }) => sensitivity === "public" && ["count", "ratio"].includes(valueType),
);
const views = [
  "view=change",
  "view=panels",
  "view=panels&unit=rate",
  "view=panels&scale=common",
  "view=bars",
  "view=bars&unit=rate",
  "view=lines",
];

/** So many pages of an indicator that each view, year, country and list of categories occurs, and each list with each year. */
function searchesOf({ indicator, countries, rounds }: IndicatorAnswer): readonly string[] {
  const lists = [...indicator.breakdowns.map(({ code }) => code), "persons"];
  const count = Math.max(views.length, lists.length * rounds.length);
  return Array.from({ length: count }, (_, n) => {
    const round = rounds[Math.floor(n / lists.length) % rounds.length]?.roundYear;
    return `${views[n % views.length]}&year=${round}&by=${lists[n % lists.length]}&countries=${countries[n % countries.length]?.iso3}`;
  });
}

/** What a reader keeps of one page. */
interface ReadPage {
  readonly edition: number;
  readonly address: string;
  readonly sights: readonly Sight[];
  /** The markup of every place of a hidden figure. */
  readonly hidden: readonly string[];
}

type Change = Parameters<PagesOfTest["draw"]>[2];

async function readPage(edition: number, code: string, language: Language, search: string, change?: Change) {
  const file = history.editions[edition] as PublicFile;
  const address = `/${language}/indicators/${code}?${search}`;
  const page = parsePage(await pages.draw(file, address, change));
  const sights = sightsOf(page, new Places(file.json<IndicatorAnswer>(`indicators/${code}`), language));
  return { edition, address, sights, hidden: hiddenIn(page) };
}

function hiddenIn(page: PageElement): readonly string[] {
  const isHidden = (one: PageElement) => all(one, (text) => classed("letter")(text) && saidIn(text) === "s").length > 0;
  return all(page, tagged("td", "g"))
    .filter(isHidden)
    .map((one) => markupOf(one).replace(/translate\([\d.]+ [\d.]+\)/, "translate"));
}

/** The pages of all countries and that of the region with each dimension opened, in one edition. */
async function readOthers(edition: number, change?: Change): Promise<readonly ReadPage[]> {
  const file = history.editions[edition] as PublicFile;
  const rounds = file.json<IndicatorAnswer>(`indicators/${indicators[0]?.code}`).rounds;
  const opened = catalogue.instruments.flatMap((instrument) =>
    catalogue.dimensions.map((dimension) => `?instrument=${instrument.code}&dimension=${dimension.code}`),
  );
  const addresses = [
    ...reference.countries.flatMap(({ alpha3 }) =>
      catalogue.instruments.map(({ code }) => ({ path: `/countries/${alpha3}?instrument=${code}`, country: alpha3 })),
    ),
    // Each round alone, and compared with the earliest.
    ...opened.flatMap((search) =>
      rounds.map(({ roundYear }, place) => ({
        path: `${search}&year=${roundYear}${place === 0 ? "" : `&since=${rounds[0]?.roundYear}`}`,
        country: null,
      })),
    ),
  ];
  const made: ReadPage[] = [];
  for (const [n, { path, country }] of addresses.entries()) {
    const language = languages[(n + edition) % languages.length] ?? "en";
    const address = `/${language}${path}`;
    const page = parsePage(await pages.draw(file, address, change));
    const names = { catalogue, countries: reference.countries, language };
    made.push({ edition, address, sights: figuresOnPage(page, names, country), hidden: [] });
  }
  return made;
}

/** The pages of all indicators with figures, in every edition; languages take turns. */
async function readAll(): Promise<readonly ReadPage[]> {
  const made: ReadPage[] = [];
  for (const [edition, file] of history.editions.entries())
    for (const { code } of indicators)
      for (const [n, search] of searchesOf(file.json<IndicatorAnswer>(`indicators/${code}`)).entries())
        made.push(await readPage(edition, code, languages[(n + edition) % languages.length] ?? "en", search));
  for (const edition of history.editions.keys()) made.push(...(await readOthers(edition)));
  return made;
}

let once: Promise<readonly ReadPage[]> | undefined;
const honest = () => {
  once ??= readAll();
  return once;
};

const versionOf = (edition: number, { country, roundYear }: Pick<Sight, "country" | "roundYear">) =>
  history.versions.find(
    (one) => one.country === country && one.roundYear === roundYear && one.editions.includes(edition),
  );

/** What the file of an edition shows of a figure; null when it is hidden or there is none. */
function shownIn(edition: number, sight: Sight): number | null {
  const version = versionOf(edition, sight);
  const line = version?.files[version.editions.indexOf(edition)]?.get(sight.id);
  return line === undefined || line.value === "" ? null : Number(line.value);
}

/** All versions, with what pages tell of their figures beside the files. */
function withSights(list: readonly ReadPage[], isSeen: (sight: Sight) => boolean = () => true) {
  const seen = new Map<PublicVersion, Map<string, Interval[]>>();
  for (const { edition, sights } of list)
    for (const sight of sights.filter(isSeen)) {
      const version = versionOf(edition, sight);
      if (!version) throw new Error(`${sight.country} ${sight.roundYear} is not public`);
      const own = seen.get(version) ?? new Map<string, Interval[]>();
      own.set(sight.id, [...(own.get(sight.id) ?? []), sight]);
      seen.set(version, own);
    }
  return history.versions.map((version) => ({ ...version, seen: seen.get(version) ?? new Map() }));
}

const places = (sights: readonly Sight[]) =>
  [...new Set(sights.map(({ place }) => place.replace(/breakdown by \w+/, "breakdown")))].sort();
const everyPlace = [
  "bar",
  "bar in a breakdown",
  "bar in a breakdown, year by year",
  "breakdown",
  "breakdown, year by year",
  "changes of a country",
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

test(
  "whatever a page shows of a figure, in print or in a drawing, follows from what the files show of this figure",
  async () => {
    const list = await honest();
    const faults = list.flatMap(({ edition, address, sights }) =>
      sights.flatMap((sight) => {
        const shown = shownIn(edition, sight);
        const follows = shown !== null && sight.lo - 1e-9 <= shown && shown <= sight.hi + 1e-9;
        return follows ? [] : [{ edition, address, sight, shown }];
      }),
    );
    expect(faults.slice(0, 5)).toEqual([]);
    expect(places(list.flatMap(({ sights }) => sights))).toEqual(everyPlace);
  },
  5 * minutes,
);

test(
  "a hidden figure's place is the same whatever it hides",
  async () => {
    const looks = Map.groupBy(
      (await honest()).flatMap(({ address, hidden }) =>
        hidden.map((look) => ({ look, language: address.slice(1, 3) })),
      ),
      ({ look, language }) => (look.startsWith("<td") ? language : "drawing"),
    );
    const different = [...looks].map(([where, list]) => [where, new Set(list.map(({ look }) => look)).size]);
    // A cell of an answer, of a figure by category, and of "then and now"; a mark in a panel, and one beside bars.
    expect(Object.fromEntries(different)).toEqual({ en: 3, es: 3, drawing: 2 });
  },
  5 * minutes,
);

test(
  "no small count can be narrowed by a reader who keeps every file and every page",
  async () => {
    const versions = withSights(await honest());
    const found = narrowed(catalogue, versions);
    expect(versions.flatMap(({ name }, index) => found[index]?.map((id) => `${name}: ${id}`) ?? [])).toEqual([]);
    const hidden = (answers: Answers) => figuresOf(catalogue, answers).filter(isSmall);
    expect(versions.flatMap(({ answers }) => hidden(answers)).length).toBeGreaterThan(100);
  },
  5 * minutes,
);

/** The same pages when answers hold what should be hidden; for these tests the newest edition of some indicators is enough. */
async function slipped(): Promise<readonly ReadPage[]> {
  const edition = history.editions.length - 1;
  const codes = indicators.filter(({ valueType }) => valueType === "count").slice(0, 4);
  const shares = indicators.filter(({ valueType }) => valueType === "ratio").slice(0, 2);
  const made: ReadPage[] = [];
  for (const { code } of [...codes, ...shares])
    for (const search of searchesOf((history.editions[edition] as PublicFile).json(`indicators/${code}`)))
      made.push(await readPage(edition, code, "en", search, (path, text) => withTruth(edition, path, text)));
  made.push(...(await readOthers(edition, (path, text) => withTruth(edition, path, text))));
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
      const truth = versionOf(edition, { ...row, country: country ?? row.country })?.answers.get(code)?.value;
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
    const hidden = list.flatMap(({ edition, sights }) => sights.filter((sight) => shownIn(edition, sight) === null));
    expect(places(hidden)).toEqual(everyPlace);
    const narrowedBy = (some: readonly ReadPage[], kind: RegExp) =>
      narrowed(
        catalogue,
        withSights(some, ({ place }) => kind.test(place)),
      ).flat().length;
    expect(narrowedBy(list, /./)).toBeGreaterThan(100);
    for (const kind of [
      /^opened/,
      /^table of a country/,
      /^changes/,
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
