import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../docs/solutions/", import.meta.url);
const read = (page: string) => readFileSync(new URL(page, folder), "utf8");

test("every solution says symptom, cause and rule, and is found in the list by its title", () => {
  const pages = readdirSync(folder).filter((page) => page !== "README.md");
  const list = read("README.md");
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    const text = read(page);
    const [, title] = /^# (.+)$/m.exec(text) ?? [];
    expect(
      [...text.matchAll(/^\*\*(\w+)\.\*\* \S/gm)].map(([, part]) => part),
      page,
    ).toEqual(["Symptom", "Cause", "Rule"]);
    expect(list, page).toContain(`- [${title}](${page})\n`);
  }
});
