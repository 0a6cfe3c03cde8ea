import { randomBytes } from "node:crypto";
import { testClient } from "@avances/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCopyOf, anEmptyDatabase, asAdmin, type EmptyDatabase, signedInAs } from "../testing/empty-database.ts";
import { openDatabase } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { sqlState } from "./pg-error.ts";
import { listCountries } from "./queries/reference-queries.ts";
import { wallFaults } from "./queries/safety-queries.ts";
import { prefixFor, workingRoles } from "./role-names.ts";

async function works({ appUrl }: EmptyDatabase): Promise<boolean> {
  const db = openDatabase({ url: appUrl, onError: () => undefined });
  try {
    const isReady = (await db.ready()).state === "ready";
    return isReady && (await db.asPublic(listCountries)).length === 11 && (await db.authQuery(wallFaults)).length === 0;
  } catch {
    return false;
  } finally {
    await db.close();
  }
}

/** The result of statements, each after `set role`, in this database with this login: `ok` or the error code. */
async function answers(url: string, asked: readonly (readonly [role: string, statement: string])[]): Promise<string[]> {
  const client = testClient({ connectionString: url });
  await client.connect();
  try {
    const codes: string[] = [];
    for (const [role, statement] of asked) {
      const fault = await client.query(`reset role; set role ${role}; ${statement}`).then(
        () => "ok",
        (error: unknown) => sqlState(error) ?? String(error),
      );
      codes.push(fault);
    }
    return codes;
  } finally {
    await client.end();
  }
}

describe("two instances on one server", () => {
  test("neither reads the other, whichever role it takes on", async () => {
    const [one, two] = [await anEmptyDatabase(), await anEmptyDatabase()];
    await Promise.all([migrate(one), migrate(two)]);
    expect([await works(one), await works(two)]).toEqual([true, true]);

    const strangerInTwo = Object.assign(new URL(one.appUrl), { pathname: `/${two.name}` }).href;
    const tables = ["auth.credential", "auth.session", "app.submission", "ref.country", "release.edition"];
    const ownRoles = ["none", ...workingRoles.map((each) => `${one.name}_${each}`)];
    const reading = ownRoles.flatMap((role) => tables.map((table) => [role, `select from ${table}`] as const));
    const taking = ["owner", ...workingRoles].map((each) => [`${two.name}_${each}`, "select 1"] as const);
    expect(new Set(await answers(strangerInTwo, [...reading, ...taking]))).toEqual(new Set(["42501"]));
    expect(await answers(two.appUrl, [[`${two.name}_auth`, "select from auth.credential"]])).toEqual(["ok"]);
  });

  test("a login that exists keeps its password, and the instance that uses it goes on", async () => {
    const [one, two] = [await anEmptyDatabase(), await anEmptyDatabase()];
    await migrate(one);
    const user = new URL(one.appUrl).username;
    const asOther = { ...two, appUrl: signedInAs(two.ownerUrl, user, "another-password") };
    await expect(migrate(asOther)).rejects.toThrow(`The login ${user} belongs to another instance`);
    const asSame = { ...two, appUrl: signedInAs(two.ownerUrl, user) };
    await expect(migrate(asSame)).rejects.toThrow("belongs to another instance");
    expect(await asAdmin(`select from pg_roles where rolname like '${two.name}%'`)).toEqual([]);
    expect(await works(one)).toBe(true);
  });

  test("the roles of another database are not taken", async () => {
    const [one, two] = [await anEmptyDatabase(), await anEmptyDatabase()];
    await migrate(one);
    await expect(migrate({ ...two, rolePrefix: one.name })).rejects.toThrow(
      new RegExp(`belong to the database ${one.name} .* DATABASE_ROLE_PREFIX`),
    );
  });
});

test("a wrong password of one's own login is refused, and changed when that is asked for", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  const changed = { ...database, appUrl: signedInAs(database.ownerUrl, new URL(database.appUrl).username, "changed") };
  await expect(migrate(changed)).rejects.toThrow(/password given for it does not work: .* --rotate-login/);
  expect([await works(database), await works(changed)]).toEqual([true, false]);
  await migrate({ ...changed, rotateLogin: true });
  expect([await works(database), await works(changed)]).toEqual([false, true]);
});

test("a database keeps the roles it has, also under a new name and with a new login", async () => {
  const database = await anEmptyDatabase();
  const prefix = `old_${randomBytes(4).toString("hex")}`;
  await migrate({ ...database, rolePrefix: prefix });
  onTestFinished(async () => {
    const roles = await asAdmin<{ name: string }>(
      `select rolname as name from pg_roles where rolname like '${prefix}%'`,
    );
    await database.query(`drop owned by ${prefix}_owner cascade`);
    for (const { name } of roles) await database.query(`drop owned by ${name}`);
    for (const { name } of roles) await asAdmin(`drop role ${name}`);
  });
  await migrate(database);
  const other = { ...database, appUrl: signedInAs(database.ownerUrl, `${prefix}_second`) };
  await migrate(other);
  expect([await works(database), await works(other)]).toEqual([true, true]);
  expect(await asAdmin(`select from pg_roles where rolname like '${database.name}\\_%' and not rolcanlogin`)).toEqual(
    [],
  );
});

test("a copy on the same server is told that it shares its roles", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  const copy = await aCopyOf(database);
  const said: string[] = [];
  await migrate({ ...database, log: (message) => said.push(message) });
  expect(said.join("\n")).toMatch(new RegExp(`${copy.name} works with the same roles .* each can read the other`));
});

test("a database that lost its protection, as after pg_dump without roles, is refused in one sentence", async () => {
  const faults = [
    "alter schema app owner to postgres",
    "alter table app.submission owner to postgres",
    "alter table app.answer no force row level security",
    "alter table app.answer disable row level security",
    "do $$ declare each record; begin for each in select * from pg_policies where tablename = 'answer' loop execute format('drop policy %I on app.answer', each.policyname); end loop; end $$",
    "drop policy notice_worker_read on app.notice",
    "do $$ begin execute 'revoke usage on schema auth from ' || replace(pg_get_userbyid((select nspowner from pg_namespace where nspname = 'app')), '_owner', '_auth'); end $$",
  ];
  const original = await anEmptyDatabase();
  await migrate(original);
  for (const fault of faults) {
    const database = await aCopyOf(original);
    await database.query(fault);
    await expect(migrate(database), fault).rejects.toThrow(/have lost their owner, rights .*pg_dumpall --roles-only/);
  }
});

test("the login of the product in place of the owner is named", async () => {
  const [database, other] = [await anEmptyDatabase(), await anEmptyDatabase()];
  await migrate(database);
  const weak = { ...other, ownerUrl: signedInAs(other.ownerUrl, new URL(database.appUrl).username) };
  await expect(migrate(weak)).rejects.toThrow(/DATABASE_OWNER_URL may not prepare a database/);
});

test("every database has a prefix of its own, whatever its name", () => {
  expect(prefixFor("avances")).toBe("avances");
  const odd = ["Avances", "avances-1", "avances_1x".repeat(8), "ñandú", "pg_own", "1", "a".repeat(63), "A".repeat(63)];
  const prefixes = odd.map(prefixFor);
  expect(new Set(prefixes).size).toBe(odd.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
});

test("nothing in a migrated database but roles has the name of one, so that the text of a migration can be read", async () => {
  const database = await anEmptyDatabase();
  await migrate(database);
  const names = "'app_owner','app_api','app_auth','app_worker','app_publisher','app_public'";
  const found = await database.query(`
    select relname as name from pg_class where relname in (${names}) union all
    select nspname from pg_namespace where nspname in (${names}) union all
    select attname from pg_attribute where attname in (${names}) union all
    select proname from pg_proc where proname in (${names}) union all
    select conname from pg_constraint where conname in (${names}) union all
    select polname from pg_policy where polname in (${names})`);
  expect(found).toEqual([]);
  const left = await database.query(
    `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'auth', 'release')
     and prosrc ~ '\\yapp_(owner|api|auth|worker|publisher|public)\\y'`,
  );
  expect(left).toEqual([]);
});
