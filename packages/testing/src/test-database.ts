import { randomBytes } from "node:crypto";
import { testClient } from "./test-client.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Made for the whole run by `tests/support/global-setup.ts`: addresses for the superuser and for the product's login. */
    testCluster: { adminUrl: string; loginUrl: string };
  }
}

export interface TestDatabase {
  /** For the product's login: role `avances`, row-level security applies. */
  url: string;
  /** For the superuser: to prepare data and to check what the product cannot see. */
  ownerUrl: string;
  /** Removes the database and cuts open connections. */
  drop(): Promise<void>;
}

/** A fresh, migrated database for one test file, cloned from the template of the test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // Imported here, because Vitest cannot be imported outside a test and the rest of this package can be used there.
  const { inject } = await import("vitest");
  const { adminUrl, loginUrl } = inject("testCluster");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await execute(adminUrl, `create database ${name} template template_avances`);
  return {
    url: withDatabase(loginUrl, name),
    ownerUrl: withDatabase(adminUrl, name),
    drop: () => execute(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
