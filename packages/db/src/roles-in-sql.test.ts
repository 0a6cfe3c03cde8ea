import { isCountryRole, isOfSecretariat, reachesFar, roleFacts, roles, scopeOf } from "@avances/domain/access";
import { matterKinds, mayPut, readsLevel, visibilities } from "@avances/domain/network";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Row-level security asks these functions about roles. They do not know a new role until a migration adds it. */
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = testClient({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** What the database says about somebody of Costa Rica in this role, with one assigned indicator. */
async function saysOf(role: string): Promise<Record<string, boolean>> {
  await client.query(
    "select set_config('app.role', $1, false), set_config('app.country', 'CRI', false), set_config('app.assigned', 'TIP-PRO-01', false)",
    [role],
  );
  const { rows } = await client.query(
    `select app.is_secretariat() as desk, app.is_of('CRI') as of, app.reports_for('CRI') as reports,
       app.reads_all_of('CRI') as reads, app.signs_for('CRI') as signs, app.contributes_to('CRI', 'TIP-PRO-01') as contributes,
       app.is_of('MEX') or app.reports_for('MEX') or app.reads_all_of('MEX') or app.signs_for('MEX') or app.contributes_to('MEX', 'TIP-PRO-01') as elsewhere,
       app.reaches_far($1, null) as far, app.reaches_far($1, 'CRI') as "farOfCountry"`,
    [role],
  );
  return rows[0];
}

describe.each(roles)("%s", (role) => {
  test("is in the database what it is in the access table", async () => {
    const reading = scopeOf(role, "submission.read");
    expect(await saysOf(role)).toEqual({
      desk: isOfSecretariat(role),
      of: isCountryRole(role),
      reports: scopeOf(role, "submission.submit") === "own",
      reads: reading === "own",
      signs: scopeOf(role, "submission.sign") === "own",
      contributes: reading === "assigned",
      elsewhere: false,
      far: reachesFar({ role, country: null }),
      farOfCountry: reachesFar({ role, country: "CRI" }),
    });
  });
});

test.each(roles)(
  "%s reads in the database the levels that it reads in the domain, speaks where it speaks, and puts what it may put",
  async (role) => {
    await client.query("select set_config('app.role', $1, false), set_config('app.section', '', false)", [role]);
    const { rows } = await client.query(
      `select app.speaks() as speaks, app.answers() as answers,
         array(select level from unnest($1::text[]) level where app.reads_level(level)) as levels,
         array(select kind from unnest($2::text[]) kind where app.may_put(kind)) as puts`,
      [visibilities, matterKinds],
    );
    const { speaks, readsNetwork } = roleFacts[role];
    expect(rows[0]).toEqual({
      ...{ speaks, answers: speaks && readsNetwork === "members" },
      puts: matterKinds.filter((kind) => mayPut(role, kind)),
      levels: visibilities.filter((level) => readsLevel(role, level)),
    });
    // Somebody who came by a section link does neither, whatever the role.
    await client.query("select set_config('app.section', gen_random_uuid()::text, false)");
    const bySection = await client.query(
      "select app.speaks() or app.answers() or app.may_put('contribution') or app.reads_level('public') as any",
    );
    await client.query("select set_config('app.section', '', false)");
    expect(bySection.rows).toEqual([{ any: false }]);
  },
);

test("only one role belongs to the Secretariat: SQL names it in the record of its members, in whom the host tells, and in its remarks", () => {
  // A second one needs a migration of auth.note_secretariat_member, app.app_user_host, app.secretariat_remarks and the policies of review_comment, and its place in comment-queries.ts.
  expect(roles.filter(isOfSecretariat)).toEqual(["secretariat"]);
});

test("an unknown role has no rights there", async () => {
  const nothing = {
    desk: false,
    of: false,
    reports: false,
    reads: false,
    signs: false,
    contributes: false,
    elsewhere: false,
  };
  expect(await saysOf("made_up_role")).toEqual({ ...nothing, far: false, farOfCountry: true });
});
