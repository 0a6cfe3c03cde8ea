import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first good answer. */
  readonly readyAfterMs: number;
  /** Memory it holds now, in megabytes. */
  memoryMb(): number;
  /** The most it ever held, in megabytes; where the system does not tell, what it holds now. */
  peakMemoryMb(): number;
  /** Processor time it has used so far; null where the system does not tell. */
  processorMs(): number | null;
  stop(): Promise<void>;
}

interface ChildOptions {
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** Answers 200 as soon as the server can work. */
  readonly readyPath: string;
  readonly withinMs: number;
}

/** Starts a server and waits until it answers. If it does not in time, throws with what it printed. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { command = process.execPath, args, env, port, readyPath, withinMs } = options;
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
    shell: process.platform === "win32" && !command.endsWith(".exe"),
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, `${url}${readyPath}`, startedAt + withinMs);
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`${args.join(" ")}: ${error instanceof Error ? error.message : "failed"}\n${said}`);
  }
  const pid = child.pid as number;
  return {
    url,
    pid,
    readyAfterMs: performance.now() - startedAt,
    memoryMb: () => memoryOf(pid),
    peakMemoryMb: () => peakOf(pid) ?? memoryOf(pid),
    processorMs: () => processorTimeOf(pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function untilReady(child: ChildProcess, url: string, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode}`);
    const isReady = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
    if (isReady) return;
    await wait(10);
  }
  throw new Error("did not get ready in time");
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

function memoryOf(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number.parseInt(stdout, 10) / 1024;
}

function peakOf(pid: number): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Linux counts in hundredths of a second: user and system time are the 14th and 15th field of `stat`. */
function processorTimeOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
