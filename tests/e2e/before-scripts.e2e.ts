import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright";
import { test } from "vitest";
import { newComputer } from "./support/browser.ts";
import { describeDemonstration } from "./support/describe-demonstration.ts";
import { expect } from "./support/expect.ts";
import { waitUntilQuiet } from "./support/quiet.ts";

const samples = [
  "",
  "?instrument=SOM&dimension=JUS",
  "?since=2023",
  // Nobody can be compared with it: the address then says so no longer.
  "?since=2030",
  "?open=TIP-LEG",
  "/index",
  "/indicators",
  "/indicators/TIP-PRO-01",
  "/indicators/TIP-LEG-01?view=years",
  "/indicators/TIP-PRO-01?view=lines",
  // Not in the order in which the server writes it.
  "/indicators/TIP-PRO-01?view=panels&keep=CRI&countries=MEX,PAN",
  "/indicators/TIP-PRO-04?by=assistanceType",
  "/indicators/TIP-LEG-05",
  "/indicators/TIP-LEG-06",
  "/countries",
  "/countries/CRI",
  "/articles",
  "/articles/tip-6",
  "/documents",
  "/about",
];

/** Public pages as the server draws them, and how the browser takes them over. */
describeDemonstration("before any script runs", (on) => {
  const { comes } = on;

  /** Opens the page without waiting until its buttons work. */
  const look = (page: Page, address: string) =>
    page.evaluate((to) => location.assign(to), `${on.portal.url}${address}`).then(() => page.waitForURL(/./));

  test("every public page comes whole: title, heading, words, its table, nothing that loads, nothing the policy forbids", async () => {
    const { page } = await comes();
    const { request } = page.context();
    const sitemap = await (await request.get(`${on.portal.url}/sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
    expect(listed.length).toBeGreaterThan(100);
    const incomplete: string[] = [];
    for (const address of [
      ...listed,
      ...["en", "es"].flatMap((lang) => samples.map((at) => `${on.portal.url}/${lang}${at}`)),
    ]) {
      const html = await (await request.get(address)).text();
      const [, title = ""] = /<title>([^<]+) · Avances<\/title>/.exec(html) ?? [];
      const figures = !/\/(about|documents|articles(\/.*)?|indicators)(\?.*)?$/.test(address);
      const isWhole =
        title !== "" &&
        /<h1[ >]/.test(html) &&
        html.match(/<title>[^<]* · Avances/g)?.length === 1 &&
        html.includes(`<link rel="canonical" href="${on.portal.url}`) &&
        html.includes("data-reads=") &&
        (!figures || html.includes("<table")) &&
        !/ style="|Esta página necesita JavaScript|<script(?! (?:type="module" crossorigin )?src=)/.test(html) &&
        !/>(Loading|Cargando)/.test(html) === !address.includes("view=lines");
      if (!isWhole) {
        incomplete.push(address);
      }
    }
    expect(incomplete).toEqual([]);
  }, 240_000);

  test("a reader without scripts sees the answer, the table with its figures, the links and the files", async () => {
    const context = await newComputer(on.browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    try {
      await page.goto(`${on.portal.url}/es`);
      await expect(page.getByRole("heading", { level: 1, name: /Dónde está cada país/ })).toBeVisible();
      await expect(page.getByText(/están? más arriba que en su/).first()).toBeVisible();
      expect(await page.getByRole("table").first().getByRole("row").count()).toBeGreaterThan(8);
      await page.getByRole("link", { name: "Países", exact: true }).click();
      await page.getByRole("link", { name: "Costa Rica" }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: "Costa Rica" })).toBeVisible();
      const file = page.locator('a[download][href*="country=CRI"]').first();
      expect(
        (await context.request.get(new URL(String(await file.getAttribute("href")), on.portal.url).href)).status(),
      ).toBe(200);
      await page.goto(`${on.portal.url}/es/indicators/TIP-DAT-02`);
      await expect(page.getByRole("table").getByRole("row", { name: /^Costa Rica/ })).toBeVisible();
      await expect(page.getByRole("button", { name: "Mostrar la tabla" })).toHaveCount(0);
      await page.goto(`${on.portal.url}/`);
      await page.getByRole("link", { name: "páginas públicas" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /Dónde está cada país/ })).toBeVisible();
    } finally {
      await context.close();
    }
  });

  test("the browser takes each page over as it is: the same elements, nothing moves, nothing complains", async () => {
    const { page, complaints } = await comes();
    // Nothing is there from the page before: each comes as to somebody who was never here.
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.setCacheDisabled", { cacheDisabled: true });
    await page.addInitScript(() => {
      const shifts = window as { moved?: number };
      shifts.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.moved = (shifts.moved ?? 0) + (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      document.addEventListener("DOMContentLoaded", () => {
        for (const element of document.querySelectorAll("h1, h2, table, main a"))
          element.toggleAttribute("data-seen", true);
      });
    });
    for (const address of samples.flatMap((at) => [`/en${at}`, `/es${at}`])) {
      await page.goto(`${on.portal.url}${address}`);
      await waitUntilQuiet(page);
      const found = await page.evaluate(() => ({
        seen: document.querySelectorAll("[data-seen]").length,
        fresh: document.querySelectorAll("h1:not([data-seen]), h2:not([data-seen]), table:not([data-seen])").length,
        moved: (window as { moved?: number }).moved ?? 1,
        kept: performance
          .getEntriesByType("resource")
          .filter((part) => (part as PerformanceResourceTiming).transferSize === 0).length,
      }));
      expect([address, found.seen > 0, found.fresh, found.kept, complaints()]).toEqual([address, true, 0, 0, []]);
      expect(found.moved, address).toBeLessThan(0.02);
    }
  }, 240_000);

  test("a button pressed before the code has come is pressed when it is there", async () => {
    const { page } = await comes();
    await page.goto(`${on.portal.url}/en/about`);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/v1/countries", async (route) => {
      await held;
      await route.continue();
    });
    await look(page, "/en/countries/CRI");
    await page.locator("#root[data-reads]").waitFor();
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    release();
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  test("what was chosen before the code has come is chosen when all of the page is there, and the page shows it", async () => {
    const { page, complaints } = await comes();
    await page.goto(`${on.portal.url}/en/about`);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/v1/countries", async (route) => {
      await held;
      await route.continue();
    });
    await look(page, "/en/indicators/TIP-PRO-01");
    await page.locator("#root[data-reads]").waitFor();
    await page.getByRole("combobox", { name: "Year" }).first().selectOption("2024");
    await page.getByRole("radio", { name: "Per 100,000 inhabitants" }).check({ force: true });
    await page.getByLabel("Keep in colour").selectOption("CRI");
    release();
    await page.waitForURL(/unit=rate/);
    await page.waitForURL(/keep=CRI/);
    await expect(page.getByRole("radio", { name: "Per 100,000 inhabitants" })).toBeChecked();
    await expect(page.getByLabel("Keep in colour")).toHaveValue("CRI");
    expect(new URL(page.url()).searchParams.get("year")).toBe("2024");

    // What is below the first screen comes last, and is not drawn anew.
    await page.unroute("**/api/v1/countries");
    await page.route("**/assets/region-below-*.js", async (route) => {
      await delay(1_500);
      await route.continue();
    });
    await page.goto(`${on.portal.url}/en/about`);
    await look(page, "/en");
    await page.locator("#root[data-reads]").waitFor();
    await page.locator("main input[name=instrument][value=SOM]").check({ force: true });
    await page.waitForURL(/instrument=SOM/);
    expect(complaints()).toEqual([]);
  });

  test("without its data the page stays, links work, and it comes to life when they come", async () => {
    const { page } = await comes();
    await page.goto(`${on.portal.url}/en/about`);
    let isDown = true;
    await page.route("**/api/v1/public/**", (route) => (isDown ? route.abort() : route.continue()));
    await look(page, "/en/indicators/TIP-LEG-01");
    await page.locator("#root[data-reads]").waitFor();
    await waitUntilQuiet(page);
    await expect(page.getByRole("heading", { level: 1, name: "Is trafficking a crime" })).toBeVisible();
    expect(await page.locator("#root").getAttribute("data-reads")).not.toBeNull();
    isDown = false;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.locator("#root[data-reads]").waitFor({ state: "detached" });
    await expect(page.getByRole("heading", { level: 1, name: "Is trafficking a crime" })).toBeVisible();
  });

  test("if an edition was published since the server drew the page, the reader gets the new one, without a complaint", async () => {
    const visitor = await comes();
    await visitor.page.route("**/api/v1/public/countries/CRI", async (route) => {
      const reply = await route.fetch();
      const data = (await reply.json()) as { edition: { id: number }; country: { name: Record<string, string> } };
      data.edition.id += 1;
      data.country.name = { en: "Republic of Costa Rica", es: "República de Costa Rica" };
      await route.fulfill({ response: reply, json: data });
    });
    await visitor.page.goto(`${on.portal.url}/en/countries/CRI`);
    await expect(visitor.page.getByRole("heading", { level: 1, name: "Republic of Costa Rica" })).toBeVisible();
    expect(visitor.complaints()).toEqual([]);
  });
});
