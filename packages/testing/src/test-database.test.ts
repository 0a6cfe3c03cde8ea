import { expect, test } from "vitest";
import { testClient } from "./test-client.ts";
import { createTestDatabase } from "./test-database.ts";

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("each test database is its own, open to the product's role, and can be dropped", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(one.ownerUrl, "create table only_here ()");
  await expect(query(other.ownerUrl, "table only_here")).rejects.toThrow(/does not exist/);
  expect(await query(one.url, "select current_user as name")).toEqual([{ name: "avances" }]);
  await one.drop();
  await other.drop();
  await expect(query(one.url, "select 1")).rejects.toThrow(/does not exist/);
});
