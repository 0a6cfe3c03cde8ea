import { createRoot } from "react-dom/client";
import { isOldBrowser } from "#app/old-browser.ts";
import { livesWithPageTranslation } from "#app/page-translation.ts";
import { App } from "#app/providers.tsx";
import { makeRouter } from "#app/router.tsx";
import { takeOver } from "#app/take-over.ts";
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
  // To run all this code was a long step of its own; whoever scrolls meanwhile comes in between.
  if (root.dataset.reads !== undefined) await new Promise((next) => setTimeout(next));
  const client = makeQueryClient();
  watchSession(client);
  const router = makeRouter();
  if (root.dataset.reads === undefined) createRoot(root).render(<App client={client} router={router} />);
  else await takeOver(root, root.dataset.reads, client, router);
}
void start();
