// `npm start`: installs, builds the web application if needed, and runs Avances with Node 24.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { ensureInstalled, environment, root } from "./bootstrap.mjs";
import { ensureWebBuilt } from "./build-web.mjs";
import { memoryEnvironment, nodeFlags } from "./memory.mjs";
import { programFile } from "./program.mjs";

const node = await ensureInstalled();
await ensureWebBuilt(node);
const file = await programFile();

// In a process group of its own, so that Ctrl-C reaches it once, through this process, and not a second time from the terminal.
// The channel ends when this process does, however it dies: the program then stops cleanly.
const program = spawn(node, [...nodeFlags, file, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  detached: process.platform !== "win32",
  // Node's compile cache is kept for the next start: it saves a good part of it.
  env: environment({
    ...memoryEnvironment,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "node"),
  }),
});

let lastSignal = Number.NEGATIVE_INFINITY;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => forward(signal));

/** The terminal and npm both pass Ctrl-C on: two signals within a second count as one. */
function forward(signal) {
  if (performance.now() - lastSignal < 1000) return;
  lastSignal = performance.now();
  program.kill(signal);
}

// npm passes a SIGTERM only to its shell, which dies without telling this process.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && forward("SIGTERM"), 500).unref();
}

program.on("error", (error) => {
  console.error(`Avances could not be started: ${error.message}. Delete the folder node_modules and try again.`);
  process.exit(1);
});
program.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
