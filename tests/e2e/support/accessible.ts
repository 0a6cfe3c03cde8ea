import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";
import { expect } from "./expect.ts";

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
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  const violations = await askAxe(page, within, colorScheme === "dark" ? { runOnly: colourRules } : {});
  const found = violations.map(({ id, nodes }) => ({
    id,
    count: nodes.length,
    where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found, `axe, ${colorScheme}, ${width} px, ${page.url()}`).toEqual([]);
  const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  expect(excess, `sideways scrolling, ${width} px, ${page.url()}`).toBeLessThanOrEqual(0);
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
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("status").filter({ hasText: /^(Loading|Cargando)/ })).toHaveCount(0);
}
