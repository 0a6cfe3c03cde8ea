import { randomUUID } from "node:crypto";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  isPutTo,
  kindsLinkedByOthers,
  type LinkKind,
  linkKinds,
  linksOfKind,
  type MatterKind,
  matterKinds,
  type Stance,
  stances,
} from "@avances/domain/network";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { at, type Cell, cells, later, nameOf } from "../../testing/matter-cells.ts";
import { withMatters } from "../../testing/with-matters.ts";
import type { Tx } from "../connect.ts";
import * as schema from "../schema/index.ts";

/** Who answers what, says what a matter is about, how it is taken and how far a State is. */
const world = withMatters();
const { says, focal, find, draft, update } = world;
const section = { id: randomUUID(), submissionId: randomUUID() };
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
  const iom = () => world.seed.actor("observer");
  const first = { firstToCode: "CRI", addressees: ["CRI"] };
  const days = { replyDays: 14 };

  test("is said by that country, and as a view, which is for that country first, by IOM; by nobody else", async () => {
    expect(await state(focal(), "CRI")).toBe("done");
    expect(await state(world.seed.actor("liaison_officer", "CRI"), "CRI")).toBe("done");
    expect(await state(iom(), "CRI", first, days)).toBe("done");
    expect(await state(focal(), "MEX")).toBe("not-permitted");
    expect(await state(world.seed.actor("secretariat"), "CRI")).toBe("not-permitted");
    expect(await state(world.seed.actor("approver", "CRI"), "CRI")).toBe("not-permitted");
    for (const other of ["civil_society", "coalition"] as const)
      expect([other, await state(world.seed.actor(other), "CRI", first, days)]).toEqual([other, "not-permitted"]);
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
    expect(await reply(world.seed.actor("focal_point", "MEX"), view(), openedAt(view()))).toBe("not-permitted");
    expect(await reply(world.seed.actor("secretariat"), view(), openedAt(view()))).toBe("not-permitted");
    // What is open stays open since it was, and what Mexico answers opens nothing that is for Costa Rica first.
    const open = view({ openedAt: at });
    expect(await reply(focal(), open, openedAt(open))).toBe(at.toISOString());
    for (const actor of [iom(), focal(), world.seed.actor("secretariat")])
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
      world.db
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
      world.db.asActor(actor, async (tx) => (await tx.execute(sql`select * from app.views_to_answer()`)).rows.length);
    expect(await asked(world.seed.actor("secretariat"))).toBe(
      cells.filter(
        (one) =>
          one.kind === "guideline_statement" && one.state === "filed" && one.firstTo !== null && one.openedAt === null,
      ).length,
    );
    for (const actor of [
      focal(),
      iom(),
      world.seed.actor("presidency"),
      { ...world.seed.actor("secretariat"), section },
    ])
      expect(await asked(actor)).toBe(0);
  });
});

test("organisations answer commitments that they were sent and move those that they owe; to recommendations they reply nothing, also where they are addressed", async () => {
  const iom = world.seed.actor("observer");
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
    await world.owner.query("update app.commitment set responsible_code = $2 where matter_id = $1", [owed.id, code]);
  };
  const was = (await world.owner.query("select responsible_code from app.commitment where matter_id = $1", [owed.id]))
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
  const kinds = await world.owner.query(
    "select kind, app.links_of(kind) as links, app.is_linked_by_others(kind) as others from unnest($1::text[]) kind",
    [matterKinds],
  );
  expect(kinds.rows).toEqual(
    matterKinds.map((kind) => ({
      ...{ kind, links: linksOfKind[kind] ?? [], others: kindsLinkedByOthers.includes(kind) },
    })),
  );
  const secretary = world.seed.actor("secretariat");
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
  expect(await take(to("recommendation", "CRI"), "accepts", world.seed.actor("focal_point", "MEX"))).toBe(
    "not-permitted",
  );
  expect(await take(to("recommendation", "CRI"), "accepts", focal(), "MEX")).toBe("not-permitted");
  expect(await take(to("recommendation", "CRI"), "accepts", focal(), "CRI", randomUUID())).toBe("not-permitted");
  expect(await take(to("recommendation", "CRI"), "accepts", world.seed.actor("approver", "CRI"))).toBe("not-permitted");
  expect(await take(to("recommendation", "CRI"), "accepts", { ...focal(), section })).toBe("not-permitted");
  expect(await take(to("recommendation", "CRI", { state: "withdrawn" }), "accepts", focal())).toBe("not-permitted");
  expect(await take(to("recommendation", "CRI", { state: "draft" }), "accepts", focal())).toBe("not-permitted");
  expect(await take(to("contribution", ""), "took_note", focal())).toBe("done");
  expect(await take(to("contribution", ""), "took_note", world.seed.actor("secretariat"))).toBe("done");
  expect(await take(to("contribution", "", { visibility: "secretariat" }), "took_note", focal())).toBe("not-permitted");
  for (const said of stances.filter((one) => one !== "took_note"))
    expect([said, await take(to("contribution", "CRI"), said, focal())]).toEqual([said, "not-permitted"]);
  expect(
    await take(find({ kind: "document", author: "MEX", state: "filed", visibility: "members" }), "took_note", focal()),
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
  expect(await say(world.seed.actor("observer"), "IOM", "CRI")).toBe("done");
  expect(await say(world.seed.actor("secretariat"), "RCM-TS", "CRI")).toBe("done");
  expect(await say(world.seed.actor("focal_point", "MEX"), "MEX", "CRI")).toBe("not-permitted");
  expect(await say(world.seed.actor("civil_society"), "RNCOM", "CRI")).toBe("not-permitted");
  expect(await say(focal(), "CRI", "MEX")).toBe("not-permitted");
  expect(await say(focal(), "IOM", "CRI")).toBe("not-permitted");
  expect(await say(world.seed.actor("approver", "CRI"), "CRI", "CRI")).toBe("not-permitted");
  const contribution = cells.find(({ kind, id }) => kind === "contribution" && id !== "") as Cell;
  expect(await say(world.seed.actor("secretariat"), "RCM-TS", "CRI", contribution)).toBe("not-permitted");
  for (const table of [schema.stance, schema.completion]) {
    expect(await says(focal(), (tx) => tx.update(table).set({ text: "x" }))).toBe("not-permitted");
    expect(await says(focal(), (tx) => tx.execute(sql`delete from ${table}`))).toBe("not-permitted");
  }
});

test("the Secretariat says what the matters of others are about; each takes off what it said itself", async () => {
  const secretary = world.seed.actor("secretariat");
  const iom = world.seed.actor("observer");
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
  expect(await reply(theirs, {}, world.seed.actor("approver", "CRI"))).toBe("not-permitted");
  for (const hidden of [
    find({ author: "MEX", state: "filed", kind: "contribution", visibility: "secretariat" }),
    find({ author: "MEX", state: "draft", kind: "contribution", visibility: "network" }),
  ])
    expect(await reply(hidden)).toBe("not-permitted");
  // To what is put to its side, and to contributions and recommendations of others: as the rule says, for every kind.
  const asked = cells.filter(
    (cell) => cell.state === "filed" && cell.visibility === "members" && cell.firstTo === null && cell.author !== "CRI",
  );
  for (const cell of asked)
    expect([nameOf(cell), await reply(cell)]).toEqual([nameOf(cell), isPutTo("CRI", cell) ? "done" : "not-permitted"]);
  const secretary = world.seed.actor("secretariat");
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
  const delegate = world.seed.actor("rcgm_delegate");
  expect(await look(theirs, { participantCode: null }, delegate)).toBe("done");
  expect(await look(theirs, { participantCode: "RCGM" }, delegate)).toBe("not-permitted");
});
