import { mkdtempSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@avances/db";
import { type LocalPostgres, lockDataFolder, removeDataFolder, startLocalPostgres } from "@avances/local-postgres";
import { quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { testClient } from "@avances/testing";

/** A PostgreSQL server of the test's own, crash-safe as in production, that can be stopped or killed without disturbing other tests. */
export interface OwnCluster {
  readonly url: string;
  readonly ownerUrl: string;
  /** A clean stop: open transactions are rolled back. */
  stop(): Promise<void>;
  /** `kill -9` of the postmaster; its children notice and end. */
  kill(): void;
  /** Starts on the same port and recovers what was committed. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startOwnCluster(): Promise<OwnCluster> {
  const dataDir = mkdtempSync(join(quickFolder(), "avances-reliability-"));
  const lock = lockDataFolder(dataDir);
  let server: LocalPostgres = await startLocalPostgres({ dataDir, log: () => undefined, durable: true });
  const { adminUrl, port } = server;
  const admin = testClient({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("create database avances");
  await admin.end();
  const urlOf = (login?: readonly [string, string]) => {
    const url = new URL(adminUrl);
    url.pathname = "/avances";
    if (login) [url.username, url.password] = login;
    return url.href;
  };
  const [ownerUrl, url] = [urlOf(), urlOf(["avances", "test-only"])];
  await migrate({ ownerUrl, appUrl: url });
  return {
    url,
    ownerUrl,
    stop: () => server.stop(),
    kill: () => void process.kill(server.pid, "SIGKILL"),
    start: async () => {
      server = await startLocalPostgres({ dataDir, port, log: () => undefined, durable: true });
    },
    remove: async () => {
      await server.stop().catch(() => undefined);
      lock.release();
      removeDataFolder(realpathSync(dataDir));
    },
  };
}
