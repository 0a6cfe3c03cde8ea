import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../docs/decisions/", import.meta.url);

/** Pages written at the same time have taken the same number more than once. */
test("decisions are numbered without a gap, each number once, and say their number", () => {
  const pages = readdirSync(folder).sort();
  const numbers = pages.map((page) => Number(page.slice(0, 4)));
  expect(numbers).toEqual(pages.map((_, index) => index + 1));
  for (const [index, page] of pages.entries()) {
    const [heading] = readFileSync(new URL(page, folder), "utf8").split("\n");
    expect(Number(/^# 0*(\d+)\b/.exec(heading ?? "")?.[1]), `${page}: ${heading}`).toBe(index + 1);
  }
});
