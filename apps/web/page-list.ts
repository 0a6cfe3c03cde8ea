import { readFileSync } from "node:fs";
import { createMemoryHistory, createRouter } from "@tanstack/react-router";
import type { Plugin, Rolldown } from "vite";
import { type StyleFile, styleFiles } from "./src/lib/style-files.ts";

/** An address of the portal, as the server must know it. */
interface ListedPage {
  /** As in `routes.ts`: `/$lang/indicators/$code`. */
  readonly path: string;
  /** `public`: for everybody and for search engines. `account`: leads into an account, not to be found. `signed-in`: needs an account. */
  readonly audience: "public" | "account" | "signed-in";
  /** Does it show anything of the public file? */
  readonly figures: boolean;
  /** What it keeps in its address after the question mark. */
  readonly search: readonly string[];
  /** What it needs of the styles, beside those of every page. */
  readonly styles: readonly StyleFile[];
  /** What it needs beside the entry: absent where nothing is fetched ahead. */
  readonly early?: {
    readonly files: readonly string[];
    readonly reads: readonly string[];
    /** The portal's sign as a `data:` address: its file would be asked for while the last scripts are coming. */
    readonly icon: string;
  };
}

/**
 * Pages whose files and data are named in their document, so that the browser asks for all of them at once. Over a slow line it would else stand
 * idle while the code that names them comes and runs. `reads`: may hold the page's parameters.
 */
export const early: Readonly<
  Record<string, { readonly modules: readonly string[]; readonly reads: readonly string[] }>
> = {
  "/$lang/reports/$submissionId": {
    modules: ["src/app/signed-in.tsx", "src/features/report/form/form-page.tsx"],
    reads: [
      "/api/v1/session",
      "/api/v1/submissions/$submissionId",
      "/api/v1/countries",
      "/api/v1/catalogue/working/$lang",
    ],
  },
};

/**
 * Writes the addresses of the portal beside `index.html`, so that the server answers 404 where there is no page and can name the public
 * pages to search engines. They come from the router itself (`src/app/routes.ts`): nobody keeps a second list.
 */
export function pageList(): Plugin {
  return {
    name: "page-list",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle(_, bundle) {
      const icon = inAddress(readFileSync(new URL("./public/favicon.svg", import.meta.url), "utf8"));
      const pages = (await listPages()).map((page) => {
        const needs = early[page.path];
        return needs === undefined
          ? page
          : { ...page, early: { files: filesOf(needs.modules, bundle), reads: needs.reads, icon } };
      });
      this.emitFile({ type: "asset", fileName: ".pages.json", source: JSON.stringify(pages) });
    },
  };
}

/** As little of it encoded as an address needs. */
const inAddress = (svg: string) =>
  `data:image/svg+xml,${svg
    .trim()
    .replaceAll('"', "'")
    .replaceAll(/[%#<>\n]/g, encodeURIComponent)}`;

/** Addresses of the files with these modules and of all that they import, without those that the document names for every page. */
function filesOf(modules: readonly string[], bundle: Rolldown.OutputBundle): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const needed of chunks.filter(({ fileName }) => chunk.imports.includes(fileName))) add(needed);
  };
  for (const entry of chunks.filter(({ isEntry }) => isEntry)) add(entry);
  const ofEveryPage = found.size;
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/apps/web/${module}`)));
    if (chunk === undefined) throw new Error(`The build has no file with ${module}`);
    add(chunk);
  }
  return [...found].slice(ofEveryPage).map(({ fileName }) => `/${fileName}`);
}

/** Every page in the order of the routes. Loads the routes without their pages. */
export async function listPages(): Promise<readonly ListedPage[]> {
  // By its address: a static import would become part of the bundled configuration, where the aliases of `src` lead nowhere.
  const { href } = new URL("./src/app/routes.ts", import.meta.url);
  const { routeTree, signedInRoute } = (await import(href)) as typeof import("./src/app/routes.ts");
  const ofRooms = new URL("./src/features/network/rooms.ts", import.meta.url);
  const { rooms } = (await import(ofRooms.href)) as typeof import("./src/features/network/rooms.ts");
  const { routesById } = createRouter({ routeTree, history: createMemoryHistory() });
  return Object.values(routesById)
    .filter(({ children }) => children === undefined)
    .flatMap(({ fullPath, parentRoute, options }) =>
      // The rooms behind one route are pages like any other.
      (fullPath.endsWith("/$") ? Object.values(rooms).map((room) => fullPath.replace(/\$$/, room)) : [fullPath]).map(
        (path) => ({ fullPath: path, parentRoute, options }),
      ),
    )
    .map(({ fullPath, parentRoute, options: { staticData, validateSearch } }) => ({
      path: fullPath.replace(/(.)\/$/, "$1"),
      audience: parentRoute.id === signedInRoute.id ? "signed-in" : (staticData?.audience ?? "public"),
      styles: parentRoute.id !== signedInRoute.id ? ["open"] : fullPath in early ? ["form"] : styleFiles,
      figures: staticData?.figures ?? true,
      // Every name is in the result of reading (`app/search.ts`).
      search: typeof validateSearch === "function" ? Object.keys(validateSearch({})) : [],
    }));
}
