import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

type Modules = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

/** The page that most visitors see first. */
const firstPage = fileURLToPath(new URL("./src/features/region/region-page.tsx", import.meta.url));

/**
 * For the groups of chunks: what the first page shares with other pages is a few files. Left to themselves these modules would be two dozen files of a
 * kilobyte, and asking for each of those takes a phone longer than reading it. Null: not a module of the first page.
 */
export function sharedByFirstPage(id: string, modules: Modules): string | null {
  return neededByFirstPage(modules).has(id) ? "shared" : null;
}

/** By what the bundler says of the first page, which is the same object throughout a build. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** All that the first page imports without being asked, and what that imports, and so on. Empty while something else is built. */
function neededByFirstPage(modules: Modules): ReadonlySet<string> {
  const page = modules.getModuleInfo(firstPage);
  if (page === null) return new Set();
  const found = known.get(page) ?? withImports(page.id, modules);
  known.set(page, found);
  return found;
}

function withImports(id: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
  }
  return found;
}
