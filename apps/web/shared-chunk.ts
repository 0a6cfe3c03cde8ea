import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

type Modules = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** The page that most visitors see first. */
const firstPage = source("features/region/region-page.tsx");
/** The form of a report, and the frame around it of people who signed in: what an official opens over a slow line. */
const form = [source("app/signed-in.tsx"), source("features/report/form/form-page.tsx")];

/**
 * For the groups of chunks: what the first page shares with other pages is a few files. Left to themselves these modules would be two dozen files of a
 * kilobyte, and asking for each of those takes a phone longer than reading it. Null: not a module of the first page.
 */
export function sharedByFirstPage(id: string, modules: Modules): string | null {
  return neededBy([firstPage], modules).has(id) && !onlyByName.test(id) ? "shared" : null;
}

/** What pages of visitors reach through an `index.ts` and take nothing of (`src/app/first-page.test.ts`). */
const onlyByName =
  /\/packages\/domain\/src\/(?:answer\/|round\/(?:ask-step-words|round-correction|quiet-period|hold|working-days)\.)/;

/** Pages of visitors. */
export const openPages = [
  "features/region/region-page.tsx",
  "features/region/index-page.tsx",
  "features/indicators/indicators-page.tsx",
  "features/indicators/indicator-page.tsx",
  "features/countries/countries-page.tsx",
  "features/countries/country-page.tsx",
  "features/articles/articles-page.tsx",
  "features/articles/article-page.tsx",
  "features/about/about-page.tsx",
].map(source);
const search = source("features/search/search-dialog.tsx");
export const signInPages = ["sign-in-page", "invitation-page", "password-reset-page", "section-page"].map((name) =>
  source(`features/sign-in/${name}.tsx`),
);

/**
 * The same for the form: it would be fifty files, each with headers of its own, a tenth of all that it loads. What visitors' pages need too stays in small
 * files. Null: not a module of the form.
 */
export function sharedByFormAndOpenPages(id: string, modules: Modules): string | null {
  if (onlyByName.test(id) || !neededBy(form, modules).has(id)) return null;
  return [...openPages, search].some((page) => neededBy([page], modules).has(id)) ? "open" : null;
}

/** What only people who signed in load is few files: people of the Secretariat get a part of the form with their pages. */
export function sharedByForm(id: string, modules: Modules): string | null {
  return neededBy(form, modules).has(id) ? "work" : null;
}

/** By what the bundler says of the first of these, which is the same object throughout a build. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** All that these import without being asked, and what that imports, and so on. Empty while something else is built. */
function neededBy(starts: readonly string[], modules: Modules): ReadonlySet<string> {
  const first = modules.getModuleInfo(starts[0] ?? "");
  if (first === null) return new Set();
  const found = known.get(first) ?? withImports(starts, modules);
  known.set(first, found);
  return found;
}

function withImports(starts: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
  }
  return found;
}
