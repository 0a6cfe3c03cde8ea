import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Text that is inserted into a file, right after a text that occurs there once. */
export interface Addition {
  readonly path: string;
  readonly after: string;
  readonly text: string;
}

/** Runs something in a copy of the repository with these additions; the repository itself is not changed. `also`: more files of its root. */
export async function inCopyWith<Found>(
  additions: readonly Addition[],
  find: (tree: string) => Promise<Found>,
  also: readonly string[] = [],
): Promise<Found> {
  const tree = mkdtempSync(join(tmpdir(), "avances-added-"));
  try {
    copyHouse(tree, also);
    for (const addition of additions) add(tree, addition);
    return await find(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function copyHouse(tree: string, also: readonly string[]): void {
  for (const name of ["apps", "packages", "tests", "tsconfig.json", "vitest.config.ts", "package.json", ...also]) {
    cpSync(join(root, name), join(tree, name), {
      recursive: true,
      // Links between the packages are relative, so in the copy they lead to the copy.
      verbatimSymlinks: true,
      filter: (path) =>
        !["dist", "test-results"].includes(basename(path)) && basename(join(path, "..")) !== "node_modules",
    });
  }
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  for (const folder of ["apps", "packages"])
    for (const name of readdirSync(join(root, folder))) linkPackages(tree, join(folder, name));
  linkPackages(tree, "tests");
}

/** The packages of a workspace as links: our own lead into the copy, all others to where they are installed. */
function linkPackages(tree: string, workspace: string): void {
  const installed = join(root, workspace, "node_modules");
  if (!existsSync(installed)) return;
  cpSync(installed, join(tree, workspace, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) =>
      !path
        .slice(installed.length)
        .split("/")
        .some((part) => part.startsWith(".")),
  });
}

function add(tree: string, { path, after, text }: Addition): void {
  const file = join(tree, path);
  const source = readFileSync(file, "utf8");
  if (source.split(after).length !== 2) throw new Error(`${path} does not say once: ${after}`);
  writeFileSync(
    file,
    source.replace(after, () => after + text),
  );
}
