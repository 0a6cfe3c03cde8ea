import type { Log } from "./deps.ts";

/**
 * Writes a line of JSON per event. Lines of the same turn of the event loop leave together, because a write costs more than a line, and
 * the last ones before the process ends. A log that cannot be written must not end the process.
 */
export function createJsonLog(write: (lines: string) => void = (lines) => void process.stdout.write(lines)): Log {
  let waiting = "";
  const flush = () => {
    const lines = waiting;
    waiting = "";
    try {
      if (lines !== "") write(lines);
    } catch {
      // Nowhere left to say it.
    }
  };
  process.on("exit", flush);
  const line = (level: string) => (fields: Parameters<Log["info"]>[0], message: string) => {
    if (waiting === "") setImmediate(flush);
    waiting += `${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`;
  };
  return { info: line("info"), error: line("error") };
}
