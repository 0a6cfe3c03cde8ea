import { type Browser, type CDPSession, chromium, type Page } from "playwright";
import { findBrowser } from "../bin/browser.mjs";
import type { Child } from "./child.ts";
import { median, type Pace } from "./load.ts";
import type { Cluster } from "./region.ts";
import { kB, type Measured, ms, seconds } from "./report.ts";
import { openReports } from "./saving.ts";

const firstLoadBytes = 200_000;
const savedWithinMs = 300;
const longestTaskMs = 50;
const longestSlowedMs = 100;
const slowedBy = 4;
const restHeight = 7_000;
const coldStartMs = 5_000;
/** A line of an office far from everything: 400 kbit/s both ways. */
const slowLine = { bytesPerSecond: 50_000, latencyMs: 40 };
const headHeight = 160;
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
/** A count with every breakdown the catalogue has, and a two-way table. */
const largest = "TIP-PRO-01";
/** Counts with several breakdowns, still unanswered when the lines of the whole report are shown: one for each pace of the processor. */
const typedIn = { plain: "TIP-PRO-02", slowed: "TIP-PRO-08" } as const;
const sections = ["TIP", "SOM"].flatMap((instrument) =>
  ["LEG", "PRV", "PRO", "JUS", "COO", "DAT"].map((dimension) => `${instrument}-${dimension}`),
);

/** In a browser: the form of a report of which nothing is answered yet, with accepted answers of earlier rounds. */
export async function measureEntry(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const api = await cluster.startApi("region");
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: flags, ...(executablePath !== undefined && { executablePath }) });
  try {
    const form = `${api.url}/es/reports/${await reportOf(api)}`;
    const cold = await coldStart(await signedIn(browser, api), `${form}?indicator=${largest}`);
    const page = await signedIn(browser, api);
    const bytes = await firstLoad(page, `${form}?indicator=${largest}`);
    const saved: number[] = [];
    for (let round = 0; round < pace.rounds; round += 1) saved.push(await typeAndWait(page, round));
    const heights: number[] = [];
    for (const section of sections) heights.push(await heightAtRest(page, `${form}?section=${section}`));
    await page.evaluate("scrollTo(0, 0)");
    const head = (await page.evaluate(
      `document.querySelector("[data-form-bar]").getBoundingClientRect().bottom`,
    )) as number;
    const cdp = await page.context().newCDPSession(page);
    const plain = await tasksWhileTyping(page, cdp, `${form}?show=missing`, { code: typedIn.plain, slower: 1 });
    const slowed = await tasksWhileTyping(page, cdp, `${form}?show=missing`, {
      code: typedIn.slowed,
      slower: slowedBy,
    });
    const middle = median(saved);
    const rest = Math.round(heights.reduce((sum, height) => sum + height, 0));
    return [
      {
        name: "JavaScript of the form at its first visit (brotli)",
        target: `≤ ${kB(firstLoadBytes)}`,
        measured: kB(bytes),
        reached: bytes <= firstLoadBytes,
      },
      {
        name: `Cold start of the form over 400 kbit/s (${slowLine.latencyMs} ms), empty cache, signed in: until its first field can be typed in`,
        target: `≤ ${seconds(coldStartMs)}`,
        measured: `${seconds(cold.ms)}, ${kB(cold.bytes)} in ${cold.files} files`,
        reached: cold.ms <= coldStartMs,
      },
      {
        name: "Typing a figure: from leaving the field to “saved”, in a browser",
        target: `≤ ${ms(savedWithinMs)}`,
        measured: ms(middle),
        reached: middle <= savedWithinMs,
      },
      longTasks(
        "The lines of a whole report: typing figures, going on and scrolling, longest task",
        longestTaskMs,
        plain,
      ),
      longTasks(`The same with the processor slowed ${slowedBy} times`, longestSlowedMs, slowed),
      {
        name: "The twelve sections at rest at 1440 px, nothing answered, last round's answers proposed",
        target: `≤ ${restHeight.toLocaleString("en")} px`,
        measured: `${rest.toLocaleString("en")} px`,
        reached: rest <= restHeight,
      },
      {
        name: "The head of the form, from the top of the page to the end of its bar, at 1440 px",
        target: `≤ ${headHeight} px`,
        measured: `${Math.round(head)} px`,
        reached: head <= headHeight,
      },
    ];
  } finally {
    await browser.close();
    await api.stop();
  }
}

function longTasks(name: string, limit: number, tasks: readonly number[]): Measured {
  const over = tasks.filter((task) => task > limit);
  const longest = Math.max(0, ...tasks);
  const measured =
    longest === 0
      ? `none over ${ms(50)}`
      : `${ms(longest)}${over.length > 0 ? `, ${over.length} over ${ms(limit)}` : ""}`;
  return { name, target: `≤ ${ms(limit)}`, measured, reached: over.length === 0 };
}

/** Costa Rica's report of a round in which nobody has answered yet. */
async function reportOf(api: Child): Promise<string> {
  for (const { person, submissionId } of await openReports(api)) {
    const { submission } = await person.get<{ submission: { country: string } }>(`/submissions/${submissionId}`);
    if (submission.country === "CRI") return submissionId;
  }
  throw new Error("Costa Rica has no report");
}

async function signedIn(browser: Browser, api: Child): Promise<Page> {
  // Playwright hands over what it waits for as text, which the policy of the page does not run.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1440, height: 900 } });
  const reply = await context.request.post(`${api.url}/api/v1/session`, {
    headers: { origin: api.url, "x-requested-with": "rcm" },
    data: { email: "focal.cri@demo.avances.example", password: "avances demonstration" },
  });
  if (!reply.ok()) throw new Error(`The focal point could not sign in: ${reply.status()}`);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

interface ColdStart {
  readonly ms: number;
  /** With the headers, of everything that had come by then. */
  readonly bytes: number;
  readonly files: number;
}

/** From the request for the page until the cursor stands in the field of the answer that the address names. */
async function coldStart(page: Page, url: string): Promise<ColdStart> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.clearBrowserCache");
  const { bytesPerSecond, latencyMs } = slowLine;
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  const sizes: number[] = [];
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
  const from = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(`document.activeElement?.matches("[data-value] input") === true`);
  const took = performance.now() - from;
  const loaded = [...sizes];
  await page.context().close();
  return { ms: took, bytes: loaded.reduce((sum, size) => sum + size, 0), files: loaded.length };
}

/** Bytes of all scripts, as they were sent, that came before the cursor stood in the field of the answer that the address names. What comes later is not on the first screen. */
async function firstLoad(page: Page, url: string): Promise<number> {
  await page.addInitScript(`addEventListener("focusin", ({ target }) => {
    if (window.firstField === undefined && target.matches("[data-value] input")) window.firstField = performance.now();
  }, true)`);
  await page.goto(url);
  await page.waitForFunction("window.firstField");
  return (await page.evaluate(
    `performance.getEntriesByType("resource").filter(({ name, responseEnd }) => name.endsWith(".js") && responseEnd <= window.firstField).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  )) as number;
}

/** Types a figure into the first field and leaves it; until the page says that the server has it. */
async function typeAndWait(page: Page, round: number): Promise<number> {
  const field = page.locator(`#${largest} [data-value] input`).first();
  await field.fill(String(100 + round));
  await page.evaluate(`{
    const mark = () => document.querySelector('#${largest} [data-answer] div[aria-live][class*="_mark_"]').textContent;
    document.addEventListener("keydown", () => {
      const from = performance.now();
      const look = () => (/^Guardado/.test(mark()) ? (window.took = performance.now() - from) : requestAnimationFrame(look));
      window.took = undefined;
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }`);
  await field.press("Enter");
  return (await page.waitForFunction("window.took").then((handle) => handle.jsonValue())) as number;
}

/** Of one section with every answer closed. */
async function heightAtRest(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.locator("[data-section]").waitFor();
  // The landing opens the first answer that is missing, if nothing is proposed for it.
  await page.waitForFunction(`document.activeElement?.closest("article") !== null`);
  await page.evaluate(
    `for (const open of document.querySelectorAll('main h3 button[aria-expanded="true"]')) open.click()`,
  );
  await page.waitForFunction(`document.querySelector('main h3 button[aria-expanded="true"]') === null`);
  return (await page.evaluate(`document.querySelector("[data-section]").getBoundingClientRect().height`)) as number;
}

/** All long tasks (over 50 ms, as the browser counts them) while the lines of the whole report are shown, figures are typed and the page is scrolled. */
async function tasksWhileTyping(
  page: Page,
  cdp: CDPSession,
  url: string,
  { code, slower }: { readonly code: string; readonly slower: number },
): Promise<readonly number[]> {
  await page.goto(url);
  await page.locator(`#line-${code}`).click();
  await page.locator(`#${code} [data-value] input`).first().waitFor();
  await page.waitForTimeout(500);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.evaluate(`{
    window.tasks = [];
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.tasks.push(duration); }).observe({ type: "longtask" });
  }`);
  await page.locator(`#${code} [data-value] input`).first().focus();
  for (let field = 0; field < 20; field += 1) {
    await page.keyboard.type("12", { delay: 40 });
    await page.keyboard.press("Tab");
    await page.waitForTimeout(60);
  }
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(500);
  const tasks = (await page.evaluate("window.tasks")) as readonly number[];
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return tasks;
}
