import { randomUUID } from "node:crypto";
import type { SubmissionStatus } from "@avances/domain/submission";
import { auditEventsOf, createTestDatabase, type TestDatabase } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedTwoCountries, type TwoCountries, year } from "../../testing/two-countries.ts";
import { type Database, lastly, openDatabase, type Tx } from "../connect.ts";
import { databaseFault } from "../pg-error.ts";
import { type AnswerToSave, listAnswers } from "./answer-queries.ts";
import { lockToSave, previousAcceptedVersion, writeSaved } from "./answer-saving-queries.ts";
import { listReports } from "./form-queries.ts";
import { claimIdempotencyKey, recordResponse } from "./idempotency-queries.ts";
import { claimDueMails, insertMails, mailHealth, recordMailResult } from "./mail-queries.ts";
import { insertNotices, listNotices, noBatch } from "./notice-queries.ts";
import { toAnswers } from "./rows.ts";
import { consumeRefreshToken, findSession, insertRefreshToken, insertSession } from "./session-queries.ts";
import { findSubmissionInRound } from "./submission-in-round-queries.ts";
import { clearThrottle, countFailure, findThrottles, lockThrottle } from "./throttle-queries.ts";
import { consumeTicket, insertTicket } from "./ticket-queries.ts";

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
const now = new Date("2026-04-20T10:00:00.000Z");
const later = (ms: number) => new Date(now.getTime() + ms);

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 6, onError: (error) => expect.fail(error.message) });
});

afterAll(async () => {
  await db?.close();
  await database?.drop();
});

describe("saving answers", () => {
  const focalPoint = () => seed.actor("focal_point", "CRI");
  const answer = (indicatorCode: string, expectedRevision: number, more: Partial<AnswerToSave> = {}): AnswerToSave => ({
    indicatorCode,
    state: "reported",
    value: { type: "boolean", value: true },
    reason: "",
    comment: "",
    evidence: [{ title: "Ley 9095", url: "https://example.org/9095", locator: null }],
    expectedRevision,
    cleared: false,
    ...more,
  });
  const lock = (tx: Tx, ...codes: string[]) => lockToSave(tx, seed.submissionOf.CRI, codes);
  const write = (tx: Tx, inputs: readonly AnswerToSave[], expectedStatus: SubmissionStatus = "submitted") => {
    const { userId, displayName } = focalPoint();
    const writing = {
      submissionId: seed.submissionOf.CRI,
      countryCode: "CRI",
      updatedAt: now,
      updatedBy: userId,
      updatedByName: displayName,
    };
    const act = {
      at: now,
      actor: focalPoint(),
      action: "answer.saved",
      objectType: "answer",
      objectId: `${seed.submissionOf.CRI}/${inputs[0]?.indicatorCode}`,
      countryCode: "CRI",
      fields: ["value", 'a "quoted", one'],
      beforeHash: null,
      afterHash: "hash",
      detail: { revision: 1 },
    };
    return writeSaved(tx, writing, inputs, { expectedStatus, status: "submitted", answeredCount: 7 }, act);
  };
  const refused = "not as their authors saw them";
  /** How many answers were written: all or none. */
  const save = (...inputs: AnswerToSave[]) =>
    db
      .asActor(focalPoint(), (tx) => write(tx, inputs))
      .then(
        () => inputs.length,
        (error: Error) => {
          if (!error.message.includes(refused)) throw error;
          return 0;
        },
      );
  const read = (...codes: string[]) => db.asActor(focalPoint(), (tx) => lock(tx, ...codes));

  test("the first save makes revision 1, the next one 2, and what was saved comes back whole", async () => {
    expect(await save(answer("TIP-LEG-01", 0))).toBe(1);
    expect(await save(answer("TIP-LEG-01", 1, { state: "not_available", value: null, reason: "no register" }))).toBe(1);
    const saved = await read("TIP-LEG-01", "TIP-PRO-01");
    expect(saved?.answers.map(({ indicatorCode }) => indicatorCode).sort()).toEqual(["TIP-LEG-01", "TIP-PRO-01"]);
    const one = saved?.answers.find(({ indicatorCode }) => indicatorCode === "TIP-LEG-01");
    expect(one).toMatchObject({ revision: 2, value: null, reason: "no register", updatedAt: now, cleared: false });
    expect(one?.evidence).toEqual([{ title: "Ley 9095", url: "https://example.org/9095", locator: null }]);
    expect(saved?.submission).toMatchObject({ answeredCount: 7, countryCode: "CRI" });
    const report = await db.asActor(focalPoint(), (tx) => findSubmissionInRound(tx, seed.submissionOf.CRI));
    expect(report).toMatchObject({ answeredCount: 7, lastActivityAt: now, round: { year } });
    const [event] = await auditEventsOf(database.ownerUrl, `${seed.submissionOf.CRI}/TIP-LEG-01`);
    expect(event).toMatchObject({ at: now, fields: ["value", 'a "quoted", one'], beforeHash: null, afterHash: "hash" });
    expect(event?.detail).toEqual({ revision: 1 });
  });

  test("a writer who did not see the latest revision saves nothing", async () => {
    await save(answer("TIP-LEG-02", 0));
    expect(await save(answer("TIP-LEG-02", 0))).toBe(0);
    expect(await save(answer("TIP-LEG-02", 7))).toBe(0);
    // A revision that the answer never had.
    expect(await save(answer("TIP-LEG-03", 3))).toBe(0);
    expect(await save(answer("TIP-LEG-02", 0), answer("TIP-LEG-03", 0))).toBe(0);
    const kept = await read("TIP-LEG-02", "TIP-LEG-03");
    expect(kept?.answers.map(({ indicatorCode, revision }) => [indicatorCode, revision])).toEqual([["TIP-LEG-02", 1]]);
  });

  test("a writer who expected another status saves nothing", async () => {
    const saving = db.asActor(focalPoint(), (tx) => write(tx, [answer("TIP-LEG-07", 0)], "draft"));
    await expect(saving).rejects.toThrow(refused);
    expect((await read("TIP-LEG-07"))?.answers).toEqual([]);
  });

  test("of two first saves at the same moment one waits, and reads under the lock what the other has saved", async () => {
    const revisions = await Promise.all(
      [1, 2].map(() =>
        db.asActor(focalPoint(), async (tx) => {
          const seen = (await lock(tx, "TIP-LEG-04"))?.answers[0]?.revision ?? 0;
          await write(tx, [answer("TIP-LEG-04", seen)]);
          return seen;
        }),
      ),
    );
    expect(revisions.sort()).toEqual([0, 1]);
  });

  test("with COMMIT sent behind it, a save is there whole or not at all", async () => {
    const saveLast = (...inputs: AnswerToSave[]) =>
      db.asActor(focalPoint(), (tx) => lastly(tx, () => write(tx, inputs)));
    await saveLast(answer("TIP-LEG-09", 0));
    await expect(saveLast(answer("TIP-LEG-09", 1), answer("TIP-LEG-10", 4))).rejects.toThrow(refused);
    const kept = await read("TIP-LEG-09", "TIP-LEG-10");
    expect(kept?.answers.map(({ indicatorCode, revision }) => [indicatorCode, revision])).toEqual([["TIP-LEG-09", 1]]);
  });

  test("without the lock, too, one of two first saves is refused", async () => {
    const saved = await Promise.all([save(answer("TIP-LEG-08", 0)), save(answer("TIP-LEG-08", 0))]);
    expect(saved.sort()).toEqual([0, 1]);
  });

  test("a cleared answer keeps its revision and is no answer", async () => {
    await save(answer("TIP-LEG-05", 0));
    await save(answer("TIP-LEG-05", 1, { cleared: true }));
    const rows = await db.asActor(focalPoint(), (tx) => listAnswers(tx, seed.submissionOf.CRI));
    expect(rows.find((row) => row.indicatorCode === "TIP-LEG-05")?.revision).toBe(2);
    expect(toAnswers(rows).has("TIP-LEG-05")).toBe(false);
    expect(await save(answer("TIP-LEG-05", 0))).toBe(0);
    expect(await save(answer("TIP-LEG-05", 2))).toBe(1);
    expect((await read("TIP-LEG-05"))?.answers[0]?.revision).toBe(3);
  });

  test("text that PostgreSQL cannot hold is told from a fault of ours", async () => {
    const fault = await save(answer("TIP-LEG-06", 0, { comment: "a\0b" })).catch((error: unknown) =>
      databaseFault(error),
    );
    expect(fault).toEqual({ kind: "bad-text" });
  });
});

test("a repeated request waits for the first and gets its answer; after a rollback it is the first", async () => {
  const actor = seed.actor("focal_point", "MEX");
  const key = { userId: actor.userId, operation: "submit", key: "abcdefgh" };
  const run = (fails: boolean) =>
    db.asActor(actor, async (tx) => {
      const claim = await claimIdempotencyKey(tx, key, "hash", now);
      if (!claim.isFirst) return `again ${JSON.stringify(claim.response)} ${claim.status}`;
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (fails) throw new Error("no");
      await recordResponse(tx, key, 201, { receipt: 7 });
      return "first";
    });
  await expect(run(true)).rejects.toThrow("no");
  expect((await Promise.all([run(false), run(false), run(false)])).sort()).toEqual([
    'again {"receipt":7} 201',
    'again {"receipt":7} 201',
    "first",
  ]);
  const twoDaysLater = later(48 * 3_600_000 + 1);
  expect(await db.asActor(actor, (tx) => claimIdempotencyKey(tx, key, "other", twoDaysLater))).toEqual({
    isFirst: true,
  });
});

describe("notices and mail", () => {
  test("planners at the same moment add each ask once", async () => {
    const { userId } = seed.actor("focal_point", "MEX");
    const plan = () =>
      db.asWorker((tx) =>
        insertNotices(tx, [
          {
            id: randomUUID(),
            roundYear: year,
            countryCode: "MEX",
            userId,
            step: "before_14",
            anchorDate: "2026-04-30",
            batchId: noBatch,
            state: "queued",
            scheduledFor: now,
            createdAt: now,
          },
        ]),
      );
    const added = await Promise.all(Array.from({ length: 6 }, plan));
    expect(added.flat()).toHaveLength(1);
    const ledger = await db.asActor(seed.actor("secretariat"), (tx) => listNotices(tx, year, "MEX"));
    expect(ledger.map(({ notice }) => notice.step).sort()).toEqual(["before_14", "before_30"]);
  });

  test("no two senders hold one message, and a sender that lost its lease records nothing", async () => {
    const { userId } = seed.actor("focal_point", "MEX");
    const mail = (index: number) => ({
      id: randomUUID(),
      kind: "security" as const,
      userId,
      countryCode: "MEX",
      toAddress: "x@example.org",
      language: "es" as const,
      subject: "x",
      bodyText: "",
      bodyHtml: "",
      messageId: `<${index}@example.org>`,
      createdAt: now,
      state: "queued" as const,
      nextAttemptAt: now,
    });
    await db.asWorker((tx) =>
      insertMails(
        tx,
        Array.from({ length: 20 }, (_, index) => mail(index)),
      ),
    );
    const claim = { now: later(1), leaseUntil: later(60_000), limit: 3 };
    const claimed = (
      await Promise.all(Array.from({ length: 10 }, () => db.asWorker((tx) => claimDueMails(tx, claim))))
    ).flat();
    // Twenty from here and two from the seed.
    const rest = (
      await Promise.all(Array.from({ length: 4 }, () => db.asWorker((tx) => claimDueMails(tx, claim))))
    ).flat();
    expect(new Set([...claimed, ...rest].map((row) => row.id)).size).toBe(22);
    expect(claimed.length + rest.length).toBe(22);

    const [held] = claimed;
    if (!held) throw new Error("nothing was claimed");
    const again = await db.asWorker((tx) =>
      claimDueMails(tx, { now: later(60_001), leaseUntil: later(120_000), limit: 30 }),
    );
    const taken = again.find((row) => row.id === held.id);
    expect(taken).toMatchObject({ fence: held.fence + 1, attempts: 2 });
    const record = (fence: number) =>
      db.asWorker((tx) =>
        recordMailResult(tx, {
          id: held.id,
          fence,
          state: "dead",
          lastCode: 550,
          lastAnswer: "no such user",
          settledAt: now,
        }),
      );
    expect(await record(held.fence)).toBe(false);
    expect(await record(held.fence + 1)).toBe(true);
    const health = await db.asActor(seed.actor("secretariat"), mailHealth);
    expect(health.dead).toBe(1);
  });
});

describe("sessions", () => {
  const session = async () => {
    const { userId } = seed.actor("alternate", "CRI");
    const id = randomUUID();
    await db.asAuth((tx) =>
      insertSession(tx, { id, userId, createdAt: now, lastUsedAt: now, absoluteExpiresAt: later(1) }),
    );
    return { id, userId };
  };

  test("the check of a request reads session and account in one statement", async () => {
    const { id, userId } = await session();
    const found = await db.authQuery((tx) => findSession(tx, id));
    expect(found).toMatchObject({
      session: { id, revokedAt: null },
      user: { id: userId, role: "alternate", countryCode: "CRI" },
    });
    expect(await db.authQuery((tx) => findSession(tx, randomUUID()))).toBeUndefined();
  });

  test("a refresh token and a ticket work once, whoever comes at the same moment", async () => {
    const { id, userId } = await session();
    await db.asAuth((tx) => insertRefreshToken(tx, { tokenHash: "r1", sessionId: id, issuedAt: now }));
    const refreshed = await Promise.all(
      Array.from({ length: 6 }, () => db.asAuth((tx) => consumeRefreshToken(tx, "r1", now))),
    );
    expect(refreshed.filter((sessionId) => sessionId === id)).toHaveLength(1);

    const ticket = (tokenHash: string, expiresAt: Date) => ({
      id: randomUUID(),
      kind: "password_reset" as const,
      userId,
      tokenHash,
      createdAt: now,
      expiresAt,
    });
    await db.asAuth((tx) => insertTicket(tx, ticket("t0", later(10))));
    await db.asAuth((tx) => insertTicket(tx, ticket("t1", later(10))));
    const use = (hash: string, kind: "invitation" | "password_reset", at: Date) =>
      db.asAuth((tx) => consumeTicket(tx, hash, kind, at));
    expect(await use("t0", "password_reset", now)).toBeUndefined();
    expect(await use("t1", "invitation", now)).toBeUndefined();
    expect(await use("t1", "password_reset", later(10))).toBeUndefined();
    const used = await Promise.all([use("t1", "password_reset", now), use("t1", "password_reset", now)]);
    expect(used.filter((row) => row?.userId === userId)).toHaveLength(1);
  });

  test("failures are counted in a window, also at the same moment, and forgotten on success", async () => {
    const fail = (at: Date) => db.asAuth((tx) => countFailure(tx, "account x", at, 1_000));
    await Promise.all(Array.from({ length: 5 }, () => fail(now)));
    expect((await fail(now)).failures).toBe(6);
    expect((await fail(later(1_001))).failures).toBe(1);
    await db.asAuth((tx) => lockThrottle(tx, "account x", later(5_000), false));
    expect(await db.authQuery((tx) => findThrottles(tx, ["account x", "y"]))).toMatchObject([
      { failures: 1, lockedUntil: later(5_000) },
    ]);
    await db.asAuth((tx) => clearThrottle(tx, "account x", now));
    expect(await db.authQuery((tx) => findThrottles(tx, ["account x"]))).toMatchObject([
      { failures: 0, lockedUntil: null },
    ]);
  });
});

test("last round's accepted version is found, and nothing is published yet", async () => {
  const actor = seed.actor("focal_point", "CRI");
  expect(await db.asActor(actor, (tx) => previousAcceptedVersion(tx, seed.submissionOf.CRI))).toBeUndefined();
  const reports = await db.asPublisher((tx) => listReports(tx));
  expect(reports.filter(({ versionId }) => versionId !== null)).toEqual([]);
});
