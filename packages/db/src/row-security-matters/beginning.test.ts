import { randomUUID } from "node:crypto";
import type { Actor } from "@avances/domain/access";
import { matterKinds } from "@avances/domain/network";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { at, type Cell, cells } from "../../testing/matter-cells.ts";
import { withMatters } from "../../testing/with-matters.ts";
import * as schema from "../schema/index.ts";

/** Who begins a matter, who changes it and how, and who keeps meetings, terms and accounts. */
const world = withMatters();
const { says, focal, find, draft, insert, update, reword } = world;
const section = { id: randomUUID(), submissionId: randomUUID() };
test.each(["focal_point", "alternate", "liaison_officer", "secretariat"] as const)(
  "%s begins a matter of the own side",
  async (role) => {
    const actor = world.seed.actor(role, role === "secretariat" ? undefined : "CRI");
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
    expect([role, await insert(world.seed.actor(role, country), { authorCode })]).toEqual([role, "not-permitted"]);
});

const guests = [
  ["observer", "IOM"],
  ["civil_society", "RNCOM"],
  ["coalition", "COALITION"],
] as const;

test.each(guests)(
  "%s begins contributions, recommendations, proposals and statements of its organisation, and nothing else",
  async (role, authorCode) => {
    const actor = world.seed.actor(role);
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
    expect([kind, await insert(world.seed.actor("secretariat"), { kind })]).toEqual([
      ...[kind, isOfCountries ? "not-permitted" : "done"],
    ]);
  }
});

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
    expect([role, await update(world.seed.actor(role, country), cell, reword)]).toEqual([role, "nothing"]);
  const fixed = { kind: "document", authorCode: "MEX", createdBy: randomUUID(), firstToCode: "CRI", openedAt: at };
  for (const [column, value] of Object.entries({ ...fixed, publicSource: "x" }))
    expect([column, await update(focal(), cell, { [column]: value, revision: 3 })]).toEqual([column, "not-permitted"]);
});

test("what was filed says something else only as a new version, and is never a draft again", async () => {
  const cell = find({ author: "CRI", state: "filed", kind: "document", visibility: "members" });
  expect(await update(focal(), cell, reword)).toBe("not-permitted");
  expect(await update(focal(), cell, { ...reword, version: 3 })).toBe("done");
  expect(await update(focal(), cell, { ...reword, version: 4 })).toBe("not-permitted");
  expect(await update(focal(), cell, { ...reword, version: 1 })).toBe("not-permitted");
  expect(await update(focal(), cell, { state: "draft", version: 0, filedAt: null, revision: 3 })).toBe("not-permitted");
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

test("meetings and terms are entered by the Secretariat; what was held was held", async () => {
  const [secretary, others] = [
    world.seed.actor("secretariat"),
    [focal(), world.seed.actor("rcgm_delegate"), world.seed.actor("observer")],
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

describe("accounts outside the members", () => {
  const open = (more: Partial<typeof schema.appUser.$inferInsert>) =>
    says(world.seed.actor("secretariat"), (tx) =>
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
