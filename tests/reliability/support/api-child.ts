import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { startProgram } from "./start-program.ts";

export interface ApiChild {
  readonly url: string;
  readonly process: ChildProcess;
  /** Exit code and signal, once it has ended. */
  readonly ended: Promise<readonly [number | null, string | null]>;
  /** What it wrote to its log. */
  log(): string;
  kill(signal: "SIGKILL" | "SIGTERM"): void;
}

/** The secret of every instance of one test run, so that sessions outlive the process that opened them. */
export const secret = "k".repeat(43);

/** One instance of the API as a separate process, listening. */
export async function startApiProcess(databaseUrl: string): Promise<ApiChild> {
  const script = fileURLToPath(new URL("./api-process.ts", import.meta.url));
  const child = startProgram(script, { DATABASE_URL: databaseUrl, TEST_SECRET: secret }, ["ignore", "pipe", "pipe"]);
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  const [line] = (await Promise.race([
    once(child.stdout as Readable, "data"),
    ended.then(() => Promise.reject(new Error(`The API did not start: ${said}`))),
  ])) as [Buffer];
  return {
    url: line.toString("utf8").trim(),
    process: child,
    ended,
    log: () => said,
    kill: (signal) => void child.kill(signal),
  };
}
