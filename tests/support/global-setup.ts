import { mkdtempSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@avances/db";
import { firstPrefix } from "@avances/db/role-names";
import { type DataFolderLock, lockDataFolder, removeDataFolder, startLocalPostgres } from "@avances/local-postgres";
import { possibleFolders, quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { testClient } from "@avances/testing";
import type { TestProject } from "vitest/node";

const prefix = `avances-test-${process.getuid?.() ?? ""}-`;
const loginPassword = "test-only";

/** One PostgreSQL server per test run, with one migrated database that `createTestDatabase` clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandonedClusters();
  const dataDir = mkdtempSync(join(quickFolder(), prefix));
  const lock = lockDataFolder(dataDir);
  const server = await startLocalPostgres({ dataDir, log: () => undefined, durable: false });
  const loginUrl = urlOf(server.adminUrl, { user: "avances", password: loginPassword, database: "template_avances" });

  const admin = testClient({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query("create database template_avances");
  await migrate({
    ownerUrl: urlOf(server.adminUrl, { database: "template_avances" }),
    appUrl: loginUrl,
    rolePrefix: firstPrefix,
  });
  await admin.query("alter database template_avances with is_template true allow_connections false");
  await admin.end();

  project.provide("testCluster", { adminUrl: server.adminUrl, loginUrl });
  return async () => {
    await server.stop();
    remove(dataDir, lock);
  };
}

/** Removes servers left running by test runs that were killed. */
async function removeAbandonedClusters(): Promise<void> {
  const left = possibleFolders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name)),
  );
  for (const dataDir of left) {
    try {
      const lock = lockDataFolder(dataDir);
      const server = await startLocalPostgres({ dataDir, log: () => undefined, durable: false });
      await server.stop();
      remove(dataDir, lock);
    } catch {
      // Used by another test run, or not ours: leave it.
    }
  }
}

function remove(dataDir: string, lock: DataFolderLock): void {
  lock.release();
  removeDataFolder(realpathSync(dataDir));
}

function urlOf(url: string, parts: { user?: string; password?: string; database: string }): string {
  const changed = new URL(url);
  if (parts.user) changed.username = parts.user;
  if (parts.password) changed.password = parts.password;
  changed.pathname = `/${parts.database}`;
  return changed.href;
}
