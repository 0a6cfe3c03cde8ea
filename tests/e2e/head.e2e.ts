import { languages } from "@avances/domain/catalogue";
import type { Page } from "playwright";
import { test } from "vitest";
import { describeDemonstration } from "./support/describe-demonstration.ts";
import { expect } from "./support/expect.ts";

/** What a search engine, a link and a mistyped address get. */
describeDemonstration("the head of a page and the status of an address", (on) => {
  const comes = async (): Promise<Page> => (await on.comes()).page;

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
      await page.goto(`${on.portal.url}/${language}/countries/MEX?instrument=SOM`);
      const first = await headOf(page, country);
      expect(first.title).toBe(`${country} · Avances`);
      expect(first.description).toEqual([expect.stringContaining(more)]);
      expect(first.description[0]).toContain(country);
      expect(first.robots).toEqual([]);
      expect(first.canonical).toEqual([`${on.portal.url}/${language}/countries/MEX`]);
      expect(first.languages).toEqual([...languages, "x-default"]);
      expect(first.alternates).toEqual([...languages, "es"].map((other) => `${on.portal.url}/${other}/countries/MEX`));

      await page.getByRole("link", { name: indicators, exact: true }).click();
      const next = await headOf(page, indicators);
      expect(next.title).toBe(`${indicators} · Avances`);
      expect(next.canonical).toEqual([`${on.portal.url}/${language}/indicators`]);
      expect(next.description).toHaveLength(1);
      expect(next.description).not.toEqual(first.description);
      expect(next.alternates).toHaveLength(languages.length + 1);
    }
  });

  test("pages that lead into an account, and addresses without a page, ask not to be listed", async () => {
    const page = await comes();
    await page.goto(`${on.portal.url}/es/sign-in`);
    const signIn = await headOf(page, "Iniciar sesión");
    expect([signIn.robots, signIn.canonical, signIn.description]).toEqual([["noindex"], [], []]);
    for (const address of ["/es/nada", "/es/indicators/TIP-LEG-99", "/es/countries/FRA"]) {
      const reply = await page.goto(`${on.portal.url}${address}`);
      expect([address, reply?.status()]).toEqual([address, 404]);
      expect((await reply?.text())?.includes('<html lang="es"')).toBe(true);
      const head = await headOf(page, "No hay ninguna página en esta dirección");
      expect([head.robots, head.canonical]).toEqual([["noindex"], []]);
    }
  });

  test("every address of the sitemap is a page, each with the address that it says", async () => {
    const page = await comes();
    const { request } = page.context();
    const sitemap = await (await request.get(`${on.portal.url}/sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
    expect(listed.length).toBeGreaterThan(100);
    for (const address of listed) expect([address, (await request.head(address)).status()]).toEqual([address, 200]);
    const robots = await (await request.get(`${on.portal.url}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${on.portal.url}/sitemap.xml`);
    for (const address of listed.filter((_, place) => place % 37 === 0)) {
      await page.goto(address);
      expect((await headOf(page, /./)).canonical).toEqual([address]);
    }
  });

  const mistyped = [
    "/en?since=2022.",
    "/es?since=antes",
    "/en?since=",
    "/en?since=%ff",
    "/en?year=02025",
    "/en?year=2025&year=2025",
    "/en/articles?keep=cri",
    "/es/countries?keep=CRI&keep=MEX",
    "/en/index?dimension=zzz",
    "/en/indicators/TIP-PRO-01?view=zzz",
    "/es/indicators/TIP-PRO-01?by=sex)",
    "/en/countries/CRI?year=2025,",
    "/en/indicators?unknown=1&kind=nothing",
  ];

  test("a value that a page does not understand is its default, before and after the scripts", async () => {
    const page = await comes();
    const text = async (at: string) => (await page.context().request.get(`${on.portal.url}${at}`)).text();
    const titleOf = (html: string) => /<title>[^<]*<\/title>/.exec(html)?.[0];
    for (const address of mistyped) {
      const [path = ""] = address.split("?");
      const html = await text(address);
      expect([address, titleOf(html)]).toEqual([address, titleOf(await text(path))]);
      expect(html).toMatch(/<h1[ >]/);
    }
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    for (const address of mistyped.filter((_, place) => place % 5 === 0)) {
      await page.goto(`${on.portal.url}${address}`);
      await page.locator("#root[data-reads]").waitFor({ state: "detached" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect([address, complaints]).toEqual([address, []]);
    }
  });
});
