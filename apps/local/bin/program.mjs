import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { root } from "./bootstrap.mjs";
import { sourcesOf } from "./sources.mjs";
import { isReadableByVite } from "./vite-build.mjs";

const keptBuilds = 3;
const sourceOf = (app) => join(root, "apps", app, "src", "main.ts");
const buildsOf = (app) => join(root, "apps", app, "dist");

/**
 * The file that `npm start` runs: the program of `apps/local` in a few files instead of a thousand (decision 47), made anew when a source has
 * changed. Where it cannot be made, the source itself, which Node runs as well, only more slowly.
 */
export async function programFile(app = "local") {
  if (!isReadableByVite.test(root)) return sourceOf(app);
  const build = join(buildsOf(app), sourcesOf(`apps/${app}`));
  const file = join(build, "main.js");
  if (existsSync(file)) return file;
  console.log("Putting the program together …");
  try {
    await putTogether(app, build);
    removeOldBuilds(buildsOf(app));
    return file;
  } catch (error) {
    console.log(`The program could not be put together (${error.message}), so it starts from its sources.`);
    rmSync(draftOf(build), { recursive: true, force: true });
    return sourceOf(app);
  }
}

const draftOf = (build) => `${build}.${process.pid}`;

/** Writes the program of `apps/<app>` into the folder `build`: beside its place first, because two may start at once. */
export async function putTogether(app, build) {
  // Imported only here: most starts need no bundler.
  const { rolldown } = await import("rolldown");
  const draft = draftOf(build);
  mkdirSync(draft, { recursive: true });
  const program = await rolldown({
    input: { main: sourceOf(app), "paper-worker": join(root, ...paperWorker.split("/")) },
    platform: "node",
    logLevel: "silent",
    plugins: [asIfInItsPlace(build)],
  });
  await program.write({ dir: draft, format: "esm", chunkFileNames: "[name]-[hash].js" });
  await program.close();
  copyFileSync(createRequire(join(root, "apps", "api", "package.json")).resolve(painter), join(draft, "painter.wasm"));
  if (!existsSync(build)) renameSync(draft, build);
  rmSync(draft, { recursive: true, force: true });
}

/** A thread of its own is a program of its own, beside the other; so is the code that paints pictures, which is no JavaScript. */
const paperWorker = "apps/api/src/features/shared/paper/paper-worker.ts";
const painter = "@resvg/resvg-wasm/index_bg.wasm";
const beside = [
  ['new URL("./paper-worker.ts", import.meta.url)', 'new URL("./paper-worker.js", import.meta["url"])'],
  [`createRequire(import.meta.url).resolve("${painter}")`, 'new URL("./painter.wasm", import.meta["url"])'],
];

/**
 * Two large libraries of many small ES modules are taken in, and two that writing files needs and that the image does not install: one that is 19 MB with its
 * forms for browsers (with the package that it alone asks for), and the one that paints. So is the small one that signs requests to stores. Every other stays where it is installed.
 */
const takenIn = /\/node_modules\/(?:drizzle-orm|zod|docx|nanoid|aws4fetch|@resvg\/resvg-wasm)\//;

/** Makes a file of the program find what stands beside its source, and libraries where its package has them. */
function asIfInItsPlace(build) {
  const address = (path) => relative(build, path).replaceAll(sep, "/");
  return {
    name: "as-if-in-its-place",
    async resolveId(specifier, importer) {
      if (specifier.startsWith("node:")) return { id: specifier, external: true };
      const found = await this.resolve(specifier, importer, { skipSelf: true });
      if (found === null || found.external) return found;
      // What it makes quick is no longer asked for.
      if (found.id.endsWith("quick-imports.ts")) return nothing;
      const path = found.id.replaceAll(sep, "/");
      if (path.includes("/node_modules/") && !takenIn.test(path)) return { id: address(found.id), external: true };
      return found;
    },
    load: (id) => (id === nothing ? "" : null),
    transform: {
      filter: { code: /\bimport\.meta\b/ },
      handler: (code, id) => ({
        code: beside
          .reduce((text, [there, here]) => text.replaceAll(there, here), code)
          .replaceAll("import.meta.url", `new URL(${JSON.stringify(address(id))}, import.meta.url).href`),
      }),
    },
  };
}

const nothing = "\0nothing";

/** A program that still runs may need a file of its own build, so some are left. */
function removeOldBuilds(builds) {
  const all = readdirSync(builds).map((name) => join(builds, name));
  const age = (path) => statSync(path).mtimeMs;
  for (const path of all.sort((one, other) => age(other) - age(one)).slice(keptBuilds))
    rmSync(path, { recursive: true, force: true });
}
