import { randomUUID } from "node:crypto";
import { type Actor, countryRoles, mayDo, roles } from "@avances/domain/access";
import {
  canRead,
  choicesFor,
  isPutTo,
  kindsLinkedByOthers,
  type LinkKind,
  linkKinds,
  linksOfKind,
  type MatterKind,
  type MatterState,
  matterKinds,
  participantOf,
  readsLevel,
  type Shown,
  type Stance,
  speaksFor,
  stances,
} from "@avances/domain/network";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { eq, getTableName, ne, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matterTables, networkTables, reportOf } from "../testing/matters.ts";
import { regionalRoles, seedTwoCountries, type TwoCountries } from "../testing/two-countries.ts";
import { type Database, openDatabase, type Tx } from "./connect.ts";
import { databaseFault, sqlState } from "./pg-error.ts";
import * as schema from "./schema/index.ts";

/**
 * Who reads what is put before the Network, proved once: every kind, level, state, author, addressee and reader, asked of the rule of the domain
 * and of the database. Where they differ the database holds and the page lies, so a failure names the cell.
 */
interface Cell extends Shown {
  readonly id: string;
  readonly kind: MatterKind;
  /** A matter of its own for what hangs on it, so that two cells never share a file. */
  readonly fileId: string;
}

const at = new Date("2026-04-10T12:00:00.000Z");
const standings: readonly { readonly state: MatterState; readonly version: number }[] = [
  { state: "draft", version: 0 },
  { state: "filed", version: 2 },
  { state: "withdrawn", version: 1 },
  { state: "withdrawn", version: 0 },
];
const firsts = [
  { firstTo: null, openedAt: null },
  { firstTo: "CRI", openedAt: null },
  { firstTo: "CRI", openedAt: at },
  { firstTo: "MEX", openedAt: null },
];
const cells: readonly Cell[] = matterKinds.flatMap((kind) =>
  standings.flatMap((standing) =>
    choicesFor(kind).flatMap((visibility) =>
      ["CRI", "MEX", "RCM-TS", "IOM"].flatMap((author) =>
        [[], ["CRI"], ["IOM", "MEX"]].flatMap((addressees) =>
          firsts.map((first) => ({
            ...{ id: randomUUID(), fileId: randomUUID(), kind, visibility, author, addressees },
            ...standing,
            ...first,
          })),
        ),
      ),
    ),
  ),
);

const later = new Date(at.getTime() + 3_600_000);
/** What was answered to what comes from Mexico was answered before everybody was shown it. */
const publicSinceOf = ({ visibility, version, author }: Cell) => {
  if (visibility !== "public" || version === 0) return null;
  return author === "MEX" ? later : at;
};
/** What the publisher may read, and so the public. */
const isPublic = ({ kind, state, visibility, firstTo, openedAt }: Cell) =>
  ["document", "contribution", "recommendation"].includes(kind) &&
  state === "filed" &&
  visibility === "public" &&
  (firstTo === null || openedAt !== null);

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
let owner: ReturnType<typeof testClient>;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
  await seedCells(database.ownerUrl);
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await db?.close();
  await database?.drop();
});

/** Every cell with everything that can hang on a matter. */
async function seedCells(ownerUrl: string): Promise<void> {
  const client = testClient({ connectionString: ownerUrl });
  await client.connect();
  const owner = drizzle(client, { casing: "snake_case" });
  // A statement has no more than 65,535 values.
  const put = async <T extends PgTable>(table: T, rows: readonly PgInsertValue<T>[]) => {
    for (let from = 0; from < rows.length; from += 1_000)
      await owner.insert(table).values(rows.slice(from, from + 1_000));
  };
  const [by, byName] = [randomUUID(), "test"];
  const [meeting] = await owner.select().from(schema.meeting);
  const meetingId = meeting?.id ?? "";
  const words = { language: "es", subject: "Asunto", body: "Texto" } as const;
  const wasFiled = cells.filter(({ version }) => version > 0);
  const userId = seed.actor("focal_point", "CRI").userId;
  await put(
    schema.matter,
    cells.map(({ id, kind, author, visibility, addressees, state, version, firstTo, openedAt }, place) => ({
      publicSince: publicSinceOf(cells[place] as Cell),
      ...{
        id,
        kind,
        authorCode: author,
        meetingId,
        ...words,
        textRevision: 2,
        visibility,
        addressees: [...addressees],
      },
      ...{ firstToCode: firstTo, openedAt, state, version, revision: 2, filedAt: version > 0 ? at : null },
      ...{ createdAt: at, createdBy: by, createdByName: byName },
      ...(state === "withdrawn" && {
        withdrawnAt: at,
        withdrawnBy: by,
        withdrawnByName: byName,
        withdrawnReason: "test",
      }),
    })),
  );
  await put(
    schema.matterVersion,
    wasFiled.map(({ id, version }) => ({ matterId: id, version, ...words, textRevision: 2, at, by, byName })),
  );
  // Of the words that were filed, and of earlier ones that never were.
  for (const textRevision of [1, 2])
    await put(
      schema.translation,
      cells.map(({ id: matterId, author }) => ({
        ...{ id: randomUUID(), matterId, textRevision, language: "en" as const, subject: "Matter", body: "Text" },
        ...{ madeBy: "human" as const, participantCode: author, at, by, byName },
      })),
    );
  await put(
    schema.matterLink,
    cells.map(({ id: matterId }) => ({
      id: randomUUID(),
      matterId,
      kind: "country" as const,
      code: "CRI",
      addedAt: at,
      addedBy: by,
    })),
  );
  for (const withdrawn of [false, true])
    await put(
      schema.matterReply,
      cells.map(({ id: matterId }) => ({
        ...{ id: randomUUID(), matterId, participantCode: "HND", said: "reply" as const, language: "es" as const },
        ...{ text: "Respuesta", at, by, byName },
        ...(withdrawn && { withdrawnAt: at, withdrawnBy: by, withdrawnByName: byName }),
      })),
    );
  await put(
    schema.matterSeen,
    cells.map(({ id: matterId }) => ({
      id: randomUUID(),
      matterId,
      version: 1,
      participantCode: "HND",
      at,
      by,
      byName,
    })),
  );
  await put(
    schema.matterAct,
    cells.flatMap(({ id: matterId, author }) =>
      (["written", "filed", "resent"] as const).map((act, index) => ({
        ...{ matterId, revision: index + 1, act, at, actorId: by, actorName: byName, participantCode: author },
        ...{ before: {}, after: {} },
      })),
    ),
  );
  const matterIds = cells.map(({ id: matterId }) => ({ matterId }));
  await put(
    schema.document,
    matterIds.map((one) => ({ ...one, documentKind: "other" as const })),
  );
  await put(
    schema.agendaItem,
    matterIds.map((one, index) => ({ ...one, meetingId, place: 1, number: 1_000 + index })),
  );
  await put(
    schema.commitment,
    matterIds.map((one) => ({
      ...{ ...one, responsibleCode: "CRI", stage: "open" as const, stageAt: at, stageBy: by, stageByName: byName },
    })),
  );
  await put(
    schema.report,
    matterIds.map((one) => ({ ...one, stage: "circulated" as const, withSubmissions: false })),
  );
  await put(
    schema.reportPoint,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), place: 1, level: 1 as const, words: { en: "", es: "Texto" } },
      ...{ createdAt: at, createdBy: by },
    })),
  );
  await put(
    schema.reportFigures,
    matterIds.map((one) => ({ ...one, choices: [], chosenAt: at, chosenBy: by })),
  );
  // Whatever the level of the matter is by now, these went to members.
  await put(
    schema.reportVersion,
    matterIds.map((one) => ({
      ...{ ...one, version: 1, stage: "circulated" as const, visibility: "members" as const },
      ...{ content: reportOf("Texto"), at, by, byName },
    })),
  );
  await put(
    schema.reportComment,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), version: 1, participantCode: "HND", language: "es" as const, text: "Texto" },
      ...{ at, by, byName },
    })),
  );
  await put(
    schema.dispatch,
    matterIds.map((one) => ({ ...one, id: randomUUID(), at, by, byName, toCodes: [], documents: [] })),
  );
  await put(
    schema.matterRequest,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), participantCode: "CRI", userId, step: "matter_sent" as const },
      ...{ anchorDate: "2026-05-01", batchId: randomUUID(), scheduledFor: at, createdAt: at },
    })),
  );
  await put(
    schema.narrative,
    matterIds.map((one) => ({ ...one, instrument: "TIP" as const })),
  );
  await put(schema.progressRequest, [
    {
      ...{ id: randomUUID(), meetingId, participantCode: "CRI", userId, step: "progress_asked" as const },
      ...{ meetingOn: "2026-03-10", dayKnownAt: at, batchId: randomUUID(), scheduledFor: at, createdAt: at },
    },
  ]);
  await put(
    schema.contribution,
    matterIds.map((one) => ({ ...one, contributionKind: "statement" as const })),
  );
  await put(
    schema.recommendation,
    matterIds.map((one) => ({ ...one, sourceKind: "own" as const })),
  );
  const said = { language: "es" as const, text: "", at, by, byName };
  await put(
    schema.stance,
    matterIds.map((one) => ({
      ...{ ...one, ...said, id: randomUUID(), participantCode: "HND", said: "took_note" as const },
    })),
  );
  await put(
    schema.completion,
    matterIds.map((one) => ({
      ...{ ...one, ...said, id: randomUUID(), ofCode: "CRI", byCode: "IOM", step: "limited" as const },
    })),
  );
  // Of its own kind alone: what hangs on a matter is read as the matter is, and a row for every cell of every kind takes its time.
  const activityIds = cells.filter(({ kind }) => kind === "activity").map(({ id: matterId }) => ({ matterId }));
  await put(
    schema.activity,
    activityIds.map((one) => ({
      ...{ ...one, activityKind: "workshop" as const, audience: ["police" as const], funding: "sought" as const },
    })),
  );
  await put(
    schema.guidelineStatement,
    cells
      .filter(({ kind }) => kind === "guideline_statement")
      .map(({ id: matterId }) => ({
        ...{ matterId, countryCode: "CRI", step: "G1", setVersion: 1, said: "partly" as const, asOf: "2026-03-01" },
        ...{ replyDays: 14, replyUntil: "2026-04-24" },
      })),
  );
  const noted = { at, by, byName };
  await put(
    schema.activitySupport,
    activityIds.map((one) => ({ ...one, ...noted, id: randomUUID(), participantCode: "HND", supports: true })),
  );
  await put(
    schema.activityDecline,
    activityIds.map((one) => ({
      ...{ ...one, ...noted, id: randomUUID(), participantCode: "HND", language: "es" as const, text: "x" },
    })),
  );
  await put(
    schema.activityEndorsement,
    activityIds.map((one) => ({ ...one, ...noted, id: randomUUID(), said: "endorsed" as const, meetingId })),
  );
  // What hangs on these two bears the id of the matter, so that each cell has one of its own.
  await put(
    schema.activityHeld,
    activityIds.map((one) => ({ ...one, ...noted, id: one.matterId, fromOn: "2026-03-01", place: "" })),
  );
  await put(
    schema.activityAttendance,
    activityIds.map((one) => ({
      ...{ ...one, heldId: one.matterId, place: 1, countryCode: "HND", institution: "police" as const, persons: 3 },
    })),
  );
  await put(
    schema.activityEvaluation,
    activityIds.map((one) => ({ ...one, ...noted, id: one.matterId, language: "es" as const, text: "" })),
  );
  await put(
    schema.activityResult,
    activityIds.map((one) => ({
      ...{ ...one, evaluationId: one.matterId, place: 1, indicatorCode: "TIP-PRV-04", year: 2026, text: "x" },
    })),
  );
  await put(
    schema.file,
    cells.map(({ fileId, author }) => ({
      ...{ id: fileId, storeKey: fileId.replaceAll("-", ""), name: "a.pdf", fileType: "pdf" as const, bytes: 1 },
      ...{ sha256: "0", state: "stored" as const, checkedBy: "test", participantCode: author },
      ...{ uploadedAt: at, uploadedBy: by, uploadedByName: byName },
    })),
  );
  // Held by the version that was filed last, and by the one that comes after it.
  for (const ahead of [0, 1])
    await put(
      schema.fileUse,
      cells.map(({ id: matterId, fileId, version }) => ({
        ...{ id: randomUUID(), fileId, place: 1 + ahead, matterId, version: Math.max(version, 1) + ahead },
        ...{ addedAt: at, addedBy: by },
      })),
    );
  await client.end();
}

const section = { id: randomUUID(), submissionId: randomUUID() };
/** Everybody who can ask: each role, each organisation, an observer of whom none is recorded, people without a side, and section links. */
const readers: readonly (readonly [string, () => Actor])[] = [
  ...countryRoles.map((role) => [`${role} of CRI`, () => seed.actor(role, "CRI")] as const),
  ...regionalRoles.map((role) => [role, () => seed.actor(role)] as const),
  ["observer of an unknown organisation", () => ({ ...seed.actor("observer"), organisation: null })],
  ["observer of a country that observes", () => ({ ...seed.actor("observer"), organisation: "PER" })],
  ...roles.map(
    (role) =>
      [
        `${role} by a section link`,
        () => ({ ...seed.actor(role, countryRoles.some((one) => one === role) ? "CRI" : undefined), section }),
      ] as const,
  ),
];

/** Which cells a statement shows somebody, by the column that names the matter. */
async function seenBy(
  actor: Actor,
  read: (tx: Tx) => Promise<readonly { readonly id: string | null }[]>,
): Promise<ReadonlySet<string>> {
  const rows = await db.asActor(actor, read);
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}

const nameOf = ({ kind, state, version, visibility, author, addressees, firstTo, openedAt }: Cell) =>
  `${kind} of ${author}, ${state} v${version}, ${visibility}, to ${addressees.join("+") || "nobody"}${firstTo ? `, first to ${firstTo}${openedAt ? " (opened)" : ""}` : ""}`;

/** The cells where what is seen is not what should be. */
function differences(seen: ReadonlySet<string>, should: (cell: Cell) => boolean): readonly string[] {
  return cells.flatMap((cell) => {
    if (seen.has(cell.id) === should(cell)) return [];
    return [`${seen.has(cell.id) ? "seen" : "not seen"}: ${nameOf(cell)}`];
  });
}

describe.each(readers)("%s", (_who, actorOf) => {
  test("reads in the database the matters that the domain says, and no other", async () => {
    const actor = actorOf();
    const seen = await seenBy(actor, (tx) => tx.select({ id: schema.matter.id }).from(schema.matter));
    expect(differences(seen, (cell) => canRead(actor, cell))).toEqual([]);
  });

  test("reads of what hangs on them what belongs to what they read", async () => {
    const actor = actorOf();
    const isOwn = (cell: Cell) => speaksFor(actor, cell.author);
    const reads = (cell: Cell) => canRead(actor, cell);
    const readsActivity = (cell: Cell) => reads(cell) && cell.kind === "activity";
    const readsStatement = (cell: Cell) => reads(cell) && cell.kind === "guideline_statement";
    const isMembers = (cell: Cell) => reads(cell) && readsLevel(actor.role, "members");
    const of = (table: (typeof matterTables)[number]) => async (tx: Tx) => {
      const rows = (await tx.select().from(table)) as { readonly matterId?: string | null }[];
      return rows.map(({ matterId }) => ({ id: matterId ?? null }));
    };
    const asked: readonly [string, (tx: Tx) => Promise<readonly { id: string | null }[]>, (cell: Cell) => boolean][] = [
      ["versions", of(schema.matterVersion), (cell) => reads(cell) && cell.version > 0],
      ["links", of(schema.matterLink), reads],
      ["documents", of(schema.document), reads],
      ["agenda items", of(schema.agendaItem), reads],
      ["contributions", of(schema.contribution), reads],
      ["recommendations", of(schema.recommendation), reads],
      ["how it was taken", of(schema.stance), reads],
      ["how far it was carried out", of(schema.completion), reads],
      ["activities", of(schema.activity), readsActivity],
      ["who supports them", of(schema.activitySupport), readsActivity],
      [
        "who declined to support them",
        of(schema.activityDecline),
        (cell) => readsActivity(cell) && (isOwn(cell) || speaksFor(actor, "HND")),
      ],
      ["what meetings said of them", of(schema.activityEndorsement), readsActivity],
      ["when they were held", of(schema.activityHeld), readsActivity],
      ["how many took part", of(schema.activityAttendance), readsActivity],
      ["what came of them", of(schema.activityEvaluation), readsActivity],
      ["what was found", of(schema.activityResult), readsActivity],
      ["how a country applies the Guidelines", of(schema.guidelineStatement), readsStatement],
      ["commitments", of(schema.commitment), reads],
      ["dispatches", of(schema.dispatch), reads],
      ["reports", of(schema.report), reads],
      ["working copies of reports", of(schema.reportPoint), isOwn],
      ["charts of working copies", of(schema.reportFigures), isOwn],
      ["versions of reports for members", of(schema.reportVersion), (cell) => isOwn(cell) || isMembers(cell)],
      ["comments of members on reports", of(schema.reportComment), isMembers],
      [
        "translations of words that were filed",
        (tx) =>
          tx
            .select({ id: schema.translation.matterId })
            .from(schema.translation)
            .where(eq(schema.translation.textRevision, 2)),
        (cell) => isOwn(cell) || (reads(cell) && cell.version > 0),
      ],
      [
        "translations of words that were not",
        (tx) =>
          tx
            .select({ id: schema.translation.matterId })
            .from(schema.translation)
            .where(eq(schema.translation.textRevision, 1)),
        isOwn,
      ],
      [
        "replies",
        (tx) =>
          tx
            .select({ id: schema.matterReply.matterId })
            .from(schema.matterReply)
            .where(sql`${schema.matterReply.withdrawnAt} is null`),
        reads,
      ],
      [
        "replies that were taken back",
        (tx) =>
          tx
            .select({ id: schema.matterReply.matterId })
            .from(schema.matterReply)
            .where(sql`${schema.matterReply.withdrawnAt} is not null`),
        isOwn,
      ],
      ["looks", of(schema.matterSeen), isOwn],
      [
        "acts",
        (tx) =>
          tx.select({ id: schema.matterAct.matterId }).from(schema.matterAct).where(eq(schema.matterAct.act, "filed")),
        reads,
      ],
      [
        "acts on drafts, and those that tell who was asked",
        (tx) =>
          tx.select({ id: schema.matterAct.matterId }).from(schema.matterAct).where(ne(schema.matterAct.act, "filed")),
        isOwn,
      ],
      [
        "files of what was filed",
        (tx) =>
          tx
            .select({ id: schema.fileUse.matterId })
            .from(schema.fileUse)
            .innerJoin(schema.file, eq(schema.file.id, schema.fileUse.fileId))
            .where(eq(schema.fileUse.place, 1)),
        (cell) => isOwn(cell) || (reads(cell) && cell.version > 0),
      ],
      [
        "files of what is prepared",
        (tx) => tx.select({ id: schema.fileUse.matterId }).from(schema.fileUse).where(eq(schema.fileUse.place, 2)),
        isOwn,
      ],
      [
        "requests",
        of(schema.matterRequest),
        () =>
          readsLevel(actor.role, "network") &&
          actor.section === undefined &&
          (actor.role === "secretariat" || participantOf(actor) === "CRI"),
      ],
    ];
    for (const [what, read, should] of asked) {
      const found = differences(await seenBy(actor, read), should);
      expect(found, what).toEqual([]);
    }
  });

  test("reads a file only where something that holds it is read, or as the side that sent it", async () => {
    const actor = actorOf();
    const files = await seenBy(actor, (tx) => tx.select({ id: schema.file.id }).from(schema.file));
    const wrong = cells.filter(
      (cell) =>
        files.has(cell.fileId) !== (speaksFor(actor, cell.author) || (canRead(actor, cell) && cell.version > 0)),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  test("reads requests for progress as the Secretariat, or as the side that was asked", async () => {
    const actor = actorOf();
    const rows = await db.asActor(actor, (tx) => tx.select().from(schema.progressRequest));
    const isTold = (code: string) => actor.role === "secretariat" || speaksFor(actor, code);
    const told = actor.section === undefined ? ["CRI", "MEX"].filter(isTold) : [];
    expect([...new Set(rows.map(({ participantCode }) => participantCode))].sort()).toEqual(told);
  });

  test("reads bodies and meetings as one of the Network, or not at all", async () => {
    const actor = actorOf();
    const counts = await db.asActor(actor, async (tx) => {
      const found: number[] = [];
      for (const table of networkTables) found.push((await tx.select().from(table)).length);
      return found;
    });
    const isOutside = actor.section !== undefined || actor.role === "contributor";
    expect(counts).toEqual(isOutside ? networkTables.map(() => 0) : networkTables.map(() => 1));
  });
});

test("the scheduler knows of narratives that were filed, and of no draft", async () => {
  const seen = await db.asWorker(
    async (tx) => new Set((await tx.select().from(schema.narrative)).map((one) => one.matterId)),
  );
  const wrong = cells.filter(({ id, version }) => seen.has(id) !== version > 0);
  expect(wrong.map(nameOf)).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
});

test("the table covers what it says: some read, some do not, and each kind in each state is among both", () => {
  const levels = matterKinds.reduce((sum, kind) => sum + choicesFor(kind).length, 0);
  expect(cells).toHaveLength(levels * 4 * 4 * 3 * 4);
  const focal = seed.actor("focal_point", "CRI");
  for (const kind of matterKinds)
    for (const { state, version } of standings) {
      const some = cells.filter((cell) => cell.kind === kind && cell.state === state && cell.version === version);
      const read = some.filter((cell) => canRead(focal, cell)).length;
      expect([kind, state, read > 0, read < some.length]).toEqual([kind, state, true, true]);
    }
});

/** What the database says to a piece of work, which is undone in any case. */
async function says(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  return db
    .asActor(actor, async (tx) => {
      const done = await work(tx);
      throw new Error(Array.isArray(done) && done.length === 0 ? "nothing" : "done");
    })
    .then(
      () => "committed",
      (error) => databaseFault(error)?.kind ?? sqlState(error) ?? (error as Error).message,
    );
}

describe("writing", () => {
  const focal = () => seed.actor("focal_point", "CRI");
  const find = (wanted: Partial<Cell>) => {
    const found = cells.find((cell) =>
      Object.entries({ firstTo: null, ...wanted }).every(
        ([key, value]) =>
          cell[key as keyof Cell] === value && (wanted.addressees !== undefined || cell.addressees.length === 0),
      ),
    );
    if (found === undefined) throw new Error("no such cell");
    return found;
  };
  const draft = (actor: Actor, more: Partial<typeof schema.matter.$inferInsert> = {}) => ({
    ...{ id: randomUUID(), kind: "document" as const, authorCode: actor.country ?? "RCM-TS", language: "es" as const },
    ...{ subject: "Asunto", body: "", textRevision: 1, visibility: "members" as const, state: "draft" as const },
    ...{ version: 0, revision: 1, createdAt: at, createdBy: actor.userId, createdByName: actor.displayName },
    ...more,
  });
  const insert = (actor: Actor, more?: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) => tx.insert(schema.matter).values(draft(actor, more)));

  test.each(["focal_point", "alternate", "liaison_officer", "secretariat"] as const)(
    "%s begins a matter of the own side",
    async (role) => {
      const actor = seed.actor(role, role === "secretariat" ? undefined : "CRI");
      expect(await insert(actor)).toBe("done");
      for (const authorCode of ["MEX", "IOM", role === "secretariat" ? "CRI" : "RCM-TS"])
        expect([authorCode, await insert(actor, { authorCode })]).toEqual([authorCode, "not-permitted"]);
      expect(await insert({ ...actor, section })).toBe("not-permitted");
      expect(await insert(actor, { createdBy: randomUUID() })).toBe("not-permitted");
      // A document may be for everybody; that it is shown to them is never said of a draft.
      expect(await insert(actor, { visibility: "public" })).toBe("done");
      expect(await insert(actor, { visibility: "public", publicSince: at })).toBe("not-permitted");
      expect(await insert(actor, { visibility: "public", kind: "commitment" })).toBe("23514");
      expect(await insert(actor, { state: "filed", version: 1, filedAt: at })).toBe("not-permitted");
    },
  );

  test("whoever only reads begins none", async () => {
    for (const [role, country, authorCode] of [
      ["approver", "CRI", "CRI"],
      ["contributor", "CRI", "CRI"],
      ["rcgm_delegate", undefined, "RCGM"],
      ["presidency", undefined, "RCGM"],
    ] as const)
      expect([role, await insert(seed.actor(role, country), { authorCode })]).toEqual([role, "not-permitted"]);
  });

  const guests = [
    ["observer", "IOM"],
    ["civil_society", "RNCOM"],
    ["coalition", "COALITION"],
  ] as const;

  test.each(guests)(
    "%s begins contributions, recommendations, proposals and statements of its organisation, and nothing else",
    async (role, authorCode) => {
      const actor = seed.actor(role);
      for (const kind of matterKinds) {
        // Of whom it may say how the Guidelines are applied is asked of the statement.
        const isVoice = ["contribution", "recommendation", "activity", "guideline_statement"].includes(kind);
        expect([kind, await insert(actor, { authorCode, kind })]).toEqual([kind, isVoice ? "done" : "not-permitted"]);
      }
      const kind = "contribution";
      for (const other of ["CRI", "RCM-TS", "PER"])
        expect([other, await insert(actor, { authorCode: other, kind })]).toEqual([other, "not-permitted"]);
      expect(await insert({ ...actor, organisation: null }, { authorCode, kind })).toBe("not-permitted");
      expect(await insert({ ...actor, section }, { authorCode, kind })).toBe("not-permitted");
      expect(await insert(actor, { authorCode, kind, visibility: "public" })).toBe("done");
    },
  );

  test("a country puts neither contributions nor recommendations nor reports of meetings; the Secretariat puts everything but what a country tells of its progress", async () => {
    for (const kind of matterKinds) {
      const isOthers = kind === "contribution" || kind === "recommendation" || kind === "report";
      expect([kind, await insert(focal(), { kind })]).toEqual([kind, isOthers ? "not-permitted" : "done"]);
      const isOfCountries = kind === "narrative" || kind === "guideline_statement";
      expect([kind, await insert(seed.actor("secretariat"), { kind })]).toEqual([
        ...[kind, isOfCountries ? "not-permitted" : "done"],
      ]);
    }
  });

  describe("how a country applies the Guidelines", () => {
    const state = (
      actor: Actor,
      country: string,
      more: Partial<typeof schema.matter.$inferInsert> = {},
      of: Partial<typeof schema.guidelineStatement.$inferInsert> = {},
    ) =>
      says(actor, async (tx) => {
        const row = draft(actor, {
          ...{ kind: "guideline_statement", authorCode: actor.organisation ?? actor.country ?? "RCM-TS" },
          ...more,
        });
        await tx.insert(schema.matter).values(row);
        await tx.insert(schema.guidelineStatement).values({
          ...{ matterId: row.id, countryCode: country, step: "G1", setVersion: 1, said: "no", asOf: "2026-03-01" },
          ...of,
        });
      });
    const iom = () => seed.actor("observer");
    const first = { firstToCode: "CRI", addressees: ["CRI"] };
    const days = { replyDays: 14 };

    test("is said by that country, and as a view, which is for that country first, by IOM; by nobody else", async () => {
      expect(await state(focal(), "CRI")).toBe("done");
      expect(await state(seed.actor("liaison_officer", "CRI"), "CRI")).toBe("done");
      expect(await state(iom(), "CRI", first, days)).toBe("done");
      expect(await state(focal(), "MEX")).toBe("not-permitted");
      expect(await state(seed.actor("secretariat"), "CRI")).toBe("not-permitted");
      expect(await state(seed.actor("approver", "CRI"), "CRI")).toBe("not-permitted");
      for (const other of ["civil_society", "coalition"] as const)
        expect([other, await state(seed.actor(other), "CRI", first, days)]).toEqual([other, "not-permitted"]);
      expect(await state({ ...iom(), organisation: "PER" }, "PER")).toBe("not-permitted");
      expect(await state({ ...iom(), organisation: "PER" }, "CRI", first, days)).toBe("not-permitted");
      // Not for another country first, for nobody first, without the country among its readers, without its days, or with days that have begun.
      for (const [more, of] of [
        [{ firstToCode: "MEX", addressees: ["CRI"] }, days],
        [{ addressees: ["CRI"] }, days],
        [{ firstToCode: "CRI" }, days],
        [first, {}],
        [first, { ...days, replyUntil: "2026-03-02" }],
      ] as const)
        expect([
          more,
          of,
          await state(iom(), "CRI", { ...more, addressees: [...("addressees" in more ? more.addressees : [])] }, of),
        ]).toEqual([more, of, "not-permitted"]);
      expect(await state(focal(), "CRI", first)).toBe("not-permitted");
      expect(await state(focal(), "CRI", {}, days)).toBe("not-permitted");
    });

    const view = (more: Partial<Cell> = {}) =>
      cells.find(
        (one) =>
          one.addressees.join() === "CRI" &&
          Object.entries({
            ...{ kind: "guideline_statement", author: "IOM", state: "filed", firstTo: "CRI", openedAt: null },
            ...{ visibility: "members", ...more },
          }).every(([key, value]) => one[key as keyof Cell] === value),
      ) as Cell;
    const reply = (actor: Actor, cell: Cell, then: (tx: Tx) => Promise<unknown>) =>
      says(actor, async (tx) => {
        await tx.insert(schema.matterReply).values({
          ...{ id: randomUUID(), matterId: cell.id, participantCode: actor.country ?? "RCM-TS", said: "no_comment" },
          ...{ language: "es", text: "", at: later, by: actor.userId, byName: "x" },
        });
        return then(tx);
      });
    const openedAt = (cell: Cell) => async (tx: Tx) => {
      const [row] = await tx
        .select({ at: schema.matter.openedAt })
        .from(schema.matter)
        .where(eq(schema.matter.id, cell.id));
      throw new Error(row?.at?.toISOString() ?? "closed");
    };

    test("others read the view from the moment in which the country answers; nobody opens it otherwise, and what was filed stays", async () => {
      expect(await reply(focal(), view(), openedAt(view()))).toBe(later.toISOString());
      expect(await reply(seed.actor("focal_point", "MEX"), view(), openedAt(view()))).toBe("not-permitted");
      expect(await reply(seed.actor("secretariat"), view(), openedAt(view()))).toBe("not-permitted");
      // What is open stays open since it was, and what Mexico answers opens nothing that is for Costa Rica first.
      const open = view({ openedAt: at });
      expect(await reply(focal(), open, openedAt(open))).toBe(at.toISOString());
      for (const actor of [iom(), focal(), seed.actor("secretariat")])
        expect(await update(actor, view(), { openedAt: later })).toBe("not-permitted");
      const change = (actor: Actor) =>
        says(actor, (tx) =>
          tx
            .update(schema.guidelineStatement)
            .set({ said: "yes" })
            .where(eq(schema.guidelineStatement.matterId, view().id))
            .returning(),
        );
      for (const actor of [iom(), focal()]) expect(await change(actor)).toBe("nothing");
      const drafted = view({ state: "draft" });
      expect(
        await says(iom(), (tx) =>
          tx
            .update(schema.guidelineStatement)
            .set({ said: "yes" })
            .where(eq(schema.guidelineStatement.matterId, drafted.id))
            .returning(),
        ),
      ).toBe("done");
    });

    test("the scheduler opens what was filed and is for one country first, once its days can be over, and nothing that was withdrawn", async () => {
      const afterDays = new Date(at.getTime() + 7 * 86_400_000);
      const open = (cell: Cell, openedAt = afterDays) =>
        db
          .asWorker(async (tx) => {
            const rows = await tx
              .update(schema.matter)
              .set({ openedAt })
              .where(eq(schema.matter.id, cell.id))
              .returning({ id: schema.matter.id });
            throw new Error(rows.length === 0 ? "nothing" : "done");
          })
          .catch((error) => (error as Error).message);
      expect(await open(view())).toBe("done");
      expect(await open(view(), later)).toContain("42501");
      for (const more of [{ state: "draft" }, { state: "withdrawn", version: 1 }] as const)
        expect([more, await open(view(more))]).toEqual([more, "nothing"]);
    });

    test("the Secretariat knows which countries have a view to answer, and nobody else does", async () => {
      const asked = (actor: Actor) =>
        db.asActor(actor, async (tx) => (await tx.execute(sql`select * from app.views_to_answer()`)).rows.length);
      expect(await asked(seed.actor("secretariat"))).toBe(
        cells.filter(
          (one) =>
            one.kind === "guideline_statement" &&
            one.state === "filed" &&
            one.firstTo !== null &&
            one.openedAt === null,
        ).length,
      );
      for (const actor of [focal(), iom(), seed.actor("presidency"), { ...seed.actor("secretariat"), section }])
        expect(await asked(actor)).toBe(0);
    });
  });

  test("organisations answer commitments that they were sent and move those that they owe; to recommendations they reply nothing, also where they are addressed", async () => {
    const iom = seed.actor("observer");
    const addressed = (kind: MatterKind) =>
      cells.find(
        (one) =>
          one.kind === kind &&
          one.author === "RCM-TS" &&
          one.state === "filed" &&
          one.addressees.includes("IOM") &&
          one.firstTo === null,
      ) as Cell;
    const stamp = { at, by: iom.userId, byName: "x" };
    const asIom = {
      matterId: addressed("recommendation").id,
      participantCode: "IOM",
      language: "es" as const,
      text: "Sí",
      ...stamp,
    };
    expect(
      await says(iom, (tx) => tx.insert(schema.matterReply).values({ ...asIom, id: randomUUID(), said: "reply" })),
    ).toBe("not-permitted");
    expect(
      await says(iom, (tx) => tx.insert(schema.stance).values({ ...asIom, id: randomUUID(), said: "accepts" })),
    ).toBe("not-permitted");
    const owed = addressed("commitment");
    const answer = { ...asIom, said: "reply" as const };
    const reply = (matterId: string, as = iom, more: object = {}) =>
      says(as, (tx) => tx.insert(schema.matterReply).values({ ...answer, matterId, id: randomUUID(), ...more }));
    expect(await reply(owed.id)).toBe("done");
    // Not for another side, not by an account without one, and not to what another side was sent.
    expect(await reply(owed.id, iom, { participantCode: "MEX" })).toBe("not-permitted");
    expect(await reply(owed.id, { ...iom, organisation: null })).toBe("not-permitted");
    const elsewhere = cells.find(
      ({ kind, author, state, addressees, firstTo, visibility }) =>
        kind === "commitment" &&
        author === "RCM-TS" &&
        state === "filed" &&
        firstTo === null &&
        visibility === "network" &&
        !addressees.includes("IOM"),
    ) as Cell;
    expect(await reply(elsewhere.id)).toBe("not-permitted");
    expect(await update(iom, elsewhere, { revision: 3 })).toBe("nothing");
    // Of the matter itself whoever owes it raises the revision; whoever was only sent it does not.
    const owedBy = async (code: string) => {
      await owner.query("update app.commitment set responsible_code = $2 where matter_id = $1", [owed.id, code]);
    };
    const was = (await owner.query("select responsible_code from app.commitment where matter_id = $1", [owed.id]))
      .rows[0];
    await owedBy("IOM");
    expect(await update(iom, owed, { revision: 3 })).toBe("done");
    expect(await update(iom, owed, { subject: "Another", revision: 3 })).toBe("not-permitted");
    const moved = (code: string) =>
      says(iom, (tx) =>
        tx
          .update(schema.commitment)
          .set({ stage: "in_progress", stageAt: at, stageBy: iom.userId, stageByName: "x", stageNote: code })
          .where(eq(schema.commitment.matterId, owed.id))
          .returning(),
      );
    expect(await moved("a")).toBe("done");
    await owedBy("MEX");
    expect(await update(iom, owed, { revision: 3 })).toBe("not-permitted");
    expect(await moved("b")).not.toBe("done");
    await owedBy(was.responsible_code);
  });

  test("a matter is linked to what its kind may be about, as the domain says, and to no other matter; others say so of voices alone", async () => {
    const kinds = await owner.query(
      "select kind, app.links_of(kind) as links, app.is_linked_by_others(kind) as others from unnest($1::text[]) kind",
      [matterKinds],
    );
    expect(kinds.rows).toEqual(
      matterKinds.map((kind) => ({
        ...{ kind, links: linksOfKind[kind] ?? [], others: kindsLinkedByOthers.includes(kind) },
      })),
    );
    const secretary = seed.actor("secretariat");
    const link = (cell: Cell, kind: LinkKind, linkedByCode: string | null) =>
      says(secretary, (tx) =>
        tx.insert(schema.matterLink).values({
          ...{ id: randomUUID(), matterId: cell.id, kind, code: kind === "matter" ? randomUUID() : "TIP-PRV-04" },
          ...{ linkedByCode, addedAt: at, addedBy: secretary.userId },
        }),
      );
    for (const kind of matterKinds) {
      const [theirs, own] = [
        cells.find((one) => one.kind === kind && one.author === "MEX" && one.state === "filed" && one.firstTo === null),
        cells.find((one) => one.kind === kind && one.author === "RCM-TS" && one.state === "draft"),
      ];
      for (const linkKind of linkKinds) {
        const may = (linksOfKind[kind] ?? []).includes(linkKind);
        if (theirs !== undefined)
          expect([kind, linkKind, await link(theirs, linkKind, "RCM-TS")]).toEqual([
            ...[kind, linkKind, may && kindsLinkedByOthers.includes(kind) ? "done" : "not-permitted"],
          ]);
        if (own !== undefined && kind !== "narrative")
          expect([kind, linkKind, await link(own, linkKind, null)]).toEqual([
            ...[kind, linkKind, may ? "done" : "not-permitted"],
          ]);
      }
    }
  });

  test("whoever is addressed says how it takes a recommendation; of a contribution one takes note and no more", async () => {
    const take = (
      cell: Cell,
      said: Stance,
      actor: Actor,
      participantCode = actor.country ?? "RCM-TS",
      by = actor.userId,
    ) =>
      says(actor, (tx) =>
        tx.insert(schema.stance).values({
          ...{ id: randomUUID(), matterId: cell.id, participantCode, said, language: "es", text: "" },
          ...{ at, by, byName: "x" },
        }),
      );
    const to = (kind: MatterKind, addressees: string, more: Partial<Cell> = {}) =>
      cells.find(
        (one) =>
          one.kind === kind &&
          one.author === "IOM" &&
          one.addressees.join() === addressees &&
          one.firstTo === null &&
          Object.entries({ state: "filed", visibility: "members", ...more }).every(
            ([key, value]) => one[key as keyof Cell] === value,
          ),
      ) as Cell;
    for (const said of stances) expect(await take(to("recommendation", "CRI"), said, focal())).toBe("done");
    expect(await take(to("recommendation", ""), "accepts", focal())).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI"), "accepts", seed.actor("focal_point", "MEX"))).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI"), "accepts", focal(), "MEX")).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI"), "accepts", focal(), "CRI", randomUUID())).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI"), "accepts", seed.actor("approver", "CRI"))).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI"), "accepts", { ...focal(), section })).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI", { state: "withdrawn" }), "accepts", focal())).toBe("not-permitted");
    expect(await take(to("recommendation", "CRI", { state: "draft" }), "accepts", focal())).toBe("not-permitted");
    expect(await take(to("contribution", ""), "took_note", focal())).toBe("done");
    expect(await take(to("contribution", ""), "took_note", seed.actor("secretariat"))).toBe("done");
    expect(await take(to("contribution", "", { visibility: "secretariat" }), "took_note", focal())).toBe(
      "not-permitted",
    );
    for (const said of stances.filter((one) => one !== "took_note"))
      expect([said, await take(to("contribution", "CRI"), said, focal())]).toEqual([said, "not-permitted"]);
    expect(
      await take(
        find({ kind: "document", author: "MEX", state: "filed", visibility: "members" }),
        "took_note",
        focal(),
      ),
    ).toBe("not-permitted");
  });

  test("a State says of itself how far it is, and others beside it; no State judges another, and nobody changes what was said", async () => {
    const recommendation = cells.find(
      (one) =>
        one.kind === "recommendation" &&
        one.author === "IOM" &&
        one.state === "filed" &&
        one.addressees.join() === "CRI" &&
        one.visibility === "network" &&
        one.firstTo === null,
    ) as Cell;
    const say = (actor: Actor, byCode: string, ofCode: string, cell = recommendation) =>
      says(actor, (tx) =>
        tx.insert(schema.completion).values({
          ...{ id: randomUUID(), matterId: cell.id, ofCode, byCode, step: "limited", language: "es", text: "" },
          ...{ at, by: actor.userId, byName: "x" },
        }),
      );
    expect(await say(focal(), "CRI", "CRI")).toBe("done");
    expect(await say(seed.actor("observer"), "IOM", "CRI")).toBe("done");
    expect(await say(seed.actor("secretariat"), "RCM-TS", "CRI")).toBe("done");
    expect(await say(seed.actor("focal_point", "MEX"), "MEX", "CRI")).toBe("not-permitted");
    expect(await say(seed.actor("civil_society"), "RNCOM", "CRI")).toBe("not-permitted");
    expect(await say(focal(), "CRI", "MEX")).toBe("not-permitted");
    expect(await say(focal(), "IOM", "CRI")).toBe("not-permitted");
    expect(await say(seed.actor("approver", "CRI"), "CRI", "CRI")).toBe("not-permitted");
    const contribution = cells.find(({ kind, id }) => kind === "contribution" && id !== "") as Cell;
    expect(await say(seed.actor("secretariat"), "RCM-TS", "CRI", contribution)).toBe("not-permitted");
    for (const table of [schema.stance, schema.completion]) {
      expect(await says(focal(), (tx) => tx.update(table).set({ text: "x" }))).toBe("not-permitted");
      expect(await says(focal(), (tx) => tx.execute(sql`delete from ${table}`))).toBe("not-permitted");
    }
  });

  test("the Secretariat says what the matters of others are about; each takes off what it said itself", async () => {
    const secretary = seed.actor("secretariat");
    const iom = seed.actor("observer");
    const cell = cells.find(
      (one) =>
        one.kind === "contribution" &&
        one.author === "IOM" &&
        one.state === "filed" &&
        one.visibility === "members" &&
        one.firstTo === null,
    ) as Cell;
    const link =
      (actor: Actor, linkedByCode: string | null, to = cell) =>
      (tx: Tx) =>
        tx.insert(schema.matterLink).values({
          ...{
            id: randomUUID(),
            matterId: to.id,
            kind: "indicator",
            code: "TIP-PRV-04",
            linkedByCode,
            addedAt: at,
            addedBy: actor.userId,
          },
        });
    expect(await says(secretary, link(secretary, "RCM-TS"))).toBe("done");
    expect(await says(secretary, link(secretary, null))).toBe("not-permitted");
    expect(await says(iom, link(iom, null))).toBe("done");
    expect(await says(iom, link(iom, "RCM-TS"))).toBe("not-permitted");
    expect(await says(focal(), link(focal(), "CRI"))).toBe("not-permitted");
    const draftOfIom = cells.find(
      (one) => one.kind === "contribution" && one.author === "IOM" && one.state === "draft",
    ) as Cell;
    expect(await says(secretary, link(secretary, "RCM-TS", draftOfIom))).toBe("not-permitted");
    // What its author says is not the Secretariat's to take off.
    const takenOff = await says(secretary, (tx) =>
      tx
        .update(schema.matterLink)
        .set({ removedAt: at, removedBy: secretary.userId })
        .where(eq(schema.matterLink.matterId, cell.id))
        .returning({ id: schema.matterLink.id }),
    );
    expect(takenOff).toBe("nothing");
  });

  test("each supports what others propose, the Secretariat notes what a meeting said, and its own side says what became of it", async () => {
    const secretary = seed.actor("secretariat");
    const [meeting] = await db.asActor(secretary, (tx) => tx.select().from(schema.meeting));
    const proposed = (more: Partial<Cell> = {}) =>
      cells.find(
        (one) =>
          one.kind === "activity" &&
          one.addressees.length === 0 &&
          one.firstTo === null &&
          Object.entries({ author: "CRI", state: "filed", visibility: "network", ...more }).every(
            ([key, value]) => one[key as keyof Cell] === value,
          ),
      ) as Cell;
    const stamp = (actor: Actor, cell: Cell) => ({
      ...{ id: randomUUID(), matterId: cell.id, at, by: actor.userId, byName: "x" },
    });
    const support = (actor: Actor, participantCode: string, cell = proposed(), by = actor.userId) =>
      says(actor, (tx) =>
        tx.insert(schema.activitySupport).values({ ...stamp(actor, cell), by, participantCode, supports: true }),
      );
    const mexico = seed.actor("focal_point", "MEX");
    expect(await support(mexico, "MEX")).toBe("done");
    const decline = (actor: Actor, participantCode: string, cell: Cell) =>
      says(actor, (tx) =>
        tx.insert(schema.activityDecline).values({ ...stamp(actor, cell), participantCode, language: "es", text: "x" }),
      );
    // Whoever was asked declines for itself, and nobody else does.
    const asked = cells.find(
      ({ kind, author, state, addressees, firstTo }) =>
        kind === "activity" && author !== "MEX" && state === "filed" && firstTo === null && addressees.includes("MEX"),
    ) as Cell;
    expect(await decline(mexico, "MEX", asked)).toBe("done");
    expect(await decline(mexico, "IOM", asked)).toBe("not-permitted");
    expect(await decline(mexico, "MEX", proposed())).toBe("not-permitted");
    expect(await decline(seed.actor("approver", "MEX"), "MEX", asked)).toBe("not-permitted");
    expect(await support(seed.actor("observer"), "IOM")).toBe("done");
    expect(await support(secretary, "RCM-TS")).toBe("done");
    for (const [who, code, cell] of [
      [mexico, "CRI", proposed()],
      [mexico, "HND", proposed()],
      [focal(), "CRI", proposed()],
      [seed.actor("approver", "MEX"), "MEX", proposed()],
      [seed.actor("rcgm_delegate"), "RCGM", proposed()],
      [{ ...mexico, section }, "MEX", proposed()],
      [mexico, "MEX", proposed({ state: "withdrawn" })],
      [mexico, "MEX", proposed({ state: "draft" })],
      [mexico, "MEX", proposed({ visibility: "secretariat" })],
      [
        mexico,
        "MEX",
        { ...proposed(), ...find({ kind: "document", author: "CRI", state: "filed", visibility: "network" }) },
      ],
    ] as const)
      expect([code, nameOf(cell), await support(who, code, cell)]).toEqual([code, nameOf(cell), "not-permitted"]);
    expect(await support(mexico, "MEX", proposed(), randomUUID())).toBe("not-permitted");

    const endorse = (actor: Actor, cell = proposed()) =>
      says(actor, (tx) =>
        tx
          .insert(schema.activityEndorsement)
          .values({ ...stamp(actor, cell), said: "endorsed", meetingId: meeting?.id ?? "", point: "6a" }),
      );
    expect(await endorse(secretary)).toBe("done");
    for (const other of [focal(), mexico, seed.actor("observer"), seed.actor("presidency"), { ...secretary, section }])
      expect([other.role, await endorse(other)]).toEqual([other.role, "not-permitted"]);
    expect(await endorse(secretary, proposed({ state: "withdrawn" }))).toBe("not-permitted");

    const held = (actor: Actor, cell = proposed()) =>
      says(actor, async (tx) => {
        const row = { ...stamp(actor, cell), fromOn: "2026-03-01", place: "" };
        await tx.insert(schema.activityHeld).values(row);
        return tx.insert(schema.activityAttendance).values({
          ...{ heldId: row.id, matterId: cell.id, place: 1, institution: "police", persons: 12 },
        });
      });
    const evaluate = (actor: Actor, cell = proposed()) =>
      says(actor, async (tx) => {
        const row = { ...stamp(actor, cell), language: "es" as const, text: "Bien" };
        await tx.insert(schema.activityEvaluation).values(row);
        return tx.insert(schema.activityResult).values({
          ...{ evaluationId: row.id, matterId: cell.id, place: 1, indicatorCode: "TIP-PRV-04", year: 2026, text: "x" },
        });
      });
    for (const say of [held, evaluate]) {
      expect(await say(focal())).toBe("done");
      for (const other of [mexico, secretary, seed.actor("observer"), seed.actor("approver", "CRI")])
        expect([other.role, await say(other)]).toEqual([other.role, "not-permitted"]);
      expect(await say(focal(), proposed({ state: "draft" }))).toBe("not-permitted");
      expect(await say(focal(), proposed({ state: "withdrawn" }))).toBe("not-permitted");
    }
    // Nobody is counted afterwards, and nothing is found afterwards.
    const later = await says(focal(), (tx) =>
      tx.insert(schema.activityAttendance).values({
        ...{ heldId: proposed().id, matterId: proposed().id, place: 2, institution: "health", persons: 1 },
      }),
    );
    expect(later).toBe("not-permitted");
    const found = await says(focal(), (tx) =>
      tx.insert(schema.activityResult).values({
        ...{
          evaluationId: proposed().id,
          matterId: proposed().id,
          place: 2,
          indicatorCode: "x",
          year: 2026,
          text: "x",
        },
      }),
    );
    expect(found).toBe("not-permitted");
    for (const table of [
      schema.activitySupport,
      schema.activityDecline,
      schema.activityEndorsement,
      schema.activityHeld,
      schema.activityEvaluation,
    ])
      expect(await says(secretary, (tx) => tx.execute(sql`delete from ${table}`))).toBe("not-permitted");
  });

  const update = (actor: Actor, cell: Cell, set: Partial<typeof schema.matter.$inferInsert>) =>
    says(actor, (tx) =>
      tx.update(schema.matter).set(set).where(eq(schema.matter.id, cell.id)).returning({ id: schema.matter.id }),
    );
  const reword = { subject: "Otro", textRevision: 3, revision: 3 };

  test("a draft is changed by its own side, with its revisions", async () => {
    const cell = find({ author: "CRI", state: "draft", kind: "document", visibility: "members" });
    expect(await update(focal(), cell, reword)).toBe("done");
    expect(await update(focal(), cell, { visibility: "secretariat", revision: 3 })).toBe("done");
    expect(await update(focal(), cell, { subject: "Otro", revision: 3 })).toBe("not-permitted");
    expect(await update(focal(), cell, { textRevision: 3, revision: 3 })).toBe("not-permitted");
    expect(await update(focal(), cell, { ...reword, revision: 4 })).toBe("not-permitted");
    expect(await update(focal(), cell, { visibility: "public", revision: 3 })).toBe("done");
    expect(await update(focal(), cell, { visibility: "public", publicSince: at, revision: 3 })).not.toBe("done");
    for (const [role, country] of [
      ["focal_point", "MEX"],
      ["approver", "CRI"],
      ["secretariat", undefined],
      ["observer", undefined],
    ] as const)
      expect([role, await update(seed.actor(role, country), cell, reword)]).toEqual([role, "nothing"]);
    const fixed = { kind: "document", authorCode: "MEX", createdBy: randomUUID(), firstToCode: "CRI", openedAt: at };
    for (const [column, value] of Object.entries({ ...fixed, publicSource: "x" }))
      expect([column, await update(focal(), cell, { [column]: value, revision: 3 })]).toEqual([
        column,
        "not-permitted",
      ]);
  });

  test("what was filed says something else only as a new version, and is never a draft again", async () => {
    const cell = find({ author: "CRI", state: "filed", kind: "document", visibility: "members" });
    expect(await update(focal(), cell, reword)).toBe("not-permitted");
    expect(await update(focal(), cell, { ...reword, version: 3 })).toBe("done");
    expect(await update(focal(), cell, { ...reword, version: 4 })).toBe("not-permitted");
    expect(await update(focal(), cell, { ...reword, version: 1 })).toBe("not-permitted");
    expect(await update(focal(), cell, { state: "draft", version: 0, filedAt: null, revision: 3 })).toBe(
      "not-permitted",
    );
    const withdrawal = {
      state: "withdrawn" as const,
      withdrawnAt: at,
      withdrawnByName: "x",
      withdrawnReason: "mistake",
      revision: 3,
    };
    expect(await update(focal(), cell, { ...withdrawal, withdrawnBy: focal().userId })).toBe("done");
    expect(await update(focal(), cell, { ...withdrawal, withdrawnBy: randomUUID() })).toBe("not-permitted");
    const gone = find({ author: "CRI", state: "withdrawn", version: 1, kind: "document", visibility: "members" });
    expect(await update(focal(), gone, { ...reword, version: 2 })).toBe("nothing");
  });

  test("what others had on screen stays readable, and what was sent cannot be unsent", async () => {
    // In every cell somebody of Honduras has looked.
    const cell = find({ author: "CRI", state: "filed", kind: "document", visibility: "members" });
    expect(await update(focal(), cell, { visibility: "secretariat", revision: 3 })).toBe("not-permitted");
    expect(await update(focal(), cell, { visibility: "network", revision: 3 })).toBe("done");
    expect(await update(focal(), cell, { addressees: ["HND"], revision: 3 })).toBe("done");
    const sent = cells.find(
      (one) =>
        one.author === "CRI" &&
        one.state === "filed" &&
        one.addressees.includes("MEX") &&
        one.visibility === "members" &&
        one.firstTo === null,
    ) as Cell;
    expect(await update(focal(), sent, { addressees: ["IOM"], revision: 3 })).toBe("not-permitted");
    // Nobody has looked at what was filed a moment ago.
    const narrowed = await says(focal(), async (tx) => {
      const row = draft(focal());
      await tx.insert(schema.matter).values(row);
      const at2 = (set: object) => tx.update(schema.matter).set(set).where(eq(schema.matter.id, row.id)).returning();
      await at2({ state: "filed", version: 1, filedAt: at, revision: 2 });
      return at2({ visibility: "secretariat", revision: 3 });
    });
    expect(narrowed).toBe("done");
  });

  test("what is frozen is what the matter says", async () => {
    const freeze = (change: object) =>
      says(focal(), async (tx) => {
        const row = draft(focal());
        await tx.insert(schema.matter).values(row);
        await tx
          .update(schema.matter)
          .set({ state: "filed", version: 1, filedAt: at, revision: 2 })
          .where(eq(schema.matter.id, row.id));
        await tx.insert(schema.matterVersion).values({
          ...{ matterId: row.id, version: 1, language: row.language, subject: row.subject, body: row.body },
          ...{ textRevision: 1, at, by: focal().userId, byName: "x" },
          ...change,
        });
      });
    expect(await freeze({})).toBe("done");
    for (const change of [
      { subject: "Else" },
      { body: "Else" },
      { version: 2 },
      { textRevision: 2 },
      { by: randomUUID() },
    ])
      expect([change, await freeze(change)]).toEqual([change, "not-permitted"]);
  });

  test("whoever owes a commitment moves it, and changes nothing else", async () => {
    const cell = cells.find(
      ({ kind, author, state, addressees, firstTo }) =>
        kind === "commitment" &&
        author === "RCM-TS" &&
        state === "filed" &&
        addressees.includes("CRI") &&
        firstTo === null,
    ) as Cell;
    const progress = (actor: Actor, set: object) =>
      says(actor, (tx) =>
        tx.update(schema.commitment).set(set).where(eq(schema.commitment.matterId, cell.id)).returning(),
      );
    const moved = { stage: "done" as const, stageBy: focal().userId };
    expect(await progress(focal(), moved)).toBe("done");
    expect(await progress(focal(), { ...moved, stageBy: randomUUID() })).toBe("not-permitted");
    expect(await progress(focal(), { ...moved, dueOn: "2030-01-01" })).toBe("not-permitted");
    expect(await progress(focal(), { ...moved, responsibleCode: "MEX" })).toBe("not-permitted");
    expect(
      await progress(seed.actor("approver", "CRI"), { ...moved, stageBy: seed.actor("approver", "CRI").userId }),
    ).toBe("nothing");
    const mexico = seed.actor("focal_point", "MEX");
    expect(await progress(mexico, { stage: "done", stageBy: mexico.userId })).toBe("nothing");
    const secretary = seed.actor("secretariat");
    expect(await progress(secretary, { dueOn: "2030-01-01" })).toBe("done");
    expect(await update(focal(), cell, { revision: 3 })).toBe("done");
    expect(await update(focal(), cell, { ...reword, version: 3 })).toBe("not-permitted");
    expect(await update(focal(), cell, { visibility: "network", revision: 3 })).toBe("not-permitted");
  });

  test("an addressee who does not owe the commitment raises no revision of it", async () => {
    const cell = cells.find(
      ({ kind, author, state, addressees, firstTo }) =>
        kind === "commitment" &&
        author === "RCM-TS" &&
        state === "filed" &&
        addressees.includes("MEX") &&
        firstTo === null,
    ) as Cell;
    expect(await update(seed.actor("focal_point", "MEX"), cell, { revision: 3 })).toBe("not-permitted");
  });

  test("replies and looks are of the own side, to what is read; an own matter has none of its own", async () => {
    const actor = focal();
    const reply = (cell: Cell, more: Partial<typeof schema.matterReply.$inferInsert> = {}, as = actor) =>
      says(as, (tx) =>
        tx.insert(schema.matterReply).values({
          ...{ id: randomUUID(), matterId: cell.id, participantCode: "CRI", said: "reply", language: "es", text: "Sí" },
          ...{ at, by: as.userId, byName: as.displayName, ...more },
        }),
      );
    const theirs = find({ author: "MEX", state: "filed", kind: "contribution", visibility: "members" });
    expect(await reply(theirs)).toBe("done");
    expect(await reply(theirs, { participantCode: "MEX" })).toBe("not-permitted");
    expect(await reply(theirs, { by: randomUUID() })).toBe("not-permitted");
    expect(await reply(theirs, {}, seed.actor("approver", "CRI"))).toBe("not-permitted");
    for (const hidden of [
      find({ author: "MEX", state: "filed", kind: "contribution", visibility: "secretariat" }),
      find({ author: "MEX", state: "draft", kind: "contribution", visibility: "network" }),
    ])
      expect(await reply(hidden)).toBe("not-permitted");
    // To what is put to its side, and to contributions and recommendations of others: as the rule says, for every kind.
    const asked = cells.filter(
      (cell) =>
        cell.state === "filed" && cell.visibility === "members" && cell.firstTo === null && cell.author !== "CRI",
    );
    for (const cell of asked)
      expect([nameOf(cell), await reply(cell)]).toEqual([
        nameOf(cell),
        isPutTo("CRI", cell) ? "done" : "not-permitted",
      ]);
    const secretary = seed.actor("secretariat");
    expect(mayDo(secretary.role, "matter.reply")).toBe(false);
    expect(await reply(theirs, { participantCode: "RCM-TS" }, secretary)).toBe("not-permitted");
    const look = (cell: Cell, more: object = {}, as = actor) =>
      says(as, (tx) =>
        tx.insert(schema.matterSeen).values({
          ...{
            id: randomUUID(),
            matterId: cell.id,
            version: 2,
            participantCode: "CRI",
            at,
            by: as.userId,
            byName: "x",
          },
          ...more,
        }),
      );
    expect(await look(theirs)).toBe("done");
    expect(await look(theirs, { version: 3 })).toBe("not-permitted");
    expect(await look(theirs, { participantCode: "HND" })).toBe("not-permitted");
    expect(await look(find({ author: "CRI", state: "filed", kind: "document", visibility: "members" }))).toBe(
      "not-permitted",
    );
    // Delegates of the region look for no participant, and that they did counts as well.
    const delegate = seed.actor("rcgm_delegate");
    expect(await look(theirs, { participantCode: null }, delegate)).toBe("done");
    expect(await look(theirs, { participantCode: "RCGM" }, delegate)).toBe("not-permitted");
  });

  test("a translation is by the own side or the Secretariat, of words that are read, into another language", async () => {
    const translate = (actor: Actor, cell: Cell, more: object = {}) =>
      says(actor, (tx) =>
        tx.insert(schema.translation).values({
          ...{ id: randomUUID(), matterId: cell.id, textRevision: 2, language: "en", subject: "Matter", body: "" },
          ...{ madeBy: "human", participantCode: actor.country ?? "RCM-TS", at, by: actor.userId, byName: "x" },
          ...more,
        }),
      );
    const ours = find({ author: "CRI", state: "filed", kind: "document", visibility: "members" });
    const [actor, secretary] = [focal(), seed.actor("secretariat")];
    expect(await translate(actor, ours)).toBe("done");
    expect(await translate(secretary, ours)).toBe("done");
    expect(await translate(seed.actor("focal_point", "MEX"), ours)).toBe("not-permitted");
    expect(await translate(actor, ours, { textRevision: 3 })).toBe("not-permitted");
    expect(await translate(actor, ours, { language: "es" })).toBe("not-permitted");
    expect(
      await translate(secretary, find({ author: "CRI", state: "draft", kind: "document", visibility: "network" })),
    ).toBe("not-permitted");
  });

  test("a file is announced for the own side, settled by whoever sent it, and held only by what is the own and not yet filed", async () => {
    const actor = focal();
    const announced = (as = actor, more: Partial<typeof schema.file.$inferInsert> = {}) => ({
      ...{
        id: randomUUID(),
        storeKey: randomUUID(),
        name: "a.pdf",
        fileType: "pdf" as const,
        bytes: 1,
        state: "announced" as const,
      },
      ...{
        participantCode: as.country ?? "RCM-TS",
        uploadedAt: at,
        uploadedBy: as.userId,
        uploadedByName: "x",
        ...more,
      },
    });
    const announce = (more: object, as = actor) => says(as, (tx) => tx.insert(schema.file).values(announced(as, more)));
    expect(await announce({})).toBe("done");
    expect(await announce({ participantCode: "MEX" })).toBe("not-permitted");
    expect(await announce({ state: "stored", sha256: "0", checkedBy: "x" })).toBe("not-permitted");
    expect(await announce({}, seed.actor("approver", "CRI"))).toBe("not-permitted");
    expect(await announce({ participantCode: "IOM" }, seed.actor("observer"))).toBe("done");
    expect(await announce({ participantCode: "PER" }, seed.actor("observer"))).toBe("not-permitted");
    expect(await announce({ participantCode: "IOM" }, { ...seed.actor("observer"), organisation: null })).toBe(
      "not-permitted",
    );
    const sent = announced();
    await db.asActor(actor, (tx) => tx.insert(schema.file).values(sent));
    const settle = (as: Actor) =>
      says(as, (tx) =>
        tx
          .update(schema.file)
          .set({ state: "stored", sha256: "0", checkedBy: "x" })
          .where(eq(schema.file.id, sent.id))
          .returning(),
      );
    expect(await settle(seed.actor("alternate", "CRI"))).toBe("nothing");
    expect(await settle(actor)).toBe("done");

    const hold = (target: (tx: Tx) => Promise<Partial<typeof schema.fileUse.$inferInsert>>, fileOf = announced) =>
      says(actor, async (tx) => {
        const row = fileOf();
        await tx.insert(schema.file).values(row);
        await tx
          .update(schema.file)
          .set({ state: "stored", sha256: "0", checkedBy: "x" })
          .where(eq(schema.file.id, row.id));
        const use = { id: randomUUID(), fileId: row.id, place: 1, addedAt: at, addedBy: actor.userId };
        await tx.insert(schema.fileUse).values({ ...use, ...(await target(tx)) });
      });
    const prepared = find({ author: "CRI", state: "draft", kind: "document", visibility: "members" });
    const filed = find({ author: "CRI", state: "filed", kind: "document", visibility: "members" });
    expect(await hold(async () => ({ matterId: prepared.id, version: 1 }))).toBe("done");
    expect(await hold(async () => ({ matterId: prepared.id, version: 2 }))).toBe("not-permitted");
    expect(await hold(async () => ({ matterId: filed.id, version: 2 }))).toBe("not-permitted");
    expect(
      await hold(async () => ({
        matterId: find({ author: "MEX", state: "filed", kind: "document", visibility: "members" }).id,
        version: 3,
      })),
    ).toBe("not-permitted");
    // The next version, while it is made.
    const next = async (tx: Tx) => {
      await tx
        .update(schema.matter)
        .set({ ...reword, version: 3 })
        .where(eq(schema.matter.id, filed.id));
      return { matterId: filed.id, version: 3 };
    };
    expect(await hold(next)).toBe("done");
    // A file that has not arrived, and one of somebody else's.
    const waiting = await says(actor, async (tx) => {
      const row = announced();
      await tx.insert(schema.file).values(row);
      const use = { id: randomUUID(), fileId: row.id, place: 1, addedAt: at, addedBy: actor.userId };
      await tx.insert(schema.fileUse).values({ ...use, matterId: prepared.id, version: 1 });
    });
    expect(waiting).toBe("not-permitted");
    const foreign = find({ author: "MEX", state: "filed", kind: "contribution", visibility: "members" });
    const borrowed = await says(actor, (tx) =>
      tx.insert(schema.fileUse).values({
        ...{ id: randomUUID(), fileId: foreign.fileId, place: 1, addedAt: at, addedBy: actor.userId },
        ...{ matterId: prepared.id, version: 1 },
      }),
    );
    expect(borrowed).toBe("not-permitted");
    // A reply holds what it was sent with, and nothing later.
    const reply = {
      id: randomUUID(),
      matterId: foreign.id,
      participantCode: "CRI",
      said: "reply",
      language: "es",
    } as const;
    const replied = async (tx: Tx) => {
      await tx
        .insert(schema.matterReply)
        .values({ ...reply, text: "Sí", at, by: actor.userId, byName: actor.displayName });
      return { replyId: reply.id };
    };
    expect(await hold(replied)).toBe("done");
    const [old] = await db.asActor(seed.actor("secretariat"), (tx) =>
      tx.select().from(schema.matterReply).where(eq(schema.matterReply.matterId, foreign.id)),
    );
    expect(await hold(async () => ({ replyId: old?.id ?? "" }))).toBe("not-permitted");
  });

  test("a report goes one way: its working copy is changed until it is final, and what was sent stays", async () => {
    const [secretary, mexico] = [seed.actor("secretariat"), seed.actor("focal_point", "MEX")];
    const stamp = { at, by: secretary.userId, byName: "x" };
    const id = randomUUID();
    const pointId = randomUUID();
    const change = (set: object) => (tx: Tx) =>
      tx.update(schema.matter).set(set).where(eq(schema.matter.id, id)).returning();
    const move =
      (stage: "circulated" | "final" | "considered" | "draft", more: object = {}) =>
      (tx: Tx) =>
        tx
          .update(schema.report)
          .set({ stage, ...more })
          .where(eq(schema.report.matterId, id))
          .returning();
    const word = (tx: Tx) =>
      tx
        .update(schema.reportPoint)
        .set({ words: { en: "b", es: "b" } })
        .where(eq(schema.reportPoint.id, pointId))
        .returning();
    const add = (actor: Actor) => (tx: Tx) =>
      tx.insert(schema.reportPoint).values({
        ...{ id: randomUUID(), matterId: id, place: 2, level: 1, words: { en: "a", es: "a" } },
        ...{ createdAt: at, createdBy: actor.userId },
      });
    const draw = (actor: Actor) => (tx: Tx) =>
      tx
        .insert(schema.reportFigures)
        .values({ matterId: id, choices: [], chosenAt: at, chosenBy: actor.userId })
        .onConflictDoUpdate({ target: schema.reportFigures.matterId, set: { choices: [], chosenBy: actor.userId } })
        .returning();
    const version =
      (of: number, more: Partial<typeof schema.reportVersion.$inferInsert> = {}) =>
      (tx: Tx) =>
        tx.insert(schema.reportVersion).values({
          ...{ matterId: id, version: of, stage: "circulated", visibility: "members", content: reportOf("x") },
          ...{ ...stamp, ...more },
        });
    const comment =
      (actor: Actor, more: Partial<typeof schema.reportComment.$inferInsert> = {}) =>
      (tx: Tx) =>
        tx.insert(schema.reportComment).values({
          ...{ id: randomUUID(), matterId: id, version: 1, participantCode: actor.country ?? "RCM-TS", language: "es" },
          ...{ text: "Sí", at, by: actor.userId, byName: "x", ...more },
        });

    await db.asActor(secretary, async (tx) => {
      await tx.insert(schema.matter).values(draft(secretary, { id, kind: "report" }));
      await tx.insert(schema.report).values({ matterId: id, stage: "draft", withSubmissions: false });
      await tx.insert(schema.reportPoint).values({
        ...{ id: pointId, matterId: id, place: 1, level: 1, words: { en: "a", es: "a" } },
        ...{ createdAt: at, createdBy: secretary.userId },
      });
    });
    const ofDocument = draft(secretary);
    expect(
      await says(secretary, async (tx) => {
        await tx.insert(schema.matter).values(ofDocument);
        await tx.insert(schema.report).values({ matterId: ofDocument.id, stage: "draft", withSubmissions: false });
      }),
    ).toBe("not-permitted");
    expect(await says(secretary, word)).toBe("done");
    expect(await says(secretary, move("final"))).toBe("not-permitted");
    expect(await says(secretary, version(1))).toBe("not-permitted");
    expect(await says(mexico, add(mexico))).toBe("not-permitted");
    expect(await says(mexico, draw(mexico))).toBe("not-permitted");
    expect(await says(secretary, draw(secretary))).toBe("done");
    expect(await says(secretary, draw(mexico))).toBe("not-permitted");
    expect(await says(mexico, comment(mexico))).toBe("not-permitted");

    await db.asActor(secretary, async (tx) => {
      await change({ state: "filed", version: 1, filedAt: at, revision: 2 })(tx);
      await move("circulated")(tx);
      await version(1)(tx);
    });
    expect(await says(secretary, version(2))).toBe("not-permitted");
    expect(await says(secretary, version(1, { visibility: "network" }))).toBe("not-permitted");
    expect(await says(secretary, word)).toBe("done");
    expect(await says(secretary, move("draft"))).toBe("not-permitted");
    expect(
      await says(secretary, move("considered", { consideredOn: "2026-04-11", response: "x", responseLanguage: "es" })),
    ).toBe("not-permitted");
    // What members say is theirs, of what was sent.
    expect(await says(mexico, comment(mexico))).toBe("done");
    expect(await says(mexico, comment(mexico, { participantCode: "CRI" }))).toBe("not-permitted");
    expect(await says(mexico, comment(mexico, { by: randomUUID() }))).toBe("not-permitted");
    expect(await says(mexico, comment(mexico, { version: 2 }))).toBe("not-permitted");
    for (const silent of [
      ...[seed.actor("approver", "MEX"), seed.actor("observer"), seed.actor("rcgm_delegate"), secretary],
    ])
      expect(await says(silent, comment(silent))).toBe("not-permitted");
    expect(await says(mexico, word)).toBe("nothing");
    expect(await says(mexico, move("final"))).toBe("nothing");

    // Nor of a version that another has replaced.
    await db.asActor(secretary, async (tx) => {
      await change({ version: 2, revision: 3 })(tx);
      await version(2)(tx);
    });
    expect(await says(mexico, comment(mexico))).toBe("not-permitted");
    expect(await says(mexico, comment(mexico, { version: 2 }))).toBe("done");

    await db.asActor(secretary, async (tx) => {
      await change({ version: 3, visibility: "network", revision: 4 })(tx);
      await move("final")(tx);
      await version(3, { stage: "final", visibility: "network" })(tx);
    });
    expect(await says(secretary, word)).toBe("nothing");
    expect(await says(secretary, draw(secretary))).toBe("not-permitted");
    expect(await says(secretary, add(secretary))).toBe("not-permitted");
    expect(await says(mexico, comment(mexico, { version: 3 }))).toBe("not-permitted");
    expect(
      await says(secretary, (tx) =>
        tx.update(schema.report).set({ withSubmissions: true }).where(eq(schema.report.matterId, id)).returning(),
      ),
    ).toBe("not-permitted");
    // Observers read what is final, and not what went to members before it.
    const seen = (actor: Actor) =>
      db.asActor(actor, (tx) =>
        tx
          .select({ version: schema.reportVersion.version })
          .from(schema.reportVersion)
          .where(eq(schema.reportVersion.matterId, id)),
      );
    expect(await seen(seed.actor("observer"))).toEqual([{ version: 3 }]);
    expect((await seen(mexico)).map((one) => one.version).sort()).toEqual([1, 2, 3]);
    expect(await says(secretary, (tx) => tx.update(schema.reportVersion).set({ byName: "y" }).returning())).toBe(
      "not-permitted",
    );
    const considered = { consideredOn: "2026-04-11", response: "x", responseLanguage: "es" as const };
    expect(await says(secretary, move("considered", considered))).toBe("done");
  });

  test("meetings and terms are entered by the Secretariat; what was held was held", async () => {
    const [secretary, others] = [
      seed.actor("secretariat"),
      [focal(), seed.actor("rcgm_delegate"), seed.actor("observer")],
    ];
    const meeting = (actor: Actor) => ({
      ...{
        id: randomUUID(),
        bodyCode: "LON" as const,
        heldOn: "2026-12-16",
        place: "San José",
        state: "planned" as const,
      },
      ...{ revision: 1, createdAt: at, createdBy: actor.userId, createdByName: "x" },
    });
    const term = (actor: Actor) => ({
      ...{
        id: randomUUID(),
        bodyCode: "LON" as const,
        participantCode: "IOM",
        role: "observer" as const,
        fromOn: "2013-01-01",
      },
      ...{ source: "test", createdAt: at, createdBy: actor.userId, createdByName: "x" },
    });
    expect(await says(secretary, (tx) => tx.insert(schema.meeting).values(meeting(secretary)))).toBe("done");
    expect(await says(secretary, (tx) => tx.insert(schema.bodyTerm).values(term(secretary)))).toBe("done");
    for (const actor of others) {
      expect(await says(actor, (tx) => tx.insert(schema.meeting).values(meeting(actor)))).toBe("not-permitted");
      expect(await says(actor, (tx) => tx.insert(schema.bodyTerm).values(term(actor)))).toBe("not-permitted");
      expect(await says(actor, (tx) => tx.update(schema.meeting).set({ revision: 2, place: "x" }).returning())).toBe(
        "nothing",
      );
    }
    const change = (set: object) => says(secretary, (tx) => tx.update(schema.meeting).set(set).returning());
    expect(await change({ place: "Tegucigalpa", revision: 2 })).toBe("done");
    expect(await change({ place: "Tegucigalpa" })).toBe("not-permitted");
    expect(await change({ state: "planned", revision: 2 })).toBe("not-permitted");
    expect(await change({ bodyCode: "RCGM", revision: 2 })).toBe("not-permitted");
  });
});

describe("accounts outside the members", () => {
  const open = (more: Partial<typeof schema.appUser.$inferInsert>) =>
    says(seed.actor("secretariat"), (tx) =>
      tx.insert(schema.appUser).values({
        ...{ id: randomUUID(), email: `${randomUUID()}@example.org`, displayName: "Somebody", role: "observer" },
        ...{ language: "es", createdAt: at, confirmedAt: at, ...more },
      }),
    );
  test("belong to an organisation or a country that observes, never to a member or the Secretariat", async () => {
    for (const organisationCode of ["IOM", "PER", "COALITION"])
      expect([organisationCode, await open({ organisationCode })]).toEqual([organisationCode, "done"]);
    for (const organisationCode of ["CRI", "RCM-TS", "RCGM", "LON"])
      expect([organisationCode, await open({ organisationCode })]).toEqual([organisationCode, "not-permitted"]);
    expect(await open({ organisationCode: "NOBODY" })).not.toBe("done");
    expect(await open({ role: "presidency", organisationCode: "IOM" })).not.toBe("done");
  });
});

describe("the programs", () => {
  const columnsOf = async (role: string, table: string) => {
    const client = testClient({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query(
      "select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and has_column_privilege($2, a.attrelid, a.attnum, 'select') order by 1",
      [`app.${table}`, role],
    );
    await client.end();
    return rows.map((row) => row.name as string);
  };
  test("the scheduler reads no words of a matter, a reply or a commitment, and the public's role nothing at all", async () => {
    const words = ["subject", "body", "text", "stage_note", "outcome", "search_en", "search_es", "name", "by_name"];
    for (const table of [...matterTables, ...networkTables]) {
      const name = getTableName(table);
      expect(
        (await columnsOf("app_worker", name)).filter((column) => words.includes(column)),
        name,
      ).toEqual([]);
      for (const role of ["app_public", "app_auth"])
        expect([role, name, await columnsOf(role, name)]).toEqual([role, name, []]);
      // Whoever makes the edition reads no person and no reason, whatever the row.
      const ofPeople = [
        "by",
        "by_name",
        "created_by",
        "created_by_name",
        "withdrawn_by_name",
        "withdrawn_reason",
        "added_by",
      ];
      expect(
        (await columnsOf("app_publisher", name)).filter((column) => ofPeople.includes(column)),
        name,
      ).toEqual([]);
    }
    for (const table of [
      schema.agendaItem,
      schema.commitment,
      schema.dispatch,
      schema.matterSeen,
      schema.matterAct,
      schema.report,
    ])
      expect(await columnsOf("app_publisher", getTableName(table))).toEqual([]);
    expect(await columnsOf("app_worker", "matter")).toContain("addressees");
  });
});

describe("the publisher, and so the public", () => {
  const ids = (rows: readonly { readonly matterId: string | null }[]) =>
    new Set(rows.flatMap(({ matterId }) => matterId ?? []));

  test("reads what is filed, open and shown to everybody, of each what belongs to it, and nothing else", async () => {
    const read = <T>(fn: (tx: Tx) => Promise<T>) => db.asPublisher(fn);
    const isAnswered = (cell: Cell) => isPublic(cell) && cell.author !== "MEX";
    const seen = await read((tx) => tx.select({ matterId: schema.matter.id }).from(schema.matter));
    expect(differences(ids(seen), isPublic)).toEqual([]);
    expect(cells.filter(isPublic).length).toBeGreaterThan(20);
    const { matterVersion, translation, matterLink, matterReply, stance, completion } = schema;
    for (const table of [matterVersion, matterLink, schema.contribution, schema.recommendation, schema.document])
      expect(
        differences(ids(await read((tx) => tx.select({ matterId: table.matterId }).from(table))), isPublic),
      ).toEqual([]);
    // Each has an answer; one that was taken back is told to nobody.
    for (const table of [matterReply, stance, completion]) {
      const rows = await read((tx) => tx.select({ matterId: table.matterId }).from(table));
      expect(differences(ids(rows), isAnswered)).toEqual([]);
      expect(rows).toHaveLength(ids(rows).size);
    }
    const words = await read((tx) =>
      tx.select({ matterId: translation.matterId, textRevision: translation.textRevision }).from(translation),
    );
    expect(differences(ids(words), isPublic)).toEqual([]);
    expect([...new Set(words.map(({ textRevision }) => textRevision))]).toEqual([2]);
    const uses = await read((tx) =>
      tx.select({ matterId: schema.fileUse.matterId, fileId: schema.fileUse.fileId }).from(schema.fileUse),
    );
    expect(differences(ids(uses), isPublic)).toEqual([]);
    expect(uses).toHaveLength(cells.filter(isPublic).length);
    const files = await read((tx) => tx.select({ id: schema.file.id }).from(schema.file));
    expect(new Set(files.map(({ id }) => id))).toEqual(new Set(uses.map(({ fileId }) => fileId)));
  });

  test("what everybody was shown is neither narrowed nor dated anew; it is withdrawn", async () => {
    const cell = cells.find((one) => isPublic(one) && one.author === "RCM-TS" && one.kind === "document") as Cell;
    const update = (set: Partial<typeof schema.matter.$inferInsert>) =>
      says(seed.actor("secretariat"), (tx) =>
        tx
          .update(schema.matter)
          .set({ ...set, revision: 3 })
          .where(eq(schema.matter.id, cell.id)),
      );
    expect(await update({ visibility: "network", publicSince: null })).toBe("not-permitted");
    expect(await update({ publicSince: later })).toBe("not-permitted");
    const stamp = {
      withdrawnAt: at,
      withdrawnBy: seed.actor("secretariat").userId,
      withdrawnByName: "x",
      withdrawnReason: "x",
    };
    expect(await update({ state: "withdrawn", ...stamp })).toBe("done");
  });
});
