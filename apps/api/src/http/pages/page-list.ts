import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@avances/domain/catalogue";
import { z } from "zod";

const PageSchema = z.object({
  /** As in the router of the web app: `/$lang/indicators/$code`. */
  path: z.string().startsWith("/"),
  /** `account`: leads into an account (signing in, invitation). `signed-in`: needs an account. */
  audience: z.enum(["public", "account", "signed-in"]),
  /** Does it show anything of the public file? */
  figures: z.boolean(),
  /** What it keeps in its address after the question mark. */
  search: z.array(z.string()),
  /** Names of the files of styles that it needs beside that of every page. */
  styles: z.array(z.string()).default([]),
  /**
   * Addresses of the scripts and of the data that it needs at once, so that the browser need not wait to learn of them; data with the page's parameters.
   * `icon`: the portal's sign, written into the document.
   */
  early: z
    .object({ files: z.array(z.string()), reads: z.array(z.string()), icon: z.string().startsWith("data:image/") })
    .optional(),
});
export type Page = z.output<typeof PageSchema>;

/** For each parameter of a public page, the values for which the page exists: `code` → indicators. */
export type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

export interface PageAt {
  readonly page: Page;
  /** The values of its parameters; empty for the front door. */
  readonly params: ReadonlyMap<string, string>;
}

/** The addresses of the web app: the build wrote them there, from its router (`apps/web/page-list.ts`). Throws when it did not. */
export function readPageList(webRoot: string): readonly Page[] {
  const path = join(webRoot, ".pages.json");
  if (!existsSync(path)) throw new Error(`${path} is missing: build the web application of this release`);
  return z.array(PageSchema).parse(JSON.parse(readFileSync(path, "utf8")));
}

/** The names of a page's parameters, in their order. */
export function paramsOf({ path }: Pick<Page, "path">): readonly string[] {
  return [...path.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);
}

/** The address of a page, with these values in it. */
export function addressOf({ path }: Pick<Page, "path">, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}

/** What the document of this page names, with its values filled in. */
export function neededAt({ page: { styles, early }, params }: PageAt): Pick<Page, "styles" | "early"> {
  const values = Object.fromEntries(params);
  return { styles, early: early && { ...early, reads: early.reads.map((path) => addressOf({ path }, values)) } };
}

/**
 * Finds the page at a path (without query), as the router of the web app would: letters of either case, with or without a slash at the end.
 * Null when no page has such an address, or not in that language. The path must be validly encoded (the server refuses others before).
 */
export function pageFinder(pages: readonly Page[]): (path: string) => PageAt | null {
  const ways = pages.map((page) => ({ page, way: page.path.split("/").slice(1), names: paramsOf(page) }));
  return (path) => {
    const steps = path
      .replace(/(.)\/$/, "$1")
      .split("/")
      .slice(1)
      .map(decodeURIComponent);
    for (const { page, way, names } of ways) {
      if (way.length !== steps.length || !way.every((part, place) => fits(part, steps[place] ?? ""))) continue;
      const values = steps.filter((_, place) => way[place]?.startsWith("$"));
      return { page, params: new Map(names.map((name, place) => [name, values[place] ?? ""])) };
    }
    return null;
  };
}

function fits(part: string, step: string): boolean {
  if (part === "$lang") return (languages as readonly string[]).includes(step);
  return part.startsWith("$") ? step !== "" : part === step.toLowerCase();
}

/**
 * Does this page exist, as far as its parameters tell? Pages that need an account always do: whether there is such a report is not said here.
 * When it cannot be known now, the page is sent and says itself what is the matter.
 */
export async function exists({ page, params }: PageAt, known: () => Promise<KnownValues>): Promise<boolean> {
  const asked = [...params].filter(([name]) => name !== "lang");
  if (page.audience !== "public" || asked.length === 0) return true;
  const values = await known().catch(() => null);
  return values === null || asked.every(([name, value]) => values.get(name)?.has(value) ?? true);
}
