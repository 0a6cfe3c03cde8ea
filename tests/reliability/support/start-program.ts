import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one of our scripts as a separate process, with the test's settings besides `settings`. It starts as quickly as the product. */
export function startProgram(
  script: string,
  settings: Readonly<Record<string, string>>,
  stdio: NonNullable<SpawnOptions["stdio"]>,
): ChildProcess {
  const env = {
    ...process.env,
    ...settings,
    NODE_OPTIONS: "",
    // The same files are loaded a dozen times.
    NODE_COMPILE_CACHE: join(tmpdir(), `avances-compiled-${process.getuid?.() ?? ""}`),
  };
  const quick = `--import=${import.meta.resolve("@avances/db/quick-imports")}`;
  return spawn(process.execPath, [quick, script], { env, stdio });
}
