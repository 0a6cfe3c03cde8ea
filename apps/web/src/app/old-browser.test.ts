import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** What Chrome 109, Firefox 115 or Safari 16.4 lack of what the types let the code use. */
const lacking = [
  "Array.prototype.toReversed",
  "Array.prototype.toSorted",
  "Array.prototype.toSpliced",
  "Array.prototype.with",
  "Map.groupBy",
  "Object.groupBy",
  "String.prototype.isWellFormed",
  "URL.canParse",
  "URLSearchParams.prototype.size",
];

/** In a process of its own, because what is taken away here is taken away from everybody in it. */
const program = `
  const places = ${JSON.stringify(lacking)}.map((name) => {
    const path = name.split(".");
    const last = path.pop();
    return { name, last, owner: path.reduce((all, part) => all[part], globalThis) };
  });
  const { isOldBrowser } = await import("./old-browser.ts");
  const asItIs = isOldBrowser();
  const unnoticed = places.filter(({ owner, last }) => {
    const kept = Object.getOwnPropertyDescriptor(owner, last);
    delete owner[last];
    const isOld = isOldBrowser();
    Object.defineProperty(owner, last, kept);
    return !isOld;
  });
  for (const { owner, last } of places) delete owner[last];
  await import("./added-to-old-browser.ts");
  const missing = places.filter(({ owner, last }) => !(last in owner));
  const names = (found) => found.map(({ name }) => name);
  console.log(JSON.stringify({ asItIs, unnoticed: names(unnoticed), missing: names(missing), after: isOldBrowser() }));`;

test("a browser that lacks any of it is noticed and given all of it; one that lacks nothing loads nothing", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  expect(JSON.parse(stdout)).toEqual({ asItIs: false, unnoticed: [], missing: [], after: false });
});
