import { randomBytes } from "node:crypto";
import { testClient } from "@avances/testing";
import type pg from "pg";
import { inject, onTestFinished } from "vitest";
import { loginName, prefixFor, roleName, workingRoles } from "../src/role-names.ts";

export interface EmptyDatabase {
  name: string;
  ownerUrl: string;
  /** A login that does not exist yet. */
  appUrl: string;
  /** Runs a query as the superuser. */
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>;
}

/** Runs a query as the superuser of the test server, in the database `postgres`. */
export async function asAdmin<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return ask<Row>(inject("testCluster").adminUrl, text, values);
}

/** An empty database on the test server and the login it would get; both, and its roles, are removed when the test ends. */
export async function anEmptyDatabase(): Promise<EmptyDatabase> {
  const { adminUrl } = inject("testCluster");
  const name = `empty_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database ${name}`);
  const login = loginName(prefixFor(name));
  onTestFinished(async () => {
    await asAdmin(`drop database ${name} with (force)`);
    for (const role of [login, ...["owner" as const, ...workingRoles].map((each) => roleName(name, each))])
      await asAdmin(`drop role if exists ${role}`);
  });
  const ownerUrl = urlOf(adminUrl, name);
  return {
    name,
    ownerUrl,
    appUrl: signedInAs(ownerUrl, login),
    query: (text) => ask(ownerUrl, text),
  };
}

/** A copy of a database on the same server, using the same roles; removed when the test ends. */
export async function aCopyOf({ name, ownerUrl, appUrl }: EmptyDatabase): Promise<EmptyDatabase> {
  const copy = `${name}_${randomBytes(3).toString("hex")}`;
  await asAdmin(`create database ${copy} template ${name}`);
  onTestFinished(async () => {
    await asAdmin(`drop database ${copy} with (force)`);
  });
  const copyUrl = urlOf(ownerUrl, copy);
  return { name: copy, ownerUrl: copyUrl, appUrl: urlOf(appUrl, copy), query: (text) => ask(copyUrl, text) };
}

/** The same database as another role. */
export function signedInAs(url: string, user: string, password = "test-only"): string {
  return Object.assign(new URL(url), { username: user, password }).href;
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function urlOf(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
