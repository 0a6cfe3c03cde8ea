import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Files that tools leave behind, builds, and secrets. A profile of the bench was once committed by mistake. */
const madeHere = [
  /\.(log|cpuprofile|heapprofile|heapsnapshot|tsbuildinfo|pid|dump)$/,
  /^(data|backups|coverage|test-results)\//,
  /(^|\/)(node_modules|dist)\//,
  /(^|\/)\.env$/,
];

test.skipIf(!existsSync(`${root}.git`))("nothing that a tool made is in the repository", () => {
  const files = execFileSync("git", ["-C", root, "ls-files", "-z"], { encoding: "utf8" }).split("\0");
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => madeHere.some((pattern) => pattern.test(file)))).toEqual([]);
});
