import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { LocalPostgresError } from "./local-postgres-error.ts";

/** Writes JSON that only this account may read. A crash leaves either the old file or the new one, never half of it. */
export function writePrivateJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

/** Reads a JSON object; undefined when there is no such file. Throws `LocalPostgresError` when it is not JSON. */
export function readPrivateJson(path: string): Record<string, unknown> | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new LocalPostgresError(`The file ${path} is damaged: restore it from a backup of the data folder.`);
  }
}
