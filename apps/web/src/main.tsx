import { createRoot } from "react-dom/client";
import { isOldBrowser } from "#app/old-browser.ts";
import { livesWithPageTranslation } from "#app/page-translation.ts";
import { App } from "#app/providers.tsx";
import "#styles/fonts.css";
import "#styles/tokens.css";
import "#styles/base.css";
import "#styles/print.css";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no element #root");
  // Before anything is waited for: its observer must be the page's first, and it uses nothing that old browsers lack.
  livesWithPageTranslation();
  if (isOldBrowser()) await import("#app/added-to-old-browser.ts");
  createRoot(root).render(<App />);
}
void start();
