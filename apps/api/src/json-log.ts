import type { Log } from "./deps.ts";

/** Writes a line of JSON per event. A log that cannot be written must not end the process. */
export function createJsonLog(write: (line: string) => void = (line) => void process.stdout.write(line)): Log {
  const line = (level: string) => (fields: Parameters<Log["info"]>[0], message: string) => {
    try {
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
    } catch {
      // Nowhere left to say it.
    }
  };
  return { info: line("info"), error: line("error") };
}
