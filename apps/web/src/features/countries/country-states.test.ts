import { languages } from "@avances/domain/catalogue";
import { reference } from "@avances/domain/testing/catalogue";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Language, LanguageContext } from "#i18n/language.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { whyMissing } from "#testing/expected-claims.ts";
import { dice, type Indicator, type Region, randomIndicator, randomRegion } from "#testing/random-region.ts";
import { countryOf, indexOf } from "#testing/region-payloads.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { CountrySheet } from "./country-sheet.tsx";
import { CountryView } from "./country-view.tsx";

/** The page below its heading, and the sheet, as the server draws them. */
async function draw(region: Region, language: Language, indicators: readonly Indicator[]) {
  const iso3 = region.countries[0]?.iso3 ?? "";
  const props = { data: countryOf(region, iso3, indicators), region: indexOf(region), today: region.today };
  const drawn = async (content: ReturnType<typeof createElement>) => {
    const root = createRootRoute({});
    const page = createRoute({
      getParentRoute: () => root,
      path: "/$lang",
      component: () => createElement(LanguageContext, { value: language, children: content }),
    });
    const history = createMemoryHistory({ initialEntries: [`/${language}`] });
    const router = createRouter({ routeTree: root.addChildren([page]), history });
    await router.load();
    const client = makeQueryClient();
    client.setQueryData(countriesQuery.queryKey, { countries: reference.countries.map((member) => ({ ...member })) });
    return renderToStaticMarkup(
      // The pages' router is registered for the whole application; this one has a single address.
      createElement(QueryClientProvider, {
        client,
        children: createElement(RouterProvider, { router: router as never }),
      }),
    );
  };
  const onInstrument = () => undefined;
  return {
    page: await drawn(createElement(CountryView, { ...props, instrument: "TIP", onInstrument })),
    sheet: await drawn(createElement(CountrySheet, props)),
  };
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const partOf = (html: string, start: string, end: string) => html.split(start)[1]?.split(end)[0] ?? "";

test("every state has its word, and a mark beside it, in each view: strip, list of what is not shown, table, sheet", async () => {
  const seen = { reports: new Set<string>(), answers: new Set<string>() };
  for (let seed = 0; seed < 60; seed += 1) {
    const language = languages[seed % languages.length] ?? "en";
    const region = randomRegion({ seed, countries: dice(seed).whole(1, 6), rounds: dice(seed).whole(1, 5) });
    const indicators = [1, 2, 3, 4, 5].map((n) => randomIndicator(region, seed + n));
    const { page, sheet } = await draw(region, language, indicators);
    const iso3 = region.countries[0]?.iso3;
    const own = region.reports.filter(({ country }) => country === iso3);
    const words = valueStateTexts[language].state;
    const word = (state: string) => words[state as keyof typeof words];
    const published = { en: "Published", es: "Publicado" }[language];

    const strips = [partOf(page, 'aria-labelledby="reports"', "</ol>"), partOf(sheet, "<ol", "</ol>")];
    for (const strip of strips) {
      const rounds = strip.split("<li").slice(1);
      expect(rounds).toHaveLength(own.length);
      for (const [place, report] of own.entries()) {
        const why = whyMissing(report, region.today);
        seen.reports.add(why ?? "published");
        const said = wordsOf(`<${rounds[place]}`);
        expect(said).toContain(why === null ? published : word(why));
        if (why === "not_published") expect(said).not.toContain(word("not_published_yet"));
        expect(said).toContain(String(report.round.referenceYear));
        expect(rounds[place]).toContain("<svg");
      }
    }

    const latest = own.findLast(({ state }) => state === "published");
    if (!latest) continue;
    const gaps = wordsOf(`<${partOf(page, 'aria-labelledby="open"', "</dl>")}`);
    const onSheet = wordsOf(sheet);
    for (const { kind, answers } of indicators)
      for (const { report, state, unconfirmed } of answers) {
        if (report.country !== iso3 || state === "reported") continue;
        const mark = unconfirmed ? "unconfirmed" : state;
        seen.answers.add(mark);
        if (report === latest) {
          expect(gaps).toContain(word(mark));
          expect(onSheet).toContain(word(mark));
        }
        if (kind === "count" && report === latest) expect(partOf(sheet, "<footer", "</footer>")).toContain(word(mark));
        expect(wordsOf(partOf(page, 'aria-labelledby="indicators"', "</section>"))).toContain(word(mark));
      }
  }
  expect(seen.reports).toEqual(
    new Set(["published", "received", "not_published", "not_published_yet", "exempt", "not_asked"]),
  );
  expect(seen.answers).toEqual(
    new Set(["not_reported", "not_available", "not_applicable", "unconfirmed", "small_base", "suppressed"]),
  );
});

test("that few countries have a score is said where the region is missing beside one, and nowhere else", async () => {
  const seen = new Set<boolean>();
  for (let seed = 0; seed < 40; seed += 1) {
    const language = languages[seed % languages.length] ?? "en";
    const region = randomRegion({ seed, countries: dice(seed).whole(2, 9), rounds: dice(seed).whole(1, 3) });
    const iso3 = region.countries[0]?.iso3;
    const { rows } = indexOf(region);
    const latest = rows.filter(({ country }) => country === iso3).sort((a, b) => b.roundYear - a.roundYear)[0];
    if (!latest) continue;
    const results = ({ instruments }: typeof latest) =>
      [instruments.TIP, instruments.SOM].flatMap(({ dimensions, ...whole }) => [whole, ...Object.values(dimensions)]);
    const ofRound = rows.filter(({ roundYear }) => roundYear === latest.roundYear).map(results);
    const isFew = results(latest).some(
      ({ applicable }, place) => applicable && ofRound.filter((row) => row[place]?.score != null).length < 4,
    );
    const { page } = await draw(region, language, []);
    const said = { en: "fewer than 4 countries have a score", es: "hay menos de 4 países con puntaje" }[language];
    expect([seed, wordsOf(page).includes(said)]).toEqual([seed, isFew]);
    seen.add(isFew);
  }
  expect(seen.size).toBe(2);
});
