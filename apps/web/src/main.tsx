import { createRoot } from "react-dom/client";
import { isOldBrowser } from "#app/old-browser.ts";
import { livesWithPageTranslation } from "#app/page-translation.ts";
import { App } from "#app/providers.tsx";
import { makeRouter } from "#app/router.tsx";
import { takeOver } from "#app/take-over.ts";
import { isLanguage } from "#i18n/language.ts";
import { readLanguageRules } from "#lib/language-rules.ts";
import { nextTask } from "#lib/next-task.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { watchSession } from "#lib/session.ts";
import "#styles/fonts.css";
import "#styles/tokens.css";
import "#styles/base.css";
import "#styles/print.css";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no element #root");
  // Before anything is waited for; it uses nothing that old browsers lack.
  livesWithPageTranslation();
  if (isOldBrowser()) await import("#app/added-to-old-browser.ts");
  const { reads } = root.dataset;
  // To run all this code was a long step of its own.
  if (reads !== undefined) await nextTask();
  const client = makeQueryClient();
  watchSession(client);
  if (reads !== undefined) return takeOver(root, reads, client, makeRouter);
  createRoot(root).render(<App client={client} router={makeRouter()} />);
  const { lang } = document.documentElement;
  // While the code of the page is still coming.
  if (isLanguage(lang)) await readLanguageRules(lang);
}
void start();
