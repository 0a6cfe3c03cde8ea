// `npm run lighthouse`: the public pages as Lighthouse sees them on a phone (its own mobile profile), each three times, the run in the middle.
// `npm run lighthouse -- --only Country`: only pages with this in their name.
import { execFile } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { prepareRegion, startWholePortal } from "./region.ts";
import { describeMachine, machineLine, machineLoad } from "./report.ts";

/** Fetched when it is asked for: nothing else needs its hundred packages. */
const lighthouse = "lighthouse@13.5.0";
const flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking";
const { only = "" } = parseArgs({ options: { only: { type: "string" } } }).values;
const publicPages = [
  { name: "Region", path: "/en" },
  { name: "Index", path: "/es/index" },
  { name: "Indicator: a count", path: "/en/indicators/TIP-PRO-01" },
  { name: "Indicator: levels", path: "/es/indicators/TIP-LEG-01" },
  { name: "Indicator: a share", path: "/en/indicators/TIP-PRO-04" },
  { name: "Country", path: "/es/countries/CRI" },
];
const pages = publicPages.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
if (pages.length === 0)
  throw new Error(`no page has "${only}" in its name: ${publicPages.map(({ name }) => name).join(", ")}`);
const targets = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
const mostShift = 0.02;

interface Audit {
  readonly numericValue?: number;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly unknown[] };
}
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

/** Lighthouse ends with an error, and asks to be run again, when the browser's own record of the load was cut off: no fault of the page. */
async function look(url: string, attempts = 3): Promise<Report> {
  try {
    return await lookOnce(url);
  } catch (error) {
    if (attempts === 1 || !/Please run Lighthouse again/.test((error as Error).message)) throw error;
    console.error("… the browser lost its record; once more");
    return look(url, attempts - 1);
  }
}

async function lookOnce(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    "npx",
    [
      "--yes",
      lighthouse,
      url,
      "--output=json",
      "--quiet",
      `--chrome-flags=${flags}`,
      `--only-categories=${Object.keys(targets).join(",")}`,
    ],
    { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_COMPILE_CACHE: "" } },
  );
  return JSON.parse(stdout) as Report;
}

const scoreOf = ({ categories }: Report, name: string) => Math.round(100 * (categories[name]?.score ?? 0));

/** The text of the element that was painted last and largest. */
function largest({ audits }: Report): string {
  const found = JSON.stringify(
    audits["lcp-breakdown-insight"]?.details ?? audits["largest-contentful-paint-element"]?.details ?? {},
  );
  return /"nodeLabel":"((?:[^"\\]|\\.)*)"/.exec(found)?.[1] ?? "";
}

/** Words only, as a reader of the page and of its HTML sees them. */
const words = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, "");

const before = machineLoad();
const region = await prepareRegion(false);
const portal = await startWholePortal(region.dataDir, 120_000);
const lines: string[] = [];
let isMissed = false;
try {
  for (const { name, path } of pages) {
    const url = `${portal.url}${path}`;
    const html = words(await (await fetch(url)).text());
    const runs: Report[] = [];
    for (let run = 0; run < 3; run += 1) runs.push(await look(url));
    runs.sort((a, b) => scoreOf(a, "performance") - scoreOf(b, "performance"));
    const middle = runs[1] as Report;
    const scores = Object.keys(targets).map((category) => scoreOf(middle, category));
    const shift = middle.audits["cumulative-layout-shift"]?.numericValue ?? 1;
    const label = words(largest(middle)).replace(/…$/, "");
    const isServed = label !== "" && html.includes(label.slice(0, 40));
    const isReached =
      Object.values(targets).every((target, place) => (scores[place] ?? 0) >= target) && shift <= mostShift && isServed;
    isMissed ||= !isReached;
    const shown = (audit: string) => middle.audits[audit]?.displayValue ?? "?";
    lines.push(
      `| ${[name, ...scores, shift.toFixed(3), shown("largest-contentful-paint"), shown("total-blocking-time"), isServed ? "yes" : "no", isReached ? "✓" : "✗"].join(" | ")} |`,
    );
    console.error(`… ${lines.at(-1)}`);
  }
} finally {
  await portal.stop();
  region.remove();
}
console.log(
  [
    machineLine(describeMachine(before, "")),
    "",
    "| Page | Performance (≥ 95) | Accessibility (100) | Best practices (100) | SEO (100) | Layout shift (≤ 0.02) | Largest paint | Blocked | It is in the server's HTML | |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n"),
);
process.exitCode = isMissed ? 1 : 0;
