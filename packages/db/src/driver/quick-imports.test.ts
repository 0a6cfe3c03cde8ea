import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const quick = new URL("./quick-imports.ts", import.meta.url).href;

/** Which files of drizzle-orm a separate process reads, and in which module format. */
function filesRead(isQuick: boolean): readonly string[] {
  const script = `
    import { registerHooks } from "node:module";
    const read = [];
    registerHooks({
      load(url, context, next) {
        if (url.includes("/drizzle-orm/")) read.push(url + " " + context.format);
        return next(url, context);
      },
    });
    ${isQuick ? `await import(${JSON.stringify(quick)});` : ""}
    for (const name of ["drizzle-orm", "drizzle-orm/node-postgres", "drizzle-orm/pg-core", "drizzle-orm/node-postgres"]) await import(name);
    console.log(JSON.stringify(read));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: { ...process.env, NODE_OPTIONS: "" },
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as string[]).sort();
}

test("the same files of drizzle-orm are read, each once and as an ES module, as Node finds by itself", () => {
  const found = filesRead(false);
  expect(found.length).toBeGreaterThan(100);
  expect(filesRead(true)).toEqual(found);
});
