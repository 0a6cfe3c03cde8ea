import { randomUUID } from "node:crypto";
import type { Actor } from "@avances/domain/access";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { at, type Cell, cells, nameOf } from "../../testing/matter-cells.ts";
import { reportOf } from "../../testing/matters.ts";
import { withMatters } from "../../testing/with-matters.ts";
import type { Tx } from "../connect.ts";
import * as schema from "../schema/index.ts";

/** Activities, commitments, translations, files and reports: who does what, and what stays. */
const world = withMatters();
const { says, focal, find, draft, update, reword } = world;
const section = { id: randomUUID(), submissionId: randomUUID() };
test("each supports what others propose, the Secretariat notes what a meeting said, and its own side says what became of it", async () => {
  const secretary = world.seed.actor("secretariat");
  const [meeting] = await world.db.asActor(secretary, (tx) => tx.select().from(schema.meeting));
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
  const mexico = world.seed.actor("focal_point", "MEX");
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
  expect(await decline(world.seed.actor("approver", "MEX"), "MEX", asked)).toBe("not-permitted");
  expect(await support(world.seed.actor("observer"), "IOM")).toBe("done");
  expect(await support(secretary, "RCM-TS")).toBe("done");
  for (const [who, code, cell] of [
    [mexico, "CRI", proposed()],
    [mexico, "HND", proposed()],
    [focal(), "CRI", proposed()],
    [world.seed.actor("approver", "MEX"), "MEX", proposed()],
    [world.seed.actor("rcgm_delegate"), "RCGM", proposed()],
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
  for (const other of [
    focal(),
    mexico,
    world.seed.actor("observer"),
    world.seed.actor("presidency"),
    { ...secretary, section },
  ])
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
    for (const other of [mexico, secretary, world.seed.actor("observer"), world.seed.actor("approver", "CRI")])
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
    await progress(world.seed.actor("approver", "CRI"), {
      ...moved,
      stageBy: world.seed.actor("approver", "CRI").userId,
    }),
  ).toBe("nothing");
  const mexico = world.seed.actor("focal_point", "MEX");
  expect(await progress(mexico, { stage: "done", stageBy: mexico.userId })).toBe("nothing");
  const secretary = world.seed.actor("secretariat");
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
  expect(await update(world.seed.actor("focal_point", "MEX"), cell, { revision: 3 })).toBe("not-permitted");
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
  const [actor, secretary] = [focal(), world.seed.actor("secretariat")];
  expect(await translate(actor, ours)).toBe("done");
  expect(await translate(secretary, ours)).toBe("done");
  expect(await translate(world.seed.actor("focal_point", "MEX"), ours)).toBe("not-permitted");
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
  expect(await announce({}, world.seed.actor("approver", "CRI"))).toBe("not-permitted");
  expect(await announce({ participantCode: "IOM" }, world.seed.actor("observer"))).toBe("done");
  expect(await announce({ participantCode: "PER" }, world.seed.actor("observer"))).toBe("not-permitted");
  expect(await announce({ participantCode: "IOM" }, { ...world.seed.actor("observer"), organisation: null })).toBe(
    "not-permitted",
  );
  const sent = announced();
  await world.db.asActor(actor, (tx) => tx.insert(schema.file).values(sent));
  const settle = (as: Actor) =>
    says(as, (tx) =>
      tx
        .update(schema.file)
        .set({ state: "stored", sha256: "0", checkedBy: "x" })
        .where(eq(schema.file.id, sent.id))
        .returning(),
    );
  expect(await settle(world.seed.actor("alternate", "CRI"))).toBe("nothing");
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
  const [old] = await world.db.asActor(world.seed.actor("secretariat"), (tx) =>
    tx.select().from(schema.matterReply).where(eq(schema.matterReply.matterId, foreign.id)),
  );
  expect(await hold(async () => ({ replyId: old?.id ?? "" }))).toBe("not-permitted");
});

test("a report goes one way: its working copy is changed until it is final, and what was sent stays", async () => {
  const [secretary, mexico] = [world.seed.actor("secretariat"), world.seed.actor("focal_point", "MEX")];
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

  await world.db.asActor(secretary, async (tx) => {
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

  await world.db.asActor(secretary, async (tx) => {
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
    ...[
      world.seed.actor("approver", "MEX"),
      world.seed.actor("observer"),
      world.seed.actor("rcgm_delegate"),
      secretary,
    ],
  ])
    expect(await says(silent, comment(silent))).toBe("not-permitted");
  expect(await says(mexico, word)).toBe("nothing");
  expect(await says(mexico, move("final"))).toBe("nothing");

  // Nor of a version that another has replaced.
  await world.db.asActor(secretary, async (tx) => {
    await change({ version: 2, revision: 3 })(tx);
    await version(2)(tx);
  });
  expect(await says(mexico, comment(mexico))).toBe("not-permitted");
  expect(await says(mexico, comment(mexico, { version: 2 }))).toBe("done");

  await world.db.asActor(secretary, async (tx) => {
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
    world.db.asActor(actor, (tx) =>
      tx
        .select({ version: schema.reportVersion.version })
        .from(schema.reportVersion)
        .where(eq(schema.reportVersion.matterId, id)),
    );
  expect(await seen(world.seed.actor("observer"))).toEqual([{ version: 3 }]);
  expect((await seen(mexico)).map((one) => one.version).sort()).toEqual([1, 2, 3]);
  expect(await says(secretary, (tx) => tx.update(schema.reportVersion).set({ byName: "y" }).returning())).toBe(
    "not-permitted",
  );
  const considered = { consideredOn: "2026-04-11", response: "x", responseLanguage: "es" as const };
  expect(await says(secretary, move("considered", considered))).toBe("done");
});
