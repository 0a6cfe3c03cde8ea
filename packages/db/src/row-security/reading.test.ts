import { randomUUID } from "node:crypto";
import { countryRoles, type Role } from "@avances/domain/access";
import { getTableName, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { matterTables, networkTables } from "../../testing/matters.ts";
import { countries, regionalRoles } from "../../testing/two-countries.ts";
import { faultOf, withTwoCountries } from "../../testing/with-two-countries.ts";
import type { Tx } from "../connect.ts";
import { insertComments, listComments, listSecretariatRemarks } from "../queries/comment-queries.ts";
import * as schema from "../schema/index.ts";

/** What each role sees of two countries when no query has a condition. */
const world = withTwoCountries();
const { asRole } = world;
const appTables = [
  schema.round,
  schema.roundAct,
  schema.submission,
  schema.submissionAct,
  schema.answer,
  schema.submissionVersion,
  schema.versionAnswer,
  schema.notApplicableConfirmation,
  schema.reviewComment,
  schema.threadClosing,
  schema.remarkSeen,
  schema.reopenedAnswer,
  schema.appUser,
  schema.accountRequest,
  schema.notice,
  schema.exchange,
  schema.publicationConsent,
  schema.signatureStep,
  schema.section,
  schema.sectionReminder,
  schema.proposedAnswer,
  schema.receivedReportsAct,
  schema.noticeBatch,
  schema.outgoingMail,
  schema.mailReply,
  schema.auditEvent,
  schema.idempotency,
  schema.heartbeat,
  schema.quietPeriod,
  schema.hold,
  schema.scheduledReminder,
  schema.proposedStep,
  schema.stepSetting,
  schema.digest,
  schema.roundPreparation,
  schema.groupChange,
  schema.answerVerdict,
  schema.reviewPromise,
  schema.noticeWording,
  schema.letter,
  schema.letterNumber,
] as const;

/** Tables that a session of a person cannot even ask. */
const ofWorker = [schema.mailboxPosition, schema.matterNews] as const;

/** Rows of CRI, of MEX, and without a country that each role of CRI (or of no country) sees in each table. */
const own = (rows: number): readonly number[] => [rows, 0, 0];
const all = (rows: number): readonly number[] => [rows, rows, 0];
const none = own(0);
const people = countryRoles.length;

type Visible = Partial<Record<string, readonly number[]>>;
const ofCountry: Visible = {
  submission: all(1),
  submission_act: own(1),
  round_act: [0, 0, 1],
  answer: own(2),
  submission_version: own(1),
  version_answer: own(2),
  not_applicable_confirmation: own(1),
  publication_consent: own(1),
  signature_step: own(1),
  review_comment: own(2),
  thread_closing: own(2),
  remark_seen: own(1),
  reopened_answer: own(1),
  app_user: own(people),
  notice: own(1),
  exchange: own(1),
  audit_event: own(people),
};
/** Those who report also know whom they asked for a section, what contributors propose, and what became of a reminder to them. */
const reports: Visible = {
  ...ofCountry,
  ...{ app_user: own(people + 1), section: own(1), proposed_answer: own(2) },
  ...{ section_reminder: own(1), outgoing_mail: own(1) },
};
const statusBoard: Visible = { submission: all(1), app_user: [0, 0, 1], audit_event: [0, 0, 1] };
const outsider: Visible = { app_user: [0, 0, 1], audit_event: [0, 0, 1] };
const visible: Record<Role, Visible> = {
  secretariat: {
    submission: all(1),
    submission_act: all(1),
    submission_version: all(1),
    version_answer: all(2),
    not_applicable_confirmation: all(1),
    publication_consent: all(1),
    review_comment: all(1),
    thread_closing: all(1),
    remark_seen: all(1),
    reopened_answer: all(1),
    app_user: [people, people, regionalRoles.length],
    account_request: [0, 0, 2],
    round_act: [0, 0, 1],
    received_reports_act: [0, 0, 1],
    notice: all(1),
    exchange: all(1),
    notice_batch: [0, 0, 2],
    notice_wording: [0, 0, 1],
    letter: all(1),
    letter_number: [0, 0, 1],
    outgoing_mail: all(1),
    mail_reply: [0, 0, 2],
    quiet_period: all(1),
    hold: all(1),
    scheduled_reminder: all(1),
    proposed_step: all(1),
    step_setting: [0, 0, 2],
    digest: all(1),
    round_preparation: [0, 0, 1],
    group_change: all(1),
    answer_verdict: all(1),
    review_promise: [0, 0, 1],
    audit_event: [people, people, regionalRoles.length],
  },
  focal_point: reports,
  alternate: reports,
  approver: ofCountry,
  liaison_officer: ofCountry,
  contributor: {
    submission: own(1),
    answer: own(1),
    proposed_answer: own(1),
    submission_version: own(1),
    version_answer: own(1),
    not_applicable_confirmation: own(1),
    app_user: own(people),
    audit_event: own(1),
  },
  rcgm_delegate: statusBoard,
  presidency: statusBoard,
  observer: outsider,
  civil_society: outsider,
  coalition: outsider,
};
/** Every row that can be seen without any condition, counted by country. */
async function countByCountry(tx: Tx, table: (typeof appTables)[number]): Promise<readonly number[]> {
  const rows = (await tx.select().from(table)) as { countryCode?: string | null }[];
  const count = (country: string | null) => rows.filter((row) => (row.countryCode ?? null) === country).length;
  return [count("CRI"), count("MEX"), count(null)];
}

describe("without conditions in the query", () => {
  for (const role of [...countryRoles, ...regionalRoles]) {
    test(`${role} sees exactly the rows that are theirs`, async () => {
      const isOfCountry = (countryRoles as readonly Role[]).includes(role);
      const actor = world.seed.actor(role, isOfCountry ? "CRI" : undefined);
      const seen = await world.db.asActor(actor, async (tx) => {
        const counts: [string, readonly number[]][] = [];
        for (const table of appTables) counts.push([getTableName(table), await countByCountry(tx, table)]);
        return Object.fromEntries(counts);
      });
      const expected = Object.fromEntries(
        appTables.map((table) => [getTableName(table), visible[role][getTableName(table)] ?? none]),
      );
      expect(seen).toEqual({ ...expected, round: [0, 0, 1], idempotency: [0, 0, 1] });
    });
  }

  test("who reports for a country reads its days off and never why; nobody else reads even the days, and the secretariat all", async () => {
    const read = (role: Role, country?: (typeof countries)[number]) =>
      world.db.asActor(world.seed.actor(role, country), async (tx) => ({
        days: (await tx.execute<{ country_code: string }>(sql`select * from app.own_days_off()`)).rows,
        reasons: (await tx.select({ reason: schema.quietPeriod.reason }).from(schema.quietPeriod)).length,
      }));
    for (const country of ["CRI", "MEX"] as const) {
      const { days, reasons } = await read("focal_point", country);
      expect(days.map((day) => Object.keys(day))).toEqual([["country_code", "kind", "first_day", "last_day"]]);
      expect([days[0]?.country_code, reasons]).toEqual([country, 0]);
    }
    for (const role of ["approver", "liaison_officer", "contributor"] as const)
      expect([role, await read(role, "CRI")]).toEqual([role, { days: [], reasons: 0 }]);
    expect(await read("secretariat")).toEqual({ days: [], reasons: 2 });
  });

  test("the secretariat sees no remark that a country keeps for itself", async () => {
    const remarks = await world.db.asActor(world.seed.actor("secretariat"), (tx) =>
      tx.select().from(schema.reviewComment),
    );
    expect(remarks.map((remark) => remark.audience)).toEqual(["shared", "shared"]);
  });

  test("nobody is seen without an actor", async () => {
    for (const table of [...appTables, ...matterTables, ...networkTables]) {
      const result = await asRole("app_api", `select from app.${getTableName(table)}`);
      expect([getTableName(table), result.rowCount]).toEqual([getTableName(table), 0]);
    }
    for (const table of ofWorker)
      expect(await faultOf(asRole("app_api", `select from app.${getTableName(table)}`))).toBe("not-permitted");
  });
});

test("every table of the schema has forced row-level security and a policy", async () => {
  const tables = await world.owner.query(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, count(p.oid)::int as policies
    from pg_class c left join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') group by c.oid`);
  expect(tables.rows.map((row) => row.name).sort()).toEqual(
    [...appTables, ...matterTables, ...networkTables, ...ofWorker].map((table) => getTableName(table)).sort(),
  );
  expect(tables.rows.filter((row) => !row.forced || row.policies === 0)).toEqual([]);
});

test("no role of the product may delete, own or bypass anything in app and release", async () => {
  const powers = await world.owner.query(`
    select grantee, table_schema, table_name, privilege_type from information_schema.role_table_grants
    where table_schema in ('app', 'release', 'ref') and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER') and grantee <> 'app_owner'`);
  expect(powers.rows).toEqual([]);
  const roles = await world.owner.query(
    "select rolname from pg_roles where rolname like 'app\\_%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)",
  );
  expect(roles.rows).toEqual([]);
});

test("400 interleaved actors on four connections, with rollbacks at random, see no foreign row", async () => {
  const foreign: string[] = [];
  const outcomes = { committed: 0, undone: 0, failed: 0 };
  const visit = async (index: number) => {
    const country = countries[index % 2] ?? "CRI";
    const actor = world.seed.actor(countryRoles[index % countryRoles.length] ?? "focal_point", country);
    const outcome = index % 3 === 0 ? "failed" : index % 7 === 0 ? "undone" : "committed";
    const work = world.db.asActor(actor, async (tx) => {
      const [answers, users, remarks] = await Promise.all([
        tx.select().from(schema.answer),
        tx.select().from(schema.appUser),
        tx.select().from(schema.reviewComment),
      ]);
      if (answers.length === 0 || users.length === 0) foreign.push("an actor saw too little");
      for (const row of [...answers, ...users, ...remarks]) {
        if (row.countryCode !== country) foreign.push(JSON.stringify(row));
      }
      if (outcome === "failed") await tx.execute(sql`select 1 / 0`);
      if (outcome === "undone") throw new Error("changed my mind");
    });
    const fault = await faultOf(work);
    expect(fault).toBe({ committed: "none", undone: "Error: changed my mind", failed: "22012" }[outcome]);
    outcomes[outcome] += 1;
  };
  // In waves, because a request for a connection gives up after three seconds.
  for (let wave = 0; wave < 10; wave += 1)
    await Promise.all(Array.from({ length: 40 }, (_, n) => visit(wave * 40 + n)));
  expect(foreign).toEqual([]);
  expect(outcomes).toEqual({ committed: 228, undone: 38, failed: 134 });
});

test("of what the secretariat said, everybody of the country may know the indicator and the moment, nobody else, and no role but the API's", async () => {
  const { userId } = world.seed.actor("secretariat");
  for (const country of countries)
    await world.db.asActor(world.seed.actor("secretariat"), (tx) =>
      insertComments(tx, [
        {
          id: randomUUID(),
          submissionId: world.seed.submissionOf[country],
          countryCode: country,
          indicatorCode: "TIP-PRO-02",
          audience: "shared",
          version: 1,
          body: "Which law is it?",
          authorId: userId,
          authorName: "Secretary",
          authorRole: "secretariat",
          createdAt: new Date("2026-05-01T12:00:00Z"),
        },
      ]),
    );
  const spoken = {
    indicatorCode: "TIP-PRO-02",
    version: 1,
    createdAt: new Date("2026-05-01T12:00:00Z"),
    authorRole: "secretariat",
    audience: "shared",
  };
  for (const role of [...countryRoles, ...regionalRoles]) {
    const actor = world.seed.actor(role, (countryRoles as readonly Role[]).includes(role) ? "CRI" : undefined);
    const [own, other] = await world.db.asActor(actor, async (tx) => [
      await listSecretariatRemarks(tx, world.seed.submissionOf.CRI),
      await listSecretariatRemarks(tx, world.seed.submissionOf.MEX),
    ]);
    const isSecretariat = role === "secretariat";
    expect([role, own], role).toEqual([role, actor.country === "CRI" || isSecretariat ? [spoken] : []]);
    expect([role, other], role).toEqual([role, isSecretariat ? [spoken] : []]);
  }
  const contributor = world.seed.actor("contributor", "CRI");
  expect(await world.db.asActor(contributor, (tx) => listComments(tx, world.seed.submissionOf.CRI))).toEqual([]);
  const call = `select * from app.secretariat_remarks('${world.seed.submissionOf.CRI}')`;
  for (const role of ["app_auth", "app_worker", "app_publisher", "app_public"])
    expect([role, await faultOf(asRole(role, call))]).toEqual([role, "not-permitted"]);
  expect((await asRole("app_api", call)).rows).toEqual([]);
});
