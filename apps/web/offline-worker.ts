import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Plugin, type Rolldown, transformWithOxc } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages that open without network, and what is loaded beside them. All that they load in turn comes with them. */
const pages = [
  "src/app/signed-in.tsx",
  "src/lib/copies.ts",
  "src/features/home/home-page.tsx",
  "src/features/report/form/form-page.tsx",
  "src/features/report/check/check-page.tsx",
].map(at);
/** Loaded by the first script in browsers that need it. */
const forOldBrowsers = at("src/app/added-to-old-browser.ts");

/**
 * Writes the service worker (`worker/worker.ts`) with the list of the files that these pages need, and the one that takes its place when it is
 * withdrawn. Both are single files without imports, as every browser takes them.
 */
export function offlineWorker(languages: readonly string[]): Plugin {
  return {
    name: "offline-worker",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle: {
      // The styles are written by another plugin in the same step.
      order: "post",
      async handler(_, bundle) {
        const { entry, files } = filesOffline(bundle);
        const release = createHash("sha256").update(files.join("\n")).update(plainBytes()).digest("hex").slice(0, 16);
        const listed = JSON.stringify({ release, entry, files, languages });
        const source = `const listed = ${listed};\n${await compiled("worker/worker.ts")}`;
        this.emitFile({ type: "asset", fileName: "worker.js", source });
        // Behind a dot, so that it has no address of its own (`http/static-web.ts` of the API).
        this.emitFile({ type: "asset", fileName: ".withdrawn.js", source: await compiled("worker/withdrawn.ts") });
      },
    },
  };
}

async function compiled(path: string): Promise<string> {
  return (await transformWithOxc(readFileSync(at(path), "utf8"), at(path), { target: "es2022" })).code;
}

/** Files that are the same in every build by name: they count with their content. */
const publicFolder = at("public");
const plainNames = () => readdirSync(publicFolder).sort();
const plainBytes = () => Buffer.concat(plainNames().map((name) => readFileSync(`${publicFolder}/${name}`)));

/** Addresses of everything that the pages need, in a fixed order. */
function filesOffline(bundle: Rolldown.OutputBundle): { readonly entry: string; readonly files: readonly string[] } {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error("The build has no entry");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk | undefined, withLater: boolean): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(byName.get(name), withLater);
    if (withLater) for (const name of chunk.dynamicImports) add(byName.get(name), true);
  };
  // Of the frame only what it imports at once: later it imports every page.
  add(entry, false);
  for (const page of [...pages, forOldBrowsers]) {
    const chunk = chunks.find(({ facadeModuleId, moduleIds }) => facadeModuleId === page || moduleIds.includes(page));
    if (chunk === undefined) throw new Error(`The build has no file with ${page}`);
    add(chunk, true);
  }
  const styles = Object.keys(bundle).filter((name) => /\.(?:css|woff2)$/.test(name));
  const names = [...[...found].map(({ fileName }) => fileName), ...styles].sort();
  return {
    entry: `/${entry.fileName}`,
    files: [...plainNames(), ...names].map((name) => `/${name}`),
  };
}
