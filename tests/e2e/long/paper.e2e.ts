import { languages } from "@avances/domain/catalogue";
import type { Page } from "playwright";
import { test } from "vitest";
import { newComputer } from "../support/browser.ts";
import { describeDemonstration } from "../support/describe-demonstration.ts";
import { expect } from "../support/expect.ts";
import { everyState, inEveryState, type KnownState, type StateName, statesOf } from "../support/states-on-pages.ts";

/** CSS pixels between the margins of `styles/print.css`: 14 mm on both sides. */
const sheets = {
  A4: { width: Math.floor(((210 - 28) / 25.4) * 96), height: 1020 },
  Letter: { width: Math.floor(((215.9 - 28) / 25.4) * 96), height: 950 },
} as const;
/** Letter on its side, narrower than A4. */
const onItsSide = { width: Math.floor(((279.4 - 28) / 25.4) * 96), height: 700 };

/** Views that an address chooses; the pages in their first view are taken from the map of the site. */
const views = [
  "?instrument=SOM&keep=CRI",
  "?objective=TIP-OBJ-01",
  "/index?instrument=SOM&dimension=JUS&keep=CRI",
  "/indicators?objective=TIP-OBJ-01",
  "/indicators/TIP-PRO-01?view=panels&scale=common&keep=CRI",
  "/indicators/TIP-PRO-01?view=panels&unit=rate",
  "/indicators/TIP-PRO-01?view=lines&countries=MEX,PAN&keep=CRI",
  "/indicators/TIP-PRO-01?view=bars&keep=MEX",
  "/indicators/TIP-PRO-01?by=citizenship&keep=MEX",
  "/indicators/TIP-PRO-01?by=persons",
  "/indicators/TIP-PRO-01?by=identifyingActor",
  "/indicators/TIP-JUS-01?by=formOfExploitation&keep=MEX",
  "/indicators/TIP-LEG-01?view=years&keep=CRI",
  "/indicators/TIP-COO-05?view=years",
  "/indicators/TIP-PRO-04?by=assistanceType",
  "/indicators/TIP-PRO-04?view=bars",
  "/articles/tip-6",
] as const;

/**
 * What is cut off on a sheet as wide as the window, and what could be pressed. Looks at what stands on sheets of this kind: upright, or on their side
 * (`page: wide`).
 */
function faultsOn(page: Page, kind: "upright" | "wide"): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const width = window.innerWidth;
    const wide = [...document.querySelectorAll("section, div")].filter(
      (one) => getComputedStyle(one).getPropertyValue("page") === "wide",
    );
    const isSeen = (element: Element) => {
      const { width: w, height: h } = element.getBoundingClientRect();
      return w > 1.5 && h > 0 && element.checkVisibility() && element.closest(".sr-only") === null;
    };
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 40)}”`;
    const all = [...document.querySelectorAll("body *")].filter(
      (element) => isSeen(element) && wide.some((one) => one.contains(element)) === (wanted === "wide"),
    );
    const outside = all.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > width + 1;
    });
    const controls = all.filter((element) => element.matches("button, input, select, textarea, nav, [download]"));
    return [
      ...outside.slice(0, 3).map((element) => `cut off: ${name(element)}`),
      ...controls.slice(0, 3).map((element) => `to press: ${name(element)}`),
    ];
  }, kind);
}

/** The faults on A4 and Letter, upright and on their side. Leaves the window as wide as a sheet. */
async function faultsOnPaper(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [paper, size] of Object.entries(sheets)) {
    await page.setViewportSize(size);
    for (const fault of await faultsOn(page, "upright")) faults.push(`${paper}: ${fault}`);
  }
  await page.setViewportSize(onItsSide);
  for (const fault of await faultsOn(page, "wide")) faults.push(`on its side: ${fault}`);
  return faults;
}

/** What the page says of itself at its end. */
const sourceOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [data-on="paper"] p')]
      .filter((line) => line.checkVisibility())
      .map((line) => line.textContent)
      .join("\n"),
  );

const editionWords = {
  en: /edition \d+, published on \d+ \w+ \d{4}/,
  es: /edición \d+, publicada el \d+ de \w+ de \d{4}/,
};

describeDemonstration("public pages on paper", (on) => {
  test("every public page, on A4 and Letter: nothing is cut off, nothing could be pressed, it says edition, date and address", async () => {
    // Without scripts: the page as the server drew it is what a printing service gets, and the browser takes it over as it is.
    const context = await newComputer(on.browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    try {
      const sitemap = await (await context.request.get(`${on.portal.url}/sitemap.xml`)).text();
      const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
      expect(listed.length).toBeGreaterThan(100);
      await page.emulateMedia({ media: "print" });
      const faults: string[] = [];
      for (const address of listed) {
        const language = address.includes("/es") ? "es" : "en";
        await page.goto(address);
        for (const fault of await faultsOnPaper(page)) faults.push(`${address}, ${fault}`);
        // A country's sheet is looked at by `country.e2e.ts`.
        if (/\/countries\/\w+$/.test(address)) continue;
        const source = await sourceOf(page);
        if (!source.endsWith(`: ${address}`)) faults.push(`${address}: its address is not on it: ${source}`);
        if (!/\/(about|articles)$/.test(address) && !editionWords[language].test(source))
          faults.push(`${address}: no edition: ${source}`);
      }
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  }, 300_000);

  test("every view that an address chooses, on A4 and Letter; the address on the sheet brings the view back", async () => {
    const { page } = await on.comes();
    const faults: string[] = [];
    for (const language of languages)
      for (const view of views) {
        await page.emulateMedia({ media: null });
        await on.open(page, `/${language}${view}`);
        await page.emulateMedia({ media: "print" });
        for (const fault of await faultsOnPaper(page)) faults.push(`/${language}${view}, ${fault}`);
        const source = await sourceOf(page);
        const address = new URL(source.split(": ").at(-1) ?? "");
        const sorted = (url: URL) => [...url.searchParams].sort().join(" ");
        expect([address.pathname, sorted(address)]).toEqual([
          new URL(page.url()).pathname,
          sorted(new URL(page.url())),
        ]);
        if (view.includes("keep=")) expect(source).toMatch({ en: /^In colour/, es: /^En color/ }[language]);
      }
    expect(faults).toEqual([]);
  }, 300_000);

  test("many indicators of a dimension lie on their side; the heads of the table above stand upright beside it", async () => {
    const { page } = await on.comes();
    await on.open(page, "/es?dimension=PRO");
    await page.emulateMedia({ media: "print" });
    expect(await faultsOnPaper(page)).toEqual([]);
    const opened = page.locator("section", { has: page.getByRole("table", { name: /^Indicadores de/ }) }).last();
    expect(await opened.evaluate((section) => getComputedStyle(section).getPropertyValue("page"))).toBe("wide");
    const heads = page.getByRole("table").first().getByRole("columnheader");
    for (const name of ["Prevención", "Datos e investigación"])
      await expect(heads.filter({ hasText: name })).toBeVisible();
  });

  test("lines drawn for a wide screen are drawn anew for the sheet, and for the screen again after printing", async () => {
    const { page } = await on.comes();
    await on.open(page, "/en/indicators/TIP-PRO-01?view=lines&keep=CRI");
    const drawing = page.locator("svg.recharts-surface");
    const widthOf = async () => Number(await drawing.getAttribute("width"));
    const onScreen = await widthOf();
    expect(onScreen).toBeGreaterThan(1000);
    await page.evaluate(() => {
      addEventListener("beforeprint", () => {
        document.documentElement.dataset.tested =
          document.querySelector("svg.recharts-surface")?.getAttribute("width") ?? "";
      });
    });
    await page.pdf({ format: "A4" });
    expect(Number(await page.locator("html").getAttribute("data-tested"))).toBeLessThanOrEqual(sheets.A4.width + 1);
    await expect.poll(widthOf).toBe(onScreen);
  });

  test("a dark screen prints dark ink on white", async () => {
    for (const theme of [{ colorScheme: "dark" as const }, {}]) {
      const { page } = await on.comes(theme);
      await on.open(page, "/en");
      if (theme.colorScheme === undefined)
        await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
      const colours = () =>
        page.evaluate(() => [
          getComputedStyle(document.documentElement).backgroundColor,
          getComputedStyle(document.body).color,
        ]);
      expect((await colours())[0]).toBe("rgb(15, 22, 21)");
      await page.emulateMedia({ media: "print", colorScheme: theme.colorScheme ?? null });
      expect(await colours()).toEqual(["rgb(255, 255, 255)", "rgb(20, 32, 31)"]);
    }
  });

  test("the country kept in colour has a mark on paper and where colours are forced, and no picture is made of the others", async () => {
    const { page } = await on.comes();
    await on.open(page, "/en?keep=CRI");
    const row = (country: string) =>
      page
        .getByRole("table")
        .first()
        .getByRole("row", { name: new RegExp(`^\\W*${country}`) });
    const markOf = (country: string) =>
      row(country)
        .getByRole("rowheader")
        .evaluate((cell) => getComputedStyle(cell, "::before").content);
    expect(await markOf("Costa Rica")).toBe("none");
    for (const look of [{ media: "print" }, { media: "screen", forcedColors: "active" }] as const) {
      await page.emulateMedia(look);
      expect(await markOf("Costa Rica")).toContain("▸");
      expect(await markOf("Canada")).toBe("none");
    }
    await page.emulateMedia({ media: "print", forcedColors: null });
    const cell = row("Canada").getByRole("cell").first();
    expect(await cell.evaluate((td) => getComputedStyle(td).filter)).toBe("none");
    const [red, green, blue] = await cell
      .locator("span")
      .first()
      .evaluate((tile) => getComputedStyle(tile).backgroundColor.match(/\d+/g) ?? []);
    expect([red, green]).toEqual([green, blue]);
  });

  test("where colours are forced, drawings have the ink of the system, whichever theme was chosen", async () => {
    const { page } = await on.comes();
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    for (const theme of ["light", "dark"]) {
      await on.open(page, "/en/indicators/TIP-PRO-01?view=panels");
      await page.evaluate((chosen) => document.documentElement.setAttribute("data-theme", chosen), theme);
      const ink = await page.evaluate(() => getComputedStyle(document.body).color);
      const inks = await page
        .getByRole("group", { name: /Victims of trafficking identified/ })
        .first()
        .locator("svg text")
        .evaluateAll((texts) => [...new Set(texts.map((one) => getComputedStyle(one).fill))]);
      expect([theme, inks]).toEqual([theme, [ink]]);
    }
  });

  test.each(languages)(
    "every state keeps its mark and its word on paper, in every view: %s",
    async (language) => {
      const { page } = await on.comes();
      const known = await statesOf(page, on.portal, language);
      const missing: string[] = [];
      for (const { path, api, kind, states, pictured } of everyState) {
        await page.route(`**/api/v1/public/${api}`, async (route) => {
          const reply = await route.fetch();
          await route.fulfill({ response: reply, json: inEveryState(await reply.json(), kind) });
        });
        await page.emulateMedia({ media: null });
        await on.open(page, `/${language}${path}`);
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize(sheets.A4);
        const expected = known.filter(({ state }) => states.includes(state));
        expect(expected).toHaveLength(states.length);
        for (const fault of await statesMissing(page, expected, pictured)) missing.push(`${language}${path}: ${fault}`);
        await page.unroute(`**/api/v1/public/${api}`);
      }
      expect(missing).toEqual([]);
    },
    240_000,
  );
});

/** States of which the sheet shows no mark (in the picture, or beside the word), or whose word is nowhere to be read on it. */
function statesMissing(
  page: Page,
  states: readonly KnownState[],
  pictured: readonly StateName[],
): Promise<readonly string[]> {
  return page.evaluate(
    ([wanted, drawn]) => {
      const isSeen = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        // The mark of "exempt" is a level stroke, which has no height.
        const isLarge = Math.max(width, height) > 1.5;
        return isLarge && element.checkVisibility({ visibilityProperty: true }) && element.closest(".sr-only") === null;
      };
      const main = document.querySelector("main");
      const marksIn = (place: Element | null | undefined) =>
        [...(place?.querySelectorAll("svg, svg g") ?? [])].filter(isSeen).map((one) => one.innerHTML);
      const marks = marksIn(main);
      const picture = marksIn(main?.querySelector('figure [role="group"]') ?? main?.querySelector("table"));
      const words = [...(main?.querySelectorAll("*") ?? [])]
        .filter((one) => [...one.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
        .filter(isSeen)
        .map((one) => one.textContent?.trim() ?? "");
      return wanted.flatMap(({ state, mark, word }) => [
        ...(drawn.includes(state) && !picture.includes(mark) ? [`${state}: no mark in the picture`] : []),
        // Once in the picture or table, and once beside its word.
        ...(marks.filter((one) => one === mark).length < 2 ? [`${state}: no mark`] : []),
        ...(words.includes(word) ? [] : [`${state}: no word`]),
      ]);
    },
    [states, pictured] as const,
  );
}
