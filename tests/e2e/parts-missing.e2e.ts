import type { Page, Route } from "playwright";
import { test } from "vitest";
import { describeDemonstration } from "./support/describe-demonstration.ts";
import { expect } from "./support/expect.ts";

const words = {
  en: { missing: "A part of this page could not be loaded.", again: "Try again", updated: /was updated/ },
  es: { missing: "No se pudo cargar una parte de esta página.", again: "Intentar de nuevo", updated: /se actualizó/ },
} as const;

/** What a reader sees when a file of the application does not come: what is known, and nothing else. */
describeDemonstration("a part that does not come", (on) => {
  /** Opens the page without waiting until its buttons work. */
  const look = async (page: Page, address: string) => {
    await page.evaluate((to) => location.assign(to), `${on.portal.url}${address}`);
    await page.waitForURL(`**${address}`);
    await page.locator("#root[data-reads]").waitFor();
  };
  const note = (page: Page) => page.getByRole("alert").last();

  for (const [lang, file] of [
    ["en", "country-page"],
    ["es", "small-multiples"],
  ] as const)
    test(`${lang}: the page that the server drew stays, with its links, and comes to life when ${file} comes`, async () => {
      const t = words[lang];
      const { page } = await on.comes();
      await page.goto(`${on.portal.url}/${lang}/about`);
      const pattern = new RegExp(`/assets/${file}-.*\\.js`);
      const abort = (route: Route) => route.abort();
      await page.route(pattern, abort);
      await look(page, `/${lang}/countries/CRI`);
      await page.evaluate(() => {
        const shifts = window as { moved?: number };
        shifts.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.moved = (shifts.moved ?? 0) + (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await expect(note(page)).toContainText(t.missing);
      expect(await page.getByRole("table").count()).toBeGreaterThan(0);
      await expect(page.getByText(t.updated)).toBeHidden();
      await expect(page.getByRole("heading", { level: 1, name: "Costa Rica" })).toBeVisible();
      expect(await page.evaluate(() => (window as { moved?: number }).moved)).toBe(0);
      expect(await page.locator("#root").getAttribute("data-reads")).not.toBeNull();

      await page.unroute(pattern, abort);
      await note(page).getByRole("button", { name: t.again }).click();
      await page.locator("#root[data-reads]").waitFor({ state: "detached" });
      await expect(page.getByText(t.missing)).toBeHidden();
      await expect(page.getByRole("heading", { level: 1, name: "Costa Rica" })).toBeVisible();
    });

  test("a file that the portal no longer has means a newer release, and the page stays", async () => {
    const { page } = await on.comes();
    await page.goto(`${on.portal.url}/en/about`);
    await page.route(/\/assets\/country-page-.*\.js/, (route) => route.fulfill({ status: 404, body: "" }));
    await look(page, "/en/countries/CRI");
    await expect(note(page)).toContainText("The portal was updated");
    await expect(page.getByRole("heading", { level: 1, name: "Costa Rica" })).toBeVisible();
  });

  test("without the first file of the code the page stays, says so, and its choices are sent", async () => {
    const { page } = await on.comes();
    await page.goto(`${on.portal.url}/en/about`);
    const abort = (route: Route) => route.abort();
    await page.route(/\/assets\/(index|frame|core)-.*\.js/, abort);
    await look(page, "/en");
    await expect(note(page)).toContainText(words.en.missing);
    await page.getByRole("radio", { name: "Smuggling" }).check({ force: true });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL(/instrument=SOM/);
    await expect(page.getByRole("radio", { name: "Smuggling" })).toBeChecked();
    await page.unroute(/\/assets\/(index|frame|core)-.*\.js/, abort);
  });

  test("a page reached by a link: what did not come and why, and a way to try again", async () => {
    const { page } = await on.comes();
    await on.open(page, "/es/about");
    const abort = (route: Route) => route.abort();
    await page.route(/\/assets\/countries-page-.*\.js/, abort);
    await page.getByRole("link", { name: "Países", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "No se pudo cargar esta página" })).toBeVisible();
    await expect(page.getByText(words.es.updated)).toBeHidden();
    await page.unroute(/\/assets\/countries-page-.*\.js/, abort);
    await page.getByRole("main").getByRole("button", { name: words.es.again }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Países" })).toBeVisible();
  });

  test("a connection that comes back while it is being found out why is not missed", async () => {
    const { page } = await on.comes();
    await on.open(page, "/en/about");
    const file = /\/assets\/countries-page-.*\.js/;
    await page.route(file, (route) => route.abort());
    const asked = Promise.withResolvers<Route>();
    await page.route(`${on.portal.url}/`, (route) => asked.resolve(route));
    await page.getByRole("link", { name: "Countries", exact: true }).click();
    const why = await asked.promise;
    await page.unroute(file);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await why.abort();
    await expect(page.getByRole("heading", { level: 1, name: "Countries" })).toBeVisible();
  });

  test("a portal that was away and comes back is found without a press, though nothing announces it", async () => {
    const { page } = await on.comes();
    await on.open(page, "/en/about");
    const all = /\/(assets\/countries-page-.*\.js)?$/;
    await page.route(all, (route) => route.abort());
    await page.getByRole("link", { name: "Countries", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "This page could not be loaded" })).toBeVisible();
    await page.unroute(all);
    await expect(page.getByRole("heading", { level: 1, name: "Countries" })).toBeVisible();
  });

  test("a chart that does not come leaves the page, and comes when it can", async () => {
    const { page } = await on.comes();
    const abort = (route: Route) => route.abort();
    await page.route(/\/assets\/trend-chart-.*\.js/, abort);
    await page.goto(`${on.portal.url}/en/indicators/TIP-PRO-01?view=lines`);
    await expect(note(page)).toContainText(words.en.missing);
    await expect(page.getByRole("radio", { name: "Per 100,000 inhabitants" })).toBeVisible();
    await page.unroute(/\/assets\/trend-chart-.*\.js/, abort);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.getByText(words.en.missing)).toBeHidden();
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
  });

  for (const [lang, link, title] of [
    ["en", "Countries", "This page could not be loaded"],
    ["es", "Países", "No se pudo cargar esta página"],
  ] as const)
    test(`${lang}: without a connection a link to a page that is not loaded says so, and the page comes with the connection`, async () => {
      const { page, context } = await on.comes();
      await on.open(page, `/${lang}/about`);
      await context.setOffline(true);
      await page.getByRole("link", { name: link, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole("button", { name: words[lang].again })).toBeVisible();
      // The button finds no connection either, and the page stays.
      await page.getByRole("main").getByRole("button", { name: words[lang].again }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByRole("heading", { level: 1, name: link })).toBeVisible();
      expect(page.url()).toBe(`${on.portal.url}/${lang}/countries`);
    });
});
