import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

type Modules = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** The page that most visitors see first. */
const firstPage = source("features/region/region-page.tsx");
/** The frame around the pages of people who signed in. */
const signedIn = source("app/signed-in.tsx");
const formPage = source("features/report/form/form-page.tsx");
/** The form of a report in its frame: what an official opens over a slow line. */
const form = [signedIn, formPage];

/**
 * For the groups of chunks: what the first page shares with other pages is a few files. Left to themselves these modules would be two dozen files of a
 * kilobyte, and asking for each of those takes a phone longer than reading it. Null: not a module of the first page.
 */
export function sharedByFirstPage(id: string, modules: Modules): string | null {
  return neededBy([firstPage], modules).has(id) && !onlyByName.test(id) && !onlyByNameThere.test(id) ? "shared" : null;
}

/** What visitors' pages reach through an `index.ts` and take nothing of (`src/app/first-page.test.ts`). */
const onlyByName =
  /\/packages\/domain\/src\/(?:answer\/|network\/|round\/(?:ask-step-words|closing-by-hand|exchange|hold|notice-audience|quiet-period|round-correction|working-days)\.)/;
/** The same, of which the form takes something or nothing: charts with an axis, and what only they draw. */
const onlyByNameThere =
  /\/packages\/(?:domain\/src\/(?:progress-index\/robustness|round\/own-date)|charts\/src\/(?:place\/(?:box|panel|rail|range-bar|scale|text)|series\/(?:region-range|series|shown-figure)))\./;

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
  "features/documents/documents-page.tsx",
  "features/about/about-page.tsx",
].map(source);
const search = source("features/search/search-dialog.tsx");
export const signInPages = ["sign-in-page", "invitation-page", "password-reset-page", "section-page"].map((name) =>
  source(`features/sign-in/${name}.tsx`),
);

/**
 * The same for the form, where a file costs more: headers of its own, and a place in a packet. So it is five files: the form (`form-page`), what all
 * pages of people who signed in have of it (`work`, with the frame), and in three more what it shares with visitors' pages, which load nothing
 * else of it: `shared` with the first page, `parts` with pages that have fields, `open` with the rest. Null: not a module of the form.
 */
export function fileOfForm(id: string, modules: Modules): "shared" | "parts" | "open" | "work" | null {
  const needs = (...starts: readonly string[]) => neededBy(starts, modules).has(id);
  if (!needs(...form) || onlyByNameInForm.test(id)) return null;
  if (takenByOpen.test(id)) return "open";
  // What pages reach is known here, and not what they take of it. Where the first page may take nothing, it is said by hand.
  if (needs(firstPage) && !onlyByName.test(id))
    return takenByBoth.test(id) ? "shared" : takenByForm.test(id) ? "work" : null;
  if (partsOfForms.test(id)) return "parts";
  const isOpen = [...openPages, search].some((page) => needs(page));
  if (isOpen && (countedValue.test(id) || !onlyByName.test(id))) return "open";
  if (needs(signedIn) || others(modules).some((page) => needs(page))) return "work";
  return null;
}

/**
 * What public pages share with forms: fields. In one file with the rest of what forms share, each of these pages loaded the form's rules and its store of
 * answers, and ran them.
 */
const partsOfForms =
  /\/web\/src\/lib\/show-reply\.|\/web\/src\/ui\/(field|use-text-limit|disclosure|on-own-toggle|code-select)|\/domain\/src\/text\//;
/** Whether a value is counted, for pages that show one. */
const countedValue = /\/domain\/src\/answer\/counted-value/;
const takenByBoth =
  /\/web\/src\/(?:lib\/(?:format|round-words)|ui\/(?:status\.texts|value-mark|value-state\.texts))|\/domain\/src\/(?:catalogue\/(?:working-)?catalogue|progress-index\/round-for-display|reference\/currency|round\/reference-year)\.|\/charts\/src\/place\/state-mark|\/useSuspenseQuery\./;
/** Taken by the form and by pages of visitors, the first one left out. */
const takenByOpen = /\/domain\/src\/catalogue\/lapsing\.|\/usePrefetchQuery\./;
const takenByForm = /\/domain\/src\/(?:access\/|round\/deadline\.|submission\/(?:owes-report|submission-status)\.)/;
/** What the form reaches through an `index.ts` and takes nothing of, or only later. */
const onlyByNameInForm =
  /\/domain\/src\/(?:network\/[a-z-]+|round\/(?:ask-step-words|closing-by-hand|round-correction|quiet-period|hold|working-days|exchange|notice-audience|own-date|has-opened)|submission\/round-(?:sentence|tally|state)|text\/(?:telephone|read-csv|personal-details|names-of-persons|numbers-of-persons|addresses-of-persons))\./;

/** Every part of the application that is a file of its own, but the form. */
function others(modules: Modules): readonly string[] {
  const main = modules.getModuleInfo(source("main.tsx"));
  if (main === null) return [];
  const found = parts.get(main) ?? withParts(main.id, modules).filter((id) => id !== formPage);
  parts.set(main, found);
  return found;
}
const parts = new WeakMap<object, readonly string[]>();

function withParts(entry: string, modules: Modules): readonly string[] {
  const found = new Set<string>();
  const open = [entry];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const id of withImports([next], modules))
      for (const part of modules.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
        if (!found.has(part)) {
          found.add(part);
          open.push(part);
        }
  return [...found];
}

/** By what the bundler says of the first of these, which is the same object throughout a build, and by all of them. */
const known = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** All that these import without being asked, and what that imports, and so on. Empty while something else is built. */
function neededBy(starts: readonly string[], modules: Modules): ReadonlySet<string> {
  const first = modules.getModuleInfo(starts[0] ?? "");
  if (first === null) return new Set();
  const before = known.get(first) ?? new Map<string, ReadonlySet<string>>();
  known.set(first, before);
  const key = starts.join();
  const found = before.get(key) ?? withImports(starts, modules);
  before.set(key, found);
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
