import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

/** A hash of what a package is built from: its own files and, recursively, those of its dependencies in the workspace. A change in any of them changes it. */
export function sourcesOf(folder) {
  return hashOf(ingredients(folder));
}

function ingredients(folder) {
  const found = new Set();
  const add = (one) => {
    if (found.has(one)) return;
    found.add(one);
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, one, "package.json"), "utf8"));
    for (const [name, version] of Object.entries(dependencies))
      if (version.startsWith("workspace:")) add(folderOf(name.replace(/^@avances\//, "")));
  };
  add(folder);
  return [...found, "pnpm-lock.yaml"];
}

function folderOf(name) {
  return statSync(join(root, "packages", name), { throwIfNoEntry: false }) ? `packages/${name}` : `apps/${name}`;
}

/** Of contents, because a fresh clone has fresh file times. Tests are not part of what is built. */
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
