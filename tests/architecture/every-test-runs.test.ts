import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ViteUserConfig } from "vitest/config";

const checkout = new URL("../../", import.meta.url);
const root = fileURLToPath(checkout);
const { default: config } = (await import(new URL("vitest.config.ts", checkout).href)) as { default: ViteUserConfig };
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(test|e2e)\.tsx?$/.test(file) && existsSync(join(root, file)));

const patterns = (config.test?.projects ?? []).map((project) =>
  typeof project === "object" && "test" in project ? (project.test?.include ?? []) : [],
);

/** How many projects of `vitest.config.ts` run a file. */
function projectsOf(file: string): number {
  return patterns.filter((includes) => includes.some((pattern) => matchesGlob(file, pattern))).length;
}

describe("a test file", () => {
  test("is run by one project: none is forgotten when a folder moves, none runs twice", () => {
    expect(files.length).toBeGreaterThan(180);
    expect(files.filter((file) => projectsOf(file) !== 1)).toEqual([]);
  });

  test("that is to run first is there", () => {
    const longFiles: readonly string[] = JSON.parse(readFileSync(join(root, "tests/support/long-files.json"), "utf8"));
    expect(longFiles.filter((file) => !files.includes(file))).toEqual([]);
  });

  test("that no project runs is found", () => {
    expect(projectsOf("apps/api/tools/planted.test.ts")).toBe(0);
  });
});
