import type { IndexHtmlTransformResult, Plugin, Rolldown } from "vite";
import { openPages, signInPages } from "./shared-chunk.ts";
import { type StyleFile, styleFiles } from "./src/lib/style-files.ts";

const signedIn = "/src/app/signed-in.tsx";
const form = "/src/features/report/form/form-page.tsx";

type Chunk = Rolldown.OutputChunk;
type Group = "style" | StyleFile;

/**
 * Puts the styles of all chunks into four files, each whole in what it is for, instead of one for everything or one a chunk: `style` for every page,
 * and beside it what visitors' pages need and the form does not (`open`), the form and the frame of people who signed in (`form`), and the rest (`work`).
 * They stand in the document in this order, whichever are loaded, so that what a rule overrides never depends on where a reader came from. The
 * document of a page loads what it needs (`http/pages/page-shell.ts` of the API), and the router the rest before it shows another one (`lib/style-files.ts`).
 */
export function stylesInFewFiles(): Plugin {
  let written: Readonly<Record<Group, string>> | null = null;
  return {
    name: "styles-in-few-files",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle: {
      // Before Vite tells chunks and the document which styles they have.
      order: "pre",
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const groupOf = sorter(chunks);
        const sources: Record<Group, string> = { style: "", open: "", form: "", work: "" };
        for (const chunk of inOrder(chunks)) {
          for (const name of chunk.viteMetadata?.importedCss ?? []) {
            const file = bundle[name];
            if (file?.type === "asset") sources[groupOf(chunk)] += String(file.source);
            delete bundle[name];
          }
          chunk.viteMetadata?.importedCss.clear();
        }
        const emitted = (name: Group) =>
          this.getFileName(this.emitFile({ type: "asset", name: `${name}.css`, source: sources[name] }));
        written = { style: emitted("style"), open: emitted("open"), form: emitted("form"), work: emitted("work") };
        chunks.find(({ isEntry }) => isEntry)?.viteMetadata?.importedCss.add(written.style);
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(): IndexHtmlTransformResult {
        return styleFiles.map((name) => ({
          tag: "link",
          attrs: { rel: "styles", crossorigin: "", href: `/${written?.[name]}`, "data-styles": name },
          injectTo: "head",
        }));
      },
    },
  };
}

/** For each chunk the file of its styles. */
function sorter(chunks: readonly Chunk[]): (chunk: Chunk) => Group {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entry = chunks.find(({ isEntry }) => isEntry);
  const reach = (starts: readonly (Chunk | undefined)[], later: boolean): ReadonlySet<Chunk> => {
    const found = new Set<Chunk>();
    const add = (chunk: Chunk | undefined) => {
      if (chunk === undefined || found.has(chunk)) return;
      found.add(chunk);
      for (const name of chunk.imports) add(byName.get(name));
      // The entry's are all pages.
      if (later && chunk !== entry) for (const name of chunk.dynamicImports) add(byName.get(name));
    };
    for (const start of starts) add(start);
    return found;
  };
  const holding = (path: string) => chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(path)));
  const isPage = /\/features\/(?!search\/)[\w/-]+\.tsx$/;
  // What every page may open: the search.
  const anywhere = [...(entry?.dynamicImports ?? [])]
    .map((name) => byName.get(name))
    .filter((chunk) => chunk?.facadeModuleId !== holding(signedIn)?.facadeModuleId)
    .filter((chunk) => !isPage.test(chunk?.facadeModuleId ?? ""));
  const always = reach([entry], false);
  const ofVisitors = reach([...openPages, ...signInPages].map(holding).concat(anywhere), true);
  const ofForm = reach([holding(signedIn), holding(form), ...anywhere], true);
  return (chunk) => {
    if (always.has(chunk)) return "style";
    if (ofForm.has(chunk)) return ofVisitors.has(chunk) ? "style" : "form";
    return ofVisitors.has(chunk) ? "open" : "work";
  };
}

/** What a chunk imports comes before it, so that it may override that. */
function inOrder(chunks: readonly Chunk[]): ReadonlySet<Chunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const open = new Set<Chunk>();
  const add = (chunk: Chunk | undefined) => {
    if (chunk === undefined || open.has(chunk)) return;
    open.add(chunk);
    for (const name of chunk.imports) add(byName.get(name));
    found.add(chunk);
  };
  for (const chunk of chunks) if (chunk.isEntry) add(chunk);
  for (const chunk of chunks) add(chunk);
  return found;
}
