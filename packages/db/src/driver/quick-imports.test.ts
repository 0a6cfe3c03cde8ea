import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const quick = new URL("./quick-imports.ts", import.meta.url).href;

const program = (path: string) => new URL(`../../../../apps/${path}`, import.meta.url).href;

/** Which files a separate process reads to import these, and in which module format. */
function filesRead(names: readonly string[], isQuick: boolean): readonly string[] {
  const script = `
    import { registerHooks } from "node:module";
    const read = [];
    registerHooks({
      load(url, context, next) {
        if (url !== ${JSON.stringify(quick)}) read.push(url + " " + context.format);
        return next(url, context);
      },
    });
    ${isQuick ? `await import(${JSON.stringify(quick)});` : ""}
    for (const name of ${JSON.stringify(names)}) await import(name);
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
  const names = ["drizzle-orm", "drizzle-orm/node-postgres", "drizzle-orm/pg-core", "drizzle-orm/node-postgres"];
  const found = filesRead(names, false);
  expect(found.length).toBeGreaterThan(100);
  expect(filesRead(names, true)).toEqual(found);
});

test.each(["api/src/run-api.ts", "scheduler/src/run-scheduler-process.ts", "local/src/run-portal.ts"])(
  "apps/%s is read from the same files, each once and in the same format, as Node finds by itself",
  (path) => {
    const found = filesRead([program(path)], false);
    expect(found.length).toBeGreaterThan(400);
    expect(filesRead([program(path)], true)).toEqual(found);
  },
);

test("what a file of ours requires is found as Node finds it, beside the same name imported", () => {
  const found = (isQuick: boolean) => {
    const script = `
      ${isQuick ? `await import(${JSON.stringify(quick)});` : ""}
      const { createRequire } = await import("node:module");
      const requiring = createRequire(${JSON.stringify(import.meta.url)});
      await import(${JSON.stringify(new URL("../connect.ts", import.meta.url).href)});
      console.log(requiring.resolve("drizzle-orm"), requiring.resolve("pg"), requiring.resolve("./tx.ts"));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      env: { ...process.env, NODE_OPTIONS: "" },
      encoding: "utf8",
    });
    return stdout || stderr;
  };
  expect(found(false)).toContain("drizzle-orm");
  expect(found(true)).toBe(found(false));
});
