import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root } from "./bootstrap.mjs";
import { sourcesOf } from "./sources.mjs";
import { runViteBuild } from "./vite-build.mjs";

/** Builds the web application with Node 24 (`node` is its path) unless `apps/web/dist` was built from these very sources. */
export async function ensureWebBuilt(node) {
  const stampPath = join(root, "apps", "web", "dist", ".built-from");
  const stamp = sourcesOf("apps/web");
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  console.log("Building the web application …");
  if ((await runViteBuild(node)) !== 0)
    fail("The web application could not be built (the reason stands above): correct that and try again.");
  writeFileSync(stampPath, stamp);
}
