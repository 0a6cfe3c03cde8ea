import { languages } from "@avances/domain/catalogue";
import { test } from "vitest";
import { expectAccessible, waitUntilShown } from "./support/accessible.ts";
import type { Visitor } from "./support/browser.ts";
import { describeDemonstration } from "./support/describe-demonstration.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";

const words = {
  en: {
    search: "Search",
    heading: "Indicators",
    query: "convict",
    found: /^\d+ results$/,
    none: "Nothing here has “zebra” in its name, question or code.",
    country: "Mexico",
    article: /^Article 6 of the Trafficking Protocol/,
    other: "victimas",
    inOther: "Spanish: Víctimas",
    key: "Open the search with the key /",
  },
  es: {
    search: "Buscar",
    heading: "Indicadores",
    query: "condenad",
    found: /^\d+ resultados$/,
    none: "Nada aquí lleva «zebra» en su nombre, pregunta o código.",
    country: "México",
    article: /^Artículo 6 del Protocolo contra la trata/,
    other: "victims",
    inOther: "Inglés: Victims",
    key: "Abrir la búsqueda con la tecla /",
  },
};

describeDemonstration("the search, by keyboard alone", (on) => {
  async function comes(address: string): Promise<Visitor> {
    const visitor = await on.comes();
    await on.open(visitor.page, address);
    return visitor;
  }

  test("what is typed before the dialog has come stands in its field; if it cannot come, the list of indicators does", async () => {
    const { page, context } = await comes("/en/about");
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await context.route(/\/assets\/search-dialog.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press("/");
    await page.keyboard.type("a/b guate");
    letGo();
    await expect(page.getByRole("combobox")).toHaveValue("a/b guate");
    await expect(page.getByRole("combobox")).toBeFocused();

    await context.unroute(/\/assets\/search-dialog.*\.js/);
    await context.route(/\/assets\/search-dialog.*\.js/, (route) => route.abort());
    await page.reload();
    await waitUntilShown(page);
    await page.keyboard.press("/");
    await page.waitForURL("**/en/indicators");
    await expect(page.getByRole("heading", { level: 1, name: "Indicators" })).toBeVisible();
  });

  for (const language of languages) {
    const t = words[language];

    test(`${language}: the key / opens it, arrows choose, Enter goes there`, async () => {
      const visitor = await comes(`/${language}`);
      const { page } = visitor;
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const dialog = page.getByRole("dialog", { name: t.search });
      const field = dialog.getByRole("combobox");
      const options = dialog.getByRole("option");
      const chosen = dialog.getByRole("option", { selected: true });

      await page.keyboard.press("/");
      await expect(field).toBeFocused();
      await page.keyboard.type("m");
      await expect(field).toHaveAttribute("aria-expanded", "false");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("MEXICO");
      await expect(chosen).toHaveText(new RegExp(t.country));
      await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1, name: t.country })).toBeFocused();
      await expect(dialog).toBeHidden();

      await page.keyboard.press("/");
      await page.keyboard.type(t.query);
      await expect(dialog.getByRole("status")).toHaveText(t.found);
      const first = await chosen.textContent();
      await page.keyboard.press("ArrowDown");
      await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("ArrowUp");
      expect(await chosen.textContent()).toBe(first);
      await page.keyboard.press("ArrowUp");
      await expect(options.last()).toHaveAttribute("aria-selected", "true");
      await expect(options.last()).toBeInViewport();

      await field.fill("zebra");
      await expect(dialog.getByRole("status")).toHaveText(t.none);
      await page.keyboard.press("Enter");
      await expect(dialog).toBeVisible();

      await field.fill("art 6");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${language}/articles/tip-6`);
      await expect(page.getByRole("heading", { level: 1, name: t.article })).toBeFocused();
      await page.keyboard.press("/");
      await field.fill("art 9");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${language}/articles/tip-9`);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      // What was asked for went nowhere.
      expect(asked.filter((url) => /convict|condenad|zebra|MEXICO/i.test(url))).toEqual([]);
      expect(visitor.complaints()).toEqual([]);
    });

    test(`${language}: the button opens it, Escape closes it and gives the focus back; the key can be given up`, async () => {
      const visitor = await comes(`/${language}/indicators`);
      const { page } = visitor;
      const dialog = page.getByRole("dialog", { name: t.search });
      const button = page.getByRole("button", { name: t.search, exact: true });
      await tabTo(page, button);
      await page.keyboard.press("Enter");
      // Loaded the first time: the letters may come before the field does.
      await page.keyboard.type(t.other);
      await expect(dialog.getByRole("combobox")).toHaveValue(t.other);
      await expect(dialog.getByText(t.inOther).first()).toBeVisible();
      await expect(dialog.locator(`[lang="${language === "en" ? "es" : "en"}"]`).first()).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(button).toBeFocused();

      // In a field a slash is a letter.
      const filter = page.getByRole("searchbox");
      await tabTo(page, filter);
      await page.keyboard.type("1/2");
      await expect(filter).toHaveValue("1/2");
      await expect(dialog).toBeHidden();

      await button.press("Enter");
      await tabTo(page, dialog.getByRole("checkbox", { name: t.key }));
      await page.keyboard.press("Space");
      await page.keyboard.press("Escape");
      await page.reload();
      await waitUntilShown(page);
      await page.keyboard.press("/");
      await expect(dialog).toBeHidden();
      // Had the key opened it, the button behind it could not be pressed.
      await button.press("Enter");
      await expect(dialog.getByRole("checkbox", { name: t.key })).not.toBeChecked();
      expect(visitor.complaints()).toEqual([]);
    });
  }

  test("accessible with results, without, and in the words of the other language; light and dark, wide and narrow", async () => {
    for (const language of languages) {
      const visitor = await comes(`/${language}`);
      const { page } = visitor;
      await page.getByRole("button", { name: words[language].search, exact: true }).click();
      for (const query of ["", words[language].query, "zebra", words[language].other]) {
        await page.getByRole("dialog").getByRole("combobox").fill(query);
        await expectAccessible(page, { colorScheme: "light", width: 1440 }, "dialog[open]");
        await expectAccessible(page, { colorScheme: "dark", width: 390 }, "dialog[open]");
      }
      expect(visitor.complaints()).toEqual([]);
    }
  });
});
