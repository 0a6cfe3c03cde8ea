import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { createTestDatabase, testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { anEmptyDatabase, asAdmin, type EmptyDatabase, signedInAs } from "../../testing/empty-database.ts";
import { seedTwoCountries } from "../../testing/two-countries.ts";
import { openDatabase } from "../connect.ts";
import { migrate } from "../migrate.ts";
import { listCountries } from "../queries/reference-queries.ts";
import { workingRoles } from "../role-names.ts";
import { type DatabaseContents, readDatabase } from "./read-database.ts";
import { type LoadTable, restoreDatabase } from "./restore-database.ts";
import type { StoredSequence, StoredTable } from "./stored-tables.ts";

const now = new Date("2027-03-01T12:00:00.000Z");
const keptAt = new Date("2027-02-28T03:15:00.000Z");

interface Kept {
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly table: StoredTable; readonly body: Buffer; readonly rows: number }[];
  readonly sequences: readonly StoredSequence[];
}

/** Everything in a database; `between` is called after each table. */
function keep(ownerUrl: string, between: (table: StoredTable) => Promise<unknown> = async () => undefined) {
  return readDatabase(ownerUrl, async (contents: DatabaseContents): Promise<Kept> => {
    const tables = [];
    for (const table of contents.tables) {
      const { body, count } = contents.rowsOf(table);
      tables.push({ table, body: await buffer(body), rows: count() });
      await between(table);
    }
    return { migrations: contents.migrations, tables, sequences: await contents.sequences() };
  });
}

function restore(target: Pick<EmptyDatabase, "ownerUrl" | "appUrl">, kept: Kept, change = (body: Buffer) => body) {
  const { ownerUrl, appUrl } = target;
  const load = async (loadTable: LoadTable) => {
    for (const { table, body } of kept.tables) {
      await loadTable(
        table,
        (async function* () {
          yield change(body);
        })(),
      );
    }
    return { tables: kept.tables.map(({ table, rows }) => ({ ...table, rows })), sequences: kept.sequences };
  };
  return restoreDatabase({ ownerUrl, appUrl, keptAt, migrations: kept.migrations, now, log: () => undefined }, load);
}

/** Names of roles begin with the name of the database; they may differ in nothing else. */
const walls = {
  policies:
    "select schemaname, tablename, policyname, cmd, roles::text, qual, with_check from pg_policies order by 1, 2, 3",
  tables: `select c.oid::regclass::text as name, pg_get_userbyid(relowner) as owner, relacl::text, relrowsecurity, relforcerowsecurity
    from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('app', 'auth', 'ref', 'release') order by 1`,
  columns: `select attrelid::regclass::text as name, attname, attacl::text from pg_attribute where attacl is not null
    and attrelid::regclass::text like any('{app.%,auth.%,ref.%,release.%}') order by 1, 2`,
  schemas:
    "select nspname, pg_get_userbyid(nspowner) as owner, nspacl::text from pg_namespace where nspname !~ '^pg_' order by 1",
  triggers:
    "select tgrelid::regclass::text as name, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2",
  functions:
    "select proname, pg_get_userbyid(proowner) as owner, proacl::text from pg_proc where pronamespace in ('app'::regnamespace, 'auth'::regnamespace) order by 1",
} as const;

async function wallsOf({ query, name }: Queried): Promise<Record<string, string[]>> {
  const roles = new RegExp(`\\b(app|${name})_(owner|${workingRoles.join("|")})\\b`, "g");
  const found: Record<string, string[]> = {};
  for (const [kind, question] of Object.entries(walls)) {
    found[kind] = (await query(question)).map((row) => JSON.stringify(row).replaceAll(roles, "$2"));
  }
  return found;
}

type Queried = Pick<EmptyDatabase, "name" | "ownerUrl" | "appUrl" | "query">;

/** A database with many rows; it is dropped when `until` calls back. */
async function aFilledDatabase(until: (end: () => Promise<void>) => void = onTestFinished): Promise<Queried> {
  const { url, ownerUrl, drop } = await createTestDatabase();
  await seedTwoCountries(ownerUrl);
  const client = testClient({ connectionString: ownerUrl });
  await client.connect();
  until(async () => {
    await client.end();
    await drop();
  });
  const query: EmptyDatabase["query"] = async (text) => (await client.query(text)).rows;
  return { name: new URL(ownerUrl).pathname.slice(1), ownerUrl, appUrl: url, query };
}

const awkward = 'tab\t, line\n, back\\slash, \\N, \\., quote \', "ñ", 😀';
const hex = randomBytes(200_000).toString("hex");
let source: Queried;
let kept: Kept;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  source = await aFilledDatabase((end) => ends.push(end));
  await source.query(`update app.app_user set institution = '${awkward.replace("'", "''")}' where role = 'observer'`);
  await source.query(`insert into release.payload values ('hash', 'text/csv', '\\x${hex}', '\\x00ff')`);
  await source.query(
    "insert into auth.session select gen_random_uuid(), id, now(), now(), now() from app.app_user where role = 'secretariat'",
  );
  kept = await keep(source.ownerUrl);
});
afterAll(async () => {
  for (const end of ends) await end();
});

test("a restored database is like the other: rows, policies, owners, rights, triggers", async () => {
  const target = await anEmptyDatabase();
  await restore(target, kept);

  const [expected, found] = [await wallsOf(source), await wallsOf(target)];
  expect(found).toEqual(expected);
  expect(found.policies?.length).toBeGreaterThanOrEqual(55);
  expect(await target.query("select institution from app.app_user where role = 'observer'")).toEqual([
    { institution: awkward },
  ]);
  const again = await keep(target.ownerUrl);
  // Held by the restore, as `held mails` below shows.
  const changed = [
    "app.notice",
    "app.outgoing_mail",
    "app.scheduled_reminder",
    "app.audit_event",
    "ref.catalogue_version",
  ];
  const bodies = ({ tables }: Kept) =>
    tables
      .map(({ table, body }) => [
        `${table.schema}.${table.name}`,
        body.toString("latin1").split("\n").sort().join("\n"),
      ])
      .filter(([name = ""]) => !changed.includes(name));
  expect(bodies(again)).toEqual(bodies(kept));
  expect(again.tables.map(({ table }) => table)).toEqual(kept.tables.map(({ table }) => table));
  const db = openDatabase({ url: target.appUrl, onError: () => undefined });
  onTestFinished(() => db.close());
  expect([await db.ready(), (await db.asPublic(listCountries)).length]).toEqual([{ state: "ready", beats: {} }, 11]);
  await expect(target.query("delete from app.submission_version")).rejects.toThrow("its rows never change");
});

test("after a restore nobody is signed in, no mail leaves by itself, and the record goes on", async () => {
  const target = await anEmptyDatabase();
  const { heldMails } = await restore(target, kept);
  expect(heldMails).toBe(2);
  const held = "held-by-restore";
  const both = (row: object) => [row, row];
  expect(await target.query("select state, last_answer, settled_at from app.outgoing_mail")).toEqual(
    both({ state: "dead", last_answer: held, settled_at: now }),
  );
  expect(await target.query("select state, result, settled_at from app.notice")).toEqual(
    both({ state: "dead", result: held, settled_at: now }),
  );
  expect(await target.query("select from auth.session")).toEqual([]);
  const before = await source.query<{ id: number }>("select max(id)::int as id from app.audit_event");
  expect(
    await target.query("select id::int, actor_role, action, detail from app.audit_event order by id desc limit 1"),
  ).toEqual([
    { id: (before[0]?.id ?? 0) + 1, actor_role: "system", action: "instance.restored", detail: { heldMails: 2 } },
  ]);
});

test("a backup is of one moment, whatever is written meanwhile", async () => {
  const [busy, target] = [await aFilledDatabase(), await anEmptyDatabase()];
  const writer = testClient({ connectionString: busy.ownerUrl });
  await writer.connect();
  onTestFinished(() => writer.end());
  const [{ kept } = { kept: 0 }] = await busy.query<{ kept: number }>(
    "select count(*)::int as kept from app.idempotency",
  );
  expect(kept).toBeGreaterThan(10);
  let number = 0;
  // A person and rows that depend on that person, added when half of the tables have been read.
  const moment = await keep(busy.ownerUrl, async () => {
    number += 1;
    await writer.query(
      `with person as (insert into app.app_user (id, email, display_name, role, language, created_at)
        values (gen_random_uuid(), $1, 'Late', 'observer', 'es', now()) returning id)
       insert into app.outgoing_mail (id, kind, user_id, to_address, language, subject, body_text, body_html, message_id, created_at, state, next_attempt_at)
        select gen_random_uuid(), 'invitation', id, $1, 'es', '', '', '', $1, now(), 'sent', now() from person`,
      [`late${number}@example.org`],
    );
    await writer.query("delete from app.idempotency where user_id in (select user_id from app.idempotency limit 1)");
  });
  expect(number).toBeGreaterThan(10);
  const text = moment.tables.map(({ body }) => body.toString("utf8")).join("");
  expect(text).not.toContain("late1@example.org");
  expect(moment.tables.find(({ table }) => table.name === "idempotency")?.rows).toBe(kept);
  await restore(target, moment);
});

test("a backup of an older schema is restored and brought up to date", async () => {
  const [older, target] = [await anEmptyDatabase(), await anEmptyDatabase()];
  await migrate({ ...older, stopAfter: 2 });
  await older.query(
    "insert into app.app_user (id, email, display_name, role, language, created_at) values (gen_random_uuid(), 'ana@example.org', 'Ana', 'secretariat', 'es', now())",
  );
  const early = await keep(older.ownerUrl);
  expect([early.migrations.length, early.tables.some(({ table }) => table.name === "submission_act")]).toEqual([
    2,
    false,
  ]);
  await restore(target, early);
  expect(await target.query("select email from app.app_user")).toEqual([{ email: "ana@example.org" }]);
  expect(await wallsOf(target)).toEqual(await wallsOf(source));
});

test("a schema that this program does not know is refused, and nothing is made", async () => {
  const target = await anEmptyDatabase();
  const newer = { ...kept, migrations: [...kept.migrations, "one more"] };
  await expect(restore(target, newer)).rejects.toThrow(/made by a newer Avances \(schema \d+; this one knows \d+\)/);
  const other = { ...kept, migrations: kept.migrations.with(0, "another") };
  await expect(restore(target, other)).rejects.toThrow("another variant of Avances");
  expect(await target.query("select from pg_namespace where nspname = 'app'")).toEqual([]);
});

test("a database with anything in it is refused; one that nobody used is taken", async () => {
  const [used, fresh] = [await aFilledDatabase(), await anEmptyDatabase()];
  await expect(restore(used, kept)).rejects.toThrow(`The database ${used.name} is not empty`);
  expect(await used.query("select from app.round")).toHaveLength(1);
  await migrate(fresh);
  await restore(fresh, kept);
  expect(await fresh.query("select from app.round")).toHaveLength(1);
});

test("a restore that fails leaves nothing, and may be tried again", async () => {
  const target = await anEmptyDatabase();
  const broken = (body: Buffer) => Buffer.from(body.toString("latin1").replace("canary-hash", "x\ty"), "latin1");
  await expect(restore(target, kept, broken)).rejects.toThrow("extra data");
  const fewer = (body: Buffer) => body.subarray(body.indexOf("\n") + 1);
  await expect(restore(target, kept, fewer)).rejects.toThrow(/rows of .* were kept|violates foreign key/);
  expect(await target.query("select from app.app_user")).toEqual([]);
  expect(await target.query("select from pg_class where relname = 'answer' and relforcerowsecurity")).toHaveLength(1);
  await restore(target, kept);
});

test("an owner who is no superuser: backs up only what it sees whole, and restores", async () => {
  const target = await anEmptyDatabase();
  const modest = `modest_${randomBytes(5).toString("hex")}`;
  await asAdmin(`create role ${modest} login createrole password 'test-only'`);
  await asAdmin(`alter database ${target.name} owner to ${modest}`);
  onTestFinished(async () => {
    await asAdmin(`reassign owned by ${modest} to postgres`);
    await asAdmin(`drop owned by ${modest}`);
    await asAdmin(`drop role ${modest}`);
  });
  const owner = { ...target, ownerUrl: signedInAs(target.ownerUrl, modest) };
  await restore(owner, kept);
  expect((await wallsOf(target)).policies).toEqual((await wallsOf(source)).policies);
  await expect(keep(owner.ownerUrl)).rejects.toThrow(`The role ${modest} does not see every row`);
  await expect(restore(owner, kept)).rejects.toThrow("is not empty");
  await asAdmin(`alter role ${modest} bypassrls`);
  expect((await keep(owner.ownerUrl)).tables.find(({ table }) => table.name === "answer")?.rows).toBe(4);
});

test("a database without Avances, and one that goes away, end the backup with an error", async () => {
  const empty = await anEmptyDatabase();
  await expect(keep(empty.ownerUrl)).rejects.toThrow("there is nothing to back up");
  const cut = () =>
    asAdmin(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'avances backup' and datname = $1",
      [source.name],
    );
  await expect(keep(source.ownerUrl, cut)).rejects.toThrow();
});
