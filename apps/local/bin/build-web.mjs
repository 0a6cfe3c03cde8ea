import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root } from "./bootstrap.mjs";
import { runViteBuild } from "./vite-build.mjs";

const web = join(root, "apps", "web");

/** The files from which the web application is built; a change in any of them requires a new build. */
const ingredients = [
  "apps/web/src",
  "apps/web/public",
  "apps/web/index.html",
  "apps/web/vite.config.ts",
  "apps/web/package.json",
  "packages/domain/src",
  "packages/domain/catalogue",
  "packages/contracts/src",
  "pnpm-lock.yaml",
];

/** Builds the web application with Node 24 (`node` is its path) unless `apps/web/dist` was built from these very sources. */
export async function ensureWebBuilt(node) {
  const stampPath = join(web, "dist", ".built-from");
  const stamp = hashOf(ingredients);
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  console.log("Building the web application …");
  if ((await runViteBuild(node)) !== 0)
    fail("The web application could not be built (the reason stands above): correct that and try again.");
  writeFileSync(stampPath, stamp);
}

/** A hash of contents, because a fresh clone has fresh file times. Tests are not part of the build. */
function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesIn(`${path}/${name}`));
}
