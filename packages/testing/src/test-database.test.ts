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

test("what is filled once is there in every clone, is filled by one only, and anew when that failed", async () => {
  let filled = 0;
  const beginning = (name: string, fails = false) => ({
    name,
    fill: async ({ ownerUrl }: { readonly ownerUrl: string }) => {
      filled += 1;
      await query(ownerUrl, "create table filled ()");
      if (fails) throw new Error("not this time");
    },
  });
  await expect(createTestDatabase(beginning("tested", true))).rejects.toThrow("not this time");
  const all = await Promise.all([createTestDatabase(beginning("tested")), createTestDatabase(beginning("tested"))]);
  expect(filled).toBe(2);
  await query(all[0].ownerUrl, "create table only_here ()");
  await expect(query(all[1].ownerUrl, "table only_here")).rejects.toThrow(/does not exist/);
  expect(await query(all[1].ownerUrl, "table filled")).toEqual([]);
  for (const each of all) await each.drop();
});
