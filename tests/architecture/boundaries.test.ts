import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * A rule that was never seen failing proves nothing: each fault is planted in its own tree, at the place where the
 * rule must find it, and the repository's own Biome settings are run over that tree.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));

const faults: readonly {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly expected: RegExp;
}[] = [
  {
    name: "the domain reads the clock",
    path: "packages/domain/src/round/ambient.ts",
    source: "export const today = () => new Date();\n",
    expected: /takes time and chance as arguments/,
  },
  {
    name: "the domain uses Node",
    path: "packages/domain/src/round/node.ts",
    source: 'import { readFileSync } from "node:fs";\nexport const read = () => readFileSync("x");\n',
    expected: /noNodejsModules/,
  },
  {
    name: "the domain imports a package",
    path: "packages/domain/src/round/package.ts",
    source: 'import { z } from "zod";\nexport const shape = z.string();\n',
    expected: /The domain imports nothing/,
  },
  {
    name: "contracts know the database",
    path: "packages/contracts/src/rows.ts",
    source: 'import type { Database } from "@avances/db";\nexport type Row = Database;\n',
    expected: /Contracts know the domain and zod/,
  },
  {
    name: "a store knows whose a file is",
    path: "packages/files/src/owner.ts",
    source: 'import type { Database } from "@avances/db";\nexport type Row = Database;\n',
    expected: /A store knows keys and bytes/,
  },
  {
    name: "a chart's numbers know what draws them",
    path: "packages/charts/src/place/drawn.ts",
    source: 'import { LineChart } from "recharts";\nexport const drawn = LineChart;\n',
    expected: /A place knows series/,
  },
  {
    name: "a place asks what was published",
    path: "packages/charts/src/place/published.ts",
    source: 'import type { getIndex } from "@avances/contracts";\nexport type Index = typeof getIndex;\n',
    expected: /A place knows series/,
  },
  {
    name: "a series asks where it stands",
    path: "packages/charts/src/series/back.ts",
    source: 'import { x } from "../place/x.ts";\nexport const y = x;\n',
    expected: /series → place → a drawing; never back/,
  },
  {
    name: "notices write SQL of their own",
    path: "packages/notices/src/delivery/sql.ts",
    source: 'import { notice } from "@avances/db/schema";\nexport const table = notice;\n',
    expected: /SQL is in packages\/db/,
  },
  {
    name: "the calendar knows how mail leaves",
    path: "packages/notices/src/calendar/smtp.ts",
    source: 'import { deliverNext } from "../delivery/deliver.ts";\nexport const send = deliverNext;\n',
    expected: /delivery → calendar → letters; never back/,
  },
  {
    name: "a letter asks the calendar",
    path: "packages/notices/src/letters/asks.ts",
    source: 'import { planRound } from "../calendar/plan.ts";\nexport const plan = planRound;\n',
    expected: /delivery → calendar → letters; never back/,
  },
  {
    name: "a page uses what plain http lacks",
    path: "apps/web/src/lib/secure.ts",
    source: "export const key = () => crypto.randomUUID();\n",
    expected: /exists only under https/,
  },
  {
    name: "a test opens a connection that nobody listens to",
    path: "tests/security/connection.ts",
    source: 'import { Client } from "pg";\nexport const client = new Client({ host: "x" });\n',
    expected: /opens its connections with testClient/,
  },
  {
    name: "a feature of the API imports another",
    path: "apps/api/src/features/submissions/other.ts",
    source: 'import { x } from "#features/reviews/x.ts";\nexport const y = x;\n',
    expected: /A feature never imports another feature/,
  },
  {
    name: "what the features share knows one of them",
    path: "apps/api/src/features/shared/back.ts",
    source: 'import { x } from "#features/reviews/x.ts";\nexport const y = x;\n',
    expected: /features\/shared, which knows none of them/,
  },
  {
    name: "the API's plumbing imports a feature",
    path: "apps/api/src/http/back.ts",
    source: 'import { x } from "#features/reviews/x.ts";\nexport const y = x;\n',
    expected: /never back/,
  },
  {
    name: "a page imports another feature's page",
    path: "apps/web/src/features/home/other.ts",
    source: 'import { x } from "../rounds/x.ts";\nexport const y = x;\n',
    expected: /A feature never imports another feature/,
  },
  {
    name: "a room of the report imports another feature's page",
    path: "apps/web/src/features/report/form/other.ts",
    source: 'import { x } from "../../rounds/x.ts";\nexport const y = x;\n',
    expected: /A feature never imports another feature/,
  },
  {
    name: "the saving of a report imports its form",
    path: "apps/web/src/features/report/saving/back.ts",
    source: 'import { x } from "../form/x.ts";\nexport const y = x;\n',
    expected: /receipt, check → form → saving; never back/,
  },
  {
    name: "a chart knows how a kind of value is said",
    path: "apps/web/src/charts/value.ts",
    source: 'import { x } from "#values/x.ts";\nexport const y = x;\n',
    expected: /never back/,
  },
  {
    name: "a widget imports a chart",
    path: "apps/web/src/ui/chart.ts",
    source: 'import { x } from "#charts/x.ts";\nexport const y = x;\n',
    expected: /never back/,
  },
  {
    name: "SQL is built from strings",
    path: "packages/db/src/queries/raw.ts",
    source: 'import { sql } from "drizzle-orm";\nexport const by = (column: string) => sql.raw(column);\n',
    expected: /no sql\.raw/,
  },
  {
    name: "a promise is left alone",
    path: "apps/api/src/http/floating.ts",
    source: "async function save(): Promise<void> {}\nexport function act() {\n  save();\n}\n",
    expected: /noFloatingPromises/,
  },
  {
    name: "settings are read outside config.ts",
    path: "apps/api/src/http/env.ts",
    source: "export const port = process.env.PORT;\n",
    expected: /noProcessEnv/,
  },
  {
    name: "two files import each other",
    path: "apps/api/src/http/circle-a.ts",
    source: 'import { b } from "./circle-b.ts";\nexport const a = () => b();\n',
    expected: /noImportCycles/,
  },
];

describe("the house's import rules find planted faults", () => {
  const tree = mkdtempSync(join(tmpdir(), "avances-planted-"));
  let diagnostics: readonly { category: string; message: string; location: { path: string } }[] = [];

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };

  beforeAll(() => {
    for (const file of [
      "biome.json",
      "package.json",
      "packages/domain/no-ambient-time.grit",
      "packages/db/no-built-sql.grit",
      "packages/testing/no-unheard-connection.grit",
      "apps/web/no-secure-context-only.grit",
    ]) {
      cpSync(join(root, file), join(tree, file), { recursive: true });
    }
    for (const fault of faults) write(fault.path, fault.source);
    write("apps/api/src/http/circle-b.ts", 'import { a } from "./circle-a.ts";\nexport const b = () => a();\n');
    write(".gitignore", "node_modules\n");
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    const { stdout } = spawnSync(
      join(root, "node_modules/.bin/biome"),
      ["lint", "--reporter=json", "--max-diagnostics=200", "--vcs-enabled=false", "."],
      { cwd: tree, encoding: "utf8" },
    );
    diagnostics = JSON.parse(stdout).diagnostics;
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(faults)("$name", ({ path, expected }) => {
    const about = diagnostics
      .filter((diagnostic) => diagnostic.location.path === path)
      .map((diagnostic) => `${diagnostic.category}: ${diagnostic.message}`);
    expect(about.join("\n"), `nothing reported about ${path}`).toMatch(expected);
  });
});
