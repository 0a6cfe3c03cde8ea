import { readdirSync } from "node:fs";
import { inspect } from "node:util";
import { type Database, databaseFault, openDatabase } from "@avances/db";
import type { DeskRows } from "@avances/db/queries/desk-queries";
import { matterTables } from "@avances/db/testing/matters";
import { seedTwoCountries, type TwoCountries } from "@avances/db/testing/two-countries";
import { bareStatement, withoutConditions } from "@avances/db/testing/without-conditions";
import { type Actor, countryRoles, type Role, roles, scopeOf } from "@avances/domain/access";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { getTableName } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modules, ofEverybody, type Query, queries } from "./every-query/queries.ts";
import { readsOf } from "./every-query/reads.ts";
import { readTheirs, type Theirs } from "./every-query/theirs.ts";
import { writesOf } from "./every-query/writes.ts";

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
let owner: pg.Client;
let theirs: Theirs;
/** Country and day of every holiday of the public list. */
let holidays: ReadonlySet<string>;
/** Words that occur only in the foreign country's rows. */
let secrets: readonly string[];
let reads: Readonly<Record<string, readonly unknown[]>>;
let writes: Readonly<Record<string, readonly unknown[]>>;

const visitors = [
  ...countryRoles.map((role) => [role, "CRI"] as const),
  ...roles
    .filter((role) => role !== "secretariat" && !(countryRoles as readonly Role[]).includes(role))
    .map((role) => [role] as const),
];

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  theirs = await readTheirs(owner, seed);
  const listed = await owner.query("select country_code || ' ' || day as listed from ref.holiday");
  holidays = new Set(listed.rows.map((row) => row.listed));
  const people = countryRoles.map((role) => seed.actor(role, "MEX"));
  secrets = [
    "canary MEX",
    "canary-hash",
    "focal_point.MEX@",
    theirs.version,
    theirs.notice,
    theirs.mail,
    ...people.flatMap((person) => [person.userId, person.displayName]),
  ];
  reads = readsOf(theirs, seed);
  writes = writesOf(theirs, seed);
});

afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

/** Runs one query as an actor. An outright refusal by the database counts as returning nothing. */
async function run(actor: Actor, name: string, args: readonly unknown[], isMutated: boolean): Promise<unknown> {
  try {
    return await db.asActor(actor, (tx) =>
      (queries[name] as Query)(isMutated ? withoutConditions(tx) : tx, ...(args as never[])),
    );
  } catch (error) {
    const fault = databaseFault(error)?.kind;
    if (fault === undefined) throw new Error(`${name} could not be asked`, { cause: error });
    return `refused: ${fault}`;
  }
}

const isRefused = (found: unknown) => typeof found === "string" && found.startsWith("refused: ");
const text = (value: unknown) => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });

test("every file of queries is looked at here, unless what it reads is everybody's", () => {
  const files = readdirSync(new URL("../../packages/db/src/queries/", import.meta.url));
  const named = files.flatMap((file) => /^(.+-queries)\.ts$/.exec(file)?.[1] ?? []);
  expect(named.sort()).toEqual([...Object.keys(modules), ...ofEverybody].sort());
});

test("every query of the database has its place here, as one that reads or one that writes", () => {
  expect([...Object.keys(reads), ...Object.keys(writes)].sort()).toEqual(Object.keys(queries).sort());
});

test("the mutation does what it says: without its condition a list of one country's comments has every country's, for who may see them", async () => {
  const secretariat = seed.actor("secretariat");
  const comments = (isMutated: boolean) =>
    run(secretariat, "listComments", [theirs.submission], isMutated) as Promise<{ countryCode: string }[]>;
  expect((await comments(false)).map((row) => row.countryCode)).toEqual(["MEX"]);
  expect((await comments(true)).map((row) => row.countryCode).sort()).toEqual(["CRI", "MEX"]);
  const focalPoint = seed.actor("focal_point", "CRI");
  expect(await run(focalPoint, "listAnswers", [theirs.submission], false)).toEqual([]);
  expect(await run(focalPoint, "listAnswers", [theirs.submission], true)).toHaveLength(2);
});

test("nor does a part that is selected as text keep its condition: the desk and the ledger of a year without a round have what every year has", async () => {
  const secretariat = seed.actor("secretariat");
  const none = 1900;
  const ledger = (isMutated: boolean) => run(secretariat, "listLedger", [[none]], isMutated) as Promise<unknown[]>;
  expect(await ledger(false)).toEqual([]);
  expect((await ledger(true)).length).toBeGreaterThan(0);
  const asked = { year: none, roles: [], now: new Date(), decidedSince: new Date("2100-01-01") };
  const desk = (isMutated: boolean) => run(secretariat, "readDesk", [asked], isMutated) as Promise<DeskRows>;
  const [whole, bare] = [await desk(false), await desk(true)];
  const rows = ({ people, notices, answers, noted, waitingSteps }: DeskRows) =>
    Object.entries({ people, notices, answers, noted, waitingSteps }).filter(([, { length }]) => length > 0);
  expect(rows(whole)).toEqual([]);
  expect(rows(bare)).toHaveLength(5);
});

test.each([
  ["select a from t where b = $1 order by a", "select a from t where true order by a", []],
  [
    "select $2 from t where (b = $1 or c in (select d from u where e = 'where')) limit $3",
    "select $1 from t where true ",
    ["y"],
  ],
  [
    "select (select a from t where b = $1 limit 1), $3 from u",
    "select (select a from t where true limit 1), $1 from u",
    ["z"],
  ],
  [
    'select sum(a) filter (where b = $1)::text, "where" from t',
    'select sum(a) filter (where true )::text, "where" from t',
    [],
  ],
  ["update t set a = $2 where b = $1 returning a", "update t set a = $1 where true returning a", ["y"]],
  [
    "with w as (select a from t where b = $1 for update) select a from w where not exists (select from u where c)",
    "with w as (select a from t where true for update) select a from w where true ",
    [],
  ],
])("what a statement is without its conditions: %s", (text, bare, values) => {
  expect(bareStatement(text, ["x", "y", "z"])).toEqual({ text: bare, values });
});

describe.each(visitors)("%s %s", (role, country = undefined) => {
  test("reads no row of another country, by no query, with its conditions or without", async () => {
    const actor = seed.actor(role, country);
    const leaks: string[] = [];
    for (const [name, args] of Object.entries(reads)) {
      const [whole, bare] = [await run(actor, name, args, false), await run(actor, name, args, true)];
      // Refused only without its conditions: then it was not seen what row-level security lets through.
      if (isRefused(bare) && !isRefused(whole)) leaks.push(`${name}: ${bare} without conditions`);
      for (const [isMutated, found] of [
        [false, whole],
        [true, bare],
      ] as const) {
        const seen = text(withoutHolidays(found));
        const how = `${name}${isMutated ? " without conditions" : ""}`;
        for (const secret of secrets) if (seen.includes(secret)) leaks.push(`${how}: ${secret}`);
        // The country's state is on the status board for roles that may read the board, and for nobody else.
        if (scopeOf(role, "status-board.read") !== "any" && /'MEX'/.test(seen)) leaks.push(`${how}: a row of MEX`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test("writes no row of another country, by no query, with its conditions or without", async () => {
    const actor = seed.actor(role, country);
    const before = await rowsOfMexico();
    const touched: string[] = [];
    for (const [name, args] of Object.entries(writes)) {
      for (const isMutated of [false, true]) {
        await run(actor, name, args, isMutated);
        const after = await rowsOfMexico();
        for (const [table, rows] of Object.entries(after))
          if (rows !== before[table]) touched.push(`${table} by ${name}${isMutated ? " without conditions" : ""}`);
      }
    }
    expect(touched).toEqual([]);
  });

  test("neither sees nor touches a row of another country by bare statements over any column of any table", async () => {
    const before = await rowsOfMexico();
    const client = testClient({ connectionString: database.url, options: "-c role=app_api" });
    await client.connect();
    const actor = seed.actor(role, country);
    const asActor = async (statement: string) => {
      await client.query("begin");
      await client.query(
        "select set_config('app.user_id', $1, true), set_config('app.country', $2, true), set_config('app.role', $3, true), set_config('app.assigned', $4, true), set_config('app.organisation', $5, true)",
        [
          actor.userId,
          actor.country ?? "",
          actor.role,
          (actor.assignedIndicators ?? []).join(","),
          actor.organisation ?? "",
        ],
      );
      const result = await client.query(statement).catch(() => null);
      await client.query(result === null ? "rollback" : "commit");
      return result;
    };
    try {
      const columns = await owner.query(
        `select c.relname as table, a.attname as column, has_column_privilege('app_api', c.oid, a.attnum, 'UPDATE') as writable
         from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace in ('app'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
      );
      const leaks: string[] = [];
      for (const { table, column, writable } of columns.rows as {
        table: string;
        column: string;
        writable: boolean;
      }[]) {
        const name = `app.${client.escapeIdentifier(table)}`;
        const field = client.escapeIdentifier(column);
        const read = await asActor(`select ${field}::text as value from ${name}`);
        for (const { value } of read?.rows ?? [])
          if (secrets.some((secret) => String(value).includes(secret))) leaks.push(`${table}.${column} read`);
        if (writable) await asActor(`update ${name} set ${field} = ${field}`);
        await asActor(`delete from ${name}`);
      }
      expect(leaks).toEqual([]);
    } finally {
      await client.end();
    }
    expect(await rowsOfMexico()).toEqual(before);
  });
});

/** Holidays are a public list, so of a country's days off only those that were entered say something about it. */
function withoutHolidays(found: unknown): unknown {
  if (typeof found !== "object" || found === null || !("daysOff" in found)) return found;
  const entered = [...(found.daysOff as ReadonlyMap<string, ReadonlySet<string>>)]
    .map(([country, days]) => [country, [...days].filter((day) => !holidays.has(`${country} ${day}`))] as const)
    .filter(([, days]) => days.length > 0);
  return { ...found, daysOff: new Map(entered) };
}

/** Position and content of every row about the foreign country: a rewritten row has another position, even if its content is the same. */
async function rowsOfMexico(): Promise<Readonly<Record<string, string>>> {
  const tables = [
    "submission",
    "answer",
    "submission_version",
    "version_answer",
    "not_applicable_confirmation",
    "publication_consent",
    "signature_step",
    "section",
    "section_reminder",
    "proposed_answer",
    "review_comment",
    "thread_closing",
    "remark_seen",
    "reopened_answer",
    "app_user",
    "notice",
    "outgoing_mail",
    "audit_event",
  ];
  const people = countryRoles.map((role) => seed.actor(role, "MEX").userId);
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, string_agg(ctid::text || t::text, chr(10) order by t::text) as rows from app.${table} t where country_code = 'MEX'`,
  );
  // What hangs on a matter has no column with a country.
  const onMatters = matterTables.map((table) => {
    const name = getTableName(table);
    const of =
      name === "matter"
        ? "author_code = 'MEX'"
        : name === "file" || name === "progress_request"
          ? "participant_code = 'MEX'"
          : "exists (select from app.matter m where m.id = t.matter_id and m.author_code = 'MEX')";
    return `select '${name}' as name, string_agg(ctid::text || t::text, chr(10) order by t::text) as rows from app.${name} t where ${of}`;
  });
  const result = await owner.query(
    `${[...parts, ...onMatters].join(" union all ")}
     union all select 'idempotency', string_agg(ctid::text || t::text, chr(10) order by t::text) from app.idempotency t where user_id = any($1)
     union all select 'credential', string_agg(ctid::text || t::text, chr(10) order by t::text) from auth.credential t where user_id = any($1)
     union all select 'mail_reply', string_agg(t.ctid::text || t::text, chr(10) order by t::text) from app.mail_reply t join app.outgoing_mail m on m.id = t.mail_id where m.country_code = 'MEX'
     union all select 'notice_batch', string_agg(ctid::text || t::text, chr(10) order by t::text) from app.notice_batch t where 'MEX' = any(countries)`,
    [people],
  );
  const found = Object.fromEntries(result.rows.map(({ name, rows }) => [name, rows]));
  // A table without a row would be compared with nothing.
  for (const table of matterTables)
    expect([getTableName(table), found[getTableName(table)] ?? null]).not.toContain(null);
  return found;
}
