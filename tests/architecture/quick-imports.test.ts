import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs before quick imports: the loader asks it only for the modules of drizzle-orm that quick imports did not find.
 * An import that stands beside `quick-imports` and reaches the library is resolved before either of the two runs.
 */
const listener = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.startsWith(".") && context.parentURL?.includes("/node_modules/drizzle-orm/")) console.log("SLOW " + specifier);
      return next(specifier, context);
    },
    load(url, context, next) {
      if (url.includes("/node_modules/drizzle-orm/")) console.log("READ " + url);
      return next(url, context);
    },
  });`)}`;

test.each([
  ["apps/api/src/main.ts", true],
  ["apps/scheduler/src/main.ts", true],
  // Imports its program while the database starts, and refuses this option before that.
  ["apps/local/src/main.ts", false],
])("%s reads drizzle-orm the quick way", (program, readsIt) => {
  const { stdout, stderr } = spawnSync(process.execPath, [`--import=${listener}`, program, "--no-such-option"], {
    cwd: root,
    // Without settings each ends at once, after its program was imported.
    env: { PATH: process.env.PATH ?? "" },
    encoding: "utf8",
  });
  const lines = stdout.split("\n");
  expect(
    lines.some((line) => line.startsWith("READ ")),
    stderr,
  ).toBe(readsIt);
  expect(lines.filter((line) => line.startsWith("SLOW "))).toEqual([]);
});
