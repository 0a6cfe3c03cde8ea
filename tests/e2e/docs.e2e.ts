import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessibleByKind } from "./support/accessible.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { type Portal, startPortal } from "./support/portal.ts";

describe("the page of the interface for programs", () => {
  let portal: Portal;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  test("its colours follow from elements and classes alone, so that one element of each kind tells for all", async () => {
    const sheet = await (await fetch(`${portal.direct}/docs/docs.css`)).text();
    const selectors = [...sheet.matchAll(/([^{}]+)\{/g)].map(([, selector = ""]) => selector.trim());
    const ofPlace = selectors.filter((one) => !one.startsWith("@") && /[+~[]|:(?!root|focus)/.test(one));
    expect(selectors.length).toBeGreaterThan(20);
    expect(ofPlace).toEqual([]);
  });

  test.each([
    ["/docs", "en", "Español", "/docs/es", "es"],
    ["/docs/es", "es", "English", "/docs", "en"],
  ] as const)(
    "%s is read by everybody, narrow and wide, in light and in dark",
    async (path, language, name, to, other) => {
      const visitor = await arrive(browser);
      visitors.push(visitor);
      const { page } = visitor;
      await page.goto(`${portal.url}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      // Over the languages, every pair of language, colours and width occurs once.
      const colours = language === "en" ? (["dark", "light"] as const) : (["light", "dark"] as const);
      await expectAccessibleByKind(page, [
        { colorScheme: colours[0], width: 390 },
        { colorScheme: colours[1], width: 1440 },
      ]);
      await page.getByRole("link", { name }).click();
      // Not only that the page is no longer the first: between the two there is one without a language.
      await expect(page).toHaveURL(`${portal.url}${to}`);
      await expect(page.locator("html")).toHaveAttribute("lang", other);
      await expect(page.getByRole("link", { name: language === "en" ? "English" : "Español" })).toBeVisible();
      expect(visitor.complaints()).toEqual([]);
    },
  );
});
