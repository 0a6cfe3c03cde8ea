import { text } from "node:stream/consumers";
import { valueMarks } from "@avances/charts/series";
import { languages } from "@avances/domain/catalogue";
import { reference } from "@avances/domain/testing/catalogue";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRouter, Outlet, RouterProvider } from "@tanstack/react-router";
import fc from "fast-check";
import { createElement } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, test } from "vitest";
import { AboutPage } from "#features/about/about-page.tsx";
import { ArticlePage } from "#features/articles/article-page.tsx";
import { ArticlesPage } from "#features/articles/articles-page.tsx";
import { CountriesPage } from "#features/countries/countries-page.tsx";
import { CountryPage } from "#features/countries/country-page.tsx";
import { DocumentsPage } from "#features/documents/documents-page.tsx";
import { publicDocumentsQuery } from "#features/documents/public-documents.ts";
import { IndicatorPage } from "#features/indicators/indicator-page.tsx";
import { IndicatorsPage } from "#features/indicators/indicators-page.tsx";
import { IndexPage } from "#features/region/index-page.tsx";
import { RegionPage } from "#features/region/region-page.tsx";
import { type Language, LanguageContext } from "#i18n/language.ts";
import {
  countryQuery,
  indexQuery,
  indicatorListQuery,
  indicatorQuery,
  matrixQuery,
  progressQuery,
  voicesQuery,
} from "#lib/published-queries.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { shown, whyMissing } from "#testing/expected-claims.ts";
import {
  type Comparison,
  dimensionsOfTests,
  type Indicator,
  type Region,
  type Report,
  type Result,
  randomIndicator,
  randomParts,
  randomRegion,
  reportIn,
  sinceChosen,
} from "#testing/random-region.ts";
import {
  brokenDown,
  countryOf,
  indexOf,
  indicatorPayload,
  listPayload,
  matrixOf,
  progressOf,
} from "#testing/region-payloads.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { listPages } from "../../page-list.ts";
import * as routes from "./routes.ts";

// The real pages, in a frame that only provides the language.
routes.languageRoute.update({
  component: () => {
    const { lang } = routes.languageRoute.useParams();
    return createElement(LanguageContext, { value: lang as Language, children: createElement(Outlet) });
  },
});
routes.regionRoute.update({ component: RegionPage });
routes.indexRoute.update({ component: IndexPage });
routes.indicatorsRoute.update({ component: IndicatorsPage });
routes.indicatorRoute.update({ component: IndicatorPage });
routes.countriesRoute.update({ component: CountriesPage });
routes.countryRoute.update({ component: CountryPage });
routes.documentsRoute.update({ component: DocumentsPage });
routes.aboutRoute.update({ component: AboutPage });
routes.articlesRoute.update({ component: ArticlesPage });
routes.articleRoute.update({ component: ArticlePage });

/** A whole page over a region, after all its data have arrived. */
async function render(path: string, region: Region, indicators: readonly Indicator[]): Promise<string> {
  const client = makeQueryClient();
  client.setQueryData(matrixQuery.queryKey, matrixOf(region));
  client.setQueryData(indexQuery.queryKey, indexOf(region));
  client.setQueryData(indicatorListQuery.queryKey, listPayload(region, indicators));
  for (const earlier of region.rounds)
    if (region.main && earlier.roundYear < region.main.roundYear)
      client.setQueryData(
        progressQuery([region.main.roundYear, earlier.roundYear]).queryKey,
        progressOf(region, region.main, earlier),
      );
  const iso3 = region.countries[0]?.iso3 ?? "";
  client.setQueryData(countryQuery(iso3).queryKey, countryOf(region, iso3, indicators));
  for (const [place, indicator] of indicators.entries())
    client.setQueryData(
      indicatorQuery(codeOf(place)).queryKey,
      brokenDown(indicatorPayload(region, indicator), randomParts(indicator.answers, place)),
    );
  // Nothing is said beside the figures, and nothing stands where it would.
  for (const [about, code] of [
    ["countries", iso3],
    ["articles", new URL(path, "http://portal").pathname.split("/").at(-1) ?? ""],
    ...indicators.map((_, place) => ["indicators", codeOf(place)] as const),
  ] as const)
    client.setQueryData(voicesQuery(about, code).queryKey, {
      edition: null,
      participants: [],
      voices: [],
      documents: [],
    });
  client.setQueryData(publicDocumentsQuery.queryKey, { edition: null, participants: [], documents: [] });
  const now = `${region.today}T12:00:00.000Z`;
  client.setQueryData(countriesQuery.queryKey, { countries: reference.countries.map((member) => ({ ...member })) });
  const day = { timeZone: "America/Costa_Rica", today: region.today };
  client.setQueryData(sessionQuery.queryKey, { person: null, demonstration: false, now, ...day, mailMode: null });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: routes.routeTree, history });
  await router.load();
  const page = createElement(QueryClientProvider, { client, children: createElement(RouterProvider, { router }) });
  const errors: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(page, {
    onError: (error) => void errors.push(error),
    progressiveChunkSize: Number.MAX_SAFE_INTEGER,
  });
  const html = await text(prelude);
  expect(errors).toEqual([]);
  return html;
}

const codeOf = (place: number) => `TIP-LEG-0${place + 1}`;
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, "").trim();

async function overPages(check: (html: string, language: Language, indicators: readonly Indicator[]) => void) {
  const size = fc.record({
    seed: fc.nat(),
    countries: fc.integer({ min: 1, max: 6 }),
    rounds: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(size, fc.constantFrom("en" as const, "es" as const), async (of, language) => {
      const region = randomRegion(of);
      const indicators = [1, 2, 3, 4].map((n) => randomIndicator(region, of.seed + n));
      const iso3 = region.countries[0]?.iso3 ?? "";
      const paths = [
        "",
        "?dimension=LEG&since=before",
        "/index",
        "/index?instrument=TIP",
        "/countries",
        `/countries/${iso3}`,
        "/indicators",
        "/indicators?objective=O1",
        "/articles",
        "/articles/tip-9",
        "/articles/som-16",
      ];
      for (const path of [...paths, ...indicators.map((_, place) => `/indicators/${codeOf(place)}`)])
        check(await render(`/${language}${path}`, region, indicators), language, indicators);
    }),
    { numRuns: 20, seed: 20_261_128 },
  );
}

test("no cell is blank, every mark has its word in a legend of the page, every year at the head of a column says whose it is", async () => {
  await overPages((html, language) => {
    const heads = [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, head = ""]) => wordsOf(head));
    const named = { en: /data for \d{4} · \d{4} round/, es: /datos de \d{4} · ronda \d{4}/ }[language];
    expect(heads.filter((head) => /\d{4}/.test(head) && !named.test(head))).toEqual([]);
    const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell);
    expect(cells.filter((cell) => wordsOf(cell) === "")).toEqual([]);
    const { state, legend } = valueStateTexts[language];
    const legends = [...html.matchAll(new RegExp(`<ul[^>]*aria-label="${legend}"[^>]*>(.*?)</ul>`, "gs"))];
    const explained = legends.map(([, list = ""]) => wordsOf(list)).join(" ");
    const alone = valueMarks.filter((mark) =>
      cells.some((cell) => cell.includes(`<span class="sr-only">${state[mark]}</span>`)),
    );
    expect(alone.filter((mark) => !explained.includes(state[mark]))).toEqual([]);
  });
}, 60_000);

test("money and texts stand in a table at once; none of these and no dates are compared, and no direction is read into them", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  for (const kind of ["money", "date", "text"] as const) {
    const indicator = { ...randomIndicator(region, 11), kind, direction: "neutral" as const };
    const html = await render(`/en/indicators/${codeOf(0)}`, region, [indicator]);
    const words = wordsOf(html);
    // A line of time is a table of one round, and the table behind it holds all rounds.
    expect(html.match(/<table/g)).toHaveLength(kind === "date" ? 2 : 1);
    if (kind !== "date") expect(html).not.toMatch(/ hidden=""/);
    expect(words.includes("Show the table")).toBe(kind === "date");
    expect(words).not.toContain("country can be compared");
    expect(words).not.toContain("countries that show this figure");
    expect(words).not.toContain("better detection");
    expect(words).not.toContain("an earlier year");
  }
});

test("yes and no are words in two tones, never 1 and 0", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  const indicator = { ...randomIndicator(region, 11), kind: "boolean" as const };
  const html = await render(`/en/indicators/${codeOf(0)}`, region, [indicator]);
  const tiles = [...html.matchAll(/<span class="[^"]*_tile_[^"]*"[^>]*>(.*?)<\/span>/gs)].map(([, words = ""]) =>
    wordsOf(words),
  );
  expect(tiles.length).toBeGreaterThan(0);
  expect([...new Set(tiles)].filter((words) => words !== "Yes" && words !== "No")).toEqual([]);
});

test("in panels every round keeps its place: a point for a figure, a mark for anything else", async () => {
  const region = randomRegion({ seed: 9, countries: 6, rounds: 4 });
  const indicator = { ...randomIndicator(region, 12), kind: "count" as const };
  const html = await render(`/en/indicators/${codeOf(0)}?view=panels`, region, [indicator]);
  const panels = [...html.matchAll(/<svg viewBox="0 0 280 148"[^>]*>(.*?)<\/svg>/gs)].map(([, panel = ""]) => panel);
  expect(panels).toHaveLength(region.countries.length);
  for (const panel of panels) {
    const points = panel.match(/<circle [^>]*class="_dot_/g)?.length ?? 0;
    const marks = panel.match(/<g transform="translate/g)?.length ?? 0;
    expect(points + marks).toBe(region.rounds.length);
  }
});

test("one country kept in colour: its bar and its panel stand out, the others are grey; without one, or one that is not there, all have the colour", async () => {
  const region = randomRegion({ seed: 2, countries: 9, rounds: 3 });
  const indicator = { ...randomIndicator(region, 12), kind: "count" as const };
  const drawn = async (view: string, keep: string) => {
    const html = await render(`/en/indicators/${codeOf(0)}?view=${view}${keep}`, region, [indicator]);
    return {
      bars: [...html.matchAll(/<rect [^>]*fill="var\(--series-(\w+)\)"/g)].map(([, colour]) => colour),
      panels: [...html.matchAll(/class="_panel_\w+ _(kept|grey)_/g)].map(([, state]) => state),
    };
  };
  const bars = (await drawn("bars", "")).bars;
  expect(bars.length).toBeGreaterThan(2);
  expect(new Set(bars)).toEqual(new Set(["1"]));
  expect(await drawn("bars", "&keep=USA")).toEqual(await drawn("bars", ""));
  let coloured = 0;
  for (const { iso3 } of region.countries) {
    const kept = await drawn("bars", `&keep=${iso3}`);
    expect(kept.bars).toHaveLength(bars.length);
    expect(kept.bars.filter((colour) => colour === "1").length).toBeLessThanOrEqual(1);
    coloured += kept.bars.filter((colour) => colour === "1").length;
    const { panels } = await drawn("panels", `&keep=${iso3}`);
    expect(panels.toSorted()).toEqual([...region.countries.slice(1).map(() => "grey"), "kept"]);
  }
  expect(coloured).toBe(bars.length);
});

test("under a figure stands the file that holds it, in its plain form and for Excel with either decimal sign", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  const iso3 = region.countries[0]?.iso3 ?? "";
  const indicator = randomIndicator(region, 11);
  const filesOf = (html: string) => {
    const links = [...html.matchAll(/href="\/api\/v1\/public\/([^"]+\.csv[^"]*)"/g)];
    return [...new Set(links.map(([, address = ""]) => address.replaceAll("&amp;", "&")))].sort();
  };
  const forms = (address: string) => {
    const join = address.includes("?") ? "&" : "?";
    return [address, `${address}${join}excel=en`, `${address}${join}excel=es`];
  };
  const signs = {
    en: ["Excel, decimal point (all members except Costa Rica)", "Excel, decimal comma (Costa Rica)"],
    es: ["Excel, punto decimal (todos los miembros salvo Costa Rica)", "Excel, coma decimal (Costa Rica)"],
  };
  for (const language of languages) {
    const files = async (path: string) => {
      const html = await render(`/${language}${path}`, region, [indicator]);
      for (const words of signs[language]) expect(html).toContain(`>${words}</a>`);
      return filesOf(html);
    };
    expect(await files("")).toEqual([...forms("data.csv"), ...forms("index.csv")]);
    expect(await files("/index")).toEqual(forms("index.csv"));
    const { code } = indicatorPayload(region, indicator).indicator;
    expect(await files(`/indicators/${codeOf(0)}`)).toEqual(forms(`data.csv?indicator=${code}`));
    expect(await files(`/countries/${iso3}`)).toEqual(
      ["data", "index"].flatMap((name) => forms(`${name}.csv?country=${iso3}`)),
    );
  }
});

test("what is of one Protocol names it, whichever is chosen; where both are, the other one is a choice away", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  const page = (search: string) => render(`/en/index${search}`, region, []);
  for (const [search, name, canChoose] of [
    ["", "Trafficking", true],
    ["?profile=SOM", "Smuggling", true],
    ["?instrument=SOM", "Smuggling", false],
    ["?instrument=TIP&profile=SOM", "Trafficking", false],
  ] as const) {
    const html = await page(search);
    const headings = [...html.matchAll(/<h2 id="(?:profile|since)">([^<]*)</g)].map(([, words]) => words);
    expect(headings, search).toEqual([`Profile by dimension. ${name}`, `Is each country further than before? ${name}`]);
    expect(html).toContain(`>${name}, data for `);
    expect(html.includes('name="profile"')).toBe(canChoose);
  }
});

test("the list of indicators is folded by objective; each count is of what stands under it, and an address opens what it names", async () => {
  const region = randomRegion({ seed: 7, countries: 3, rounds: 2 });
  const indicators = Array.from({ length: 17 }, (_, place) => randomIndicator(region, place));
  const read = async (search: string) => {
    const html = await render(`/en/indicators${search}`, region, indicators);
    const objectives = [...html.matchAll(/<details([^>]*)>([\s\S]*?)<\/details>/g)].map(
      ([, attributes = "", body = ""]) => ({
        isOpen: / open=""/.test(attributes),
        count: Number(/class="_aside_[^>]*>(\d+)</.exec(body)?.[1]),
        rows: [...body.matchAll(/<th scope="row">/g)].length,
      }),
    );
    return { objectives, words: wordsOf(html) };
  };
  const all = await read("");
  expect(all.objectives.map(({ count }) => count)).toEqual(all.objectives.map(({ rows }) => rows));
  expect(all.objectives.reduce((sum, { rows }) => sum + rows, 0)).toBe(17);
  expect(all.objectives.every(({ isOpen }) => !isOpen)).toBe(true);
  expect(all.words).toContain("17 indicators. Open an objective");
  const code = listPayload(region, indicators).objectives[0]?.code;
  expect((await read(`?open=${code}`)).objectives.map(({ isOpen }) => isOpen)).toEqual(
    all.objectives.map((_, place) => place === 0),
  );
  // Few enough to be read at once.
  const few = await read("?q=LEG-01");
  expect(few.objectives.every(({ isOpen, count, rows }) => isOpen && count === rows)).toBe(true);
});

/** Why a country has no public report in a round that was chosen for all. */
function notThen(why: string | null, year: number): string {
  const words: Readonly<Record<string, string>> = {
    received: `report for ${year} received, in review`,
    not_published: `no published report for ${year}`,
    not_published_yet: `no published report for ${year} yet`,
    exempt: `exempt for ${year}`,
    not_asked: `not asked to report for ${year}`,
  };
  return words[why ?? ""] ?? "";
}

/** What a tile of the heat table says to readers by ear, in English, worked out from the truth about a region. */
function expectedTile(
  report: Report,
  result: Result | undefined,
  change: Comparison | null,
  hasProtocolScore: boolean,
  today: string,
  /** Why there is nothing to compare with. */
  without: string,
): string {
  if (!result) return valueStateTexts.en.state[whyMissing(report, today) as "exempt"];
  if (!result.applicable) return valueStateTexts.en.state.not_applicable;
  const points = (value: number) => Math.abs(shown(value)).toFixed(1);
  const coverage = result.coverage === 100 ? "100%" : `${points(result.coverage)}%`;
  if (result.score === null)
    return `Insufficient data: coverage ${points(result.coverage)}%; the score would lie between 0.0 and 100.0`;
  const year = change?.round.referenceYear;
  const moved = change?.points == null ? null : shown(change.points);
  const words =
    change === null
      ? hasProtocolScore
        ? without
        : "Protocol: no score"
      : moved === null
        ? without.startsWith("no score for")
          ? without
          : `no comparison with ${year}`
        : moved === 0
          ? `the same as ${year}`
          : `${points(moved)} ${moved > 0 ? "higher" : "lower"} than ${year}`;
  const range = coverage === "100%" ? "" : ", range 0.0 to 100.0";
  return `${points(result.score)}, ${words}, ${coverage} answered${range}`;
}

test("the heat table: every state has its own tile with mark and word; a score stands with its change, coverage and range, in the shade of what it reads", async () => {
  const kinds = new Set<string>();
  const size = fc.record({
    seed: fc.nat(),
    countries: fc.integer({ min: 1, max: 8 }),
    rounds: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.constantFrom("TIP" as const, "SOM" as const),
      fc.constantFrom("first" as const, "before" as const, "chosen" as const),
      async (of, code, kind) => {
        const region = randomRegion(of);
        const { main } = region;
        if (!main) return;
        const before = region.rounds.filter(({ roundYear }) => roundYear < main.roundYear);
        const earlier = kind === "chosen" ? before[of.seed % Math.max(1, before.length)] : undefined;
        const since = { first: "", before: "&since=before", chosen: `&since=${earlier?.roundYear ?? main.roundYear}` };
        const path = `/en?instrument=${code}${since[kind]}`;
        const html = await render(path, region, []);
        const table = /<table[^>]*>(.*?)<\/table>/s.exec(html)?.[1] ?? "";
        const rows = [...table.matchAll(/<tr[^>]*><th scope="row"[^>]*>.*?<\/tr>/gs)].map(([row]) => row);
        const countries = [...region.countries].sort((a, b) => (a.name.en < b.name.en ? -1 : 1));
        expect(rows.map((row) => /<a[^>]*>(.*?)<\/a>/s.exec(row)?.[1])).toEqual(countries.map(({ name }) => name.en));
        for (const [place, { iso3 }] of countries.entries()) {
          const report = region.reports.find((one) => one.country === iso3 && one.round === region.main);
          if (!report) throw new Error("no report");
          const score = report.scores?.[code];
          const results = [score, ...dimensionsOfTests.map((dimension) => score?.dimensions[dimension])];
          const tiles = [...(rows[place] ?? "").matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, tile = ""]) => tile);
          expect(tiles).toHaveLength(results.length);
          for (const [column, result] of results.entries()) {
            const tile = tiles[column] ?? "";
            const dimension = dimensionsOfTests[column - 1];
            const then = earlier && reportIn(region, iso3, earlier);
            const scoreThen = dimension ? then?.scores?.[code].dimensions[dimension] : then?.scores?.[code];
            const change = earlier
              ? sinceChosen(region, report, earlier, code, dimension)
              : ((kind === "before" ? result?.before : result?.since) ?? null);
            const without = !then
              ? kind === "before"
                ? "no earlier report"
                : "starting point"
              : then.scores
                ? scoreThen?.score == null
                  ? `no score for ${earlier.referenceYear}`
                  : ""
                : notThen(whyMissing(then, region.today), earlier.referenceYear);
            const expected = expectedTile(report, result, change, score?.score != null, region.today, without);
            const spoken = /<span class="sr-only">(.*?)<\/span>/s.exec(tile)?.[1];
            expect(spoken ?? wordsOf(tile.replaceAll(/<svg.*?<\/svg>/gs, ""))).toBe(expected);
            kinds.add(expected.replaceAll(/[\d.]+/g, "#"));
            // Below the country's name stands the same, or the year.
            if (column === 0 && result?.score != null) {
              const note = /<\/a><span[^>]*>(.*?)<\/span>/s.exec(rows[place] ?? "")?.[1];
              const year = String(change?.round.referenceYear);
              if (change?.points != null || without === "") expect(note).toBe(year);
              else if (earlier) expect(note).toBe(without);
            }
            if (result?.score == null) {
              expect(tile).toContain("<svg");
              continue;
            }
            const read = shown(result.score);
            const shade = [80, 60, 40, 20].findIndex((from) => read >= from);
            expect(tile).toContain(`_shade${shade === -1 ? 0 : 4 - shade}_`);
            expect(wordsOf(tile)).toContain(`${read.toFixed(1)}`);
            expect(/\d+\.\d–\d+\.\d/.test(wordsOf(tile))).toBe(result.coverage < 100);
          }
        }
      },
    ),
    { numRuns: 100, seed: 20_261_129 },
  );
  // Every kind of tile was met.
  for (const words of [
    "Received, in review",
    "Not published",
    "Not published yet",
    "Exempt",
    "Not asked, may report voluntarily",
    "Not applicable",
  ])
    expect([...kinds]).toContain(words);
  for (const words of [
    "higher than",
    "lower than",
    "the same as",
    "no comparison with",
    "Protocol: no score",
    "starting point",
    "no earlier report",
    "no score for #",
    "no published report for #",
    "not asked to report for #",
  ])
    expect([...kinds].join()).toContain(words);
  expect([...kinds].join()).toContain("Insufficient data");
}, 60_000);

test("every public page names itself, its description and itself in each language in its head, without filters", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  const iso3 = region.countries[0]?.iso3 ?? "";
  const values: Readonly<Record<string, string>> = { code: codeOf(0), iso3, article: "tip-9" };
  const pages = (await listPages()).filter(({ path, audience }) => audience === "public" && path.includes("$lang"));
  expect(pages.length).toBeGreaterThan(6);
  const described = new Set<string>();
  for (const { path } of pages) {
    const inLanguage = (lang: string) =>
      path.replace(/\$(\w+)/g, (_, name: string) => (name === "lang" ? lang : (values[name] ?? "")));
    for (const language of languages) {
      const html = await render(`${inLanguage(language)}?instrument=TIP&year=2024`, region, [
        randomIndicator(region, 11),
      ]);
      const tags = (kind: RegExp) => [...html.matchAll(kind)].map(([, one = "", other]) => other ?? one);
      expect(tags(/<link rel="canonical" href="([^"]*)"/g)).toEqual([inLanguage(language)]);
      const alternates = [...html.matchAll(/<link rel="alternate" hrefLang="([^"]*)" href="([^"]*)"/gi)];
      expect(alternates.map(([, lang, at]) => [lang, at])).toEqual([
        ...languages.map((lang) => [lang, inLanguage(lang)]),
        ["x-default", inLanguage("es")],
      ]);
      expect(tags(/<title>([^<]*)<\/title>/g)).toEqual([expect.stringMatching(/^.{4,} · Avances$/)]);
      expect(html).not.toContain("noindex");
      const [description = "", ...more] = tags(/<meta name="description" content="([^"]*)"/g);
      expect([path, language, description.length > 50, more]).toEqual([path, language, true, []]);
      expect(described.has(description)).toBe(false);
      described.add(description);
    }
  }
});

test("an objective in the address reduces the list of indicators, and the page says to what", async () => {
  const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
  const indicators = [1, 2, 3].map((n) => randomIndicator(region, n));
  const listed = async (search: string) => {
    const html = await render(`/es/indicators${search}`, region, indicators);
    return {
      codes: [...html.matchAll(/href="\/es\/indicators\/([^"]+)"/g)].map(([, code]) => code),
      words: wordsOf(html),
    };
  };
  const all = [codeOf(0), codeOf(1), codeOf(2)];
  expect((await listed("")).codes).toEqual(all);
  const objective = await listed("?objective=O1");
  expect(objective.codes).toEqual(all);
  expect(objective.words).toContain("Solo el objetivo: Meta");
  const none = await listed("?objective=O2");
  expect(none.codes).toEqual([]);
  expect(none.words).toContain("Mostrar todos los indicadores");
});

test("beside each indicator of an article stands how many countries gave what, and how many gave nothing and why", async () => {
  const gave = { ordinal: "a level", boolean: "an answer", text: "an answer in words" } as const;
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 40; seed += 1) {
    const region = randomRegion({ seed, countries: 9, rounds: 3 });
    // The first and the third cite Article 9 of the Trafficking Protocol, the second does not.
    const indicators = [1, 2, 3].map((n) => randomIndicator(region, seed + n));
    const html = await render("/en/articles/tip-9", region, indicators);
    const [, body = ""] = html.split('id="standing"');
    const items = body.split("<li><div><h3").slice(1, 3);
    for (const [item, place] of [
      [items[0], 0],
      [items[1], 2],
    ] as const) {
      expect(item).toBeDefined();
      const shown = wordsOf(`<h3${item}`);
      const found = [0, 2].find((one) => shown.startsWith(`Question ${one + 1}?TIP-LEG-0${one + 1} · Art. 9(1)(b)`));
      expect(found, `${place}: ${shown}`).toBeDefined();
      const { kind, answers } = indicators[found ?? 0] as Indicator;
      if (!region.main) {
        expect(shown).not.toContain("countries");
        continue;
      }
      kinds.add(kind);
      const own = answers.filter(({ report }) => report.round === region.main);
      const n = (count: number) => `${count} ${count === 1 ? "country" : "countries"}`;
      const states = Map.groupBy(own, ({ state }) => state);
      const given = ["reported", "suppressed", "small_base"].flatMap((state) => states.get(state as "reported") ?? []);
      expect(shown).toContain(`${given.length} of ${n(own.length)} gave ${gave[kind as "text"] ?? "a figure"}`);
      const words = { ...valueStateTexts.en.state, not_applicable: "Not applicable, or declared so" };
      for (const state of ["not_reported", "not_available", "not_applicable", "suppressed", "small_base"] as const) {
        const some = states.get(state)?.length ?? 0;
        if (some > 0) expect(shown).toContain(`${words[state]}: ${n(some)}`);
        else expect(shown).not.toContain(`${words[state]}: `);
      }
      for (const value of [0, 1, 2, 3, 4]) {
        const some = own.filter(({ figure }) => figure === value).length;
        const tile = { ordinal: `Level ${value}`, boolean: ["No", "Yes"][value] ?? "-" }[kind as "ordinal"];
        if (tile !== undefined && some > 0) expect(shown).toContain(`${tile}${n(some)}`);
      }
    }
  }
  expect(kinds.size).toBe(7);
});

test("articles stand by treaty, in the order of their text, with their official headings", async () => {
  const region = randomRegion({ seed: 7, countries: 4, rounds: 2 });
  const indicators = [1, 2].map((n) => randomIndicator(region, n));
  const linksOf = (html: string) =>
    [...html.matchAll(/<a [^>]*href="\/\w\w\/articles\/([\w-]+)"[^>]*>(.*?)<\/a>/g)].map(([, key, words]) => [
      key,
      words,
    ]);
  expect(linksOf(await render("/en/articles", region, indicators))).toEqual([
    ["tip-9", "Article 9: Prevention of trafficking in persons"],
    ["som-16", "Article 16: Protection and assistance measures"],
    ["untoc-11", "Article 11: Prosecution, adjudication and sanctions"],
  ]);
  expect(linksOf(await render("/es/articles/som-16", region, indicators))).toEqual([
    ["tip-9", "Artículo 9 del Protocolo contra la trata de personas: Prevención de la trata de personas"],
    ["untoc-11", "Artículo 11 de la Convención contra la delincuencia organizada: Proceso, fallo y sanciones"],
  ]);
});
