import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalPostgres } from "@avances/local-postgres";
import { quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { testClient } from "@avances/testing";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { anEmptyDatabase, asAdmin } from "../testing/empty-database.ts";
import { openDatabase } from "./connect.ts";
import { MigrationRefused } from "./database-roles.ts";
import { CatalogueFaulty, catalogueFolder, loadCatalogueFile } from "./load-reference.ts";
import { migrate } from "./migrate.ts";
import { usualPatience } from "./patient-lock.ts";
import { listCatalogues, listCountries } from "./queries/reference-queries.ts";

/** A copy of the catalogue folder with another `2026.1.json`. */
function aCatalogueFolder(
  change: (catalogue: { [key: string]: unknown; indicators: Record<string, unknown>[] }) => void,
): string {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(catalogueFolder, folder, { recursive: true });
  const path = join(folder, "2026.1.json");
  const catalogue = JSON.parse(readFileSync(path, "utf8"));
  change(catalogue);
  writeFileSync(path, JSON.stringify(catalogue));
  return folder;
}

const history = "select hash from drizzle.__drizzle_migrations order by created_at";

test("two migrators at once make one set of changes, and a third finds nothing to do", async () => {
  const database = await anEmptyDatabase();
  const said: string[] = [];
  const run = () => migrate({ ...database, log: (message) => said.push(message) });
  await Promise.all([run(), run()]);
  await run();
  const migrations = await database.query(history);
  expect(new Set(migrations.map((row) => row.hash)).size).toBe(migrations.length);
  expect(said.filter((message) => message.startsWith("Migration"))).toHaveLength(migrations.length);
  const db = openDatabase({ url: database.appUrl, onError: () => undefined });
  expect(await db.ready()).toEqual({ state: "ready", beats: {} });
  expect(await db.asPublic(listCountries)).toHaveLength(11);
  expect((await db.asPublic(listCatalogues)).map(({ catalogue }) => catalogue.version)).toEqual([
    "2026.1",
    "2026.2",
    "2026.3",
  ]);
  await db.close();
});

test("migrators of different databases of one server do not trip over each other", async () => {
  const databases = [await anEmptyDatabase(), await anEmptyDatabase(), await anEmptyDatabase()];
  await Promise.all(databases.map((database) => migrate(database)));
  for (const database of databases) expect((await database.query(history)).length).toBeGreaterThan(0);
});

test("the owner need not be a superuser: creating roles and owning the database is enough", async () => {
  const dataDir = mkdtempSync(join(quickFolder(), "avances-owner-"));
  const server = await startLocalPostgres({ dataDir, log: () => undefined, durable: false });
  onTestFinished(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const superuser = testClient({ connectionString: server.adminUrl });
  await superuser.connect();
  await superuser.query("create role modest login createrole password 'test-only'");
  await superuser.query("create database modest owner modest");
  await superuser.end();
  const url = (user: string) => `postgres://${user}:test-only@127.0.0.1:${server.port}/modest`;
  await migrate({ ownerUrl: url("modest"), appUrl: url("avances") });
  await migrate({ ownerUrl: url("modest"), appUrl: url("avances") });

  const owner = testClient({ connectionString: url("modest") });
  await owner.connect();
  const owners = await owner.query(
    "select distinct tableowner from pg_tables where schemaname in ('app', 'auth', 'ref', 'release', 'drizzle')",
  );
  expect(owners.rows).toEqual([{ tableowner: "modest_owner" }]);
  await owner.end();
  const db = openDatabase({ url: url("avances"), onError: () => undefined });
  expect(await db.ready()).toEqual({ state: "ready", beats: {} });
  expect(await db.asPublic(listCountries)).toHaveLength(11);
  await db.close();
});

test("a login that may too much, or is the owner itself, is refused", async () => {
  const database = await anEmptyDatabase();
  const strong = `strong_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create role ${strong} login bypassrls password 'test-only'`);
  onTestFinished(async () => {
    await asAdmin(`drop role ${strong}`);
  });
  const appUrl = new URL(database.appUrl);
  appUrl.username = strong;
  await expect(migrate({ ownerUrl: database.ownerUrl, appUrl: appUrl.href })).rejects.toThrow(strong);
  await expect(migrate({ ownerUrl: database.ownerUrl, appUrl: database.ownerUrl })).rejects.toThrow("two roles");
  expect(await database.query("select from pg_namespace where nspname = 'app'")).toEqual([]);
});

test("a changed or unknown history is refused", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  await database.query("update drizzle.__drizzle_migrations set hash = 'other' where id = 1");
  await expect(migrate(database)).rejects.toThrow("Migration 1 was changed");
  const [{ hash } = { hash: "" }] = await database.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations limit 1",
  );
  expect(hash).toBeTruthy();
  await database.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)");
  await expect(migrate(database)).rejects.toThrow("newer version");
});

test("a faulty catalogue is refused with every fault, and nothing changes", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  await database.query("update ref.country set time_zone = 'before' where alpha3 = 'CRI'");
  const misshapen = aCatalogueFolder((catalogue) => {
    Object.assign(catalogue.indicators[0] as object, { weight: -1, surprise: true });
    delete catalogue.title;
  });
  const shape = await migrate({ ...database, catalogueFolder: misshapen }).catch((error: unknown) => error);
  expect(shape).toBeInstanceOf(CatalogueFaulty);
  expect((shape as CatalogueFaulty).faults.join("\n")).toMatch(/title[\s\S]*/);
  expect((shape as CatalogueFaulty).faults.length).toBeGreaterThanOrEqual(3);

  const senseless = aCatalogueFolder((catalogue) => {
    const [first, second, third] = catalogue.indicators;
    Object.assign(second as object, { code: first?.code });
    Object.assign(third as object, { objective: "TIP-OBJ-99" });
  });
  const sense = await migrate({ ...database, catalogueFolder: senseless }).catch((error: unknown) => error);
  expect(sense).toBeInstanceOf(CatalogueFaulty);
  expect((sense as CatalogueFaulty).faults.length).toBeGreaterThanOrEqual(2);

  expect(await database.query("select time_zone from ref.country where alpha3 = 'CRI'")).toEqual([
    { time_zone: "before" },
  ]);
  expect(await database.query("select version from ref.catalogue_version order by 1")).toEqual([
    { version: "2026.1" },
    { version: "2026.2" },
    { version: "2026.3" },
  ]);
});

test("a version that was loaded keeps its content; a new version joins it", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  const changed = aCatalogueFolder((catalogue) => {
    catalogue.title = { en: "Another title", es: "Otro título" };
  });
  await expect(migrate({ ...database, catalogueFolder: changed })).rejects.toThrow("takes a new version");

  const joined = aCatalogueFolder(() => undefined);
  const next = JSON.parse(readFileSync(join(joined, "2026.2.json"), "utf8"));
  writeFileSync(join(joined, "2027.1.json"), JSON.stringify({ ...next, version: "2027.1" }));
  await migrate({ ...database, catalogueFolder: joined });
  expect(await database.query("select version from ref.catalogue_version order by 1")).toEqual([
    { version: "2026.1" },
    { version: "2026.2" },
    { version: "2026.3" },
    { version: "2027.1" },
  ]);
});

test("the shipped catalogue is sound, and white space does not change its hash", () => {
  const { catalogue, sha256 } = loadCatalogueFile(join(catalogueFolder, "2026.1.json"));
  expect(catalogue.indicators.length).toBe(60);
  expect(
    loadCatalogueFile(
      join(
        aCatalogueFolder(() => undefined),
        "2026.1.json",
      ),
    ).sha256,
  ).toBe(sha256);
});

test("a migration that was killed is completed by the next", async () => {
  const database = await anEmptyDatabase();
  let killing: Promise<unknown> | undefined;
  const kill = () => {
    killing ??= asAdmin(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'avances migrate' and datname = $1",
      [database.name],
    );
  };
  await expect(migrate({ ...database, log: kill })).rejects.toThrow();
  await killing;
  await migrate(database);
  expect((await database.query(history)).length).toBeGreaterThan(1);
});

/** A database of the first migration alone, and somebody who reads a table that the next one changes and does not end. */
async function aHeldDatabase() {
  const database = await anEmptyDatabase();
  await migrate({ ...database, stopAfter: 1 });
  const holder = testClient({ connectionString: database.ownerUrl, application_name: "a long look" });
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query("begin; select from app.round");
  return { database, holder };
}

test("a migration that waits for a lock is refused in bounded time, nothing of it is kept, and nobody goes on queueing behind it", async () => {
  const { database, holder } = await aHeldDatabase();
  const [{ pid } = { pid: 0 }] = (await holder.query<{ pid: number }>("select pg_backend_pid() as pid")).rows;
  const said: string[] = [];
  const patience = { waitMs: 200, attempts: 3, pauseMs: 10 };
  const refusal = await migrate({ ...database, patience, log: (message) => said.push(message) }).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(MigrationRefused);
  expect(String(refusal)).toMatch(
    new RegExp(
      `Migration 2 of \\d+ was not done, .* \\(tables of the portal are held by process ${pid} of "a long look", since \\d{4}-.*\\)\\. End the`,
    ),
  );
  expect(said.filter((message) => /^Migration 2 .* waits/.test(message))).toHaveLength(1);
  expect(await database.query(history)).toHaveLength(1);
  expect(await database.query("select from pg_policies where schemaname = 'app'")).toEqual([]);
  expect(await database.query("select from app.round")).toEqual([]);
  await holder.query("rollback");
  await migrate(database);
});

test("a migration begins anew when the lock is free, and whoever was started beside it waits for it without an end", async () => {
  const { database, holder } = await aHeldDatabase();
  const said: string[] = [];
  let ending: Promise<unknown> | undefined;
  const run = () =>
    migrate({
      ...database,
      patience: { waitMs: 50, attempts: 1_000, pauseMs: 10 },
      log: (message) => {
        said.push(message);
        if (message.includes("waits")) ending ??= holder.query("rollback");
      },
    });
  await Promise.all([run(), run()]);
  await ending;
  const migrations = await database.query(history);
  expect(new Set(migrations.map((row) => row.hash)).size).toBe(migrations.length);
  expect(ending).toBeDefined();
  expect(said.filter((message) => message.endsWith("is up to date"))).toHaveLength(2);
});

test("a migration that others wait for in a circle begins anew like one that waits for a lock", async () => {
  const { database, holder } = await aHeldDatabase();
  // Whoever looks first ends its own wait: let it be the migrator.
  await holder.query("rollback; set deadlock_timeout = '60s'; begin; select from app.submission");
  const said: string[] = [];
  const run = migrate({
    ...database,
    patience: { waitMs: 60_000, attempts: 3, pauseMs: 10 },
    log: (text) => said.push(text),
  });
  const isWaiting =
    "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())";
  await vi.waitFor(async () => expect(await database.query(isWaiting)).toHaveLength(1), {
    timeout: 60_000,
    interval: 5,
  });
  await holder.query("select from app.round");
  await holder.query("rollback");
  await run;
  expect(said.filter((text) => text.includes("waits for a table"))).toHaveLength(1);
});

test("a migration gives way before a request of the portal that queues behind it gives up", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  const db = openDatabase({ url: database.appUrl, onError: () => undefined });
  onTestFinished(() => db.close());
  const { rows } = await db.asPublic((tx) =>
    tx.execute<{ wait: number }>(sql`select setting::int as wait from pg_settings where name = 'lock_timeout'`),
  );
  expect(usualPatience.waitMs).toBeLessThan(rows[0]?.wait ?? 0);
});
