import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../", import.meta.url));

test("no field cuts what is typed: a browser drops what is over `maxLength` without a word", () => {
  const files = globSync("**/*.tsx", { cwd: source });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => /\bmaxLength=/.test(readFileSync(`${source}${file}`, "utf8")))).toEqual([]);
});
