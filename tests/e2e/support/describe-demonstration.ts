import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { waitUntilShown } from "./accessible.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./browser.ts";
import { demonstrationNow, type Portal, startPortal } from "./portal.ts";

/** What tests over the demonstration region share. Portal and browser are there while a test runs, not before. */
export interface OnDemonstration {
  readonly portal: Portal;
  readonly browser: Browser;
  /** Somebody with a browser of their own, who leaves after the test. */
  comes(options?: BrowserContextOptions): Promise<Visitor>;
  /** Goes to an address of the portal and waits until the page is complete. */
  open(page: Page, path: string): Promise<void>;
}

/** A `describe` over a portal with the demonstration region; `define` defines its tests. */
export function describeDemonstration(name: string, define: (on: OnDemonstration) => void): void {
  describe(name, () => {
    let portal: Portal;
    let browser: Browser;
    const visitors: Visitor[] = [];

    beforeAll(async () => {
      [portal, browser] = await Promise.all([
        startPortal({ now: demonstrationNow, demonstration: true }),
        launchBrowser(),
      ]);
    });
    afterEach(({ task }) => leaveAll(visitors, task));
    afterAll(async () => {
      await browser?.close();
      await portal?.close();
    });

    define({
      get portal() {
        return portal;
      },
      get browser() {
        return browser;
      },
      async comes(options) {
        const visitor = await arrive(browser, options);
        visitors.push(visitor);
        return visitor;
      },
      async open(page, path) {
        await page.goto(`${portal.url}${path}`);
        await waitUntilShown(page);
      },
    });
  });
}
