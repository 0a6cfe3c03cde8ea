import { languages } from "@avances/domain/catalogue";
import type { Page } from "playwright";
import { test } from "vitest";
import { waitUntilShown } from "./support/accessible.ts";
import { newComputer, type Visitor } from "./support/browser.ts";
import { describeDemonstration } from "./support/describe-demonstration.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { waitUntilQuiet } from "./support/quiet.ts";

describeDemonstration("the region's page, over the demonstration region", (on) => {
  async function visit(path: string): Promise<Visitor> {
    const visitor = await on.comes();
    await on.open(visitor.page, path);
    return visitor;
  }

  const heat = (page: Page) => page.getByRole("table", { name: /by country and dimension/ });
  const searchOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const overflow = (page: Page) =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);

  /** What is announced from now on. */
  async function told(page: Page): Promise<() => Promise<readonly string[]>> {
    const heard = await page.evaluateHandle(() => {
      const lines: string[] = [];
      const place = document.querySelector("p[role=status]");
      if (place === null) throw new Error("The page has no place for announcements");
      new MutationObserver(() => lines.push((place.textContent ?? "").replaceAll("\u00a0", " ").trim())).observe(
        place,
        {
          childList: true,
          characterData: true,
          subtree: true,
        },
      );
      return lines;
    });
    return () => heard.evaluate((lines) => [...lines]);
  }

  test("by keyboard alone: Protocol, round, comparison, a dimension with its indicators; every choice is in the address and survives a reload", async () => {
    const visitor = await visit("/en");
    const { page } = visitor;
    await expect(heat(page)).toContainText("data for 2024 · 2025 round");
    await expect(
      heat(page)
        .getByRole("row", { name: /^Costa Rica/ })
        .getByRole("cell"),
    ).toHaveCount(7);

    await tabTo(page, page.getByRole("radio", { name: "Trafficking in persons" }));
    await page.keyboard.press("ArrowRight");
    await expect(heat(page)).toContainText("Smuggling of migrants by country and dimension");
    await expect(page.getByRole("status").filter({ hasText: "Table updated: Smuggling of migrants" })).toHaveCount(1);

    await tabTo(page, page.getByRole("radio", { name: /^data for 2024 · 2025 round, 10 of 11 countries/ }));
    await page.keyboard.press("ArrowLeft");
    await expect(heat(page)).toContainText("data for 2023 · 2024 round");
    await expect(page.getByText(/^2024 round, data for 2023/)).toBeVisible();

    await tabTo(page, page.getByLabel("Compare each country with"));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByText("own previous round").first()).toBeVisible();

    const open = page.getByRole("button", { name: "Protection and assistance" });
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    await expect(open).toHaveAttribute("aria-expanded", "true");
    await expect(open).toBeFocused();
    const opened = page.getByRole("table", { name: /^Indicators of “Protection and assistance”/ });
    await expect(opened).toContainText("data for 2023 · 2024 round");
    // A level says how long its ladder is; no cell is blank.
    await expect(opened.getByText(/^[0-4] of [1-4]/).first()).toBeVisible();
    const cells = await opened.getByRole("cell").allTextContents();
    expect(cells.filter((words) => words.trim() === "")).toEqual([]);

    expect(searchOf(page)).toEqual({ instrument: "SOM", year: "2024", since: "before", dimension: "PRO" });
    const words = await heat(page).textContent();
    await page.reload();
    await waitUntilShown(page);
    expect(await heat(page).textContent()).toBe(words);
    await expect(opened).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Close" }));
    await page.keyboard.press("Enter");
    await expect(opened).toHaveCount(0);
    expect(visitor.complaints()).toEqual([]);
  });

  test("compared with a round that the reader picks by keyboard: address, sentences, table and opened indicators say since when; a reload keeps it", async () => {
    const visitor = await visit("/en");
    const { page } = visitor;
    const list = page.getByLabel("Compare each country with");
    const row = (country: string) => heat(page).getByRole("row", { name: new RegExp(`^${country}`) });
    await tabTo(page, list);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByText("own previous round").first()).toBeVisible();

    // While the comparison is on its way, the choice is seen, the page stands and the focus stays.
    const held = Promise.withResolvers<void>();
    await page.route("**/public/progress/**", async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.keyboard.press("ArrowDown");
    await expect(list).toHaveValue("2022");
    await expect(page.getByText("own previous round").first()).toBeVisible();
    await expect(list).toBeFocused();
    const updated = await told(page);
    await expect(page.locator("[aria-busy=true]").filter({ has: heat(page) })).toHaveCount(1);
    // Not before the table shows it.
    expect(await updated()).toEqual([]);
    held.resolve();
    await expect(page.getByText("higher than in 2021 (2022 round)")).toHaveCount(2);
    await expect(page.locator("[aria-busy]")).toHaveCount(0);
    // Said when what was said of the comparison before has had its turn.
    await expect.poll(updated).toEqual(["Table updated: Trafficking in persons, data for 2024 · 2025 round"]);
    await expect(list).toBeFocused();
    expect(searchOf(page)).toEqual({ since: "2022" });
    await expect(row("Canada").getByRole("rowheader")).toContainText("2021");
    await expect(row("Dominican Republic").getByRole("rowheader")).toContainText("not asked to report for 2021");
    await expect(row("Dominican Republic").getByRole("cell").first()).toContainText("no public report then");
    await expect(
      page.getByText("Not asked to report for 2021: Dominican Republic and United States of America."),
    ).toHaveCount(2);

    await tabTo(page, page.getByRole("button", { name: "Protection and assistance" }));
    await page.keyboard.press("Enter");
    const opened = page.getByRole("table", { name: /^Indicators of “Protection and assistance”/ });
    await expect(opened.getByText(/was \d for 2021/).first()).toBeAttached();
    expect(await opened.getByText(/was \d for 20(?!21)/).count()).toBe(0);

    const words = await heat(page).textContent();
    await page.reload();
    await waitUntilShown(page);
    await expect(list).toHaveValue("2022");
    expect(await heat(page).textContent()).toBe(words);
    expect(visitor.complaints()).toEqual([]);

    // A round is not compared with itself or a later one.
    await page.getByRole("radio", { name: /^data for 2021 · 2022 round/ }).check();
    await expect(list).toHaveValue("first");
    await expect.poll(() => searchOf(page)).toEqual({ year: "2022", dimension: "PRO" });
    expect(await list.getByRole("option").allTextContents()).toHaveLength(2);
    await page.goto(`${on.portal.url}/en?since=2030&keep=CRI`);
    await expect(list).toHaveValue("first");
    await expect.poll(() => searchOf(page)).toEqual({ keep: "CRI" });
  });

  test("a comparison that cannot be loaded: the page says so and keeps its controls, announces no table, and tries again or compares otherwise", async () => {
    const { page } = await visit("/en");
    const list = page.getByLabel("Compare each country with");
    const failure = page.getByRole("alert").filter({ hasText: "could not be loaded" });
    const again = page.getByRole("button", { name: "Try again" });
    let asked = 0;
    await page.route("**/public/progress/**", async (route) => {
      asked += 1;
      // Of a round that there is not.
      await route.fulfill({ response: await route.fetch({ url: route.request().url().replace(/\d+$/, "1999") }) });
    });
    const updated = await told(page);
    await tabTo(page, list);
    await list.selectOption("2022");
    await expect(failure).toContainText("The comparison with data for 2021 · 2022 round could not be loaded.");
    await expect(list).toHaveValue("2022");
    await expect(list).toBeFocused();
    await expect(heat(page)).toHaveCount(0);
    await expect(page.getByText(/higher than in/)).toHaveCount(0);
    await expect(page.getByText(/^2025 round, data for 2024/)).toBeVisible();
    expect(searchOf(page)).toEqual({ since: "2022" });
    expect(await updated()).toEqual([]);
    await again.click();
    await expect.poll(() => asked).toBe(2);
    await expect(failure).toBeVisible();

    await list.selectOption("before");
    await expect(heat(page)).toBeVisible();
    await expect(page.getByText("own previous round").first()).toBeVisible();
    await expect(failure).toHaveCount(0);
    await expect.poll(updated).toHaveLength(1);

    // Without a connection; trying again brings it.
    await page.unroute("**/public/progress/**");
    await page.route("**/public/progress/**", (route) => route.abort());
    await list.selectOption("2023");
    await expect(failure).toContainText("data for 2022 · 2023 round");
    const updatedOnce = await told(page);
    await page.unroute("**/public/progress/**");
    await again.click();
    await expect(page.getByText("higher than in 2022 (2023 round)")).toHaveCount(2);
    await expect(failure).toHaveCount(0);
    await expect.poll(updatedOnce).toEqual(["Table updated: Trafficking in persons, data for 2024 · 2025 round"]);
  });

  test("where the comparison is of another edition than the page, both are read again, once", async () => {
    const { page } = await visit("/en");
    const asked: string[] = [];
    await page.route(/\/public\/(index|progress\/.*)$/, async (route) => {
      const path = new URL(route.request().url()).pathname.replace("/api/v1/public/", "");
      asked.push(path);
      const reply = await route.fetch();
      const answer = await reply.json();
      const isFirst = path !== "index" && asked.length === 1;
      if (isFirst) answer.edition.id += 1;
      await route.fulfill({ response: reply, json: answer });
    });
    await page.getByLabel("Compare each country with").selectOption("2022");
    await expect
      .poll(() => [...asked].sort())
      .toEqual(["index", "progress/2025/since/2022", "progress/2025/since/2022"]);
    await expect(page.getByText("higher than in 2021 (2022 round)")).toHaveCount(2);
    await waitUntilQuiet(page);
    // The answers are there before the browser is closed.
    await page.unrouteAll({ behavior: "wait" });
    expect(asked).toHaveLength(3);
  });

  test("the server draws the comparison with a chosen round, in Spanish and without scripts too", async () => {
    const context = await newComputer(on.browser, { javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${on.portal.url}/es?since=2022&instrument=SOM`);
      await expect(page.getByText(/más arriba que en 2021 \(ronda 2022\)/).first()).toBeVisible();
      await expect(page.getByText(/No se pidió informe de 2021: Estados Unidos/).first()).toBeVisible();
      const table = page.getByRole("table", { name: /por país y dimensión/ });
      await expect(table.getByRole("row", { name: /^Estados Unidos/ })).toContainText("sin informe público entonces");
      await expect(table.getByRole("row", { name: /^Canadá/ })).toContainText("más que en 2021");
    } finally {
      await context.close();
    }
  });

  test("one country in colour: the others turn grey", async () => {
    const { page } = await visit("/en?keep=CRI");
    await expect(page.getByLabel("Keep in colour")).toHaveValue("CRI");
    const filterOf = (country: string) =>
      heat(page)
        .getByRole("row", { name: new RegExp(`^${country}`) })
        .getByRole("cell")
        .first()
        .evaluate((cell) => getComputedStyle(cell).filter);
    expect(await filterOf("Costa Rica")).toBe("none");
    expect(await filterOf("Canada")).toBe("grayscale(1)");
  });

  test("the country kept in colour is kept on the next page, by every link and without scripts, until another is chosen", async () => {
    const { page } = await visit("/en");
    await page.getByLabel("Keep in colour").selectOption({ label: "Costa Rica" });
    await page.getByRole("link", { name: "Indicators", exact: true }).click();
    await page.locator("summary", { hasText: "Criminalise every form of trafficking" }).click();
    await expect.poll(() => searchOf(page)).toEqual({ keep: "CRI", open: "TIP-OBJ-01" });
    await page.locator('main a[href*="/indicators/TIP-LEG-01"]').first().click();
    await expect(page.getByRole("heading", { level: 1, name: /^Is trafficking a crime/ })).toBeVisible();
    expect(searchOf(page)).toEqual({ keep: "CRI" });
    const filterOf = (country: string) =>
      page
        .getByRole("row", { name: new RegExp(`^${country}`) })
        .first()
        .getByRole("cell")
        .first()
        .evaluate((cell) => getComputedStyle(cell).filter);
    expect([await filterOf("Costa Rica"), await filterOf("Canada")]).toEqual(["none", "grayscale(1)"]);
    const html = await (await page.context().request.get(page.url())).text();
    expect(html).toContain('href="/en/articles?keep=CRI"');
    await page.getByLabel("Keep in colour").selectOption({ label: "All countries" });
    expect(searchOf(page)).toEqual({});
    expect(await filterOf("Canada")).toBe("none");
  });

  test("on a phone one dimension at a time, and the page never scrolls sideways, in both languages", async () => {
    for (const [language, list, all] of [
      ["en", "Dimension", "All dimensions"],
      ["es", "Dimensión", "Todas las dimensiones"],
    ] as const) {
      const { page } = await visit(`/${language}`);
      await page.setViewportSize({ width: 390, height: 844 });
      const table = page.getByRole("table").first();
      await expect(table.getByRole("columnheader")).toHaveCount(2);
      await expect(table.getByRole("columnheader", { name: all })).toBeVisible();
      await page.getByLabel(list, { exact: true }).selectOption("JUS");
      await expect(table.getByRole("columnheader")).toHaveCount(2);
      await expect(table.getByRole("columnheader", { name: all })).toHaveCount(0);
      await expect(page.getByRole("table", { name: /^(Indicators of|Indicadores de)/ })).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });

  test("the indicators of an objective and of an article stand below the table; another Protocol has others", async () => {
    const { page } = await visit("/en?keep=CRI");
    const list = page.getByLabel("Open the indicators of", { exact: true });
    await list.selectOption({ label: "Article 6 of the Trafficking Protocol" });
    const opened = page.getByRole("table", { name: /^Indicators of “Article 6 of the Trafficking Protocol”/ });
    await expect(opened).toBeVisible();
    expect(await opened.getByRole("columnheader").count()).toBeGreaterThan(2);
    expect(searchOf(page)).toEqual({ keep: "CRI", article: "tip-6" });
    const grey = (country: string) =>
      opened
        .getByRole("row", { name: new RegExp(`^${country}`) })
        .getByRole("cell")
        .first()
        .evaluate((cell) => getComputedStyle(cell).filter);
    expect([await grey("Costa Rica"), await grey("Canada")]).toEqual(["none", "grayscale(1)"]);
    await list.selectOption("objective TIP-OBJ-01");
    await expect(opened).toHaveCount(0);
    await expect(page.getByRole("table", { name: /^Indicators of/ })).toBeVisible();
    expect(searchOf(page)).toEqual({ keep: "CRI", objective: "TIP-OBJ-01" });
    await page.getByRole("radio", { name: "Smuggling of migrants" }).check();
    await expect(page.getByRole("table", { name: /^Indicators of/ })).toHaveCount(0);
    await expect(list.getByRole("option", { name: "Article 6 of the Trafficking Protocol" })).toHaveCount(0);
  });

  test("on paper answer and table stand on the first sheet, A4 and Letter, in every language", async () => {
    const { page } = await visit("/en");
    for (const language of languages)
      for (const [format, height] of [
        ["A4", 297],
        ["Letter", 279.4],
      ] as const) {
        await page.goto(`${on.portal.url}/${language}?instrument=SOM`);
        await waitUntilShown(page);
        await page.emulateMedia({ media: "print" });
        // Between the margins of `styles/print.css`.
        await page.setViewportSize({ width: 687, height: 900 });
        const bottom = await page
          .getByRole("group", { name: /^(How to read a tile|Cómo leer)/ })
          .evaluate((key) => key.parentElement?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY);
        expect(bottom, `${language}, ${format}`).toBeLessThan(((height - 26) / 25.4) * 96);
        await page.emulateMedia({ media: null });
      }
  });
});
