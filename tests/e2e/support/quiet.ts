import { setTimeout as wait } from "node:timers/promises";
import type { Page, Request } from "playwright";
import { expect } from "./expect.ts";

interface Traffic {
  readonly open: Set<Request>;
  /** When a request began or ended, in milliseconds of `performance.now()`. */
  lastAt: number;
}

const traffic = new WeakMap<Page, Traffic>();

/** Between a reply and what the page asks for because of it. */
const quietMs = 150;

/** A stream of news stays open as long as the page: it began after everything else, and is not waited for. */
const isStream = (request: Request) => new URL(request.url()).pathname.endsWith("/live");

/** Notes from now on what the page asks for; `waitUntilQuiet` needs it. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { open: new Set(), lastAt: performance.now() };
  traffic.set(page, seen);
  const note = (change: (request: Request) => void) => (request: Request) => {
    if (isStream(request)) return;
    change(request);
    seen.lastAt = performance.now();
  };
  const ended = note((request) => seen.open.delete(request));
  page.on(
    "request",
    note((request) => seen.open.add(request)),
  );
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
}

/**
 * Waits until the page has got all that it asked for and, having had a turn with it, asks for nothing more. The browser's own "network idle" waits
 * half a second more each time, and on a slow machine for a stream of news, which does not end.
 */
export async function waitUntilQuiet(page: Page): Promise<void> {
  const seen = traffic.get(page);
  if (seen === undefined) throw new Error("Nobody watches what this page asks for");
  const isQuiet = async () => {
    const { lastAt } = seen;
    await wait(Math.max(0, quietMs - (performance.now() - lastAt)));
    // A busy page has not read its replies yet.
    await page.evaluate(() => new Promise<void>((turn) => requestAnimationFrame(() => setTimeout(turn))));
    return seen.open.size === 0 && seen.lastAt === lastAt;
  };
  await expect
    .poll(isQuiet, { message: `what ${page.url()} still asks for`, intervals: [20], timeout: 60_000 })
    .toBe(true);
}
