import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive, launchBrowser, leaveAll } from "./support/browser.ts";

/** Checks the check of replies to pages: it must report a fault, so that its silence in the other tests means something. */
describe("an answer that the interface's description does not know", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("fails the test in which a page was given it", async ({ task }) => {
    const visitor = await arrive(browser);
    await visitor.context.route("**/*", (route) => route.fulfill({ json: { groups: "none" } }));
    const answer = await visitor.page.goto("http://portal.example/api/v1/groups");
    // The check reads the same, in this order, and began earlier: once this has been read, the check has read it too.
    await answer?.request().allHeaders();
    await answer?.headersArray();
    await answer?.body();
    await expect(leaveAll([visitor], task)).rejects.toThrow("/groups must be array");
  });
});
