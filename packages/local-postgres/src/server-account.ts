import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { LocalPostgresError } from "./local-postgres-error.ts";

/** The account the server runs as; empty = the account of this process. */
export type ServerAccount = { uid: number; gid: number } | Record<string, never>;

const accountName = "avances";

/**
 * PostgreSQL refuses to run as root. So, for root only: the owner of an existing cluster, or else a system account made
 * for it. Throws `LocalPostgresError` when there is no such account and none can be made.
 */
export function chooseServerAccount(clusterDir: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount(accountName) ?? createAccount() ?? findAccount("postgres") ?? refuse();
}

function createAccount(): ServerAccount | undefined {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", accountName]);
  if (!findAccount(accountName)) {
    // Alpine and other BusyBox systems.
    spawnSync("addgroup", ["-S", accountName]);
    spawnSync("adduser", ["-S", "-D", "-H", "-G", accountName, accountName]);
  }
  return findAccount(accountName);
}

function findAccount(name: string): ServerAccount | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function refuse(): never {
  throw new LocalPostgresError(
    `The database server cannot run as root and no account could be made for it: run "useradd --system ${accountName}", start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

/** Can that account enter the folder, including its parent folders? */
export function canEnter(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  // The system itself is asked, because modes alone do not tell (access lists, mount options).
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/", stdio: "ignore" });
  return tried.status === 0;
}

/** Creates a folder that other accounts may pass through but not list. */
export function openFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
}

/** The server's environment: nothing of this process's, so that no secret in it reaches another account. */
export const serverEnvironment = { LC_ALL: "C" };
