import { languages } from "@avances/domain/catalogue";
import { seedDemonstration } from "@avances/local/demonstration";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const now = "2026-11-20T15:00:00Z";

/** What a search engine, a link and a mistyped address get. */
describe("the head of a page and the status of an address", () => {
  let portal: Portal;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      startPortal({
        now,
        demonstration: true,
        prepare: (deps, ownerUrl) => seedDemonstration(deps, { ownerUrl, now: new Date(now), log: () => undefined }),
      }),
      launchBrowser(),
    ]);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function comes(): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    return visitor.page;
  }

  /** What the head says once the heading is there. */
  async function headOf(page: Page, heading: string | RegExp) {
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    return page.evaluate(() => {
      const all = (selector: string, name: string) =>
        [...document.head.querySelectorAll(selector)].map((element) => element.getAttribute(name));
      return {
        title: document.title,
        description: all('meta[name="description"]', "content"),
        robots: all('meta[name="robots"]', "content"),
        canonical: all('link[rel="canonical"]', "href"),
        alternates: all('link[rel="alternate"]', "href"),
        languages: all('link[rel="alternate"]', "hreflang"),
      };
    });
  }

  test("a public page names itself and each language; the next page takes its place in the head", async () => {
    const page = await comes();
    const words = {
      en: { country: "Mexico", more: "reports", indicators: "Indicators" },
      es: { country: "México", more: "informes", indicators: "Indicadores" },
    };
    for (const language of languages) {
      const { country, more, indicators } = words[language];
      await page.goto(`${portal.url}/${language}/countries/MEX?instrument=SOM`);
      const first = await headOf(page, country);
      expect(first.title).toBe(`${country} · Avances`);
      expect(first.description).toEqual([expect.stringContaining(more)]);
      expect(first.description[0]).toContain(country);
      expect(first.robots).toEqual([]);
      expect(first.canonical).toEqual([`${portal.url}/${language}/countries/MEX`]);
      expect(first.languages).toEqual([...languages, "x-default"]);
      expect(first.alternates).toEqual([...languages, "es"].map((other) => `${portal.url}/${other}/countries/MEX`));

      await page.getByRole("link", { name: indicators, exact: true }).click();
      const next = await headOf(page, indicators);
      expect(next.title).toBe(`${indicators} · Avances`);
      expect(next.canonical).toEqual([`${portal.url}/${language}/indicators`]);
      expect(next.description).toHaveLength(1);
      expect(next.description).not.toEqual(first.description);
      expect(next.alternates).toHaveLength(languages.length + 1);
    }
  });

  test("pages that lead into an account, and addresses without a page, ask not to be listed", async () => {
    const page = await comes();
    await page.goto(`${portal.url}/es/sign-in`);
    const signIn = await headOf(page, "Iniciar sesión");
    expect([signIn.robots, signIn.canonical, signIn.description]).toEqual([["noindex"], [], []]);
    for (const address of ["/es/nada", "/es/indicators/TIP-LEG-99", "/es/countries/FRA"]) {
      const reply = await page.goto(`${portal.url}${address}`);
      expect([address, reply?.status()]).toEqual([address, 404]);
      expect((await reply?.text())?.includes('<html lang="es"')).toBe(true);
      const head = await headOf(page, "No hay ninguna página en esta dirección");
      expect([head.robots, head.canonical]).toEqual([["noindex"], []]);
    }
  });

  test("every address of the sitemap is a page, each with the address that it says", async () => {
    const page = await comes();
    const { request } = page.context();
    const sitemap = await (await request.get(`${portal.url}/sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
    expect(listed.length).toBeGreaterThan(100);
    for (const address of listed) expect([address, (await request.head(address)).status()]).toEqual([address, 200]);
    const robots = await (await request.get(`${portal.url}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${portal.url}/sitemap.xml`);
    for (const address of listed.filter((_, place) => place % 37 === 0)) {
      await page.goto(address);
      expect((await headOf(page, /./)).canonical).toEqual([address]);
    }
  });
});
