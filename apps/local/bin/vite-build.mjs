import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { installPackages, root, run } from "./bootstrap.mjs";

/** Vite treats paths as addresses: a `#`, `?` or `%` in one cuts it short or changes it. */
export const isReadableByVite = /^[\p{L}\p{M}\p{N} ._/\\:-]*$/u;

/** What the build needs besides the packages it installs: the manifests and the sources of the workspace. */
const workspace = [
  "apps",
  "packages",
  join("tests", "package.json"),
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "tsconfig.json",
];

/** Builds `apps/web/dist` with Vite, whatever the name of the folder it is in; returns the exit code. */
export async function runViteBuild(node) {
  if (isReadableByVite.test(root)) return buildIn(root, node);
  const copy = mkdtempSync(join(tmpdir(), "avances-build-"));
  try {
    for (const name of workspace) cpSync(join(root, name), join(copy, name), { recursive: true, filter: isSource });
    const code = (await installPackages(copy, "@avances/web...")) || (await buildIn(copy, node));
    if (code !== 0) return code;
    const built = join(root, "apps", "web", "dist");
    rmSync(built, { recursive: true, force: true });
    cpSync(join(copy, "apps", "web", "dist"), built, { recursive: true });
    return 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function buildIn(folder, node) {
  const web = join(folder, "apps", "web");
  const vite = dirname(createRequire(join(web, "package.json")).resolve("vite/package.json"));
  return run(node, [join(vite, "bin", "vite.js"), "build", "--app", "--logLevel", "warn"], { cwd: web });
}

/** Is it neither installed nor built? */
function isSource(path) {
  return !["node_modules", "dist"].includes(basename(path));
}
