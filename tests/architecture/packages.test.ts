import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n").filter(existing);
const code = files.filter((file) => /\.(ts|tsx|mts|mjs|js)$/.test(file));

function existing(file: string): boolean {
  return file !== "" && existsSync(join(root, file));
}

/** The folder of the package that a file belongs to, "" for the root. */
function packageOf(file: string): string {
  const folder = dirname(file);
  if (folder === ".") return "";
  return existsSync(join(root, folder, "package.json")) ? folder : packageOf(folder);
}

/** Imports of a source by a path that leaves its package. */
function leaving(file: string, source: string): string[] {
  // A line in which another quote comes first holds an example of code, not an import.
  const lines = source.split("\n").filter((line) => !/^[^"]*['`]/.test(line));
  return [...lines.join("\n").matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]*)"/g)].flatMap(([, path = ""]) => {
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    return packageOf(target) === packageOf(file) ? [] : [`${file} → ${path}`];
  });
}

/** Packages that need each other, directly or not; each as the way round. */
function circles(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const walk = (name: string, way: readonly string[]) => {
    if (way.includes(name)) found.add([...way.slice(way.indexOf(name)), name].join(" → "));
    else for (const next of needs.get(name) ?? []) walk(next, [...way, name]);
  };
  for (const name of needs.keys()) walk(name, []);
  return [...found];
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

describe("a package is used through what it exports", () => {
  test("no import leaves its package by a path", () => {
    // These run before anything is installed: no package can be named yet.
    const beforeInstall = (file: string) => file.startsWith("tests/bin/");
    const found = code
      .filter((file) => !beforeInstall(file))
      .flatMap((file) => leaving(file, readFileSync(join(root, file), "utf8")));
    expect(code.length).toBeGreaterThan(700);
    expect(found).toEqual([]);
  });

  test.each([
    ['import { x } from "../../apps/api/src/server.ts";', 1],
    ['import type { X } from "../../packages/db/src/index.ts";', 1],
    ['const late = await import("../../packages/db/src/index.ts");', 1],
    ['import "../../packages/db/src/index.ts";', 1],
    ['export { x } from "../../packages/db/src/index.ts";', 1],
    ['import { x } from "../support/one-seed.ts";', 0],
    ['import { x } from "@avances/db";', 0],
  ])("a planted path is found: %s", (source, count) => {
    expect(leaving("tests/security/planted.ts", source)).toHaveLength(count);
  });
});

describe("test code", () => {
  // Found by name; code with other names that only tests use is found by `only-tests.test.ts`.
  const inSource =
    /^(packages|apps)\/(?!testing\/)[^/]+\/src\/(.*\/)?(testing\/|test-[^/]*$|[^/]*\.(fixture|fake|stub|mock)\.)/;
  test("stands beside the source of a package, in its folder `testing`, or in a test", () => {
    expect(files.filter((file) => inSource.test(file))).toEqual([]);
  });

  test("is asked for by no source of a program", () => {
    const source = code.filter((file) => /^(packages|apps)\/(?!testing\/)[^/]+\/src\//.test(file));
    const programs = source.filter((file) => !/\.test\.tsx?$/.test(file));
    const asks = /(?:from|import)\s*\(?"([^"]*\/testing\/[^"]*|#testing\/[^"]*|@avances\/testing)"/;
    expect(programs.length).toBeGreaterThan(500);
    expect(programs.filter((file) => asks.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });
});

describe("packages need each other in one direction", () => {
  test("also for their tests", () => {
    const manifests = files
      .filter((file) => /(^|\/)package\.json$/.test(file))
      .map((file) => JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest);
    const own = new Set(manifests.map(({ name }) => name));
    const needs = new Map(
      manifests.map(({ name, dependencies, devDependencies }) => [
        name,
        Object.keys({ ...dependencies, ...devDependencies }).filter((each) => own.has(each)),
      ]),
    );
    expect(own.size).toBeGreaterThan(10);
    expect(circles(needs)).toEqual([]);
  });

  test("a circle is found", () => {
    expect(
      circles(
        new Map([
          ["db", ["testing"]],
          ["testing", ["clock", "db"]],
          ["clock", []],
        ]),
      ),
    ).toContain("db → testing → db");
  });
});
