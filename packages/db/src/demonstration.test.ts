import { randomUUID } from "node:crypto";
import { createTestDatabase } from "@avances/testing";
import { afterEach, expect, test } from "vitest";
import { insertDemonstrationAccounts, instanceKind, markAsDemonstration } from "./demonstration.ts";

const now = new Date("2027-02-01T15:00:00Z");
let database: Awaited<ReturnType<typeof createTestDatabase>>;
afterEach(() => database.drop());

test("a demonstration region that was left half made is never taken for real work", async () => {
  database = await createTestDatabase();
  const { ownerUrl } = database;
  expect(await instanceKind(ownerUrl)).toBe("empty");
  const user = {
    id: randomUUID(),
    email: "ts@people.example",
    displayName: "Secretary",
    role: "secretariat",
    language: "en",
    createdAt: now,
    confirmedAt: now,
  } as const;
  await insertDemonstrationAccounts(ownerUrl, [{ user, passwordHash: "a hash" }], now);
  expect(await instanceKind(ownerUrl)).toBe("unfinished");
  await markAsDemonstration(ownerUrl, 1, now);
  expect(await instanceKind(ownerUrl)).toBe("demonstration");
});
