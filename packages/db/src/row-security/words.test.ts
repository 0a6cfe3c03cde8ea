import { randomUUID } from "node:crypto";
import { type Actor, countryRoles, type Role } from "@avances/domain/access";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { assigned, type countries, year } from "../../testing/two-countries.ts";
import { faultOf, withTwoCountries } from "../../testing/with-two-countries.ts";
import { insertComments } from "../queries/comment-queries.ts";
import { takeLetterNumber } from "../queries/letter-queries.ts";
import { confirmNotApplicable } from "../queries/version-queries.ts";
import * as schema from "../schema/index.ts";

/** Who writes what is said about a report: words of reminders, letters, remarks, looks, talks; and who has which rights. */
const world = withTwoCountries();
const { asRole } = world;

test("the words of reminders are written by the secretariat, in its own name, and never changed", async () => {
  const secretary = world.seed.actor("secretariat");
  const row = (patch: Partial<typeof schema.noticeWording.$inferInsert> = {}) => ({
    ...{ id: randomUUID(), kind: "overdue_1" as const, language: "es" as const, version: 1 },
    ...{ subject: "x", opening: "", closing: "", createdAt: new Date() },
    ...{ createdBy: secretary.userId, createdByName: secretary.displayName },
    ...patch,
  });
  const write = (actor: Actor, patch?: Partial<typeof schema.noticeWording.$inferInsert>) =>
    faultOf(
      world.db.asActor(actor, async (tx) => {
        await tx.insert(schema.noticeWording).values(row(patch));
        throw new Error("undo");
      }),
    );
  expect(await write(secretary)).toBe("Error: undo");
  expect(await write(secretary, { createdBy: randomUUID() })).toBe("not-permitted");
  for (const role of countryRoles) {
    const actor = world.seed.actor(role, "CRI");
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
  const secretary = world.seed.actor("secretariat");
  const letter = (patch: Partial<typeof schema.letter.$inferInsert> = {}) => ({
    ...{ code: `AV-${year}-0003`, year, number: 3, roundYear: year, countryCode: "MEX" },
    ...{ kind: "resend_before" as const, language: "es" as const, datedOn: "2026-04-10", subject: "x" },
    ...{ addresseeName: "x", addresseeTitle: "", addresseeInstitution: "", paragraphs: [], createdAt: new Date() },
    ...{ createdBy: secretary.userId, createdByName: secretary.displayName },
    ...patch,
  });
  const write = (actor: Actor, patch?: Partial<typeof schema.letter.$inferInsert>, takes = 1) =>
    faultOf(
      world.db.asActor(actor, async (tx) => {
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
  for (const role of countryRoles) expect(await write(world.seed.actor(role, "MEX"))).toBe("not-permitted");
  expect(await faultOf(asRole("app_api", "update app.letter set subject = 'y'"))).toBe("not-permitted");
  for (const role of ["app_api", "app_worker"])
    expect(await faultOf(asRole(role, "delete from app.letter"))).toBe("not-permitted");
  for (const role of ["app_worker", "app_public", "app_publisher", "app_auth"])
    expect(await faultOf(asRole(role, "select subject from app.letter"))).toBe("not-permitted");
  const withdraw = (withdrawnBy: string) =>
    faultOf(
      world.db.asActor(secretary, async (tx) => {
        const by = { withdrawnAt: new Date(), withdrawnBy, withdrawnByName: "x", withdrawnReason: "x" };
        const rows = await tx.update(schema.letter).set(by).where(eq(schema.letter.number, 1)).returning();
        throw new Error(`${rows.length}`);
      }),
    );
  expect(await withdraw(secretary.userId)).toBe("Error: 1");
  expect(await withdraw(randomUUID())).toBe("not-permitted");
});

test("a remark has its author's name, and the secretariat's reach the country", async () => {
  const remark = (role: Role, audience: "country" | "shared", authorId: string, country?: (typeof countries)[number]) =>
    world.db.asActor(world.seed.actor(role, country), async (tx) => {
      await insertComments(tx, [
        {
          id: randomUUID(),
          submissionId: world.seed.submissionOf.CRI,
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
  const { userId: secretariat } = world.seed.actor("secretariat");
  const { userId: focalPoint } = world.seed.actor("focal_point", "CRI");
  await expect(remark("secretariat", "shared", secretariat)).rejects.toThrow("undo");
  await expect(remark("focal_point", "country", focalPoint, "CRI")).rejects.toThrow("undo");
  expect(await faultOf(remark("secretariat", "country", secretariat))).toBe("not-permitted");
  expect(await faultOf(remark("secretariat", "shared", focalPoint))).toBe("not-permitted");
  expect(await faultOf(remark("contributor", "shared", world.seed.actor("contributor", "CRI").userId, "CRI"))).toBe(
    "not-permitted",
  );
});

test("a remark on an assigned answer is a contributor's too, and only the secretariat asks", async () => {
  const remark = (role: Role, more: { indicatorCode?: string | null; isQuestion?: boolean }) =>
    world.db.asActor(world.seed.actor(role, role === "secretariat" ? undefined : "CRI"), async (tx) => {
      await tx.insert(schema.reviewComment).values({
        ...{ id: randomUUID(), submissionId: world.seed.submissionOf.CRI, countryCode: "CRI", audience: "shared" },
        ...{ version: 1, body: "x", authorName: "x", authorRole: role, createdAt: new Date() },
        authorId: world.seed.actor(role, role === "secretariat" ? undefined : "CRI").userId,
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
    world.db.asActor(world.seed.actor(author, author === "secretariat" ? undefined : "CRI"), async (tx) => {
      const [id, reader] = [randomUUID(), world.seed.actor(role, country)];
      const { userId } = world.seed.actor(author, author === "secretariat" ? undefined : "CRI");
      await tx.insert(schema.reviewComment).values({
        ...{
          id,
          submissionId: world.seed.submissionOf.CRI,
          countryCode: "CRI",
          audience: "shared",
          version: 1,
          body: "x",
        },
        ...{ authorId: userId, authorName: "x", authorRole: author, createdAt: new Date() },
      });
      await tx.execute(sql`select set_config('app.user_id', ${reader.userId}, true), set_config('app.role', ${role}, true),
        set_config('app.country', ${country ?? ""}, true), set_config('app.assigned', ${reader.assignedIndicators?.join(",") ?? ""}, true)`);
      await tx.insert(schema.remarkSeen).values({
        ...{ commentId: id, submissionId: world.seed.submissionOf.CRI, countryCode: "CRI", seenAt: new Date() },
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
    look("secretariat", "focal_point", "CRI", world.seed.actor("alternate", "CRI").userId),
  ];
  expect(await Promise.all(foreign.map(faultOf))).toEqual(Array(5).fill("not-permitted"));

  const open = (role: Role, version: number) =>
    world.db.asActor(world.seed.actor(role, role === "secretariat" ? undefined : "CRI"), async (tx) => {
      await tx.insert(schema.reopenedAnswer).values({
        ...{ submissionId: world.seed.submissionOf.CRI, countryCode: "CRI", indicatorCode: "TIP-PRO-02", revision: 1 },
        ...{ version, at: new Date(), actorName: "x", reason: "x" },
        actorId: world.seed.actor(role, role === "secretariat" ? undefined : "CRI").userId,
      });
      throw new Error("undo");
    });
  // The report was never returned: nothing of it is locked.
  for (const role of ["focal_point", "contributor", "approver", "secretariat"] as const)
    expect([role, await faultOf(open(role, 1))]).toEqual([role, "not-permitted"]);
});

test("a talk is noted by the secretariat in its own name about a report that there is, an answer by who was asked; neither is ever changed", async () => {
  const secretariat = world.seed.actor("secretariat");
  const focalPoint = world.seed.actor("focal_point", "CRI");
  const { rows } = await world.owner.query<{ id: string }>("select id from app.notice where country_code = 'CRI'");
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
      world.db.asActor(actor, async (tx) => {
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
    world.seed.actor("alternate", "CRI"),
    world.seed.actor("approver", "CRI"),
    world.seed.actor("focal_point", "MEX"),
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
  await world.db.asActor(secretariat, (tx) => tx.insert(schema.exchange).values(talk(secretariat, { id })));
  const change = async (actor: Actor, patch: Partial<typeof schema.exchange.$inferInsert>) => {
    let rows = 0;
    const fault = await faultOf(
      world.db.asActor(actor, async (tx) => {
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
  await world.owner.query("delete from app.exchange where id = $1", [id]);
});

test("nobody gives themselves rights", async () => {
  const actor = world.seed.actor("contributor", "CRI");
  const promote = (patch: Partial<typeof schema.appUser.$inferInsert>) =>
    world.db.asActor(actor, (tx) =>
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
  const invite = world.db.asActor(world.seed.actor("focal_point", "CRI"), (tx) =>
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
    const actor = world.seed.actor(role, country);
    return world.db.asActor(actor, async (tx) => {
      const row = {
        submissionId: world.seed.submissionOf.CRI,
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
