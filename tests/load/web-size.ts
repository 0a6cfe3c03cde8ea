import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./child.ts";
import { kB, type Measured } from "./report.ts";

const dist = join(root, "apps", "web", "dist");
const assets = join(dist, "assets");
/** Strings that appear in React Aria's code. */
const ariaMarks = /react-aria|data-rac\b/;

/**
 * JavaScript of the built web application as the portal sends it (the brotli form that the build put beside each file), following the
 * imports from file to file. A browser that lacks something of the language loads one file more, which is named beside.
 */
export function measureWeb(): readonly Measured[] {
  if (!existsSync(join(dist, "index.html")))
    throw new Error("apps/web/dist is missing: build the web application first");
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const entry = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  const first = withImports([...entry, chunk("region-page")]);
  const firstBytes = sizeOf(first) + sentSize(join(dist, "first-paint.js"));
  const forOld = sizeOf([chunk("added-to-old-browser")]);
  const charts = chunk("charts");
  const chartBytes = sizeOf([charts]);
  const withAria = readdirSync(assets).filter((name) => name.endsWith(".js") && ariaMarks.test(read(name)));
  const pagesWithCharts = pages().filter((page) => withImports([page]).has(charts));
  const ariaInFirst = [...first].some((name) => withAria.includes(name));
  return [
    {
      name: "JavaScript of a visitor's first page (brotli)",
      target: "≤ 130 kB",
      measured: `${kB(firstBytes)} in ${first.size + 1} files; ${kB(forOld)} more in a browser of before 2024`,
      reached: firstBytes <= 130_000,
    },
    {
      name: "Charts, in a chunk of their own, loaded where one is shown",
      target: "≤ 105 kB",
      measured: `${kB(chartBytes)}${pagesWithCharts.length > 0 ? `, loaded at once by ${pagesWithCharts.join(", ")}` : ""}`,
      reached: chartBytes <= 105_000 && pagesWithCharts.length === 0,
    },
    {
      name: "React Aria only in pages that use it",
      target: "not in the first page",
      measured: withAria.length === 0 ? "in no file" : ariaInFirst ? "in the first page" : `in ${withAria.join(", ")}`,
      reached: !ariaInFirst,
    },
  ];
}

function pages(): readonly string[] {
  return readdirSync(assets).filter((name) => /-page-[^.]+\.js$/.test(name));
}

function chunk(name: string): string {
  const found = readdirSync(assets).find((file) => file.startsWith(`${name}-`) && file.endsWith(".js"));
  if (!found) throw new Error(`apps/web/dist has no chunk ${name}`);
  return found;
}

/** These files and everything they import statically, and so on. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const [, imported] of read(name).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      open.push(imported as string);
  }
  return found;
}

function sizeOf(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + sentSize(join(assets, name)), 0);
}

function sentSize(path: string): number {
  return statSync(`${path}.br`).size;
}

function read(name: string): string {
  return readFileSync(join(assets, name), "utf8");
}
