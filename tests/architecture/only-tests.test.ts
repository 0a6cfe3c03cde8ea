import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Addition, inCopyWith, root } from "./support/copy-of-house.ts";

/** A function in a source file, and shared test code that calls it. */
const planted: readonly Addition[] = [
  {
    path: "apps/api/src/error-facts.ts",
    after: "return { error: nameOf(error), where: placeOf(error) };\n}\n",
    text: "\nexport const onlyForTheApiKit = (): number => 1;\n",
  },
  {
    path: "apps/api/testing/browser.ts",
    after: 'import type { TestApi } from "./start-test-api.ts";\n',
    text: 'import { onlyForTheApiKit } from "#error-facts.ts";\nexport const planted = onlyForTheApiKit();\n',
  },
  {
    path: "packages/db/src/queries/round-queries.ts",
    after: 'import type { RoundActRow, RoundRow } from "./rows.ts";\n',
    text: "\nexport const onlyForTwoCountries = (): number => 1;\n",
  },
  {
    path: "packages/db/testing/two-countries.ts",
    after: 'import * as schema from "../src/schema/index.ts";\n',
    text: 'import { onlyForTwoCountries } from "../src/queries/round-queries.ts";\nexport const planted = onlyForTwoCountries();\n',
  },
];

test("what only tests and their kits use is found: it does not count as used", async () => {
  const found = await inCopyWith(planted, unusedIn, ["knip.production.json", "pnpm-workspace.yaml", ".gitignore"]);
  expect(found).toEqual(["onlyForTheApiKit", "onlyForTwoCountries"]);
}, 300_000);

/** What `pnpm check` reports as unused by every program. */
function unusedIn(tree: string): Promise<readonly string[]> {
  const knip = join(root, "node_modules/.bin/knip");
  const args = ["--production", "--config", "knip.production.json", "--reporter", "json"];
  return new Promise((resolve, reject) =>
    execFile(knip, args, { cwd: tree, maxBuffer: 2 ** 26 }, (fault, stdout, stderr) => {
      if (!stdout.startsWith("{")) return reject(new Error(stderr || stdout || String(fault)));
      const { issues } = JSON.parse(stdout) as Report;
      resolve(
        issues.flatMap(({ file, files, exports }) => [...(files?.length ? [file] : []), ...exports.map(nameOf)]).sort(),
      );
    }),
  );
}

interface Report {
  readonly issues: readonly {
    readonly file: string;
    readonly files?: readonly unknown[];
    readonly exports: readonly { readonly name: string }[];
  }[];
}

const nameOf = ({ name }: { readonly name: string }) => name;
