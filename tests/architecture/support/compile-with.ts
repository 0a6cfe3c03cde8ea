import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Addition, inCopyWith, root } from "./copy-of-house.ts";

/** One error of the compiler. */
export interface Finding {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly message: string;
}

/** The errors of the compiler in a copy of the repository with these additions. */
export function compileWith(additions: readonly Addition[]): Promise<readonly Finding[]> {
  return inCopyWith(additions, async (tree) =>
    (await Promise.all([".", "apps/web"].map((project) => compile(tree, project)))).flat(),
  );
}

/** Several checkers of one program resolve the same types again: a third more work, for several programs at once. */
const flags = ["--pretty", "false", "--checkers", "1"];

async function compile(tree: string, project: string): Promise<readonly Finding[]> {
  const tsc = spawn(join(root, "node_modules/.bin/tsc"), [...flags, "-p", project], { cwd: tree });
  let output = "";
  tsc.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  await new Promise((resolve) => tsc.on("close", resolve));
  // A finding begins a line of its own; its explanation is indented.
  const findings = output.split(/\n(?=\S)/).flatMap((said) => {
    const [, path, message] = /^(\S+?)\(\d+,\d+\): error (TS[\s\S]+)$/.exec(said.trim()) ?? [];
    return path === undefined || message === undefined ? [] : [{ path: path.replace(/^(\.\.\/)+/, ""), message }];
  });
  if (findings.length === 0 && output.trim() !== "") throw new Error(output);
  return findings;
}
