// Loaded into a server with `--import`: at SIGUSR2 it writes the longest time for which its event loop stood still since the last call.
import { renameSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const resolution = 2;
const file = process.env.BENCH_LOOP_FILE;
if (file === undefined) throw new Error("BENCH_LOOP_FILE: where to write");
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
process.on("SIGUSR2", () => {
  writeFileSync(`${file}.new`, String(Math.max(0, delay.max / 1e6 - resolution)));
  renameSync(`${file}.new`, file);
  delay.reset();
});
