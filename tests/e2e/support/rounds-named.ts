import type { Page } from "playwright";
import { expect } from "./expect.ts";

const day = /\b\d{1,2} (?:de )?[a-záéíóú]+\.? (?:de )?20\d\d\b|\b[A-Z][a-z]+ \d{1,2}, 20\d\d\b/gi;
const named = /\b20\d\d round\b|\bronda 20\d\d\b|\bdata (?:for|from) 20\d\d\b|\bdatos de 20\d\d\b/i;

/** Every year in a heading, a caption or the title of the page is marked as that of the round, of the data, or of a date. */
export async function expectRoundsNamed(page: Page): Promise<void> {
  const isTimeline = /\/timeline\b/.test(page.url());
  const texts = await page.locator("main :is(h1, h2, h3, h4, caption)").allTextContents();
  const bare = [await page.title(), ...texts].filter((text) => {
    const rest = text.replaceAll(day, "");
    // A heading that is a year alone heads what happened in it, as on the timeline: no round is named by less than its name.
    if (/^20\d\d$/.test(text.trim())) return !isTimeline;
    return /\b20\d\d\b/.test(rest) && !named.test(rest);
  });
  expect(bare, `years without a name, ${page.url()}`).toEqual([]);
}
