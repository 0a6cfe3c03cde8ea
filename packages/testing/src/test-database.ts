import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ProvidedContext } from "vitest";
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

/** What several test files begin with; filled once in a test run, and cloned for each of them. */
export interface Beginning {
  /** Lower-case letters. */
  readonly name: string;
  /** Has let go of the database when it returns. */
  fill(database: Pick<TestDatabase, "url" | "ownerUrl">): Promise<void>;
}

/** A fresh, migrated database for one test file, cloned from the template of the test run, or from one that is filled already. */
export async function createTestDatabase(beginning?: Beginning): Promise<TestDatabase> {
  // Imported here, because Vitest cannot be imported outside a test and the rest of this package can be used there.
  const { inject } = await import("vitest");
  const cluster = inject("testCluster");
  const template = beginning ? await filledTemplate(cluster, beginning) : emptyTemplate;
  const name = `test_${randomBytes(8).toString("hex")}`;
  await execute(cluster.adminUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    ...addressesOf(cluster, name),
    drop: () => dropDatabase(cluster.adminUrl, name),
  };
}

const emptyTemplate = "template_avances";

type Cluster = ProvidedContext["testCluster"];

const addressesOf = ({ adminUrl, loginUrl }: Cluster, name: string) => ({
  url: withDatabase(loginUrl, name),
  ownerUrl: withDatabase(adminUrl, name),
});

/** Other workers wait while one fills it; when that failed, the next one tries. */
async function filledTemplate(cluster: Cluster, { name, fill }: Beginning): Promise<string> {
  const template = `template_${name}`;
  const client = testClient({ connectionString: cluster.adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [template]);
    if ((await client.query("select from pg_database where datname = $1", [template])).rowCount === 1) return template;
    const draft = `filling_${name}`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template ${emptyTemplate}`);
    await fill(addressesOf(cluster, draft));
    await client.query(`alter database ${draft} rename to ${template}`);
    await client.query(`alter database ${template} with allow_connections false`);
    return template;
  } finally {
    await client.end();
  }
}

/**
 * A connection that its client has ended may still be on its way out, and being cut then would be an error in a test that is over: it gets a second.
 */
async function dropDatabase(url: string, name: string): Promise<void> {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await client.query("select from pg_stat_activity where datname = $1", [name]);
      if (rowCount === 0) break;
      await wait(5);
    }
    await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
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
