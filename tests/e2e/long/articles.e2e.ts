import type { Page } from "playwright";
import { test } from "vitest";
import { describeDemonstration } from "../support/describe-demonstration.ts";
import { expect } from "../support/expect.ts";
import { tabTo } from "../support/keyboard.ts";

/** The articles as a way in: from the navigation to an article, to what follows it up, and back. */
describeDemonstration("articles", (on) => {
  async function open(path: string): Promise<Page> {
    const { page } = await on.comes();
    await page.goto(`${on.portal.url}${path}`);
    return page;
  }

  async function follow(page: Page, name: string | RegExp): Promise<void> {
    await tabTo(page, page.getByRole("main").getByRole("link", { name }).first());
    await page.keyboard.press("Enter");
  }

  test("by keyboard: from the navigation to an article, its indicator, back by its citation, its neighbour, its objective", async () => {
    const page = await open("/en");
    // Before the first page is shown, the focus stays where the browser put it.
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await tabTo(page, page.getByRole("navigation", { name: "Public pages" }).getByRole("link", { name: "Articles" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Articles" })).toBeFocused();
    await follow(page, "Article 6: Assistance to and protection of victims of trafficking in persons");
    const title =
      "Article 6 of the Trafficking Protocol: Assistance to and protection of victims of trafficking in persons";
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Avances`);
    await expect(page.getByText(/^11 indicators follow up this article\. For 2024 \(2025 round\), /)).toBeVisible();

    await follow(page, "Victim and witness protection in proceedings");
    await page.waitForURL("**/en/indicators/TIP-JUS-07");
    await follow(page, "Trafficking Protocol, Art. 6(1), 6(2)(a), 6(2)(b), 6(5)");
    await page.waitForURL("**/en/articles/tip-6");
    await follow(page, /^Article 7 of the Trafficking Protocol: /);
    await page.waitForURL("**/en/articles/tip-7");
    await follow(page, "Give victims access to status, compensation and safe return");
    await page.waitForURL("**/en/indicators?objective=TIP-OBJ-08");
    await expect(page.getByText("Only the objective: Give victims access to status")).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(1);
    await tabTo(page, page.getByRole("button", { name: "All objectives" }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/indicators");
    await expect(page.getByRole("table")).not.toHaveCount(1);
  });

  test("the counts beside an indicator are those of its own page's answers", async () => {
    const page = await open("/es/articles/tip-6");
    const reply = await page.request.get(`${on.portal.url}/api/v1/public/indicators/TIP-PRO-03`);
    const { rows, mainRound } = (await reply.json()) as {
      mainRound: { roundYear: number };
      rows: readonly { roundYear: number; value: { level: number } | null }[];
    };
    const own = rows.filter(({ roundYear }) => roundYear === mainRound.roundYear);
    const item = page.getByRole("listitem").filter({
      has: page.getByRole("link", { name: "¿Hay un mecanismo nacional para identificar y referir a las víctimas?" }),
    });
    const given = own.filter(({ value }) => value !== null).length;
    await expect(item.first()).toContainText(`${given} de ${own.length} países dieron un nivel`);
    for (const level of [0, 1, 2, 3, 4]) {
      const n = own.filter(({ value }) => value?.level === level).length;
      const row = item.first().getByText(`Nivel ${level}${n} ${n === 1 ? "país" : "países"}`);
      if (n > 0)
        await expect(
          item
            .first()
            .locator("li")
            .filter({ hasText: new RegExp(`Nivel ${level}${n} `) }),
        ).toBeVisible();
      else await expect(row).toHaveCount(0);
    }
  });

  test("an article that nothing cites, or that is none, has no page", async () => {
    for (const name of ["tip-16", "TIP-6", "untoc-99", "x"]) {
      const page = await open(`/en/articles/${name}`);
      await expect(page.getByRole("heading", { level: 1, name: "There is no page at this address" })).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Public pages" })).toBeVisible();
    }
  });

  test("on a phone the whole navigation is in view, in both languages", async () => {
    for (const [language, name] of [
      ["en", "Public pages"],
      ["es", "Páginas públicas"],
    ] as const) {
      const page = await open(`/${language}/articles`);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        const links = page.getByRole("navigation", { name }).getByRole("link");
        await expect(links).toHaveCount(6);
        for (const link of await links.all()) {
          const box = await link.boundingBox();
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });
});
