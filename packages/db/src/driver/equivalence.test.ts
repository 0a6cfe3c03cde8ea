import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Actor } from "@avances/domain/access";
import { createTestDatabase, type TestDatabase, testPool } from "@avances/testing";
import { asc, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTwoCountries, type TwoCountries, year } from "../../testing/two-countries.ts";
import { type Database, openDatabase, type Tx } from "../connect.ts";
import { databaseFault, sqlState } from "../pg-error.ts";
import { listAnswers, listAnswersTo, stampOfAnswers } from "../queries/answer-queries.ts";
import {
  earlierSubmissions,
  lockToSave,
  previousAcceptedVersion,
  writeSaved,
} from "../queries/answer-saving-queries.ts";
import { appendAuditEvent } from "../queries/audit-queries.ts";
import { listComments, listSecretariatRemarks } from "../queries/comment-queries.ts";
import { readDesk } from "../queries/desk-queries.ts";
import { listLastDigests } from "../queries/digest-queries.ts";
import { listNotedAndAnswers } from "../queries/exchange-queries.ts";
import { listActiveHolds } from "../queries/hold-queries.ts";
import { listLedger } from "../queries/ledger-queries.ts";
import { listMails } from "../queries/mail-queries.ts";
import { listNoticeReplies } from "../queries/mail-reply-queries.ts";
import { listNotices } from "../queries/notice-queries.ts";
import { accessOfAccounts } from "../queries/password-queries.ts";
import { listStepSettings, readStepFacts } from "../queries/proposed-step-queries.ts";
import { findConsent } from "../queries/publication-consent-queries.ts";
import { listDaysOff } from "../queries/quiet-queries.ts";
import { listReportingStates } from "../queries/reporting-state-queries.ts";
import { findRound, listRoundCorrections } from "../queries/round-queries.ts";
import { listEarlierReports, listSubmissionsOfRound } from "../queries/round-status-queries.ts";
import {
  endScheduledReminder,
  insertScheduledReminders,
  listWaitingReminders,
} from "../queries/scheduled-reminder-queries.ts";
import { findCaller, findSession, insertSession } from "../queries/session-queries.ts";
import { listSignatureSteps } from "../queries/signature-queries.ts";
import {
  findSubmissionInRound,
  lockSubmissionInRound,
  lockSubmissionsInRound,
} from "../queries/submission-in-round-queries.ts";
import { holdSubmission, insertSubmissionAct, listSubmissionActs } from "../queries/submission-queries.ts";
import {
  listOpenedAnswers,
  listRemarksSeen,
  listReopenedAnswers,
  listThreadClosings,
} from "../queries/thread-queries.ts";
import { listUsers } from "../queries/user-queries.ts";
import { findPromisedDays } from "../queries/verdict-queries.ts";
import { listConfirmedNotApplicable, listVersions } from "../queries/version-queries.ts";
import { listWordingsInForce } from "../queries/wording-queries.ts";
import { auditEvent } from "../schema/index.ts";

let database: TestDatabase;
let seed: TwoCountries;
let db: Database;
let plainPools: Record<"api" | "auth", pg.Pool>;
const now = new Date("2026-04-20T10:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 3, onError: (error) => expect.fail(error.message) });
  const plainPool = (role: string) =>
    testPool({ connectionString: database.url, options: `-c role=app_${role} -c timezone=UTC`, max: 1 });
  plainPools = { api: plainPool("api"), auth: plainPool("auth") };
});

afterAll(async () => {
  await db?.close();
  await Promise.all(Object.values(plainPools ?? {}).map((pool) => pool.end()));
  await database?.drop();
});

/** The plain way: a Drizzle transaction, one query after the other, no named statements, nothing cached. */
function plainly<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return drizzle(plainPools.api, { casing: "snake_case" }).transaction(async (tx) => {
    const settings = {
      user_id: actor.userId,
      country: actor.country ?? "",
      role: actor.role,
      assigned: actor.assignedIndicators?.join(",") ?? "",
    };
    for (const [name, value] of Object.entries(settings))
      await tx.execute(sql`select set_config(${`app.${name}`}, ${value}, true)`);
    return fn(tx);
  });
}

type Ask = (tx: Tx, country: "CRI" | "MEX") => Promise<unknown>;

/** Every prepared query, and some that are not prepared. */
const asked: Readonly<Record<string, Ask>> = {
  listAnswers: (tx, country) => listAnswers(tx, seed.submissionOf[country]),
  stampOfAnswers: (tx, country) => stampOfAnswers(tx, seed.submissionOf[country]),
  listAnswersTo: (tx, country) => listAnswersTo(tx, seed.submissionOf[country], ["TIP-PRO-02", "TIP-LEG-01"]),
  lockToSave: (tx, country) => lockToSave(tx, seed.submissionOf[country], ["TIP-PRO-01"]),
  previousAcceptedVersion: (tx, country) => previousAcceptedVersion(tx, seed.submissionOf[country]),
  earlierSubmissions: (tx, country) => earlierSubmissions(tx, seed.submissionOf[country]),
  listComments: (tx, country) => listComments(tx, seed.submissionOf[country]),
  listSecretariatRemarks: (tx, country) => listSecretariatRemarks(tx, seed.submissionOf[country]),
  listThreadClosings: (tx, country) => listThreadClosings(tx, seed.submissionOf[country]),
  listRemarksSeen: (tx, country) => listRemarksSeen(tx, seed.submissionOf[country]),
  listReopenedAnswers: (tx, country) => listReopenedAnswers(tx, seed.submissionOf[country]),
  listOpenedAnswers: (tx, country) => listOpenedAnswers(tx, seed.submissionOf[country]),
  readDesk: (tx) =>
    readDesk(tx, {
      ...{ year, roles: ["focal_point", "approver"] },
      ...{ now: new Date("2026-05-04T15:00:00Z"), decidedSince: new Date("2026-01-01T00:00:00Z") },
    }),
  listLedger: (tx) => listLedger(tx, [year, year + 1]),
  listNotedAndAnswers: (tx) => listNotedAndAnswers(tx, [year, year + 1]),
  listLastDigests: (tx) => listLastDigests(tx, [year, year + 1]),
  listNoticeReplies: (tx, country) => listNoticeReplies(tx, { country }),
  listStepSettings: (tx) => listStepSettings(tx),
  readStepFacts: (tx) => readStepFacts(tx, new Date("2026-01-01T00:00:00Z")),
  listActiveHolds: (tx) => listActiveHolds(tx, new Date("2026-05-04T15:00:00Z")),
  listDaysOff: async (tx, country) => [...(await listDaysOff(tx, new Date("2026-05-04T15:00:00Z")))(country)],
  findPromisedDays: (tx) => findPromisedDays(tx, new Date("2026-05-04T15:00:00Z")),
  listWordingsInForce: (tx) => listWordingsInForce(tx),
  findConsent: (tx, country) => findConsent(tx, seed.submissionOf[country]),
  findRound: (tx) => findRound(tx, year),
  listRoundCorrections: (tx, country) => listRoundCorrections(tx, seed.submissionOf[country]),
  listSubmissionsOfRound: (tx) => listSubmissionsOfRound(tx, year),
  listEarlierReports: (tx) => listEarlierReports(tx, year, year),
  findSubmissionInRound: (tx, country) => findSubmissionInRound(tx, seed.submissionOf[country]),
  lockSubmissionInRound: (tx, country) => lockSubmissionInRound(tx, seed.submissionOf[country]),
  lockSubmissionsInRound: (tx) => lockSubmissionsInRound(tx, year),
  listReportingStates: (tx) => listReportingStates(tx, { roundYear: year }),
  listSubmissionActs: (tx, country) => listSubmissionActs(tx, seed.submissionOf[country]),
  listVersions: (tx, country) => listVersions(tx, seed.submissionOf[country]),
  listConfirmedNotApplicable: (tx, country) => listConfirmedNotApplicable(tx, seed.submissionOf[country]),
  holdSubmission: (tx, country) => holdSubmission(tx, seed.submissionOf[country]),
  listSignatureSteps: (tx, country) => listSignatureSteps(tx, seed.submissionOf[country]),
  listUsers: (tx) => listUsers(tx),
  listNotices: (tx, country) => listNotices(tx, year, country),
  listMails: (tx) => listMails(tx, { limit: 5 }),
  auditEvents: (tx) => tx.select().from(auditEvent).orderBy(asc(auditEvent.id)),
};
/** Prepared too, but tested below: they write, or belong to another role. */
const askedBelow = ["writeSaved", "appendAuditEvent", "findCaller", "findSession", "accessOfAccounts"];

const actors = () => [
  seed.actor("focal_point", "CRI"),
  seed.actor("contributor", "MEX"),
  seed.actor("secretariat"),
  seed.actor("observer"),
];

/** The result: rows, or the database's refusal in its own words. */
async function outcome(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (rows) => ({ rows }),
    (error: unknown) => ({ code: sqlState(error), fault: databaseFault(error) }),
  );
}

test("every prepared query is compared here", () => {
  const folder = new URL("../queries/", import.meta.url);
  const prepared = readdirSync(folder).flatMap((file) => {
    if (file.endsWith(".test.ts")) return [];
    const source = readFileSync(new URL(file, folder), "utf8");
    return [...source.matchAll(/^const (\w+) = statement\b/gm)].flatMap(([, name]) => {
      const callers = source
        .split(/^export /m)
        .filter((part) => part.startsWith("async function") && new RegExp(`\\b${name}\\(`).test(part));
      expect(callers, `${file}: ${name}`).not.toEqual([]);
      return callers.map((part) => /^async function (\w+)/.exec(part)?.[1] ?? "");
    });
  });
  expect(prepared.filter((name) => !(name in asked) && !askedBelow.includes(name))).toEqual([]);
});

test("each query reads what plain Drizzle reads, for each actor, the first time and later, on whichever connection", async () => {
  for (const actor of actors()) {
    for (const country of ["CRI", "MEX"] as const) {
      for (const [name, ask] of Object.entries(asked)) {
        const twice = async (tx: Tx) => [await ask(tx, country), await ask(tx, country)];
        const plain = await outcome(plainly(actor, twice));
        const quick = await Promise.all([1, 2, 3].map(() => outcome(db.asActor(actor, twice))));
        expect(quick, `${name} as ${actor.role}`).toEqual([plain, plain, plain]);
      }
    }
  }
});

test("the reminders that the board reads in its statement are those of the plain query, for each actor: none that ended, left, or is of another round", async () => {
  const secretary = seed.actor("secretariat");
  const asked = {
    ...{ year, roles: ["focal_point"] as const, now: new Date("2026-05-04T15:00:00Z") },
    decidedSince: new Date("2026-01-01T00:00:00Z"),
  };
  const added = {
    ...{ roundYear: year, createdAt: now, createdBy: secretary.userId, createdByName: 'O\'Hara "the second", {ñ}' },
    ownTexts: {},
  };
  const undone = new Error("undone");
  const compared: number[] = [];
  const compare = async (tx: Tx) => {
    const board = (await readDesk(tx, asked)).waitingReminders;
    const plain = (await listWaitingReminders(tx, year)).map(
      ({ id, countryCode: country, sendAt, createdAt, createdByName }) => ({
        ...{ id, country, sendAt, createdAt, createdByName },
      }),
    );
    const byCountry = (one: { country: string }, other: { country: string }) => (one.country < other.country ? -1 : 1);
    expect(board).toEqual([...plain].sort(byCountry));
    compared.push(board.length);
  };
  for (const actor of actors()) await db.asActor(actor, compare);
  await db
    .asActor(secretary, async (tx) => {
      const other = { ...added, sendAt: new Date("2026-04-22T03:04:05.678Z") };
      const rows = await insertScheduledReminders(tx, [
        { ...other, id: randomUUID(), countryCode: "HND" },
        { ...other, id: randomUUID(), countryCode: "BLZ", sendAt: new Date("2026-04-21T00:00:00Z") },
        { ...other, id: randomUUID(), countryCode: "SLV" },
        { ...other, id: randomUUID(), countryCode: "GTM", roundYear: year + 1 },
      ]);
      const withdrawn = rows.find(({ countryCode }) => countryCode === "SLV")?.id ?? "";
      const { userId, displayName: name } = secretary;
      await endScheduledReminder(tx, withdrawn, { ended: "withdrawn", at: now, userId, name });
      await compare(tx);
      throw undone;
    })
    .catch((error: unknown) => expect(error).toBe(undone));
  // As the secretariat: those of the two countries of the test, then two more.
  expect(compared.at(2)).toBe(2);
  expect(compared.at(-1)).toBe(4);
});

test("transactions of several people on the same connections do not mix, with all questions of each in one trip", async () => {
  const names = Object.keys(asked).filter((name) => !name.startsWith("lock"));
  const together = (tx: Tx, country: "CRI" | "MEX") => Promise.all(names.map((name) => asked[name]?.(tx, country)));
  const oneByOne = async (tx: Tx, country: "CRI" | "MEX") => {
    const rows: unknown[] = [];
    for (const name of names) rows.push(await asked[name]?.(tx, country));
    return rows;
  };
  const pairs = actors().flatMap((actor) => (["CRI", "MEX"] as const).map((country) => ({ actor, country })));
  const plain: unknown[] = [];
  for (const { actor, country } of pairs) plain.push(await plainly(actor, (tx) => oneByOne(tx, country)));
  for (let round = 0; round < 5; round += 1) {
    const quick = await Promise.all(
      pairs.map(({ actor, country }) => db.asActor(actor, (tx) => together(tx, country))),
    );
    expect(quick).toEqual(plain);
  }
});

test("what is written is what plain Drizzle writes, and what is refused is refused alike", async () => {
  const undone = new Error("undone");
  type Who = { actor: Actor; country: "CRI" | "MEX"; comment: string; expectedRevision: number };
  const save = async (tx: Tx, { actor, country, comment, expectedRevision }: Who, seen: (rows: unknown) => void) => {
    const submissionId = seed.submissionOf[country];
    const act = {
      at: now,
      actor,
      action: "answer.saved",
      objectType: "answer",
      objectId: submissionId,
      countryCode: country,
      fields: ["value", 'with "quotes", {braces} and \\', ""],
      detail: { revision: 2, status: null, 'a"': true },
    };
    const input = {
      indicatorCode: "TIP-PRO-01",
      state: "not_available" as const,
      value: null,
      reason: "no register",
      comment,
      evidence: [{ title: 'a "title"', url: "https://example.org", locator: null }],
      expectedRevision,
      cleared: false,
    };
    const other = { ...input, indicatorCode: "TIP-LEG-01", expectedRevision: 0 };
    await writeSaved(
      tx,
      { submissionId, countryCode: country, updatedAt: now, updatedBy: actor.userId, updatedByName: actor.displayName },
      [input, other],
      { expectedStatus: "submitted", status: "submitted", answeredCount: 3 },
      act,
    );
    await appendAuditEvent(tx, { ...act, action: "test", beforeHash: "x" });
    const events = await tx
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.objectId, submissionId))
      .orderBy(asc(auditEvent.id));
    seen({
      answers: await listAnswers(tx, submissionId),
      submission: await findSubmissionInRound(tx, submissionId),
      events: events.map(({ id: _, ...event }) => event),
    });
    throw undone;
  };
  const tried = async (run: (fn: (tx: Tx) => Promise<never>) => Promise<never>, who: Who) => {
    let rows: unknown;
    const refused = await run((tx) => save(tx, who, (seen) => (rows = seen))).catch((error: unknown) => error);
    return rows ?? { code: sqlState(refused), fault: databaseFault(refused) };
  };
  const focalPoint = { actor: seed.actor("focal_point", "CRI"), country: "CRI", comment: "fine" } as const;
  const cases: Who[] = [
    { ...focalPoint, expectedRevision: 1 },
    { ...focalPoint, expectedRevision: 9 },
    { ...focalPoint, expectedRevision: 1, comment: "a\0b" },
    { ...focalPoint, expectedRevision: 1, country: "MEX" },
    { actor: seed.actor("approver", "CRI"), country: "CRI", comment: "", expectedRevision: 1 },
    { actor: seed.actor("secretariat"), country: "CRI", comment: "", expectedRevision: 1 },
  ];
  const outcomes: unknown[] = [];
  for (const who of cases) {
    const plain = await tried((fn) => plainly(who.actor, fn), who);
    expect(await tried((fn) => db.asActor(who.actor, fn), who)).toEqual(plain);
    outcomes.push(plain);
  }
  // The cases are refused for different reasons.
  expect(outcomes).toMatchObject([
    { submission: { answeredCount: 3 } },
    { fault: null },
    { fault: { kind: "bad-text" } },
    { fault: { kind: "not-permitted" } },
    { fault: { kind: "not-permitted" } },
    { fault: { kind: "not-permitted" } },
  ]);
});

test("a query that is not prepared is refused alike", async () => {
  const act = {
    submissionId: seed.submissionOf.CRI,
    countryCode: "CRI",
    revision: 1,
    act: "submitted",
    at: now,
    actorId: seed.actor("focal_point", "CRI").userId,
    actorName: "twice",
    actorRole: "focal_point",
    before: { status: "draft", version: 0, dueOn: "2026-04-30", returnDueOn: null },
    after: { status: "submitted", version: 1, dueOn: "2026-04-30", returnDueOn: null },
    reason: "",
  } as const;
  const actor = seed.actor("focal_point", "CRI");
  const plain = await outcome(plainly(actor, (tx) => insertSubmissionAct(tx, act)));
  expect(plain).toMatchObject({ fault: { kind: "unique-violation" } });
  expect(await outcome(db.asActor(actor, (tx) => insertSubmissionAct(tx, act)))).toEqual(plain);
});

test("single statements outside a transaction read what plain Drizzle reads", async () => {
  const id = seed.submissionOf.CRI;
  const { userId } = seed.actor("focal_point", "CRI");
  await db.asAuth((tx) => insertSession(tx, { id, userId, createdAt: now, lastUsedAt: now, absoluteExpiresAt: now }));
  const plain = drizzle(plainPools.auth, { casing: "snake_case" });
  const questions: Ask[] = [
    (tx) => findCaller(tx, id),
    (tx) => findCaller(tx, userId),
    (tx) => findSession(tx, id),
    (tx) => findSession(tx, userId),
    (tx) => findSession(tx, "no id"),
    (tx) => accessOfAccounts(tx, ["focal_point", "observer"]),
  ];
  for (const ask of questions) {
    const expected = await outcome(ask(plain, "CRI"));
    for (const again of await Promise.all([1, 2, 3, 4].map(() => outcome(db.authQuery((tx) => ask(tx, "CRI"))))))
      expect(again).toEqual(expected);
  }
});
