import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { expect } from "./expect.ts";

export interface Look {
  readonly colorScheme: "light" | "dark";
  readonly width: 390 | 1440;
}

/** Colours are all that differs between light and dark, so in the dark only these are asked again. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Shows the page in this look and expects that axe finds nothing and that nothing sticks out sideways. `within`: a selector; only what is
 * in there is asked, such as a layer over a page that was asked before.
 */
export async function expectAccessible(page: Page, { colorScheme, width }: Look, within?: string): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  // What passes is of no interest; axe describes each node of it otherwise, which takes a quarter of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (within !== undefined) axe.include(within);
  const { violations } = await (colorScheme === "dark" ? axe.withRules(colourRules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    count: nodes.length,
    where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found, `axe, ${colorScheme}, ${width} px, ${page.url()}`).toEqual([]);
  const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  expect(excess, `sideways scrolling, ${width} px, ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Waits until a page is there for good: its heading stands and nothing is a placeholder any more. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("status").filter({ hasText: /^(Loading|Cargando)/ })).toHaveCount(0);
}
