import { once } from "node:events";
import { expect, inject, test } from "vitest";
import { testClient, testPool } from "./test-client.ts";
import { createTestDatabase } from "./test-database.ts";

test.each(["pool", "client"] as const)("a %s that breaks at rest ends no test run", async (kind) => {
  const database = await createTestDatabase();
  const config = { connectionString: database.ownerUrl };
  const connection = kind === "pool" ? testPool({ ...config, max: 1 }) : testClient(config);
  if ("connect" in connection && kind === "client") await connection.connect();
  await connection.query("select 1");
  const broken = once(connection, "error");
  const admin = testClient({ connectionString: inject("testCluster").adminUrl });
  await admin.connect();
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    new URL(database.ownerUrl).pathname.slice(1),
  ]);
  await expect(broken).resolves.toMatchObject([{ code: "57P01" }, ...(kind === "pool" ? [expect.anything()] : [])]);
  await admin.end();
  await connection.end().catch(() => undefined);
  await database.drop();
});
