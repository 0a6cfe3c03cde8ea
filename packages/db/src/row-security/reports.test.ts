import { randomUUID } from "node:crypto";
import type { Role } from "@avances/domain/access";
import { expect, test } from "vitest";
import { assigned, type countries, year } from "../../testing/two-countries.ts";
import { faultOf, withTwoCountries } from "../../testing/with-two-countries.ts";
import { writeSaved } from "../queries/answer-saving-queries.ts";
import { insertReceivedReportsAct } from "../queries/received-reports-queries.ts";
import { holdSubmission, insertSubmissionAct, updateStatus } from "../queries/submission-queries.ts";
import { freezeVersion } from "../queries/version-queries.ts";
import * as schema from "../schema/index.ts";

/** Who writes answers, signatures and versions, and moves a report: the database refuses whatever the rules of the domain refuse. */
const world = withTwoCountries();
const { asRole } = world;
const save = (
  role: Role,
  country: (typeof countries)[number],
  changes: Partial<{ submission: string; countryCode: string; code: string; by: string }>,
) => {
  const actor = world.seed.actor(role, country);
  return world.db.asActor(actor, async (tx) => {
    const submissionId = changes.submission ?? world.seed.submissionOf[country];
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
  expect(
    await faultOf(save("focal_point", "CRI", { countryCode: "MEX", submission: world.seed.submissionOf.MEX })),
  ).toBe("not-permitted");
  // Another country's submission under the name of the actor's own country: the foreign key covers both columns.
  await expect(save("focal_point", "CRI", { submission: world.seed.submissionOf.MEX })).rejects.toThrow(
    "not as their authors saw",
  );
  const focalPoint = world.seed.actor("focal_point", "CRI");
  const bareInsertion = world.db.asActor(focalPoint, (tx) =>
    tx.insert(schema.answer).values({
      submissionId: world.seed.submissionOf.MEX,
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
  expect(await faultOf(save("focal_point", "CRI", { by: world.seed.actor("alternate", "CRI").userId }))).toBe(
    "not-permitted",
  );
});

test("the secretariat never touches a working copy", async () => {
  const actor = world.seed.actor("secretariat");
  const changed = await world.db.asActor(actor, (tx) =>
    tx.update(schema.answer).set({ comment: "x", updatedBy: actor.userId }).returning(),
  );
  expect(changed).toEqual([]);
  const insertion = world.db.asActor(actor, (tx) =>
    tx.insert(schema.answer).values({
      submissionId: world.seed.submissionOf.CRI,
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
    world.db.asActor(world.seed.actor(role, country), (tx) => holdSubmission(tx, world.seed.submissionOf.CRI));
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
    world.db.asActor(world.seed.actor(role, country), async (tx) => {
      expect(await updateStatus(tx, world.seed.submissionOf.CRI, ["submitted"], { status: "accepted" })).toBeDefined();
      throw new Error("undo");
    });
  expect(await faultOf(accept("focal_point", "CRI"))).toBe("not-permitted");
  expect(await faultOf(accept("contributor", "CRI"))).toBe("not-permitted");
  expect(await faultOf(accept("approver", "CRI"))).toBe("not-permitted");
  await expect(accept("secretariat")).rejects.toThrow("undo");
});

test("a step on the way to a signature is asked for by those who report, and done by who signs: in their own name, for the next version, in a round that asks for it", async () => {
  const asksForSignature = (is: boolean) =>
    world.owner.query("update app.round set signature_required = $1, revision = revision + 1 where year = $2", [
      is,
      year,
    ]);
  const inWork = (status: string) =>
    world.owner.query("update app.submission set status = $1, revision = revision + 1 where id = $2", [
      status,
      world.seed.submissionOf.CRI,
    ]);
  const add = async (role: Role, step: "asked" | "signed" | "sent_back", more: object = {}) => {
    const actor = world.seed.actor(role, role === "secretariat" ? undefined : "CRI");
    const row = {
      id: randomUUID(),
      submissionId: world.seed.submissionOf.CRI,
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
      world.db.asActor(actor, async (tx) => {
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
    expect(await add("approver", "signed", { submissionId: world.seed.submissionOf.MEX, countryCode: "MEX" })).toBe(
      refused,
    );
    // Whoever last wrote an answer does not sign it, whatever role they have by then.
    const approver = world.seed.actor("approver", "CRI").userId;
    const wrote = (by: string) =>
      world.owner.query("update app.answer set updated_by = $1 where submission_id = $2 and indicator_code = $3", [
        by,
        world.seed.submissionOf.CRI,
        assigned,
      ]);
    await wrote(approver);
    expect(await add("approver", "signed")).toBe(refused);
    expect(await add("approver", "sent_back")).not.toBe(refused);
    await wrote(world.seed.actor("focal_point", "CRI").userId);
  } finally {
    await asksForSignature(false);
    await inWork("submitted");
  }
});

test("in a round that asks for a signature no version is made without that of another person", async () => {
  const focalPoint = world.seed.actor("focal_point", "CRI");
  const approver = world.seed.actor("approver", "CRI");
  const freeze = (signedBy: string | null) =>
    faultOf(
      world.db.asActor(focalPoint, async (tx) => {
        await freezeVersion(tx, {
          id: randomUUID(),
          submissionId: world.seed.submissionOf.CRI,
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
  await world.owner.query("update app.round set signature_required = true, revision = revision + 1 where year = $1", [
    year,
  ]);
  const id = randomUUID();
  await world.owner.query(
    "insert into app.signature_step (id, submission_id, country_code, version, step, at, actor_id, actor_name, answers) values ($1, $2, 'CRI', 2, 'signed', now(), $3, 'x', '{}')",
    [id, world.seed.submissionOf.CRI, approver.userId],
  );
  try {
    expect(await freeze(null)).toBe("not-permitted");
    expect(await freeze(focalPoint.userId)).toBe("not-permitted");
    expect(await freeze(approver.userId)).not.toBe("not-permitted");
  } finally {
    await world.owner.query(
      "update app.round set signature_required = false, revision = revision + 1 where year = $1",
      [year],
    );
    await world.owner.query("alter table app.signature_step disable trigger frozen");
    await world.owner.query("delete from app.signature_step where id = $1", [id]);
    await world.owner.query("alter table app.signature_step enable trigger frozen");
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
      world.owner.query(`begin; update app.submission set ${state}${revision} where country_code = 'CRI'; rollback`);
    for (const bad of ["", ", revision = revision + 2", ", revision = revision - 1"]) {
      expect([state, bad, await faultOf(write(bad))]).toEqual([state, bad, "23514"]);
      await world.owner.query("rollback");
    }
    await write(", revision = revision + 1");
  }
});

test("an act is kept in the name of who acts: a contributor's first answer, whatever else by those who report or review", async () => {
  const keep = (role: Role, act: "started" | "submitted" | "accepted", country?: (typeof countries)[number]) => {
    const actor = world.seed.actor(role, country);
    return world.db.asActor(actor, async (tx) => {
      const state = { status: "draft", version: 0, dueOn: "2026-04-30", returnDueOn: null } as const;
      await insertSubmissionAct(tx, {
        submissionId: world.seed.submissionOf.CRI,
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
    const actor = world.seed.actor(role, country);
    return world.db.asActor(actor, async (tx) => {
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
  for (const column of ["value", "state", "reason", "comment", "evidence", "cleared", "updated_at", "updated_by_name"])
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
    world.db.asActor(world.seed.actor("secretariat"), (tx) =>
      tx.update(schema.submission).set(column === "obligated" ? { obligated: false } : { countryCode: "GTM" }),
    );
  expect(await faultOf(change("obligated"))).toBe("not-permitted");
  expect(await faultOf(change("countryCode"))).toBe("not-permitted");
});
