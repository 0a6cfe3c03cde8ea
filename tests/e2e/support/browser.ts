import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from "playwright";
import type { TestContext } from "vitest";
import { watchReplies } from "./described-replies.ts";
import { watchTraffic } from "./quiet.ts";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that the runner found, else the one Playwright brought; `more` are further flags. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch(withFlags(more));
}

function withFlags(more: readonly string[]) {
  const { AVANCES_BROWSER: executablePath } = process.env;
  return { args: [...flags, ...more], ...(executablePath && { executablePath }) };
}

/** A browser whose profile lies in this folder, so that it can be closed and opened again. */
export async function openProfile(folder: string, more: readonly string[] = []): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { ...withFlags(more), ...computerOptions });
  context.setDefaultTimeout(60_000);
  return context;
}

/** A person at a page. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about since the last call: errors in its console and uncaught exceptions. */
  complaints(): readonly string[];
  /** Ask after they have left: in what the replies to the page differed from the API description. */
  faultsOfReplies(): Promise<readonly string[]>;
  leave(): Promise<void>;
}

const computerOptions: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  timezoneId: "America/Costa_Rica",
  reducedMotion: "reduce",
};

/** A separate browser: its cookies and storage are shared with nobody. */
export async function newComputer(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...computerOptions, ...options });
  context.setDefaultTimeout(60_000);
  return context;
}

/** Runs in the page: what was pressed, and which dialogs closed, in milliseconds since the page began. A picture does not tell why it looks as it does. */
function noteTrail(): void {
  const trail: string[] = [];
  Object.assign(window, { trail });
  const note = ({ type, target }: Event) => {
    const what = target instanceof Element ? `${target.tagName} ${target.textContent?.trim().slice(0, 40)}` : "page";
    trail.push(`${Math.round(performance.now())} ms: ${type} on ${what}`);
    if (trail.length > 30) trail.shift();
  };
  for (const type of ["pointerdown", "pointerup", "click", "close", "cancel", "submit", "pagehide", "visibilitychange"])
    window.addEventListener(type, note, true);
}

/** A person in one more tab; leaving closes the tab. */
export async function openTab(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  watchTraffic(page);
  await page.addInitScript(noteTrail);
  const faultsOfReplies = watchReplies(page);
  // A page that the server drew stands there before its buttons work; people are slower than tests.
  for (const go of ["goto", "reload"] as const) {
    const there = page[go].bind(page) as (...how: unknown[]) => Promise<Response | null>;
    page[go] = async (...how: unknown[]) => {
      const reply = await there(...how);
      await page.locator("#root[data-reads]").waitFor({ state: "detached" });
      return reply;
    };
  }
  return { page, context, complaints: () => heard.splice(0), faultsOfReplies, leave: () => page.close() };
}

/** A person with a browser of their own; leaving closes it. */
export async function arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await newComputer(browser, options);
  return { ...(await openTab(context)), leave: () => context.close() };
}

/**
 * Closes their browsers; for a test that failed (`task`), stores a screenshot of what each of them saw. Throws when one of them got a reply
 * that differs from the API description.
 */
export async function leaveAll(visitors: Visitor[], task?: TestContext["task"]): Promise<void> {
  const faults: string[] = [];
  for (const [place, { page, leave, faultsOfReplies }] of visitors.splice(0).entries()) {
    if (task?.result?.state === "fail" && !page.isClosed()) {
      const folder = join(tmpdir(), "avances-e2e");
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${task.name.replace(/[^a-z0-9]+/gi, "-").slice(0, 80)}-${place + 1}.png`);
      await page.screenshot({ path, fullPage: true }).catch(() => undefined);
      const trail = await page.evaluate(() => (window as { trail?: string[] }).trail).catch(() => undefined);
      console.error(`Picture of the failure: ${path} (${page.url()})`, ...(trail ?? []).map((line) => `\n  ${line}`));
    }
    await leave();
    faults.push(...(await faultsOfReplies()));
  }
  if (faults.length > 0) throw new Error(`Not as /openapi.json says:\n${faults.join("\n")}`);
}
