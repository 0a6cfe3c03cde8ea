import type { Language } from "@avances/domain/catalogue";
import { reference } from "@avances/domain/testing/catalogue";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { createElement, type ReactElement } from "react";
import { prerender } from "react-dom/static";
import { indicatorSearch } from "#app/search.ts";
import { LanguageContext } from "#i18n/language.ts";
import { countriesQuery } from "#lib/shared-queries.ts";

/** The markup of something on the page of an indicator, without a browser. Waits for what is loaded on demand. `search`: after the question mark. */
export async function renderOnIndicatorPage(what: ReactElement, language: Language, search: string): Promise<string> {
  const root = createRootRoute();
  const under = createRoute({ getParentRoute: () => root, path: "$lang" });
  const page = createRoute({
    getParentRoute: () => under,
    path: "indicators/$code",
    validateSearch: indicatorSearch,
    component: () => what,
  });
  const router = createRouter({
    routeTree: root.addChildren([under.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: [`/${language}/indicators/TIP-PRO-01?${search}`] }),
  });
  await router.load();
  const client = new QueryClient();
  client.setQueryData(countriesQuery.queryKey, { countries: reference.countries.map((member) => ({ ...member })) });
  const errors: unknown[] = [];
  const shown = createElement(
    QueryClientProvider,
    { client },
    createElement(LanguageContext, { value: language }, createElement(RouterProvider, { router: router as never })),
  );
  const { prelude } = await prerender(shown, {
    onError: (error) => void errors.push(error),
    // As the server does: everything in its place.
    progressiveChunkSize: Number.MAX_SAFE_INTEGER,
  });
  const html = await new Response(prelude).text();
  if (errors.length > 0) throw errors[0];
  return html;
}
