import { environment, run } from "../../apps/local/bin/bootstrap.mjs";
import { ensureWebBuilt } from "../../apps/local/bin/build-web.mjs";
import { findBrowser } from "./browser.mjs";

/** Builds the web application if needed, finds a browser and runs the browser tests of a project; returns the exit code. */
export async function runBrowserTests(node, args, project = "browser") {
  await ensureWebBuilt(node);
  const browser = findBrowser();
  const env = environment(browser ? { AVANCES_BROWSER: browser } : {});
  return run("vitest", ["run", "--project", project, "--passWithNoTests", ...args], { env });
}
