import { spawn } from "node:child_process";
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

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Something that is written into a file, right after a text that stands in it once. */
export interface Addition {
  readonly path: string;
  readonly after: string;
  readonly text: string;
}

/** What the compiler finds. */
export interface Finding {
  /** From the root of the house. */
  readonly path: string;
  readonly message: string;
}

/** What the compiler finds in a copy of the house that has these additions; the house itself stays as it is. */
export async function compileWith(additions: readonly Addition[]): Promise<readonly Finding[]> {
  const tree = mkdtempSync(join(tmpdir(), "avances-added-"));
  try {
    copyHouse(tree);
    for (const addition of additions) add(tree, addition);
    const said = await Promise.all([".", "apps/web"].map((project) => compile(tree, project)));
    return said.flat();
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function copyHouse(tree: string): void {
  for (const name of ["apps", "packages", "tests", "tsconfig.json", "vitest.config.ts", "package.json"]) {
    cpSync(join(root, name), join(tree, name), {
      recursive: true,
      // Links between the packages are relative: in the copy they lead to the copy.
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

/** The packages of a workspace as links: those of the house lead into the copy, all others to where they are installed. */
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

async function compile(tree: string, project: string): Promise<readonly Finding[]> {
  const tsc = spawn(join(root, "node_modules/.bin/tsc"), ["-p", project, "--pretty", "false"], { cwd: tree });
  let output = "";
  tsc.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  await new Promise((resolve) => tsc.on("close", resolve));
  // A finding begins a line of its own; what explains it is indented.
  const findings = output.split(/\n(?=\S)/).flatMap((said) => {
    const [, path, message] = /^(\S+?)\(\d+,\d+\): error (TS[\s\S]+)$/.exec(said.trim()) ?? [];
    return path === undefined || message === undefined ? [] : [{ path: path.replace(/^(\.\.\/)+/, ""), message }];
  });
  if (findings.length === 0 && output.trim() !== "") throw new Error(output);
  return findings;
}
