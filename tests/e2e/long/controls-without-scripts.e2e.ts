import type { Page } from "playwright";
import { test } from "vitest";
import { newComputer } from "../support/browser.ts";
import { describeDemonstration } from "../support/describe-demonstration.ts";
import { expect } from "../support/expect.ts";

const show = { en: "Show", es: "Mostrar" } as const;

/** What can be chosen on a public page is followed, or cannot be chosen, also where no script runs. */
describeDemonstration("controls without scripts", (on) => {
  async function withoutScripts(width: number, read: (page: Page) => Promise<void>, areBlocked = false) {
    const context = await newComputer(on.browser, { javaScriptEnabled: areBlocked, viewport: { width, height: 900 } });
    try {
      if (areBlocked) await context.route(/\.js$/, (route) => route.abort());
      await read(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** The portal draws no page in its first moments. */
  async function goTo(page: Page, address: string) {
    await page.goto(`${on.portal.url}${address}`);
    for (let tries = 0; tries < 20 && (await page.locator("h1").count()) === 0; tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    await expect(page.locator("h1")).toBeVisible();
  }

  /** The controls that a reader sees and whose choice no button sends, and the buttons that do nothing. */
  const unfollowed = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("input, select, button")]
        .filter((control) => control.getClientRects().length > 0)
        .filter((control) => {
          const { form, name, type } = control as HTMLInputElement;
          if (control.localName === "button") return type !== "submit" || !form;
          const sends = [...(form?.elements ?? [])].some(
            (one) => (one as HTMLButtonElement).type === "submit" && one.getClientRects().length > 0,
          );
          const twins = [...(form?.elements ?? [])].filter(
            (one) =>
              (one as HTMLInputElement).name === name && (type !== "radio" || (one as HTMLInputElement).type !== type),
          );
          return !sends || name === "" || twins.length > (type === "radio" ? 0 : 1);
        })
        .map((control) => control.outerHTML.slice(0, 200)),
    );

  const pages = [
    "",
    "?instrument=SOM&dimension=JUS",
    "/index",
    "/index?instrument=TIP",
    "/indicators",
    "/indicators?objective=TIP-O1",
    "/indicators?q=zzzz",
    "/indicators/TIP-PRO-01",
    "/indicators/TIP-PRO-01?view=panels",
    "/indicators/TIP-PRO-04?by=assistanceType",
    "/indicators/TIP-LEG-01",
    "/indicators/TIP-LEG-05",
    "/countries",
    "/countries/CRI",
    "/articles/tip-6",
    "/about",
  ];

  for (const width of [390, 1440])
    for (const areBlocked of [false, true])
      test(`${width} px, scripts ${areBlocked ? "blocked" : "off"}: whatever can be chosen can be sent`, async () => {
        await withoutScripts(
          width,
          async (page) => {
            for (const address of pages.map((at) => `/${width === 390 ? "en" : "es"}${at}`)) {
              await goTo(page, address);
              expect([address, await unfollowed(page)]).toEqual([address, []]);
            }
          },
          areBlocked,
        );
      }, 240_000);

  for (const width of [390, 1440])
    test(`${width} px: the region's page shows the Protocol, the round, the comparison and the country that were chosen`, async () => {
      await withoutScripts(width, async (page) => {
        await goTo(page, "/en");
        await page.getByRole("radio", { name: "Smuggling" }).check({ force: true });
        const rounds = page.locator('select[name="year"]');
        await rounds.selectOption({ index: 1 });
        const year = await rounds.inputValue();
        await page.getByLabel("Compare each country with").selectOption("before");
        await page.getByLabel("Keep in colour").selectOption("CRI");
        const before = await page.getByRole("table").first().textContent();
        await page.getByRole("button", { name: show.en, exact: true }).first().click();
        const asked = new URL(page.url()).searchParams;
        expect(["instrument", "year", "since", "keep"].map((name) => asked.getAll(name))).toEqual([
          ["SOM"],
          [year],
          ["before"],
          ["CRI"],
        ]);
        await expect(page.getByRole("radio", { name: "Smuggling" })).toBeChecked();
        await expect(rounds).toHaveValue(year);
        await expect(page.getByLabel("Keep in colour")).toHaveValue("CRI");
        expect(await page.getByRole("table").first().textContent()).not.toBe(before);

        // The head of a column, or the list that a narrow screen has for it, opens its indicators and keeps what was chosen.
        if (width > 1000) await page.getByRole("table").first().locator("thead button").first().click();
        else {
          await page.locator('select[name="dimension"]').selectOption("LEG");
          await page.getByRole("button", { name: show.en, exact: true }).first().click();
        }
        await page.waitForURL(/dimension=LEG/);
        await expect(page.getByRole("button", { name: "Close" })).toBeVisible();
        await expect(page.getByLabel("Keep in colour")).toHaveValue("CRI");
      });
    });

  test("the index, the list of indicators, an indicator and a country show what was chosen", async () => {
    await withoutScripts(1440, async (page) => {
      const send = (name: string) =>
        page.locator(`form:has([name="${name}"]:not([type=hidden]))`).getByRole("button", { name: show.es }).click();
      await goTo(page, "/es/index");
      await page.locator('select[name="instrument"]').selectOption("SOM");
      await send("instrument");
      await expect(page.locator('select[name="instrument"]')).toHaveValue("SOM");

      await goTo(page, "/es/indicators");
      // Those of folded objectives as well.
      const rows = page.locator("main tbody tr");
      const all = await rows.count();
      await page.locator('input[name="q"]').fill("fiscal");
      await send("q");
      await expect(page.locator('input[name="q"]')).toHaveValue("fiscal");
      expect(await rows.count()).toBeLessThan(all);

      await goTo(page, "/es/indicators/TIP-PRO-01?view=lines");
      await page.locator('label:has([name="view"][value="panels"])').click();
      await send("view");
      await expect(page.locator('[type=radio][name="view"][value="panels"]')).toBeChecked();
      await page.locator('select[name="keep"]').selectOption("CRI");
      await send("keep");
      await expect(page.locator('[type=radio][name="view"][value="panels"]')).toBeChecked();
      await expect(page.locator('select[name="keep"]')).toHaveValue("CRI");

      await goTo(page, "/es/countries/CRI");
      await page.locator('label:has([name="instrument"][value="SOM"])').click();
      await send("instrument");
      await expect(page.locator('[type=radio][name="instrument"][value="SOM"]')).toBeChecked();
    });
  });

  test("with scripts there is no button, and Enter in a control leads nowhere", async () => {
    const { page } = await on.comes();
    for (const address of ["/en", "/es/indicators", "/en/indicators/TIP-PRO-01", "/es/countries/CRI"]) {
      await on.open(page, address);
      await expect(page.getByRole("button", { name: /^(Show|Mostrar)$/ })).toHaveCount(0);
      await page.evaluate(() => {
        (window as { same?: boolean }).same = true;
      });
      await page.locator("form input:not([type=hidden]), form select").first().press("Enter");
      expect(await page.evaluate(() => (window as { same?: boolean }).same)).toBe(true);
    }
  });
});
