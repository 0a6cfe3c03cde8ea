import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryEnvironment, nodeFlags } from "@avances/local/memory";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifests = execFileSync("git", ["ls-files", "*/package.json"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "");
const dockerfile = read("Dockerfile");

/** Every workspace package that these need at run time, including themselves. */
function neededBy(names: readonly string[]): Set<string> {
  const known = new Map(
    manifests.map((file) => {
      const { name, dependencies = {} } = JSON.parse(read(file)) as { name: string; dependencies?: object };
      return [name, Object.keys(dependencies)] as const;
    }),
  );
  const needed = new Set<string>();
  const walk = (name: string) => {
    if (!known.has(name) || needed.has(name)) return;
    needed.add(name);
    for (const next of known.get(name) ?? []) walk(next);
  };
  for (const name of names) walk(name);
  return needed;
}

test("the image knows every package of the workspace before it installs", () => {
  expect(manifests.length).toBeGreaterThan(10);
  for (const file of manifests) expect(dockerfile).toContain(`COPY ${file} ${dirname(file)}/\n`);
});

test("what it starts, and what is started in it by hand, is installed in it; what only tests and builds need is not", () => {
  const roots = [...dockerfile.matchAll(/--filter-prod "([^"]+)\.\.\."/g)].map(([, name]) => name ?? "");
  const installed = neededBy(roots);
  const run = [
    ...`${dockerfile}\n${read("docker-compose.yml")}\n${read("README.md")}\n${read("docs/backup.md")}`.matchAll(
      /\b((?:apps|packages)\/[a-z-]+)\/src\/(?:bin\/)?[a-z-]+\.ts\b/g,
    ),
  ].map(([, folder]) => (JSON.parse(read(`${folder}/package.json`)) as { name: string }).name);
  expect([...new Set(run)].sort()).toEqual(["@avances/api", "@avances/db", "@avances/local", "@avances/scheduler"]);
  expect(run.filter((name) => !installed.has(name))).toEqual([]);
  expect([...installed]).not.toContain("@avances/testing");
  expect([...installed]).not.toContain("@avances/web");
});

test("the image runs the program that its build puts together", () => {
  const place = /join\(root, ("apps", "api", "dist", "program")\)/.exec(read("apps/local/bin/put-together.mjs"))?.[1];
  const folder = (JSON.parse(`[${place}]`) as string[]).join("/");
  expect(dockerfile).toMatch(/^RUN pnpm build && node apps\/local\/bin\/put-together\.mjs$/m);
  expect(dockerfile).toContain(`CMD ["node", "${folder}/main.js"]`);
  expect(dockerfile).toContain(`COPY --from=built /srv/avances/${dirname(folder)} ${dirname(folder)}\n`);
});

test("the image keeps its memory as small as a start by hand does", () => {
  const settings = { NODE_OPTIONS: nodeFlags.join(" "), ...memoryEnvironment };
  for (const [name, value] of Object.entries(settings))
    expect(dockerfile).toMatch(
      new RegExp(`^ENV .*\\b${name}=${value.includes(" ") ? `"${value}"` : value}(?= |$)`, "m"),
    );
});
