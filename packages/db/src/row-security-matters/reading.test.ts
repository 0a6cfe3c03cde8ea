import { randomUUID } from "node:crypto";
import { type Actor, countryRoles, roles } from "@avances/domain/access";
import { canRead, choicesFor, matterKinds, participantOf, readsLevel, speaksFor } from "@avances/domain/network";
import { testClient } from "@avances/testing";
import { eq, getTableName, ne, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { at, type Cell, cells, differences, isPublic, later, nameOf, standings } from "../../testing/matter-cells.ts";
import { matterTables, networkTables } from "../../testing/matters.ts";
import { regionalRoles } from "../../testing/two-countries.ts";
import { withMatters } from "../../testing/with-matters.ts";
import type { Tx } from "../connect.ts";
import * as schema from "../schema/index.ts";

/** Who reads what is put before the Network: the rule of the domain and the database say the same of every cell. */
const world = withMatters();
const { says, seenBy } = world;
const section = { id: randomUUID(), submissionId: randomUUID() };
/** Everybody who can ask: each role, each organisation, an observer of whom none is recorded, people without a side, and section links. */
const readers: readonly (readonly [string, () => Actor])[] = [
  ...countryRoles.map((role) => [`${role} of CRI`, () => world.seed.actor(role, "CRI")] as const),
  ...regionalRoles.map((role) => [role, () => world.seed.actor(role)] as const),
  ["observer of an unknown organisation", () => ({ ...world.seed.actor("observer"), organisation: null })],
  ["observer of a country that observes", () => ({ ...world.seed.actor("observer"), organisation: "PER" })],
  ...roles.map(
    (role) =>
      [
        `${role} by a section link`,
        () => ({ ...world.seed.actor(role, countryRoles.some((one) => one === role) ? "CRI" : undefined), section }),
      ] as const,
  ),
];

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
    const rows = await world.db.asActor(actor, (tx) => tx.select().from(schema.progressRequest));
    const isTold = (code: string) => actor.role === "secretariat" || speaksFor(actor, code);
    const told = actor.section === undefined ? ["CRI", "MEX"].filter(isTold) : [];
    expect([...new Set(rows.map(({ participantCode }) => participantCode))].sort()).toEqual(told);
  });

  test("reads bodies and meetings as one of the Network, or not at all", async () => {
    const actor = actorOf();
    const counts = await world.db.asActor(actor, async (tx) => {
      const found: number[] = [];
      for (const table of networkTables) found.push((await tx.select().from(table)).length);
      return found;
    });
    const isOutside = actor.section !== undefined || actor.role === "contributor";
    expect(counts).toEqual(isOutside ? networkTables.map(() => 0) : networkTables.map(() => 1));
  });
});

test("the scheduler knows of narratives that were filed, and of no draft", async () => {
  const seen = await world.db.asWorker(
    async (tx) => new Set((await tx.select().from(schema.narrative)).map((one) => one.matterId)),
  );
  const wrong = cells.filter(({ id, version }) => seen.has(id) !== version > 0);
  expect(wrong.map(nameOf)).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
});

test("the table covers what it says: some read, some do not, and each kind in each state is among both", () => {
  const levels = matterKinds.reduce((sum, kind) => sum + choicesFor(kind).length, 0);
  expect(cells).toHaveLength(levels * 4 * 4 * 3 * 4);
  const focal = world.seed.actor("focal_point", "CRI");
  for (const kind of matterKinds)
    for (const { state, version } of standings) {
      const some = cells.filter((cell) => cell.kind === kind && cell.state === state && cell.version === version);
      const read = some.filter((cell) => canRead(focal, cell)).length;
      expect([kind, state, read > 0, read < some.length]).toEqual([kind, state, true, true]);
    }
});

describe("the programs", () => {
  const columnsOf = async (role: string, table: string) => {
    const client = testClient({ connectionString: world.ownerUrl });
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
    const read = <T>(fn: (tx: Tx) => Promise<T>) => world.db.asPublisher(fn);
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
      says(world.seed.actor("secretariat"), (tx) =>
        tx
          .update(schema.matter)
          .set({ ...set, revision: 3 })
          .where(eq(schema.matter.id, cell.id)),
      );
    expect(await update({ visibility: "network", publicSince: null })).toBe("not-permitted");
    expect(await update({ publicSince: later })).toBe("not-permitted");
    const stamp = {
      withdrawnAt: at,
      withdrawnBy: world.seed.actor("secretariat").userId,
      withdrawnByName: "x",
      withdrawnReason: "x",
    };
    expect(await update({ state: "withdrawn", ...stamp })).toBe("done");
  });
});
