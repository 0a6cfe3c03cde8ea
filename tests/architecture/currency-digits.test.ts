import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Code that asks the JavaScript platform for the decimals of a currency: platforms use different tables. */
const asksThePlatform = /resolvedOptions\(\)[\s\S]{0,80}FractionDigits|FractionDigits[^;]{0,200}resolvedOptions\(\)/;
/** A currency formatted without giving its number of decimals. */
const leavesItToThePlatform = /style: "currency"(?![^}]*minimumFractionDigits[^}]*maximumFractionDigits)/;

function sources(): string[] {
  return ["apps", "packages"].flatMap((kind) =>
    readdirSync(`${root}${kind}`).flatMap((name) => {
      // Only our own sources: the folders of packages also hold links to all others.
      const folder = `${kind}/${name}/src`;
      return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`);
    }),
  );
}

test("nothing asks the platform for the decimals of a currency", () => {
  const planted =
    'const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();';
  expect([asksThePlatform.test(planted), leavesItToThePlatform.test(planted)]).toEqual([true, true]);
  expect(
    asksThePlatform.test("format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))"),
  ).toBe(true);
  const files = sources();
  expect(files.length).toBeGreaterThan(300);
  const asking = files.filter((file) => {
    const text = readFileSync(`${root}${file}`, "utf8");
    return asksThePlatform.test(text) || leavesItToThePlatform.test(text);
  });
  expect(asking).toEqual([]);
});
