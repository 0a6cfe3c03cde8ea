import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root } from "./bootstrap.mjs";
import { runViteBuild } from "./vite-build.mjs";

const web = join(root, "apps", "web");

/** Builds the web application with Node 24 (`node` is its path) unless `apps/web/dist` was built from these very sources. */
export async function ensureWebBuilt(node) {
  const stampPath = join(web, "dist", ".built-from");
  const stamp = hashOf(ingredients());
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  console.log("Building the web application …");
  if ((await runViteBuild(node)) !== 0)
    fail("The web application could not be built (the reason stands above): correct that and try again.");
  writeFileSync(stampPath, stamp);
}

/** What the web application is built from: its package and, recursively, those in its dependencies. A change in any of them causes a new build. */
function ingredients() {
  const found = new Set();
  const add = (folder) => {
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    for (const [name, version] of Object.entries(dependencies))
      if (version.startsWith("workspace:")) add(name.replace(/^@avances\//, "packages/"));
  };
  add("apps/web");
  return [...found, "pnpm-lock.yaml"];
}

/** A hash of contents, because a fresh clone has fresh file times. Tests are not part of the build. */
function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn).sort()) {
    if (/\/testing\/|\.test\.tsx?$/.test(file)) continue;
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  const names = readdirSync(join(root, path)).filter((name) => name !== "node_modules" && name !== "dist");
  return names.flatMap((name) => filesIn(`${path}/${name}`));
}
