import { text } from "node:stream/consumers";
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
import { prerenderToNodeStream } from "react-dom/static";
import { afterEach, expect, test, vi } from "vitest";
import { type Language, LanguageContext } from "#i18n/language.ts";
import { indexQuery, indicatorListQuery, matrixQuery } from "#lib/published-queries.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { roundWords } from "#lib/round-words.ts";
import { sessionQuery } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { randomRegion } from "#testing/random-region.ts";
import { indexOf, listPayload, matrixOf, progressOf } from "#testing/region-payloads.ts";
import { heatTexts } from "./heat.texts.ts";
import { regionTexts } from "./region.texts.ts";
import { RegionPage } from "./region-page.tsx";

const region = randomRegion({ seed: 7, countries: 6, rounds: 4 });
const { main } = region;
const earlier = region.rounds.find(({ roundYear }) => main && roundYear < main.roundYear);
if (!main || !earlier) throw new Error("The region of this test needs a round before its main one");

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The page compared with an earlier round, which is answered with `reply`. */
async function render(language: Language, reply: () => Response): Promise<string> {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (address: string) => {
      expect(address).toBe(`/api/v1/public/progress/${main?.roundYear}/since/${earlier?.roundYear}`);
      return reply();
    }),
  );
  const client = makeQueryClient();
  client.setQueryData(matrixQuery.queryKey, matrixOf(region));
  client.setQueryData(indexQuery.queryKey, indexOf(region));
  client.setQueryData(indicatorListQuery.queryKey, listPayload(region, []));
  client.setQueryData(countriesQuery.queryKey, { countries: reference.countries.map((member) => ({ ...member })) });
  const now = `${region.today}T12:00:00.000Z`;
  const day = { timeZone: "America/Costa_Rica", today: region.today };
  client.setQueryData(sessionQuery.queryKey, { person: null, demonstration: false, now, ...day, mailMode: null });
  const root = createRootRoute();
  const under = createRoute({ getParentRoute: () => root, path: "$lang" });
  const pageRoute = createRoute({ getParentRoute: () => under, path: "/", component: RegionPage });
  const router = createRouter({
    routeTree: root.addChildren([under.addChildren([pageRoute])]),
    history: createMemoryHistory({ initialEntries: [`/${language}?since=${earlier?.roundYear}`] }),
  });
  await router.load();
  const page = createElement(
    QueryClientProvider,
    { client },
    createElement(LanguageContext, { value: language }, createElement(RouterProvider, { router: router as never })),
  );
  const errors: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(page, {
    onError: (error) => void errors.push(error),
    progressiveChunkSize: Number.MAX_SAFE_INTEGER,
  });
  const html = await text(prelude);
  expect(errors).toEqual([]);
  return html;
}

test("a comparison that could not be loaded takes away only what needs it", async () => {
  for (const language of languages) {
    const [t, heat] = [regionTexts[language], heatTexts[language]];
    const round = roundWords[language];
    const caption = heat.caption("", round.data(main)).trim();
    const failed = t.notCompared(round.data(earlier));
    const there = await render(language, () => Response.json(progressOf(region, main, earlier)));
    expect(there).toContain(caption);
    expect(there).toContain(t.answer);
    expect(there).not.toContain(failed);

    const notThere = await render(language, () => new Response(null, { status: 404 }));
    expect(notThere).toContain(failed);
    expect(notThere).toContain(`>${t.retry}</button>`);
    for (const needed of [caption, t.answer, t.matched]) expect(notThere).not.toContain(needed);
    // The controls keep the choice, and the line about the reports of the round is the same.
    expect(notThere).toContain(`<option value="${earlier.roundYear}" selected="">`);
    expect(notThere).toContain(t.title);
    const line = new RegExp(`${round.heading(main)}.*?</span>`, "s");
    expect(line.exec(notThere)?.[0]).toBe(line.exec(there)?.[0]);
    expect(line.exec(there)?.[0]).toBeDefined();
  }
});
