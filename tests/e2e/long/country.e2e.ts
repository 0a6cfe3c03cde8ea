import { languages } from "@avances/domain/catalogue";
import type { Page } from "playwright";
import { test } from "vitest";
import { describeDemonstration } from "../support/describe-demonstration.ts";
import { expect } from "../support/expect.ts";

const papers = ["A4", "Letter"] as const;

describeDemonstration("a country's page, over the demonstration region", (on) => {
  const { open } = on;
  const comes = async (): Promise<Page> => (await on.comes()).page;

  /** Sheets of paper that the page takes. */
  async function sheetsOf(page: Page, format: (typeof papers)[number]): Promise<number> {
    const pdf = (await page.pdf({ format, printBackground: true })).toString("latin1");
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  test("every country is one sheet, on A4 and on Letter, in every language", async () => {
    const page = await comes();
    await open(page, "/en/countries");
    const countries = await page
      .getByRole("table")
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.slice(-3) ?? ""));
    expect(countries).toHaveLength(11);
    for (const country of countries)
      for (const language of languages) {
        await open(page, `/${language}/countries/${country}`);
        for (const paper of papers)
          expect([country, language, paper, await sheetsOf(page, paper)]).toEqual([country, language, paper, 1]);
      }
    // A page without a sheet takes several: the count is not always one.
    await open(page, "/en");
    expect(await sheetsOf(page, "A4")).toBeGreaterThan(1);
  }, 300_000);

  test("a browser without `:has` prints the one sheet too, whether or not the fonts have come", async () => {
    const page = await comes();
    await page.route(/\.woff2/, (route) => route.abort());
    for (const language of languages)
      for (const country of ["CRI", "SLV", "PAN"]) {
        await open(page, `/${language}/countries/${country}`);
        expect(await dropHas(page)).toBeGreaterThan(0);
        for (const paper of papers)
          expect([country, language, paper, await sheetsOf(page, paper)]).toEqual([country, language, paper, 1]);
      }
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("contentinfo")).toBeHidden();
    await page.evaluate(() => document.documentElement.removeAttribute("data-printed"));
    await expect(page.getByRole("contentinfo")).toBeVisible();
    await page.emulateMedia({ media: null });
    await page.reload();
    await expect(page.locator("html[data-printed]")).toHaveCount(1);
    // The attribute goes with the page.
    await page
      .getByRole("navigation")
      .first()
      .getByRole("link", { name: /países/i })
      .click();
    await expect(page.locator("html[data-printed]")).toHaveCount(0);
  }, 120_000);

  test.each([
    ["with the fonts", true],
    ["without the fonts", false],
  ])(
    "a country with thirty rounds, long names and everything changed is one sheet too, which says what it leaves to the page: %s",
    async (_, hasFonts) => {
      const page = await comes();
      // Without the portal's fonts texts are wider.
      await page.route(/\.woff2/, (route) => (hasFonts ? route.continue() : route.abort()));
      await page.route("**/api/v1/public/countries/CRI", async (route) => {
        const reply = await route.fetch();
        await route.fulfill({ response: reply, json: atItsWorst(await reply.json()) });
      });
      for (const language of languages) {
        await open(page, `/${language}/countries`);
        await page.getByRole("link", { name: "Costa Rica" }).click();
        const words = { en: /\d+ more on the page/, es: /\d+ más en la página/ }[language];
        await expect(page.getByRole("heading", { level: 1 })).toContainText("with a very long name");
        expect(await page.locator("[data-sheet]").textContent()).toMatch(words);
        for (const paper of papers)
          expect([language, paper, await sheetsOf(page, paper)]).toEqual([language, paper, 1]);
      }
    },
    120_000,
  );

  test("the sheet has edition, date and address; the page behind it is not printed", async () => {
    const page = await comes();
    await open(page, "/en/countries/CRI");
    await expect(page.locator("[data-sheet]")).toBeHidden();
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator("[data-sheet]");
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText(/edition \d+, published on \d+ \w+ \d{4}/);
    await expect(sheet).toContainText(`${on.portal.url}/en/countries/CRI`);
    await expect(sheet).toContainText("treaty data of 14 March 2015");
    await expect(page.locator("h1")).toBeHidden();
    await expect(page.getByRole("contentinfo")).toBeHidden();
  });

  test("answers within the first screen, and never scrolls sideways", async () => {
    const page = await comes();
    for (const width of [1440, 390])
      for (const language of languages) {
        await page.setViewportSize({ width, height: 900 });
        await open(page, `/${language}/countries/SLV`);
        expect(
          await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth),
        ).toBeLessThanOrEqual(0);
        const standing = page.locator("#standing");
        if (width > 1000) expect((await standing.boundingBox())?.y).toBeLessThan(700);
        await expect(page.locator("main p b").first()).toBeInViewport();
      }
  });
});

/** Takes away the rules that a browser without `:has` does not know, and tells how many they were. */
function dropHas(page: Page): Promise<number> {
  return page.evaluate(() => {
    let dropped = 0;
    const drop = (rules: CSSStyleSheet | CSSGroupingRule) => {
      for (let place = rules.cssRules.length - 1; place >= 0; place -= 1) {
        const rule = rules.cssRules[place];
        if (rule instanceof CSSStyleRule && rule.selectorText.includes(":has(")) {
          rules.deleteRule(place);
          dropped += 1;
        } else if (rule instanceof CSSGroupingRule) drop(rule);
      }
    };
    for (const sheet of document.styleSheets) drop(sheet);
    return dropped;
  });
}

type Reply = {
  readonly country: { readonly name: Readonly<Record<string, string>> };
  readonly rounds: readonly Round[];
  readonly reporting: readonly Round[];
  readonly index: readonly (Round & { readonly robustness: Readonly<Record<string, object>> })[];
  readonly indicators: readonly {
    readonly name: Readonly<Record<string, string>>;
    readonly levels: readonly unknown[];
    readonly rows: readonly Answer[];
  }[];
};
type Round = { readonly roundYear: number; readonly referenceYear: number; readonly state?: string };
type Answer = Round & { readonly value: { readonly type: string; readonly level?: number } | null };

/** The country's reply with thirty rounds, in which every level moves with each report, names are half as long again, and every choice of weights matters. */
function atItsWorst(reply: Reply): Reply {
  const years = Array.from({ length: 30 }, (_, place) => 2002 + place);
  const moved = <R extends Round>(row: R, year: number): R => ({ ...row, roundYear: year + 1, referenceYear: year });
  const of = <R extends Round>(rows: readonly R[]): R[] =>
    years.flatMap((year) => rows.slice(0, 1).map((row) => moved(row, year)));
  const long = (name: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(name).map(([language, words]) => [language, `${words} ${words.slice(0, words.length / 2)}`]),
    );
  const reverses = [
    "equalWeights",
    "geometricMean",
    ...["LEG", "PRV", "PRO", "JUS", "COO", "DAT"].map((code) => `without-${code}`),
  ];
  return {
    ...reply,
    country: {
      ...reply.country,
      name: Object.fromEntries(
        Object.entries(reply.country.name).map(([language, name]) => [language, `${name} with a very long name`]),
      ),
    },
    rounds: of(reply.rounds),
    reporting: of(reply.reporting),
    index: of(reply.index.slice(-1)).map((row) => ({
      ...row,
      robustness: Object.fromEntries(Object.entries(row.robustness).map(([code, one]) => [code, { ...one, reverses }])),
    })),
    indicators: reply.indicators.map((indicator, place) => ({
      ...indicator,
      name: long(indicator.name),
      rows: years.flatMap((year) =>
        indicator.rows.slice(0, 1).map((row) => {
          const { value } = row;
          if (value?.type === "ordinal") return moved({ ...row, value: { ...value, level: (year + place) % 2 } }, year);
          return moved(row, year);
        }),
      ),
    })),
  };
}
