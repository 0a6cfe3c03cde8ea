import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { reference } from "@avances/domain/testing/catalogue";
import { publicPages } from "#features/published/public-pages.ts";
import { pageDrawer } from "#http/pages/page-drawer.ts";
import type { PublicFile } from "./release-of.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const web = join(root, "apps", "web", "dist");
/** In a process of its own, which it ends where it fails. With the `NODE_ENV` of a test the build would make another application. */
const build =
  'process.env.NODE_ENV = "production"; import("./apps/local/bin/build-web.mjs").then(({ ensureWebBuilt }) => ensureWebBuilt(process.execPath))';
const facts = { portal: "https://avances.example.org", demonstration: false, today: "2026-07-01" };

/** Draws pages as the API does: in its thread, from the answers of a public file. */
export interface PagesOfTest {
  /** The page at an address (path and search): what it adds to the head of the document, then its body. `changed`: gives the page another answer than the file. Throws when the page fails. */
  draw(file: PublicFile, address: string, changed?: (path: string, answer: string) => string): Promise<string>;
  close(): Promise<void>;
}

/** The folder of the web application, which is built if it is not built from these sources. */
export async function builtWeb(): Promise<string> {
  await promisify(execFile)(process.execPath, ["--eval", build], { cwd: root });
  return web;
}

export async function pagesOfTest(): Promise<PagesOfTest> {
  const drawer = pageDrawer(join(await builtWeb(), ".server", "draw-page.js"));
  return {
    draw: async (file, address, changed = (_, answer) => answer) => {
      const source = publicPages(() => file.release, facts.portal, reference).source();
      const page = await drawer.draw(address, facts, async (path) => {
        const answer = await source.answer(path);
        return answer && Buffer.from(changed(path, answer.body.toString()));
      });
      return page.head + page.body;
    },
    close: drawer.close,
  };
}
