import type { Log } from "./deps.ts";

/**
 * Writes one line of JSON per event. Lines of the same turn of the event loop are written together, because a write costs more than a
 * line; the last ones before the process ends. A failure to write must not end the process.
 */
export function createJsonLog(write: (lines: string) => void = (lines) => void process.stdout.write(lines)): Log {
  let waiting = "";
  const flush = () => {
    const lines = waiting;
    waiting = "";
    try {
      if (lines !== "") write(lines);
    } catch {
      // There is no other place to report it.
    }
  };
  process.on("exit", flush);
  const line = (level: string) => (fields: Parameters<Log["info"]>[0], message: string) => {
    if (waiting === "") setImmediate(flush);
    const head = `{"time":"${timeNow()}","level":"${level}","message":${JSON.stringify(message)}`;
    const rest = JSON.stringify(fields).slice(1);
    waiting += rest === "}" ? `${head}}\n` : `${head},${rest}\n`;
  };
  return { info: line("info"), error: line("error") };
}

let lastMs = 0;
let lastTime = "";

/** ISO time; formatted once per millisecond, because a busy server writes many lines in one. */
function timeNow(): string {
  const ms = Date.now();
  if (ms !== lastMs) {
    lastMs = ms;
    lastTime = new Date(ms).toISOString();
  }
  return lastTime;
}
