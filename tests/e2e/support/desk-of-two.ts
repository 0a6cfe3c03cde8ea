import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type ApiUser, signInByApi } from "./api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./browser.ts";
import { bringSession } from "./pages.ts";
import { addPeople } from "./people.ts";
import { type Portal, startPortal } from "./portal.ts";

/** A portal with the desk of two people (Paula and Jorge), a focal point of Honduras (Inés), and an open round. */
export interface DeskOfTwo {
  readonly portal: Portal;
  readonly browser: Browser;
  /** Jorge, by the interface for programs. */
  readonly jorge: ApiUser;
  /** Somebody arrives without a session. */
  visits(): Promise<Page>;
  /** Somebody signs in and opens a page (its path, with the language), in a browser that the test leaves behind. */
  comes(email: string, path: string): Promise<Page>;
}

/** Prepares one for the tests of a `describe`, and takes it away after them. What it returns is ready when the first test begins. */
export function aDeskOfTwo(): DeskOfTwo {
  let portal: Portal;
  let browser: Browser;
  let jorge: ApiUser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
    ]);
    jorge = await signInByApi(portal, "jorge@example.org");
    await jorge.send("POST", "/rounds", {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
    });
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await jorge?.leave();
    await browser?.close();
    await portal?.close();
  });
  return {
    get portal() {
      return portal;
    },
    get browser() {
      return browser;
    },
    get jorge() {
      return jorge;
    },
    async visits() {
      const visitor = await arrive(browser);
      visitors.push(visitor);
      return visitor.page;
    },
    async comes(email, path) {
      const visitor = await arrive(browser);
      visitors.push(visitor);
      await bringSession(visitor, portal, email);
      await visitor.page.goto(`${portal.url}${path}`);
      return visitor.page;
    },
  };
}
