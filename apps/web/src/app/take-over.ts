import type { QueryClient } from "@tanstack/react-query";
import { createElement, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { isLanguage } from "#i18n/language.ts";
import { call } from "#lib/api-client.ts";
import { editionOf } from "#lib/edition-of.ts";
import { readLanguageRules } from "#lib/language-rules.ts";
import { nextTask } from "#lib/next-task.ts";
import { takingOver, whenPageReady } from "#lib/page-ready.ts";
import { drawn, nextTry } from "#lib/part.ts";
import { sessionQuery } from "#lib/session.ts";
import { takeEarlyChoices, takePressed } from "./early-choices.ts";
import { App } from "./providers.tsx";
import type { AppRouter } from "./router.tsx";

/**
 * Makes a page that the server drew work, without drawing it again: its code and what it was drawn from (`reads`) come first. Until then, and if
 * they do not come, the reader has the whole page and its links work. What was chosen or pressed meanwhile is done then. If an edition was published meanwhile, the page is drawn anew.
 */
export async function takeOver(
  root: HTMLElement,
  reads: string,
  client: QueryClient,
  makeRouter: () => AppRouter,
): Promise<void> {
  const addresses = (reads === "" ? [] : reads.split(" ")).map((read) => read.split("=") as [string, string]);
  drawn.isWaiting = true;
  const read = Promise.all([
    // What changes a page while it is taken over makes the browser draw parts of it anew. A failure is no matter here.
    client.prefetchQuery(sessionQuery),
    ...addresses.map(async ([path, edition]) => editionOf(await fetchUntilThere(client, path)) === edition),
  ]);
  await nextTask();
  const router = makeRouter();
  // The server draws no boundary around the outermost route, so the browser must not either.
  router.ssr = { manifest: undefined };
  await nextTask();
  const loaded = router.load();
  const { lang } = document.documentElement;
  if (isLanguage(lang)) await readLanguageRules(lang);
  const [[, ...same]] = await Promise.all([read, loaded]);
  drawn.isWaiting = false;
  await nextTask();
  // A page that the browser's translation has changed meanwhile is no longer what the server drew.
  const isTranslated = () => root.querySelector("font") !== null;
  if (!same.every(Boolean) || isTranslated()) {
    delete root.dataset.reads;
    createRoot(root).render(createElement(App, { client, router }));
    return;
  }
  const redo = takeEarlyChoices(root);
  const press = takePressed();
  takingOver(1 + root.querySelectorAll("[data-part]").length);
  whenPageReady(() => {
    delete root.dataset.reads;
    document.documentElement.dataset.scripts = "";
    // Not in the middle of React's own work, where it could not answer.
    setTimeout(() => {
      // React loses a choice that is made while it takes the page over.
      const redoLate = takeEarlyChoices(root);
      redo();
      redoLate();
      press();
    });
  });
  for (const sent of root.querySelectorAll("[data-sends]")) sent.remove();
  // In small steps, so that scrolling and typing do not wait for it.
  startTransition(() => {
    hydrateRoot(root, createElement(App, { client, router }), {
      onRecoverableError: (error) => {
        if (!isTranslated()) reportError(error);
      },
    });
  });
}

/** What pages read has its address as its key (`lib/published-queries.ts`). */
async function fetchUntilThere(client: QueryClient, path: string): Promise<unknown> {
  for (;;) {
    try {
      return await client.fetchQuery({
        queryKey: path.split("/").slice(1),
        queryFn: ({ signal }) => call({ method: "GET", path, idempotent: false }, { params: undefined, signal }),
      });
    } catch {
      await nextTry();
    }
  }
}
