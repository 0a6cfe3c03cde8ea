import { text } from "node:stream/consumers";
import type { DrawnPage, DrawPage } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { createMemoryHistory } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { App } from "#app/providers.tsx";
import { type AppRouter, makeRouter } from "#app/router.tsx";
import { editionOf } from "#lib/edition-of.ts";
import { tellPageFacts } from "#lib/page-facts.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { sentForms } from "./sent-forms.ts";

/**
 * Draws a public page as the browser will: the same components, routes and queries, only that `fetch` is answered by the server. `address` is
 * that of the page with its search. Throws when anything on the page failed, so that nobody gets half a page.
 */
export const drawPage: DrawPage = async (address, facts) => {
  tellPageFacts(facts);
  const client = makeQueryClient();
  const router = routerAt(understood(routerAt(address, facts.portal)), facts.portal);
  await router.load();
  const app = <App client={client} router={router} />;
  const queries = client.getQueryCache();
  let html = await drawn(app);
  // What a part of the page asks for without waiting for it: in the browser it comes a moment later.
  const open = queries.getAll().filter(({ queryKey, state }) => queryKey[0] === "public" && state.data === undefined);
  if (open.length > 0) {
    await Promise.all(open.map((query) => query.fetch()));
    html = await drawn(app);
  }
  const reads = queries
    .getAll()
    .filter(({ state }) => state.data !== undefined)
    .map(({ queryKey, state }) => `/${queryKey.join("/")}=${editionOf(state.data)}`);
  client.clear();
  // Where the router leads elsewhere, nothing is drawn.
  if (html === "") throw new Error("nothing was drawn");
  const { pathname, searchParams } = new URL(router.latestLocation.href, "http://portal");
  const language = languages.find((one) => one === pathname.split("/")[1]) ?? languages[0];
  return { ...split(sentForms(notTranslated(html), language, searchParams)), reads: reads.join(" ") };
};

const routerAt = (address: string, origin: string) =>
  makeRouter({ history: createMemoryHistory({ initialEntries: [address] }), origin });

/** The address as the browser's router will write it: values that the page does not understand are their defaults (`app/search.ts`). */
function understood(router: AppRouter): string {
  const { latestLocation, options } = router;
  const search = router.matchRoutes(latestLocation).at(-1)?.search ?? {};
  return latestLocation.pathname + options.stringifySearch(search);
}

async function drawn(app: ReactNode): Promise<string> {
  const errors: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(app, {
    onError: (error) => void errors.push(error),
    // Otherwise React leaves large parts of a page for scripts in the page to put in place, which the content security policy does not allow.
    progressiveChunkSize: Number.MAX_SAFE_INTEGER,
  });
  const html = await text(prelude);
  if (errors.length > 0) throw errors[0];
  return html;
}

/** The browser's page translation is here before any script: it leaves drawings alone, as `app/page-translation.ts` says why. */
function notTranslated(html: string): string {
  return html.replaceAll(/<svg\b([^>]*)>/g, (_, attributes: string) =>
    attributes.includes(' class="')
      ? `<svg${attributes.replace(' class="', ' class="notranslate ')}>`
      : `<svg${attributes} class="notranslate">`,
  );
}

/** What belongs into the head stands before everything else, where React does not draw the whole document. */
function split(html: string): Pick<DrawnPage, "head" | "body"> {
  const [head = ""] = /^(?:<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)*/.exec(html) ?? [];
  return { head, body: html.slice(head.length) };
}
