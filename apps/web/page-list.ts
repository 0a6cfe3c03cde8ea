import { createMemoryHistory, createRouter } from "@tanstack/react-router";
import type { Plugin } from "vite";

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
}

/**
 * Writes the addresses of the portal beside `index.html`, so that the server answers 404 where there is no page and can name the public
 * pages to search engines. They come from the router itself (`src/app/routes.ts`): nobody keeps a second list.
 */
export function pageList(): Plugin {
  return {
    name: "page-list",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: ".pages.json", source: JSON.stringify(await listPages()) });
    },
  };
}

/** Every page in the order of the routes. Loads the routes without their pages. */
export async function listPages(): Promise<readonly ListedPage[]> {
  // By its address: a static import would become part of the bundled configuration, where the aliases of `src` lead nowhere.
  const { href } = new URL("./src/app/routes.ts", import.meta.url);
  const { routeTree, signedInRoute } = (await import(href)) as typeof import("./src/app/routes.ts");
  const { routesById } = createRouter({ routeTree, history: createMemoryHistory() });
  return Object.values(routesById)
    .filter(({ children }) => children === undefined)
    .map(({ fullPath, parentRoute, options: { staticData, validateSearch } }) => ({
      path: fullPath.replace(/(.)\/$/, "$1"),
      audience: parentRoute.id === signedInRoute.id ? "signed-in" : (staticData?.audience ?? "public"),
      figures: staticData?.figures ?? true,
      // Every name is in the result of reading (`app/search.ts`).
      search: typeof validateSearch === "function" ? Object.keys(validateSearch({})) : [],
    }));
}
