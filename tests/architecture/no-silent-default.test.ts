import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { valueTypes } from "@avances/domain/catalogue";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { type SilentBranch, silentBranches, vocabulariesOf } from "./support/silent-branches.ts";

/**
 * When a vocabulary grows, the compiler leads to every place that must decide, as long as no place decides for all
 * other members: no `default` (but `satisfies never`), no `switch` that leaves members out, no chain of comparisons with a vocabulary of the
 * domain that ends in a value. Biome's `useExhaustiveSwitchCases` accepts every `default` and infers types on its own;
 * typescript-eslint does not run on this repository's compiler. So this test asks a compiler directly.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path);
const isDomain = (path: string) => path.startsWith(join(root, "packages/domain/src/"));

/** The programs of the repository, the files of each that are examined, and where the faults are planted. */
const programs = [
  {
    project: "tsconfig.json",
    isOurs: (path: string) => /^(packages|apps)\/[^/]+\/src\//.test(path) && !isTest(path),
    planted: "packages/contracts/src/planted.ts",
  },
  {
    project: "apps/web/tsconfig.json",
    isOurs: (path: string) => path.startsWith("apps/web/src/") && !isTest(path),
    planted: "apps/web/src/lib/planted.ts",
  },
];

/** The program of a project without its tests, with one additional file. */
function programWith(project: string, path: string, source: string): ts.Program {
  const { config } = ts.readConfigFile(join(root, project), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(join(root, project)));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, target, ...more) =>
    name === path ? ts.createSourceFile(name, source, target) : getSourceFile(name, target, ...more);
  return ts.createProgram([...fileNames.filter((name) => !isTest(name)), path], options, host);
}

const source = `
import type { ValueType } from "@avances/domain/catalogue";
import type { SubmissionStatus } from "@avances/domain/submission";

export function fallsBack(type: ValueType): number {
  switch (type) {
    case "count":
      return 1;
    default:
      return 0;
  }
}

export function passesOver(type: ValueType): void {
  switch (type) {
    case "count":
      throw new Error(type);
  }
}

export function takesTheRest(status: SubmissionStatus): number {
  if (status === "draft") return 1;
  if (status === "submitted") return 2;
  return 3;
}

export function endsInTheRest(status: SubmissionStatus): number {
  return status === "draft" ? 1 : status === "submitted" ? 2 : 3;
}

export function decides(status: "draft" | "submitted"): number {
  switch (status) {
    case "draft":
      return 1;
    case "submitted":
      return 2;
    default:
      return status satisfies never;
  }
}

export function asks(status: SubmissionStatus): boolean {
  return status === "draft";
}
`;

describe.each(programs)("$project", ({ project, isOurs, planted }) => {
  let found: readonly SilentBranch[] = [];

  beforeAll(() => {
    const program = programWith(project, join(root, planted), source);
    const vocabularies = vocabulariesOf(program, isDomain);
    expect(vocabularies).toContainEqual(new Set(valueTypes));
    found = silentBranches(program, (path) => isOurs(path.slice(root.length)), vocabularies);
  }, 600_000);

  test("no place decides for members that do not exist yet", () => {
    const places = found.map(({ path, line, what }) => `${path.slice(root.length)}:${line} ${what}`);
    expect(places.filter((place) => !place.startsWith(planted))).toEqual([]);
  });

  test("each fault that is planted is found, and what decides or asks is not", () => {
    const before = (line: number) =>
      source
        .split("\n")
        .slice(0, line)
        .findLast((text) => text.startsWith("export function"));
    const names = found.filter(({ path }) => path.endsWith(planted)).map(({ line }) => before(line));
    expect(names.map((text) => /function (\w+)/.exec(text ?? "")?.[1])).toEqual([
      "fallsBack",
      "passesOver",
      "takesTheRest",
      "endsInTheRest",
    ]);
  });
});
