import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkDataVersion, loadSecrets, lockDataFolder, recordDataVersion } from "./index.ts";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "avances-lock-"));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** The message a second process gets when it asks for the lock; empty when it gets the lock. */
function askInAnotherProcess(thenKill = false): string {
  const script = `
    import { lockDataFolder } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    try { lockDataFolder(process.argv[1]); } catch (error) { process.stdout.write(error.message); }
    ${thenKill ? 'process.kill(process.pid, "SIGKILL");' : ""}`;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", script, dataDir], { encoding: "utf8" }).stdout;
}

test("a second process is refused and told who holds the folder", () => {
  const lock = lockDataFolder(dataDir);
  expect(askInAnotherProcess()).toContain(`in use by Avances (process ${process.pid}, since `);
  lock.release();
  expect(askInAnotherProcess()).toBe("");
});

test("no other account can hold the folder, also one that an earlier version made", () => {
  const path = join(dataDir, "lock.sqlite");
  writeFileSync(path, "", { mode: 0o644 });
  lockDataFolder(dataDir).release();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  rmSync(path);
  lockDataFolder(dataDir).release();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("the lock of a killed process is free again", () => {
  expect(askInAnotherProcess(true)).toBe("");
  lockDataFolder(dataDir).release();
});

test("the secrets are made once, differ from each other and are readable by this account only", () => {
  const secrets = loadSecrets(dataDir);
  expect(loadSecrets(dataDir)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(6);
  for (const secret of Object.values(secrets)) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("data written by a newer Avances are refused", () => {
  recordDataVersion(dataDir, 7);
  checkDataVersion(dataDir, 7);
  expect(() => checkDataVersion(dataDir, 6)).toThrow(/newer Avances \(schema 7; this one knows 6\)/);
});
