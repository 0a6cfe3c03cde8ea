import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";
import { expect } from "./expect.ts";
import { waitUntilQuiet } from "./quiet.ts";

export interface Look {
  readonly colorScheme: "light" | "dark";
  readonly width: 390 | 1440;
}

/** The minified form, which a browser parses in three quarters of the time. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = AxeResults["violations"][number];

/** Light and dark differ only in colours, so in the dark only these rules run again. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Shows the page in this look and expects that axe finds nothing and that nothing overflows sideways. `within`: a selector; only its
 * content is checked, such as a dialog over a page that was checked before.
 */
export async function expectAccessible(page: Page, { colorScheme, width }: Look, within?: string): Promise<void> {
  await show(page, { colorScheme, width });
  await expectRules(page, within, colorScheme === "dark" ? { runOnly: colourRules } : {});
  await expectNoSidewaysScrolling(page);
}

/** What a single text or place may break, whatever its element and class: these rules look at every part of a long page. */
const rulesOfContent = [
  ...[
    "document-title",
    "html-has-lang",
    "html-lang-valid",
    "valid-lang",
    "page-has-heading-one",
    "heading-order",
    "empty-heading",
  ],
  ...["bypass", "skip-link", "region", "landmark-one-main", "landmark-unique", "duplicate-id-aria", "link-name"],
  ...["list", "listitem", "definition-list", "dlitem", "scrollable-region-focusable", "summary-name"],
];

/**
 * The same for a very long page of articles whose look follows from elements and classes alone: rules about its texts and their order over all of it;
 * all rules over what is left without the articles in which every kind of element occurred before. To learn what lies behind what, axe measures a
 * whole page, however little of it is asked about.
 */
export async function expectAccessibleByKind(page: Page, looks: readonly Look[]): Promise<void> {
  await expectRules(page, undefined, { runOnly: rulesOfContent });
  for (const look of looks) {
    await show(page, look);
    await expectNoSidewaysScrolling(page);
  }
  const { kinds, kept } = await page.evaluate(leaveOneOfEachKind);
  // Fewer kinds would mean that the page is not drawn; more articles, that nothing is saved.
  expect(kinds, page.url()).toBeGreaterThan(40);
  expect(kept, page.url()).toBeLessThan(40);
  for (const [place, look] of looks.entries()) {
    await show(page, look);
    await expectRules(page, undefined, place === 0 ? {} : { runOnly: colourRules });
  }
}

/** Runs in the page: removes each article that has only kinds of elements that occurred before, told by the elements and classes around them. */
function leaveOneOfEachKind(): { readonly kinds: number; readonly kept: number } {
  const seen = new Set<string>();
  const kindOf = (element: Element): string =>
    `${element.parentElement === null ? "" : kindOf(element.parentElement)} ${element.tagName}.${element.className}`;
  const addKinds = (elements: Iterable<Element>): boolean => {
    const before = seen.size;
    // What is folded has no colours to look at.
    for (const element of elements) if (element.checkVisibility()) seen.add(kindOf(element));
    return seen.size > before;
  };
  addKinds([...document.body.querySelectorAll("*")].filter((element) => element.closest("article") === null));
  for (const article of [...document.querySelectorAll("article")])
    if (!addKinds([article, ...article.querySelectorAll("*")])) article.remove();
  return { kinds: seen.size, kept: document.querySelectorAll("article").length };
}

async function show(page: Page, { colorScheme, width }: Look): Promise<void> {
  // Together, so that the page is laid out anew once.
  await Promise.all([
    page.emulateMedia({ colorScheme, reducedMotion: "reduce" }),
    page.setViewportSize({ width, height: 900 }),
  ]);
  // A long page on a busy machine takes its new width and colours later than it was told of them: what is measured before is the look before.
  const shown = () =>
    page.evaluate(() => [window.innerWidth, matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"]);
  await expect.poll(shown, { message: `the look of ${page.url()}` }).toEqual([width, colorScheme]);
}

async function expectRules(page: Page, within: string | undefined, options: RunOptions): Promise<void> {
  const violations = await askAxe(page, within, options);
  const found = violations.map(({ id, nodes }) => ({
    id,
    count: nodes.length,
    where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  const look = await page.evaluate(() => [
    matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    `${window.innerWidth} px`,
  ]);
  expect(found, `axe, ${look.join(", ")}, ${page.url()}`).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  expect(excess, `sideways scrolling, ${page.viewportSize()?.width} px, ${page.url()}`).toBeLessThanOrEqual(0);
}

/**
 * What axe finds. The portal has no frames, so one run in the page covers everything, and axe is loaded once a page
 * instead of once a run: Playwright's wrapper of it took four times as long.
 */
async function askAxe(page: Page, within: string | undefined, options: RunOptions): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  expect(page.frames(), `frames that axe would not see, ${page.url()}`).toHaveLength(1);
  return page.evaluate(
    async ([place, more]) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      // Passed rules are not needed; axe would describe each of their nodes, which takes a quarter of its time.
      const results = await run(place ?? document, { ...more, resultTypes: ["violations"] });
      return results.violations;
    },
    [within, options] as const,
  );
}

/**
 * Expects, for a page of the Secretariat on a phone, that nothing is beside the screen or cut: no part of the page is wider than the frame that shows
 * it, and what is pressed within a card of a table is as high as a finger needs. `within`: a selector; only its content is looked at.
 */
export async function expectNothingBeside(page: Page, within = "main"): Promise<void> {
  const found = await page.evaluate(besideOrLow, within);
  expect(found, `beside the screen, cut, or too low for a finger, ${page.url()}`).toEqual([]);
}

/** Runs in the page. */
function besideOrLow(within: string): readonly string[] {
  const told = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}`;
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  // Read aloud and not shown.
  const isForEars = (element: Element) => getComputedStyle(element).clipPath !== "none";
  const all = [...(document.querySelector(within)?.querySelectorAll("*") ?? [])].filter(isSeen);
  const beside = all.filter(
    (element) =>
      getComputedStyle(element).overflowX !== "visible" &&
      element.scrollWidth > element.clientWidth + 1 &&
      // The text of a field is moved by its cursor.
      !element.matches("input, select, textarea") &&
      !isForEars(element),
  );
  const low = all.filter(
    (element) =>
      element.matches("table[role=table] :is(button, a, select, summary)") &&
      element.getBoundingClientRect().height < 44,
  );
  return [
    ...beside.map((element) => `${told(element)}: ${element.scrollWidth} px in ${element.clientWidth}`),
    ...low.map((element) => `${told(element)}: ${element.getBoundingClientRect().height} px high`),
  ];
}

/** Waits until a page is complete: its heading is there, and nothing is loading or a placeholder any more. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await waitUntilQuiet(page);
  await expect(page.getByRole("status").filter({ hasText: /^(Loading|Cargando)/ })).toHaveCount(0);
}
