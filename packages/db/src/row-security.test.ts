import { randomUUID } from "node:crypto";
import { type Actor, countryRoles, type Role } from "@avances/domain/access";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { eq, getTableName, sql } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matterTables, networkTables } from "../testing/matters.ts";
import {
  assigned,
  countries,
  regionalRoles,
  seedTwoCountries,
  type TwoCountries,
  year,
} from "../testing/two-countries.ts";
import { type Database, openDatabase, type Tx } from "./connect.ts";
import { databaseFault, sqlState } from "./pg-error.ts";
import { writeSaved } from "./queries/answer-saving-queries.ts";
import { appendAuditEvent } from "./queries/audit-queries.ts";
import { insertComments, listComments, listSecretariatRemarks } from "./queries/comment-queries.ts";
import { insertAnswerLinks } from "./queries/exchange-queries.ts";
import { findHidingKey, insertForm, listFormScores, listReports, listVersionAnswers } from "./queries/form-queries.ts";
import { takeLetterNumber } from "./queries/letter-queries.ts";
import { insertReceivedReportsAct } from "./queries/received-reports-queries.ts";
import { holdSubmission, insertSubmissionAct, updateStatus } from "./queries/submission-queries.ts";
import { insertTicket } from "./queries/ticket-queries.ts";
import { confirmNotApplicable, freezeVersion } from "./queries/version-queries.ts";
import * as schema from "./schema/index.ts";

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
type Reading = (tx: Tx) => Promise<unknown>;

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

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

/** Every row that can be seen without any condition, counted by country. */
async function countByCountry(tx: Tx, table: (typeof appTables)[number]): Promise<readonly number[]> {
  const rows = (await tx.select().from(table)) as { countryCode?: string | null }[];
  const count = (country: string | null) => rows.filter((row) => (row.countryCode ?? null) === country).length;
  return [count("CRI"), count("MEX"), count(null)];
}

/** Runs a statement as one of the product's roles, without an actor. */
async function asRole(role: string, statement: string): Promise<pg.QueryResult> {
  const client = testClient({ connectionString: database.url, options: `-c role=${role}` });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

async function faultOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => "none",
    (error) => databaseFault(error)?.kind ?? sqlState(error) ?? String(error),
  );
}

describe("without conditions in the query", () => {
  for (const role of [...countryRoles, ...regionalRoles]) {
    test(`${role} sees exactly the rows that are theirs`, async () => {
      const isOfCountry = (countryRoles as readonly Role[]).includes(role);
      const actor = seed.actor(role, isOfCountry ? "CRI" : undefined);
      const seen = await db.asActor(actor, async (tx) => {
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
      db.asActor(seed.actor(role, country), async (tx) => ({
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
    const remarks = await db.asActor(seed.actor("secretariat"), (tx) => tx.select().from(schema.reviewComment));
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
  const tables = await owner.query(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, count(p.oid)::int as policies
    from pg_class c left join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') group by c.oid`);
  expect(tables.rows.map((row) => row.name).sort()).toEqual(
    [...appTables, ...matterTables, ...networkTables, ...ofWorker].map((table) => getTableName(table)).sort(),
  );
  expect(tables.rows.filter((row) => !row.forced || row.policies === 0)).toEqual([]);
});

test("no role of the product may delete, own or bypass anything in app and release", async () => {
  const powers = await owner.query(`
    select grantee, table_schema, table_name, privilege_type from information_schema.role_table_grants
    where table_schema in ('app', 'release', 'ref') and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER') and grantee <> 'app_owner'`);
  expect(powers.rows).toEqual([]);
  const roles = await owner.query(
    "select rolname from pg_roles where rolname like 'app\\_%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)",
  );
  expect(roles.rows).toEqual([]);
});

test("400 interleaved actors on four connections, with rollbacks at random, see no foreign row", async () => {
  const foreign: string[] = [];
  const outcomes = { committed: 0, undone: 0, failed: 0 };
  const visit = async (index: number) => {
    const country = countries[index % 2] ?? "CRI";
    const actor = seed.actor(countryRoles[index % countryRoles.length] ?? "focal_point", country);
    const outcome = index % 3 === 0 ? "failed" : index % 7 === 0 ? "undone" : "committed";
    const work = db.asActor(actor, async (tx) => {
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

describe("writing", () => {
  const save = (
    role: Role,
    country: (typeof countries)[number],
    changes: Partial<{ submission: string; countryCode: string; code: string; by: string }>,
  ) => {
    const actor = seed.actor(role, country);
    return db.asActor(actor, async (tx) => {
      const submissionId = changes.submission ?? seed.submissionOf[country];
      const countryCode = changes.countryCode ?? country;
      await writeSaved(
        tx,
        {
          submissionId,
          countryCode,
          updatedAt: new Date(),
          updatedBy: changes.by ?? actor.userId,
          updatedByName: actor.displayName,
        },
        [
          {
            indicatorCode: changes.code ?? "TIP-LEG-01",
            state: "not_available",
            value: null,
            reason: "none",
            comment: "",
            evidence: [],
            expectedRevision: 0,
            cleared: false,
          },
        ],
        { expectedStatus: "submitted", status: "submitted", answeredCount: 3 },
        { at: new Date(), actor, action: "test", objectType: "answer", objectId: submissionId, countryCode },
      );
      throw new Error("undo");
    });
  };

  test("an answer is written by those who report, and by contributors where they were asked to", async () => {
    await expect(save("focal_point", "CRI", {})).rejects.toThrow("undo");
    await expect(save("alternate", "CRI", {})).rejects.toThrow("undo");
    expect(await faultOf(save("contributor", "CRI", {}))).toBe("not-permitted");
    expect(await faultOf(save("approver", "CRI", {}))).toBe("not-permitted");
    expect(await faultOf(save("liaison_officer", "CRI", {}))).toBe("not-permitted");
  });

  test("nobody writes for another country, under another's submission, or in another's name", async () => {
    expect(await faultOf(save("focal_point", "CRI", { countryCode: "MEX", submission: seed.submissionOf.MEX }))).toBe(
      "not-permitted",
    );
    // Another country's submission under the name of the actor's own country: the foreign key covers both columns.
    await expect(save("focal_point", "CRI", { submission: seed.submissionOf.MEX })).rejects.toThrow(
      "not as their authors saw",
    );
    const focalPoint = seed.actor("focal_point", "CRI");
    const bareInsertion = db.asActor(focalPoint, (tx) =>
      tx.insert(schema.answer).values({
        submissionId: seed.submissionOf.MEX,
        countryCode: "CRI",
        indicatorCode: "TIP-LEG-01",
        state: "not_available",
        revision: 1,
        updatedAt: new Date(),
        updatedBy: focalPoint.userId,
        updatedByName: focalPoint.displayName,
      }),
    );
    expect(await faultOf(bareInsertion)).toBe("23503");
    expect(await faultOf(save("focal_point", "CRI", { by: seed.actor("alternate", "CRI").userId }))).toBe(
      "not-permitted",
    );
  });

  test("the words of reminders are written by the secretariat, in its own name, and never changed", async () => {
    const secretary = seed.actor("secretariat");
    const row = (patch: Partial<typeof schema.noticeWording.$inferInsert> = {}) => ({
      ...{ id: randomUUID(), kind: "overdue_1" as const, language: "es" as const, version: 1 },
      ...{ subject: "x", opening: "", closing: "", createdAt: new Date() },
      ...{ createdBy: secretary.userId, createdByName: secretary.displayName },
      ...patch,
    });
    const write = (actor: Actor, patch?: Partial<typeof schema.noticeWording.$inferInsert>) =>
      faultOf(
        db.asActor(actor, async (tx) => {
          await tx.insert(schema.noticeWording).values(row(patch));
          throw new Error("undo");
        }),
      );
    expect(await write(secretary)).toBe("Error: undo");
    expect(await write(secretary, { createdBy: randomUUID() })).toBe("not-permitted");
    for (const role of countryRoles) {
      const actor = seed.actor(role, "CRI");
      expect(await write(actor, { createdBy: actor.userId })).toBe("not-permitted");
    }
    // Half a version, words beside the built-in ones, and one that goes back to itself.
    expect(await write(secretary, { opening: null })).toBe("23514");
    expect(await write(secretary, { subject: null, opening: null, closing: null })).toBe("23514");
    expect(await write(secretary, { restores: 1 })).toBe("23514");
    for (const role of ["app_api", "app_worker"]) {
      expect(await faultOf(asRole(role, "update app.notice_wording set opening = 'y'"))).toBe("not-permitted");
      expect(await faultOf(asRole(role, "delete from app.notice_wording"))).toBe("not-permitted");
    }
    expect(await faultOf(asRole("app_worker", "select subject, version from app.notice_wording"))).toBe("none");
    expect(await faultOf(asRole("app_worker", "select created_by_name from app.notice_wording"))).toBe("not-permitted");
    for (const role of ["app_public", "app_publisher", "app_auth"])
      expect(await faultOf(asRole(role, "select subject from app.notice_wording"))).toBe("not-permitted");
  });

  test("a letter has the next number of its year, is written once, and withdrawn in the own name", async () => {
    const secretary = seed.actor("secretariat");
    const letter = (patch: Partial<typeof schema.letter.$inferInsert> = {}) => ({
      ...{ code: `AV-${year}-0003`, year, number: 3, roundYear: year, countryCode: "MEX" },
      ...{ kind: "resend_before" as const, language: "es" as const, datedOn: "2026-04-10", subject: "x" },
      ...{ addresseeName: "x", addresseeTitle: "", addresseeInstitution: "", paragraphs: [], createdAt: new Date() },
      ...{ createdBy: secretary.userId, createdByName: secretary.displayName },
      ...patch,
    });
    const write = (actor: Actor, patch?: Partial<typeof schema.letter.$inferInsert>, takes = 1) =>
      faultOf(
        db.asActor(actor, async (tx) => {
          for (let each = 0; each < takes; each += 1) await takeLetterNumber(tx, year);
          await tx.insert(schema.letter).values(letter(patch));
          throw new Error("undo");
        }),
      );
    expect(await write(secretary)).toBe("Error: undo");
    // A number that was not taken, one that was passed over, and another than the code says.
    expect(await write(secretary, {}, 0)).toBe("not-permitted");
    expect(await write(secretary, {}, 2)).toBe("not-permitted");
    expect(await write(secretary, { code: `AV-${year}-0004` })).toBe("23514");
    expect(await write(secretary, { createdBy: randomUUID() })).toBe("not-permitted");
    for (const role of countryRoles) expect(await write(seed.actor(role, "MEX"))).toBe("not-permitted");
    expect(await faultOf(asRole("app_api", "update app.letter set subject = 'y'"))).toBe("not-permitted");
    for (const role of ["app_api", "app_worker"])
      expect(await faultOf(asRole(role, "delete from app.letter"))).toBe("not-permitted");
    for (const role of ["app_worker", "app_public", "app_publisher", "app_auth"])
      expect(await faultOf(asRole(role, "select subject from app.letter"))).toBe("not-permitted");
    const withdraw = (withdrawnBy: string) =>
      faultOf(
        db.asActor(secretary, async (tx) => {
          const by = { withdrawnAt: new Date(), withdrawnBy, withdrawnByName: "x", withdrawnReason: "x" };
          const rows = await tx.update(schema.letter).set(by).where(eq(schema.letter.number, 1)).returning();
          throw new Error(`${rows.length}`);
        }),
      );
    expect(await withdraw(secretary.userId)).toBe("Error: 1");
    expect(await withdraw(randomUUID())).toBe("not-permitted");
  });

  test("the secretariat never touches a working copy", async () => {
    const actor = seed.actor("secretariat");
    const changed = await db.asActor(actor, (tx) =>
      tx.update(schema.answer).set({ comment: "x", updatedBy: actor.userId }).returning(),
    );
    expect(changed).toEqual([]);
    const insertion = db.asActor(actor, (tx) =>
      tx.insert(schema.answer).values({
        submissionId: seed.submissionOf.CRI,
        countryCode: "CRI",
        indicatorCode: "TIP-LEG-02",
        state: "not_available",
        revision: 1,
        updatedAt: new Date(),
        updatedBy: actor.userId,
        updatedByName: "TS",
      }),
    );
    expect(await faultOf(insertion)).toBe("not-permitted");
  });

  test("a submission is locked by those who may change it, and accepted by the secretariat alone", async () => {
    const lock = (role: Role, country?: (typeof countries)[number]) =>
      db.asActor(seed.actor(role, country), (tx) => holdSubmission(tx, seed.submissionOf.CRI));
    expect(await lock("focal_point", "CRI")).toBe(true);
    expect(await lock("secretariat")).toBe(true);
    // Whoever signs holds it while it is judged, and changes nothing.
    expect(await lock("approver", "CRI")).toBe(true);
    expect(await lock("approver", "MEX")).toBe(false);
    expect(await lock("focal_point", "MEX")).toBe(false);
    expect(await lock("liaison_officer", "CRI")).toBe(true);
    expect(await lock("liaison_officer", "MEX")).toBe(false);
    expect(await lock("presidency")).toBe(false);
    const accept = (role: Role, country?: (typeof countries)[number]) =>
      db.asActor(seed.actor(role, country), async (tx) => {
        expect(await updateStatus(tx, seed.submissionOf.CRI, ["submitted"], { status: "accepted" })).toBeDefined();
        throw new Error("undo");
      });
    expect(await faultOf(accept("focal_point", "CRI"))).toBe("not-permitted");
    expect(await faultOf(accept("contributor", "CRI"))).toBe("not-permitted");
    expect(await faultOf(accept("approver", "CRI"))).toBe("not-permitted");
    await expect(accept("secretariat")).rejects.toThrow("undo");
  });

  test("a step on the way to a signature is asked for by those who report, and done by who signs: in their own name, for the next version, in a round that asks for it", async () => {
    const asksForSignature = (is: boolean) =>
      owner.query("update app.round set signature_required = $1, revision = revision + 1 where year = $2", [is, year]);
    const inWork = (status: string) =>
      owner.query("update app.submission set status = $1, revision = revision + 1 where id = $2", [
        status,
        seed.submissionOf.CRI,
      ]);
    const add = async (role: Role, step: "asked" | "signed" | "sent_back", more: object = {}) => {
      const actor = seed.actor(role, role === "secretariat" ? undefined : "CRI");
      const row = {
        id: randomUUID(),
        submissionId: seed.submissionOf.CRI,
        countryCode: "CRI",
        version: 2,
        step,
        at: new Date(),
        actorId: actor.userId,
        actorName: actor.displayName,
        answers: {},
        reason: "",
        ...more,
      };
      return faultOf(
        db.asActor(actor, async (tx) => {
          await tx.insert(schema.signatureStep).values(row);
          throw new Error("undo");
        }),
      );
    };
    const refused = "not-permitted";
    expect(await add("focal_point", "asked")).toBe(refused);
    await asksForSignature(true);
    expect(await add("focal_point", "asked")).toBe(refused);
    await inWork("draft");
    try {
      expect(await add("focal_point", "asked")).not.toBe(refused);
      expect(await add("approver", "signed")).not.toBe(refused);
      expect(await add("approver", "sent_back")).not.toBe(refused);
      for (const [role, step] of [
        ["approver", "asked"],
        ["focal_point", "signed"],
        ["alternate", "sent_back"],
        ["contributor", "asked"],
        ["liaison_officer", "signed"],
        ["secretariat", "asked"],
      ] as const)
        expect([role, step, await add(role, step)]).toEqual([role, step, refused]);
      expect(await add("approver", "signed", { version: 1 })).toBe(refused);
      expect(await add("approver", "signed", { actorId: randomUUID() })).toBe(refused);
      expect(await add("approver", "signed", { submissionId: seed.submissionOf.MEX, countryCode: "MEX" })).toBe(
        refused,
      );
      // Whoever last wrote an answer does not sign it, whatever role they have by then.
      const approver = seed.actor("approver", "CRI").userId;
      const wrote = (by: string) =>
        owner.query("update app.answer set updated_by = $1 where submission_id = $2 and indicator_code = $3", [
          by,
          seed.submissionOf.CRI,
          assigned,
        ]);
      await wrote(approver);
      expect(await add("approver", "signed")).toBe(refused);
      expect(await add("approver", "sent_back")).not.toBe(refused);
      await wrote(seed.actor("focal_point", "CRI").userId);
    } finally {
      await asksForSignature(false);
      await inWork("submitted");
    }
  });

  test("in a round that asks for a signature no version is made without that of another person", async () => {
    const focalPoint = seed.actor("focal_point", "CRI");
    const approver = seed.actor("approver", "CRI");
    const freeze = (signedBy: string | null) =>
      faultOf(
        db.asActor(focalPoint, async (tx) => {
          await freezeVersion(tx, {
            id: randomUUID(),
            submissionId: seed.submissionOf.CRI,
            countryCode: "CRI",
            roundYear: year,
            version: 2,
            submittedAt: new Date(),
            submittedBy: focalPoint.userId,
            submittedByName: focalPoint.displayName,
            contentHash: "x",
            findings: [],
            signedBy,
          });
          throw new Error("undo");
        }),
      );
    expect(await freeze(null)).not.toBe("not-permitted");
    expect(await freeze(approver.userId)).toBe("not-permitted");
    await owner.query("update app.round set signature_required = true, revision = revision + 1 where year = $1", [
      year,
    ]);
    const id = randomUUID();
    await owner.query(
      "insert into app.signature_step (id, submission_id, country_code, version, step, at, actor_id, actor_name, answers) values ($1, $2, 'CRI', 2, 'signed', now(), $3, 'x', '{}')",
      [id, seed.submissionOf.CRI, approver.userId],
    );
    try {
      expect(await freeze(null)).toBe("not-permitted");
      expect(await freeze(focalPoint.userId)).toBe("not-permitted");
      expect(await freeze(approver.userId)).not.toBe("not-permitted");
    } finally {
      await owner.query("update app.round set signature_required = false, revision = revision + 1 where year = $1", [
        year,
      ]);
      await owner.query("alter table app.signature_step disable trigger frozen");
      await owner.query("delete from app.signature_step where id = $1", [id]);
      await owner.query("alter table app.signature_step enable trigger frozen");
    }
  });

  test("the state of a submission changes only with its revision, whoever writes", async () => {
    const states = [
      "status = 'draft'",
      "version = 2",
      "due_on = '2026-05-31'",
      "return_due_on = '2026-05-31'",
      "accepted_version = 1",
      "published_version = 1",
    ];
    for (const state of states) {
      const write = (revision: string) =>
        owner.query(`begin; update app.submission set ${state}${revision} where country_code = 'CRI'; rollback`);
      for (const bad of ["", ", revision = revision + 2", ", revision = revision - 1"]) {
        expect([state, bad, await faultOf(write(bad))]).toEqual([state, bad, "23514"]);
        await owner.query("rollback");
      }
      await write(", revision = revision + 1");
    }
  });

  test("an act is kept in the name of who acts: a contributor's first answer, whatever else by those who report or review", async () => {
    const keep = (role: Role, act: "started" | "submitted" | "accepted", country?: (typeof countries)[number]) => {
      const actor = seed.actor(role, country);
      return db.asActor(actor, async (tx) => {
        const state = { status: "draft", version: 0, dueOn: "2026-04-30", returnDueOn: null } as const;
        await insertSubmissionAct(tx, {
          submissionId: seed.submissionOf.CRI,
          revision: 9,
          countryCode: "CRI",
          act,
          at: new Date(),
          actorId: actor.userId,
          actorName: actor.displayName,
          actorRole: actor.role,
          before: state,
          after: state,
          reason: "",
        });
        throw new Error("undo");
      });
    };
    await expect(keep("contributor", "started", "CRI")).rejects.toThrow("undo");
    await expect(keep("focal_point", "submitted", "CRI")).rejects.toThrow("undo");
    await expect(keep("secretariat", "accepted")).rejects.toThrow("undo");
    for (const [role, country] of [
      ["contributor", "CRI"],
      ["approver", "CRI"],
      ["focal_point", "MEX"],
      ["presidency", undefined],
    ] as const)
      expect([role, await faultOf(keep(role, "submitted", country))]).toEqual([role, "not-permitted"]);
  });

  test("whether the public may know what was received is decided by the secretariat in its own name; the publisher reads only what", async () => {
    const decide = (role: Role, actorId?: string, country?: (typeof countries)[number]) => {
      const actor = seed.actor(role, country);
      return db.asActor(actor, async (tx) => {
        const by = { actorId: actorId ?? actor.userId, actorName: actor.displayName };
        await insertReceivedReportsAct(tx, { at: new Date(), ...by, shown: true });
        throw new Error("undo");
      });
    };
    await expect(decide("secretariat")).rejects.toThrow("undo");
    expect(await faultOf(decide("secretariat", randomUUID()))).toBe("not-permitted");
    for (const role of ["rcgm_delegate", "presidency", "observer"] as const)
      expect([role, await faultOf(decide(role))]).toEqual([role, "not-permitted"]);
    expect(await faultOf(decide("focal_point", undefined, "CRI"))).toBe("not-permitted");
    const read = (column: string) => asRole("app_publisher", `select ${column} from app.received_reports_act`);
    expect((await read("shown")).rows).toEqual([{ shown: false }]);
    for (const column of ["at", "actor_id", "actor_name"]) expect(await faultOf(read(column))).toBe("not-permitted");
    for (const role of ["app_public", "app_worker", "app_auth"])
      expect(await faultOf(asRole(role, "select shown from app.received_reports_act"))).toBe("not-permitted");
  });

  test("the scheduler reads what was done to a submission, and not why", async () => {
    const act = await asRole("app_worker", "select act from app.submission_act");
    expect(act.rows).toEqual([{ act: "submitted" }, { act: "submitted" }]);
    expect(await faultOf(asRole("app_worker", "select reason from app.submission_act"))).toBe("not-permitted");
    expect(await faultOf(asRole("app_worker", "select actor_name from app.submission_act"))).toBe("not-permitted");
  });

  test("the scheduler reads which answers count as given, and nothing of what they say", async () => {
    const counted = await asRole("app_worker", "select submission_id, indicator_code, answered from app.answer");
    expect(counted.rowCount).toBeGreaterThan(0);
    for (const column of [
      "value",
      "state",
      "reason",
      "comment",
      "evidence",
      "cleared",
      "updated_at",
      "updated_by_name",
    ])
      expect([column, await faultOf(asRole("app_worker", `select ${column} from app.answer`))]).toEqual([
        column,
        "not-permitted",
      ]);
    for (const role of ["app_public", "app_publisher", "app_auth"])
      expect(await faultOf(asRole(role, "select answered from app.answer"))).toBe("not-permitted");
  });

  test("the scheduler reads that something is proposed or said, and neither what nor the words of whoever asked", async () => {
    const proposed = await asRole("app_worker", "select indicator_code, decision from app.proposed_answer");
    expect(proposed.rowCount).toBe(4);
    for (const column of ["value", "state", "reason", "comment", "evidence", "note", "proposed_by_name"])
      expect([column, await faultOf(asRole("app_worker", `select ${column} from app.proposed_answer`))]).toEqual([
        column,
        "not-permitted",
      ]);
    const said = await asRole("app_worker", "select audience from app.review_comment");
    expect(new Set(said.rows.map(({ audience }) => audience))).toEqual(new Set(["shared"]));
    for (const column of ["body", "author_name", "author_id"])
      expect([column, await faultOf(asRole("app_worker", `select ${column} from app.review_comment`))]).toEqual([
        column,
        "not-permitted",
      ]);
    expect(await faultOf(asRole("app_worker", "select seen_by_name from app.remark_seen"))).toBe("not-permitted");
    expect((await asRole("app_worker", "select due_on from app.section")).rowCount).toBe(2);
    expect(await faultOf(asRole("app_worker", "select note from app.section"))).toBe("not-permitted");
  });

  test("whom a submission belongs to and whether it is owed cannot be changed", async () => {
    const change = (column: "obligated" | "countryCode") =>
      db.asActor(seed.actor("secretariat"), (tx) =>
        tx.update(schema.submission).set(column === "obligated" ? { obligated: false } : { countryCode: "GTM" }),
      );
    expect(await faultOf(change("obligated"))).toBe("not-permitted");
    expect(await faultOf(change("countryCode"))).toBe("not-permitted");
  });

  test("a remark has its author's name, and the secretariat's reach the country", async () => {
    const remark = (
      role: Role,
      audience: "country" | "shared",
      authorId: string,
      country?: (typeof countries)[number],
    ) =>
      db.asActor(seed.actor(role, country), async (tx) => {
        await insertComments(tx, [
          {
            id: randomUUID(),
            submissionId: seed.submissionOf.CRI,
            countryCode: "CRI",
            audience,
            version: 1,
            body: "x",
            authorId,
            authorName: "x",
            authorRole: role,
            createdAt: new Date(),
          },
        ]);
        throw new Error("undo");
      });
    const { userId: secretariat } = seed.actor("secretariat");
    const { userId: focalPoint } = seed.actor("focal_point", "CRI");
    await expect(remark("secretariat", "shared", secretariat)).rejects.toThrow("undo");
    await expect(remark("focal_point", "country", focalPoint, "CRI")).rejects.toThrow("undo");
    expect(await faultOf(remark("secretariat", "country", secretariat))).toBe("not-permitted");
    expect(await faultOf(remark("secretariat", "shared", focalPoint))).toBe("not-permitted");
    expect(await faultOf(remark("contributor", "shared", seed.actor("contributor", "CRI").userId, "CRI"))).toBe(
      "not-permitted",
    );
  });

  test("a remark on an assigned answer is a contributor's too, and only the secretariat asks", async () => {
    const remark = (role: Role, more: { indicatorCode?: string | null; isQuestion?: boolean }) =>
      db.asActor(seed.actor(role, role === "secretariat" ? undefined : "CRI"), async (tx) => {
        await tx.insert(schema.reviewComment).values({
          ...{ id: randomUUID(), submissionId: seed.submissionOf.CRI, countryCode: "CRI", audience: "shared" },
          ...{ version: 1, body: "x", authorName: "x", authorRole: role, createdAt: new Date() },
          authorId: seed.actor(role, role === "secretariat" ? undefined : "CRI").userId,
          ...more,
        });
        throw new Error("undo");
      });
    await expect(remark("contributor", { indicatorCode: assigned })).rejects.toThrow("undo");
    await expect(remark("liaison_officer", {})).rejects.toThrow("undo");
    await expect(remark("secretariat", { isQuestion: true })).rejects.toThrow("undo");
    expect(await faultOf(remark("contributor", { indicatorCode: "TIP-PRO-02" }))).toBe("not-permitted");
    expect(await faultOf(remark("focal_point", { isQuestion: true }))).toBe("not-permitted");
  });

  test("a look at a remark is recorded by the other side in its own name, and an opened answer by those who report", async () => {
    type Place = (typeof countries)[number] | undefined;
    /** Somebody writes a shared remark on Costa Rica's report, and in the same transaction somebody has it on the screen. */
    const look = (author: Role, role: Role, country?: Place, seenBy?: string) =>
      db.asActor(seed.actor(author, author === "secretariat" ? undefined : "CRI"), async (tx) => {
        const [id, reader] = [randomUUID(), seed.actor(role, country)];
        const { userId } = seed.actor(author, author === "secretariat" ? undefined : "CRI");
        await tx.insert(schema.reviewComment).values({
          ...{ id, submissionId: seed.submissionOf.CRI, countryCode: "CRI", audience: "shared", version: 1, body: "x" },
          ...{ authorId: userId, authorName: "x", authorRole: author, createdAt: new Date() },
        });
        await tx.execute(sql`select set_config('app.user_id', ${reader.userId}, true), set_config('app.role', ${role}, true),
          set_config('app.country', ${country ?? ""}, true), set_config('app.assigned', ${reader.assignedIndicators?.join(",") ?? ""}, true)`);
        await tx.insert(schema.remarkSeen).values({
          ...{ commentId: id, submissionId: seed.submissionOf.CRI, countryCode: "CRI", seenAt: new Date() },
          ...{ seenBy: seenBy ?? reader.userId, seenByName: "x" },
        });
        throw new Error("undo");
      });
    await expect(look("secretariat", "liaison_officer", "CRI")).rejects.toThrow("undo");
    await expect(look("focal_point", "secretariat")).rejects.toThrow("undo");
    const foreign = [
      look("secretariat", "secretariat"),
      look("focal_point", "alternate", "CRI"),
      look("secretariat", "focal_point", "MEX"),
      look("secretariat", "contributor", "CRI"),
      look("secretariat", "focal_point", "CRI", seed.actor("alternate", "CRI").userId),
    ];
    expect(await Promise.all(foreign.map(faultOf))).toEqual(Array(5).fill("not-permitted"));

    const open = (role: Role, version: number) =>
      db.asActor(seed.actor(role, role === "secretariat" ? undefined : "CRI"), async (tx) => {
        await tx.insert(schema.reopenedAnswer).values({
          ...{ submissionId: seed.submissionOf.CRI, countryCode: "CRI", indicatorCode: "TIP-PRO-02", revision: 1 },
          ...{ version, at: new Date(), actorName: "x", reason: "x" },
          actorId: seed.actor(role, role === "secretariat" ? undefined : "CRI").userId,
        });
        throw new Error("undo");
      });
    // The report was never returned: nothing of it is locked.
    for (const role of ["focal_point", "contributor", "approver", "secretariat"] as const)
      expect([role, await faultOf(open(role, 1))]).toEqual([role, "not-permitted"]);
  });

  test("a talk is noted by the secretariat in its own name about a report that there is, an answer by who was asked; neither is ever changed", async () => {
    const secretariat = seed.actor("secretariat");
    const focalPoint = seed.actor("focal_point", "CRI");
    const { rows } = await owner.query<{ id: string }>("select id from app.notice where country_code = 'CRI'");
    const noticeId = rows[0]?.id ?? "";
    const talk = (actor: Actor, patch: Partial<typeof schema.exchange.$inferInsert> = {}) => ({
      ...({
        id: randomUUID(),
        roundYear: year,
        countryCode: "CRI",
        channel: "telephone",
        happenedOn: "2026-04-20",
      } as const),
      ...({
        isAsk: false,
        said: "nothing_to_report",
        notedAt: new Date(),
        notedBy: actor.userId,
        notedByName: "x",
      } as const),
      ...patch,
    });
    const write = (actor: Actor, patch?: Partial<typeof schema.exchange.$inferInsert>) =>
      faultOf(
        db.asActor(actor, async (tx) => {
          await tx.insert(schema.exchange).values(talk(actor, patch));
          throw new Error("taken back");
        }),
      );
    const taken = "Error: taken back";
    const answer = { channel: "answer_link", noticeId } as const;
    expect(await write(secretariat)).toBe(taken);
    expect(await write(secretariat, { notedBy: focalPoint.userId })).toBe("not-permitted");
    expect(await write(secretariat, { roundYear: 2031 })).toBe("not-permitted");
    expect(await write(secretariat, answer)).toBe("not-permitted");
    expect(await write(focalPoint)).toBe("not-permitted");
    expect(await write(focalPoint, answer)).toBe(taken);
    expect(await write(focalPoint, { ...answer, roundYear: 2031 })).toBe("not-permitted");
    for (const other of [
      seed.actor("alternate", "CRI"),
      seed.actor("approver", "CRI"),
      seed.actor("focal_point", "MEX"),
    ])
      expect(await write(other, answer)).toBe("not-permitted");
    // What says one thing and means another is not kept.
    for (const patch of [
      { said: "by_date" as const },
      { promisedOn: "2026-05-01" },
      { isAsk: true, said: "no_answer" as const },
      { withdrawnReason: "no" },
    ])
      expect(await write(secretariat, patch)).toBe("23514");

    const id = randomUUID();
    await db.asActor(secretariat, (tx) => tx.insert(schema.exchange).values(talk(secretariat, { id })));
    const change = async (actor: Actor, patch: Partial<typeof schema.exchange.$inferInsert>) => {
      let rows = 0;
      const fault = await faultOf(
        db.asActor(actor, async (tx) => {
          rows = (await tx.update(schema.exchange).set(patch).where(eq(schema.exchange.id, id)).returning()).length;
        }),
      );
      return fault === "none" ? rows : fault;
    };
    const withdrawal = (actor: Actor) => ({
      withdrawnAt: new Date(),
      withdrawnBy: actor.userId,
      withdrawnByName: "x",
      withdrawnReason: "mistaken",
    });
    expect(await change(secretariat, { detail: "other words" })).toBe("not-permitted");
    expect(await change(focalPoint, withdrawal(focalPoint))).toBe(0);
    expect(await change(secretariat, withdrawal(focalPoint))).toBe("not-permitted");
    expect(await change(secretariat, withdrawal(secretariat))).toBe(1);
    expect(await change(secretariat, withdrawal(secretariat))).toBe(0);
    expect(await faultOf(asRole("app_worker", "select detail from app.exchange"))).toBe("not-permitted");
    expect(await faultOf(asRole("app_worker", "select said, promised_on from app.exchange"))).toBe("none");
    for (const role of ["app_publisher", "app_public", "app_auth"])
      expect(await faultOf(asRole(role, "select said from app.exchange"))).toBe("not-permitted");
    await owner.query("delete from app.exchange where id = $1", [id]);
  });

  test("nobody gives themselves rights", async () => {
    const actor = seed.actor("contributor", "CRI");
    const promote = (patch: Partial<typeof schema.appUser.$inferInsert>) =>
      db.asActor(actor, (tx) =>
        tx.update(schema.appUser).set(patch).where(eq(schema.appUser.id, actor.userId)).returning(),
      );
    const patches = [
      { role: "secretariat" },
      { countryCode: "MEX" },
      { assignedIndicators: [assigned, "TIP-PRO-02"] },
      { email: "other@example.org" },
      { confirmedAt: new Date() },
    ] as const;
    for (const patch of patches)
      expect(await faultOf(promote({ ...patch } as Partial<typeof schema.appUser.$inferInsert>))).toBe("not-permitted");
    // What describes a person is theirs to change.
    expect(await promote({ displayName: actor.displayName, phone: "+50622223333" })).toHaveLength(1);
    const invite = db.asActor(seed.actor("focal_point", "CRI"), (tx) =>
      tx.insert(schema.appUser).values({
        id: randomUUID(),
        email: "x@example.org",
        displayName: "x",
        role: "alternate",
        countryCode: "CRI",
        language: "es",
        createdAt: new Date(),
      }),
    );
    expect(await faultOf(invite)).toBe("not-permitted");
  });

  test("a confirmation of 'not applicable' is the secretariat's", async () => {
    const confirm = (role: Role, country?: (typeof countries)[number]) => {
      const actor = seed.actor(role, country);
      return db.asActor(actor, async (tx) => {
        const row = {
          submissionId: seed.submissionOf.CRI,
          countryCode: "CRI",
          version: 1,
          indicatorCode: "TIP-LEG-05",
          confirmedAt: new Date(),
        };
        await confirmNotApplicable(tx, [{ ...row, confirmedBy: actor.userId }]);
        throw new Error("undo");
      });
    };
    await expect(confirm("secretariat")).rejects.toThrow("undo");
    expect(await faultOf(confirm("focal_point", "CRI"))).toBe("not-permitted");
  });
});

describe("what is frozen", () => {
  const frozenTables = [
    "app.audit_event",
    "app.submission_act",
    "app.round_act",
    "app.signature_step",
    "app.review_comment",
    "app.thread_closing",
    "app.remark_seen",
    "app.reopened_answer",
    "app.received_reports_act",
    "app.submission_version",
    "app.version_answer",
    "release.edition",
    "release.payload",
    "release.edition_entry",
    "release.hidden_cell",
    "release.hiding_key",
    "release.form",
    "release.form_answer",
    "release.made_form",
    "release.made_part",
    "ref.catalogue_version",
    "auth.secretariat_member",
  ];

  test("cannot be changed, deleted or emptied, even by the owner", async () => {
    const columns: Record<string, string> = {
      "app.audit_event": "action = 'x'",
      "app.submission_act": "reason = 'x'",
      "app.round_act": "reason = 'x'",
      "app.signature_step": "reason = 'x'",
      "app.review_comment": "body = 'x'",
      "app.thread_closing": "actor_name = 'x'",
      "app.remark_seen": "seen_by_name = 'x'",
      "app.reopened_answer": "reason = 'x'",
      "app.received_reports_act": "shown = true",
      "app.submission_version": "content_hash = 'x'",
      "app.version_answer": "comment = 'x'",
      "release.edition": "algorithm = 'x'",
      "release.payload": "content_type = 'x'",
      "release.edition_entry": "key = 'x'",
      "release.hidden_cell": "cell_id = 'x'",
      "release.hiding_key": "key = 'x'",
      "release.form": "index = 'x'",
      "release.form_answer": "content = 'x'",
      "release.made_form": "made_with = 'x'",
      "release.made_part": "key = 'x'",
      "ref.catalogue_version": "sha256 = 'x'",
      "auth.secretariat_member": "since = now()",
    };
    for (const table of frozenTables) {
      for (const statement of [
        `update ${table} set ${columns[table]}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        expect([statement, await faultOf(owner.query(statement))]).toEqual([statement, "not-permitted"]);
      }
    }
  });

  test("a version takes no answer after the transaction that made it", async () => {
    const late = db.asActor(seed.actor("focal_point", "CRI"), (tx) =>
      tx.insert(schema.versionAnswer).values({
        versionId: seed.versionOf.CRI,
        submissionId: seed.submissionOf.CRI,
        countryCode: "CRI",
        indicatorCode: "TIP-LEG-03",
        state: "not_available",
        reason: "",
        comment: "",
        evidence: [],
      }),
    );
    expect(await faultOf(late)).toBe("not-permitted");
  });

  test("a version holds the working copy without cleared answers, and only those who report make one", async () => {
    const freeze = (role: Role) => {
      const actor = seed.actor(role, "CRI");
      const id = randomUUID();
      return db.asActor(actor, async (tx) => {
        await tx
          .update(schema.answer)
          .set({ cleared: true, updatedBy: actor.userId })
          .where(eq(schema.answer.indicatorCode, "TIP-PRO-02"));
        await freezeVersion(tx, {
          id,
          submissionId: seed.submissionOf.CRI,
          countryCode: "CRI",
          roundYear: year,
          version: 2,
          submittedAt: new Date(),
          submittedBy: actor.userId,
          submittedByName: actor.displayName,
          contentHash: "x",
          findings: [],
        });
        const rows = await tx.select().from(schema.versionAnswer).where(eq(schema.versionAnswer.versionId, id));
        throw new Error(rows.map((row) => `${row.indicatorCode} ${row.value?.type}`).join());
      });
    };
    await expect(freeze("focal_point")).rejects.toThrow(`${assigned} count`);
    expect(await faultOf(freeze("approver"))).toBe("not-permitted");
    expect(await faultOf(freeze("contributor"))).toBe("not-permitted");
  });

  test("an act is recorded only in the name of who acts", async () => {
    const actor = seed.actor("focal_point", "CRI");
    const record = (as: typeof actor) =>
      db.asActor(actor, (tx) =>
        appendAuditEvent(tx, {
          at: new Date(),
          actor: as,
          action: "x",
          objectType: "x",
          objectId: "x",
          countryCode: "CRI",
        }),
      );
    expect(await faultOf(record(actor))).toBe("none");
    expect(await faultOf(record(seed.actor("alternate", "CRI")))).toBe("not-permitted");
    expect(await faultOf(record({ ...actor, role: "secretariat" }))).toBe("not-permitted");
  });
});

describe("secrets and the public", () => {
  test("passwords, sessions, tokens and tickets are read by app_auth alone", async () => {
    for (const table of [
      "credential",
      "session",
      "refresh_token",
      "ticket",
      "throttle",
      "secretariat_member",
      "answer_link",
      "calendar_feed",
    ]) {
      for (const role of ["app_api", "app_worker", "app_publisher", "app_public"]) {
        expect([role, table, await faultOf(asRole(role, `select * from auth.${table}`))]).toEqual([
          role,
          table,
          "not-permitted",
        ]);
      }
      expect(await faultOf(asRole("app_auth", `select * from auth.${table}`))).toBe("none");
    }
  });

  test("the secretariat writes an invitation without being able to read it, and the newest one counts", async () => {
    const { userId } = seed.actor("focal_point", "MEX");
    const invitation = (kind: "invitation" | "password_reset") => ({
      id: randomUUID(),
      kind,
      userId,
      tokenHash: randomUUID(),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    });
    const secretariat = seed.actor("secretariat");
    await db.asActor(secretariat, (tx) => insertTicket(tx, invitation("invitation")));
    await db.asActor(secretariat, (tx) => insertTicket(tx, invitation("invitation")));
    const tickets = await db.authQuery((tx) => tx.select().from(schema.ticket).where(eq(schema.ticket.userId, userId)));
    expect(tickets.map((ticket) => ticket.voidedAt === null).sort()).toEqual([false, true]);
    expect(await faultOf(db.asActor(secretariat, (tx) => insertTicket(tx, invitation("password_reset"))))).toBe(
      "not-permitted",
    );
    expect(
      await faultOf(db.asActor(seed.actor("focal_point", "MEX"), (tx) => insertTicket(tx, invitation("invitation")))),
    ).toBe("not-permitted");
  });

  test("a section is changed by those who report, with its revision; its person writes what it asks for, and nobody else changes it", async () => {
    const { section, id } = (
      await owner.query(
        "select u.id, s.id as section from app.app_user u join app.section s on s.id = u.section_id where s.country_code = 'CRI'",
      )
    ).rows[0] as { id: string; section: string };
    const change = (actor: Actor, revision: number, assigned: readonly string[] = ["TIP-PRO-02", "TIP-LEG-01"]) =>
      faultOf(
        db.asActor(actor, async (tx) => {
          const changed = await tx
            .update(schema.section)
            .set({ indicators: ["TIP-PRO-02", "TIP-LEG-01"], revision, changedAt: new Date(), changedByName: "x" })
            .where(eq(schema.section.id, section))
            .returning();
          await tx
            .update(schema.appUser)
            .set({ assignedIndicators: [...assigned] })
            .where(eq(schema.appUser.sectionId, section));
          if (changed.length === 0) throw new Error("unseen");
        }),
      );
    const focalPoint = seed.actor("focal_point", "CRI");
    const guest: Actor = {
      ...{ ...seed.actor("contributor", "CRI"), userId: id, assignedIndicators: ["TIP-PRO-02"] },
      section: { id: section, submissionId: seed.submissionOf.CRI },
    };
    expect(await change(guest, 2)).toBe("not-permitted");
    expect(await change(focalPoint, 1)).toBe("not-permitted");
    expect(await change(focalPoint, 3)).toBe("not-permitted");
    expect(await change(focalPoint, 2, ["TIP-LEG-02"])).toBe("not-permitted");
    for (const actor of [seed.actor("approver", "CRI"), seed.actor("focal_point", "MEX"), seed.actor("secretariat")])
      expect(await change(actor, 2)).toBe("Error: unseen");
    expect(await change(focalPoint, 2)).toBe("none");
    // That its person was told belongs to the change.
    for (const actor of [guest, focalPoint]) {
      const told = db.asActor(actor, (tx) =>
        tx.update(schema.section).set({ toldAt: new Date() }).where(eq(schema.section.id, section)),
      );
      expect(await faultOf(told)).toBe("not-permitted");
    }
  });

  test("the scheduler writes a link to a section that is open, and no other ticket", async () => {
    const guest = (
      await owner.query(
        "select u.id, s.id as section from app.app_user u join app.section s on s.id = u.section_id where s.country_code = 'MEX'",
      )
    ).rows[0] as { id: string; section: string };
    const link = (kind: "section_link" | "invitation", userId: string) =>
      faultOf(
        db.asWorker(async (tx) => {
          const at = new Date();
          await insertTicket(tx, {
            id: randomUUID(),
            kind,
            userId,
            tokenHash: randomUUID(),
            createdAt: at,
            expiresAt: at,
          });
        }),
      );
    expect(await link("section_link", guest.id)).toBe("none");
    expect(await link("invitation", guest.id)).toBe("not-permitted");
    expect(await link("section_link", seed.actor("focal_point", "MEX").userId)).toBe("not-permitted");
    await owner.query("update app.section set removed_at = now() where id = $1", [guest.section]);
    expect(await link("section_link", guest.id)).toBe("not-permitted");
    await owner.query("update app.section set removed_at = null where id = $1", [guest.section]);
  });

  test("the link of a request is written to its recipient, with the request, by the scheduler or the secretariat", async () => {
    const [notice] = (
      await owner.query<{ id: string; user_id: string }>(
        "select id, user_id from app.notice where country_code = 'CRI'",
      )
    ).rows;
    const link = (userId: string) => async (tx: Tx) => {
      const at = new Date();
      await insertAnswerLinks(tx, [
        { noticeId: notice?.id ?? "", userId, tokenHash: randomUUID(), createdAt: at, expiresAt: at },
      ]);
      throw new Error("taken back");
    };
    const to = link(notice?.user_id ?? "");
    const other = link(seed.actor("alternate", "CRI").userId);
    expect(await faultOf(db.asWorker(to))).toBe("Error: taken back");
    expect(await faultOf(db.asWorker(other))).toBe("not-permitted");
    expect(await faultOf(db.asActor(seed.actor("secretariat"), to))).toBe("Error: taken back");
    expect(await faultOf(db.asActor(seed.actor("secretariat"), other))).toBe("not-permitted");
    expect(await faultOf(db.asActor(seed.actor("focal_point", "CRI"), to))).toBe("not-permitted");
    await owner.query("update app.notice set state = 'sent' where id = $1", [notice?.id]);
    expect(await faultOf(db.asWorker(to))).toBe("not-permitted");
    await owner.query("update app.notice set state = 'queued' where id = $1", [notice?.id]);
  });

  test("the public role sees what is published and reference data, and changes nothing", async () => {
    const readable = await owner.query(
      "select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname in ('app', 'auth', 'ref', 'release', 'drizzle') and case when c.relkind = 'S' then has_sequence_privilege('app_public', c.oid, 'USAGE, SELECT, UPDATE') else has_table_privilege('app_public', c.oid, 'SELECT, INSERT, UPDATE, DELETE') end",
    );
    expect(readable.rows.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual([
      "ref.catalogue_version",
      "ref.country",
      "ref.country_group",
      "ref.country_group_member",
      "ref.instance",
      "release.edition",
      "release.edition_entry",
      "release.form_answer",
      "release.form_score",
      "release.payload",
    ]);
    expect(await db.asPublic((tx) => tx.select().from(schema.edition))).toEqual([]);
    const write = db.asPublic((tx) => tx.insert(schema.hiddenCell).values({ countryCode: "CRI", year, cellId: "x" }));
    expect(["25006", "unavailable", "not-permitted"]).toContain(await faultOf(write));
    expect(await faultOf(db.asPublic((tx) => tx.select().from(schema.answer)))).toBe("not-permitted");
  });

  test("the secret that orders hiding is read by the publisher alone, and stays what it is", async () => {
    const key = await db.asPublisher(findHidingKey);
    expect(key).toMatch(/^[0-9a-f-]{72}$/);
    expect(await db.asPublisher(findHidingKey)).toBe(key);
    const readers = {
      public: (fn: Reading) => db.asPublic(fn),
      actor: (fn: Reading) => db.asActor(seed.actor("secretariat"), fn),
      worker: (fn: Reading) => db.asWorker(fn),
      authentication: (fn: Reading) => db.authQuery(fn),
    };
    for (const [name, as] of Object.entries(readers)) {
      expect([name, await faultOf(as((tx) => findHidingKey(tx)))]).toEqual([name, "not-permitted"]);
      expect([name, await faultOf(as((tx) => tx.select().from(schema.hidingKey)))]).toEqual([name, "not-permitted"]);
    }
  });

  test("of forms the public role reads answers, scores and whose they are, not how they came about", async () => {
    for (const column of ["index", "digest", "coverage"])
      expect([column, await faultOf(asRole("app_public", `select ${column} from release.form`))]).toEqual([
        column,
        "not-permitted",
      ]);
    for (const table of ["made_form", "made_part"])
      for (const role of ["app_public", "app_api", "app_worker", "app_auth"])
        expect([table, role, await faultOf(asRole(role, `select * from release.${table}`))]).toEqual([
          table,
          role,
          "not-permitted",
        ]);
    expect(await faultOf(asRole("app_public", "select id, country_code, round_year, version from release.form"))).toBe(
      "none",
    );
    expect(await faultOf(asRole("app_public", "select content from release.form_answer"))).toBe("none");
  });

  test("the scores that it reads are numbers alone: nothing of an indicator without a score, which may be one that is not public", async () => {
    const result = { published: true, score: 41.5, coverage: 100 };
    const index = {
      overall: { published: false },
      instruments: { TIP: { ...result, dimensions: {} }, SOM: { published: false, dimensions: {} } },
      indicators: [
        ["TIP-LEG-01", { state: "reported", score: 0.1 + 0.2, standing: "answered" }],
        ["TIP-LEG-02", { state: "reported", score: 0, standing: "answered" }],
        ["TIP-DAT-03", { state: "reported", score: null, standing: "answered" }],
      ],
    };
    const place = { countryCode: "CRI", roundYear: year, version: 9 };
    const id = await db.asPublisher((tx) =>
      insertForm(tx, { ...place, digest: "scores", coverage: 100, index: JSON.stringify(index) }, []),
    );
    expect(await db.asPublic((tx) => listFormScores(tx, [id]))).toEqual([
      {
        country: "CRI",
        roundYear: year,
        published: { overall: false, TIP: true, SOM: false },
        scores: { "TIP-LEG-01": 0.1 + 0.2, "TIP-LEG-02": 0 },
      },
    ]);
    for (const role of ["app_api", "app_worker", "app_auth"])
      expect([role, await faultOf(asRole(role, "select scores from release.form_score"))]).toEqual([
        role,
        "not-permitted",
      ]);
  });

  test("the publisher reads published versions and no working copy", async () => {
    const publicReports = async () =>
      (await db.asPublisher((tx) => listReports(tx))).filter(({ versionId }) => versionId !== null);
    expect(await publicReports()).toEqual([]);
    expect(await db.asPublisher((tx) => tx.select().from(schema.versionAnswer))).toEqual([]);
    expect(await faultOf(db.asPublisher((tx) => tx.select().from(schema.answer)))).toBe("not-permitted");
    await owner.query(
      "update app.submission set published_version = 1, revision = revision + 1 where country_code = 'MEX'",
    );
    const published = await publicReports();
    expect(published.map(({ countryCode }) => countryCode)).toEqual(["MEX"]);
    const answers = await db.asPublisher((tx) =>
      listVersionAnswers(
        tx,
        published.flatMap(({ versionId }) => versionId ?? []),
      ),
    );
    expect(answers.map(({ countryCode }) => countryCode)).toEqual(["MEX", "MEX"]);
    await owner.query("update app.submission set published_version = null, revision = revision + 1");
  });
});

test("of what the secretariat said, everybody of the country may know the indicator and the moment, nobody else, and no role but the API's", async () => {
  const { userId } = seed.actor("secretariat");
  for (const country of countries)
    await db.asActor(seed.actor("secretariat"), (tx) =>
      insertComments(tx, [
        {
          id: randomUUID(),
          submissionId: seed.submissionOf[country],
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
    const actor = seed.actor(role, (countryRoles as readonly Role[]).includes(role) ? "CRI" : undefined);
    const [own, other] = await db.asActor(actor, async (tx) => [
      await listSecretariatRemarks(tx, seed.submissionOf.CRI),
      await listSecretariatRemarks(tx, seed.submissionOf.MEX),
    ]);
    const isSecretariat = role === "secretariat";
    expect([role, own], role).toEqual([role, actor.country === "CRI" || isSecretariat ? [spoken] : []]);
    expect([role, other], role).toEqual([role, isSecretariat ? [spoken] : []]);
  }
  const contributor = seed.actor("contributor", "CRI");
  expect(await db.asActor(contributor, (tx) => listComments(tx, seed.submissionOf.CRI))).toEqual([]);
  const call = `select * from app.secretariat_remarks('${seed.submissionOf.CRI}')`;
  for (const role of ["app_auth", "app_worker", "app_publisher", "app_public"])
    expect([role, await faultOf(asRole(role, call))]).toEqual([role, "not-permitted"]);
  expect((await asRole("app_api", call)).rows).toEqual([]);
});
