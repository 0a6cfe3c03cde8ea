import { languages } from "@avances/domain/catalogue";
import { ticketToken } from "@avances/notices";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible, expectNothingBeside, waitUntilShown } from "./accessible.ts";
import { type ApiUser, reportOf, signInByApi } from "./api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./browser.ts";
import { expect } from "./expect.ts";
import { bringSession } from "./pages.ts";
import { demonstrationNow, type Portal, startPortal } from "./portal.ts";
import { expectRoundsNamed } from "./rounds-named.ts";

const password = "avances demonstration";
const domain = "demo.avances.example";
/** The open round of the demonstration. */
export const year = 2026;
/** An address without a page. */
export const noSuchPage = "/no-such-page";
/** An address of a page that exists for other articles. */
export const noSuchArticle = "/articles/tip-99";

type Words = Readonly<Record<"en" | "es", string>>;

/** A page as somebody meets it. `person` is the first part of their address, "" for anybody; `{CRI}` stands for Costa Rica's report in the open round, `{invitation}` for the token of an open invitation. */
export interface Sight {
  readonly person: string;
  readonly path: string;
}

/** A dialog or other layer over a page, and the buttons that open it. */
export interface Layer extends Sight {
  readonly press: readonly Words[];
  /** A field of the previous layer that must be filled first. */
  readonly question?: Words;
}

interface Checks {
  /** What is added to the demonstration region; returns names for addresses, such as `{meeting}`. */
  readonly prepare?: (secretariat: ApiUser) => Promise<Readonly<Record<string, string>>>;
  /** On a phone nothing of these pages (all, or those of these paths) may be beside the screen, not even in a frame that scrolls. */
  readonly fits?: boolean | readonly string[];
}

/** Defines a test for every page and every layer, over the demonstration region and what `prepare` adds to it. */
export function describeAccessibility(
  name: string,
  sights: readonly Sight[],
  layers: readonly Layer[] = [],
  { prepare = async () => ({}), fits = false }: Checks = {},
): void {
  describe(name, () => {
    let portal: Portal;
    let browser: Browser;
    const named = new Map<string, string>();
    const visitors: Visitor[] = [];
    let visiting = "";

    beforeAll(async () => {
      [portal, browser] = await Promise.all([
        startPortal({ now: demonstrationNow, demonstration: true }),
        launchBrowser(),
      ]);
      const secretariat = await signInByApi(portal, `ts@${domain}`, password);
      for (const country of ["CRI", "GTM", "HND", "SLV"]) {
        named.set(country, await reportOf(secretariat, year, country));
      }
      const { id } = await secretariat.send<{ id: string }>("POST", "/people", {
        address: "invited@example.org",
        displayName: "Alma Invitada",
        role: "rcgm_delegate",
        country: null,
        language: "es",
      });
      const [ticket] = await portal.rows<{ id: string }>("select id from auth.ticket where user_id = $1", [id]);
      named.set("invitation", ticketToken(portal.api.deps.config.secrets.ticketKey, ticket?.id ?? ""));
      for (const [own, id] of Object.entries(await prepare(secretariat))) named.set(own, id);
      await secretariat.leave();
    });

    // A person keeps their browser from test to test: a new one costs more than the pages. Not after a failure.
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") await leaveAll(visitors, task);
    });

    afterAll(async () => {
      await leaveAll(visitors);
      await browser?.close();
      await portal?.close();
    });

    const mustFit = (path: string) => (typeof fits === "boolean" ? fits : fits.includes(path));
    const addressOf = (path: string) => path.replace(/\{(\w+)\}/, (_, name: string) => named.get(name) ?? "");

    async function comes(person: string): Promise<Visitor> {
      const [here] = visitors;
      if (here !== undefined && visiting === person) return here;
      await leaveAll(visitors);
      const visitor = await arrive(browser);
      visitors.push(visitor);
      visiting = person;
      if (person !== "") await bringSession(visitor, portal, `${person}@${domain}`, password);
      return visitor;
    }

    for (const { person, path } of sights) {
      test(`${person === "" ? "anybody" : person}: ${path === "" ? "/" : path}`, async () => {
        const visitor = await comes(person);
        const { page } = visitor;
        const reply = await page.goto(`${portal.url}/en${addressOf(path)}`);
        const isMissing = path === noSuchPage || path === noSuchArticle;
        expect(reply?.status()).toBe(isMissing ? 404 : 200);
        await waitUntilShown(page);
        // The console of the browser tells of the 404, as it should, once for each thing that was asked for.
        if (isMissing) {
          const complaints = visitor.complaints();
          expect(complaints).toEqual([...new Set(complaints)].map(() => expect.stringContaining("404 (Not Found)")));
          expect(complaints.length).toBeGreaterThan(0);
        }
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        await expect(page.getByRole("region", { name: "Demonstration data, not real figures" })).toBeVisible();
        await expectRoundsNamed(page);
        // Four looks in which every pair of language, colours and width occurs once.
        await expectAccessible(page, { colorScheme: "light", width: 1440 });
        await expectAccessible(page, { colorScheme: "dark", width: 390 });
        if (mustFit(path)) await expectNothingBeside(page);

        const english = new URL(page.url());
        await page.keyboard.press("Escape");
        await page.getByRole("link", { name: "Español", exact: true }).click();
        await page.waitForURL((url) => url.pathname === english.pathname.replace(/^\/en/, "/es"));
        await waitUntilShown(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "es");
        await expect(page.getByRole("region", { name: "Datos de demostración, no son cifras reales" })).toBeVisible();
        await expectRoundsNamed(page);
        await expectAccessible(page, { colorScheme: "dark", width: 1440 });
        await expectAccessible(page, { colorScheme: "light", width: 390 });
        if (mustFit(path)) await expectNothingBeside(page);
        expect(visitor.complaints()).toEqual([]);
      });
    }

    for (const { person, path, press, question } of layers) {
      test(`${person}: ${path}, ${press.map(({ en }) => en).join(", ")}`, async () => {
        const visitor = await comes(person);
        const { page } = visitor;
        for (const language of languages) {
          await page.goto(`${portal.url}/${language}${addressOf(path)}`);
          await waitUntilShown(page);
          for (const [step, words] of press.entries()) {
            const isLast = step === press.length - 1;
            // What was asked in the other language is still there.
            if (!isLast && question && (await page.getByLabel(question[language]).first().isVisible())) continue;
            if (isLast && question) await page.getByLabel(question[language]).first().fill("¿1310?");
            const name = new RegExp(`^${words[language]}`);
            await page.getByRole("button", { name }).first().click();
          }
          await page.getByRole("dialog").waitFor();
          const colours = language === languages[0] ? (["light", "dark"] as const) : (["dark", "light"] as const);
          await expectAccessible(page, { colorScheme: colours[0], width: 1440 }, "dialog[open]");
          await expectAccessible(page, { colorScheme: colours[1], width: 390 }, "dialog[open]");
          if (mustFit(path)) await expectNothingBeside(page, "dialog[open]");
          expect(visitor.complaints()).toEqual([]);
        }
      });
    }
  });
}
