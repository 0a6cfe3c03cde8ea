import { environment, run } from "../../apps/local/bin/bootstrap.mjs";
import { ensureWebBuilt } from "../../apps/local/bin/build-web.mjs";
import { findBrowser } from "./browser.mjs";

/** Builds the web application if needed, finds a browser and runs the browser tests; returns the exit code. */
export async function runBrowserTests(node, args) {
  await ensureWebBuilt(node);
  const browser = findBrowser();
  const env = environment(browser ? { AVANCES_BROWSER: browser } : {});
  return run("vitest", ["run", "--project", "browser", "--passWithNoTests", ...args], { env });
}
