import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@avances/domain/access";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assigned, year } from "../../testing/two-countries.ts";
import { faultOf, withTwoCountries } from "../../testing/with-two-countries.ts";
import type { Tx } from "../connect.ts";
import { appendAuditEvent } from "../queries/audit-queries.ts";
import { insertAnswerLinks } from "../queries/exchange-queries.ts";
import { findHidingKey, insertForm, listFormScores, listReports, listVersionAnswers } from "../queries/form-queries.ts";
import { insertTicket } from "../queries/ticket-queries.ts";
import { freezeVersion } from "../queries/version-queries.ts";
import * as schema from "../schema/index.ts";

/** What nobody changes any more, what nobody reads, and what the public reads. */
const world = withTwoCountries();
type Reading = (tx: Tx) => Promise<unknown>;
const { asRole } = world;

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
        expect([statement, await faultOf(world.owner.query(statement))]).toEqual([statement, "not-permitted"]);
      }
    }
  });

  test("a version takes no answer after the transaction that made it", async () => {
    const late = world.db.asActor(world.seed.actor("focal_point", "CRI"), (tx) =>
      tx.insert(schema.versionAnswer).values({
        versionId: world.seed.versionOf.CRI,
        submissionId: world.seed.submissionOf.CRI,
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
      const actor = world.seed.actor(role, "CRI");
      const id = randomUUID();
      return world.db.asActor(actor, async (tx) => {
        await tx
          .update(schema.answer)
          .set({ cleared: true, updatedBy: actor.userId })
          .where(eq(schema.answer.indicatorCode, "TIP-PRO-02"));
        await freezeVersion(tx, {
          id,
          submissionId: world.seed.submissionOf.CRI,
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
    const actor = world.seed.actor("focal_point", "CRI");
    const record = (as: typeof actor) =>
      world.db.asActor(actor, (tx) =>
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
    expect(await faultOf(record(world.seed.actor("alternate", "CRI")))).toBe("not-permitted");
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
    const { userId } = world.seed.actor("focal_point", "MEX");
    const invitation = (kind: "invitation" | "password_reset") => ({
      id: randomUUID(),
      kind,
      userId,
      tokenHash: randomUUID(),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    });
    const secretariat = world.seed.actor("secretariat");
    await world.db.asActor(secretariat, (tx) => insertTicket(tx, invitation("invitation")));
    await world.db.asActor(secretariat, (tx) => insertTicket(tx, invitation("invitation")));
    const tickets = await world.db.authQuery((tx) =>
      tx.select().from(schema.ticket).where(eq(schema.ticket.userId, userId)),
    );
    expect(tickets.map((ticket) => ticket.voidedAt === null).sort()).toEqual([false, true]);
    expect(await faultOf(world.db.asActor(secretariat, (tx) => insertTicket(tx, invitation("password_reset"))))).toBe(
      "not-permitted",
    );
    expect(
      await faultOf(
        world.db.asActor(world.seed.actor("focal_point", "MEX"), (tx) => insertTicket(tx, invitation("invitation"))),
      ),
    ).toBe("not-permitted");
  });

  test("a section is changed by those who report, with its revision; its person writes what it asks for, and nobody else changes it", async () => {
    const { section, id } = (
      await world.owner.query(
        "select u.id, s.id as section from app.app_user u join app.section s on s.id = u.section_id where s.country_code = 'CRI'",
      )
    ).rows[0] as { id: string; section: string };
    const change = (actor: Actor, revision: number, assigned: readonly string[] = ["TIP-PRO-02", "TIP-LEG-01"]) =>
      faultOf(
        world.db.asActor(actor, async (tx) => {
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
    const focalPoint = world.seed.actor("focal_point", "CRI");
    const guest: Actor = {
      ...{ ...world.seed.actor("contributor", "CRI"), userId: id, assignedIndicators: ["TIP-PRO-02"] },
      section: { id: section, submissionId: world.seed.submissionOf.CRI },
    };
    expect(await change(guest, 2)).toBe("not-permitted");
    expect(await change(focalPoint, 1)).toBe("not-permitted");
    expect(await change(focalPoint, 3)).toBe("not-permitted");
    expect(await change(focalPoint, 2, ["TIP-LEG-02"])).toBe("not-permitted");
    for (const actor of [
      world.seed.actor("approver", "CRI"),
      world.seed.actor("focal_point", "MEX"),
      world.seed.actor("secretariat"),
    ])
      expect(await change(actor, 2)).toBe("Error: unseen");
    expect(await change(focalPoint, 2)).toBe("none");
    // That its person was told belongs to the change.
    for (const actor of [guest, focalPoint]) {
      const told = world.db.asActor(actor, (tx) =>
        tx.update(schema.section).set({ toldAt: new Date() }).where(eq(schema.section.id, section)),
      );
      expect(await faultOf(told)).toBe("not-permitted");
    }
  });

  test("the scheduler writes a link to a section that is open, and no other ticket", async () => {
    const guest = (
      await world.owner.query(
        "select u.id, s.id as section from app.app_user u join app.section s on s.id = u.section_id where s.country_code = 'MEX'",
      )
    ).rows[0] as { id: string; section: string };
    const link = (kind: "section_link" | "invitation", userId: string) =>
      faultOf(
        world.db.asWorker(async (tx) => {
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
    expect(await link("section_link", world.seed.actor("focal_point", "MEX").userId)).toBe("not-permitted");
    await world.owner.query("update app.section set removed_at = now() where id = $1", [guest.section]);
    expect(await link("section_link", guest.id)).toBe("not-permitted");
    await world.owner.query("update app.section set removed_at = null where id = $1", [guest.section]);
  });

  test("the link of a request is written to its recipient, with the request, by the scheduler or the secretariat", async () => {
    const [notice] = (
      await world.owner.query<{ id: string; user_id: string }>(
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
    const other = link(world.seed.actor("alternate", "CRI").userId);
    expect(await faultOf(world.db.asWorker(to))).toBe("Error: taken back");
    expect(await faultOf(world.db.asWorker(other))).toBe("not-permitted");
    expect(await faultOf(world.db.asActor(world.seed.actor("secretariat"), to))).toBe("Error: taken back");
    expect(await faultOf(world.db.asActor(world.seed.actor("secretariat"), other))).toBe("not-permitted");
    expect(await faultOf(world.db.asActor(world.seed.actor("focal_point", "CRI"), to))).toBe("not-permitted");
    await world.owner.query("update app.notice set state = 'sent' where id = $1", [notice?.id]);
    expect(await faultOf(world.db.asWorker(to))).toBe("not-permitted");
    await world.owner.query("update app.notice set state = 'queued' where id = $1", [notice?.id]);
  });

  test("the public role sees what is published and reference data, and changes nothing", async () => {
    const readable = await world.owner.query(
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
    expect(await world.db.asPublic((tx) => tx.select().from(schema.edition))).toEqual([]);
    const write = world.db.asPublic((tx) =>
      tx.insert(schema.hiddenCell).values({ countryCode: "CRI", year, cellId: "x" }),
    );
    expect(["25006", "unavailable", "not-permitted"]).toContain(await faultOf(write));
    expect(await faultOf(world.db.asPublic((tx) => tx.select().from(schema.answer)))).toBe("not-permitted");
  });

  test("the secret that orders hiding is read by the publisher alone, and stays what it is", async () => {
    const key = await world.db.asPublisher(findHidingKey);
    expect(key).toMatch(/^[0-9a-f-]{72}$/);
    expect(await world.db.asPublisher(findHidingKey)).toBe(key);
    const readers = {
      public: (fn: Reading) => world.db.asPublic(fn),
      actor: (fn: Reading) => world.db.asActor(world.seed.actor("secretariat"), fn),
      worker: (fn: Reading) => world.db.asWorker(fn),
      authentication: (fn: Reading) => world.db.authQuery(fn),
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
    const id = await world.db.asPublisher((tx) =>
      insertForm(tx, { ...place, digest: "scores", coverage: 100, index: JSON.stringify(index) }, []),
    );
    expect(await world.db.asPublic((tx) => listFormScores(tx, [id]))).toEqual([
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
      (await world.db.asPublisher((tx) => listReports(tx))).filter(({ versionId }) => versionId !== null);
    expect(await publicReports()).toEqual([]);
    expect(await world.db.asPublisher((tx) => tx.select().from(schema.versionAnswer))).toEqual([]);
    expect(await faultOf(world.db.asPublisher((tx) => tx.select().from(schema.answer)))).toBe("not-permitted");
    await world.owner.query(
      "update app.submission set published_version = 1, revision = revision + 1 where country_code = 'MEX'",
    );
    const published = await publicReports();
    expect(published.map(({ countryCode }) => countryCode)).toEqual(["MEX"]);
    const answers = await world.db.asPublisher((tx) =>
      listVersionAnswers(
        tx,
        published.flatMap(({ versionId }) => versionId ?? []),
      ),
    );
    expect(answers.map(({ countryCode }) => countryCode)).toEqual(["MEX", "MEX"]);
    await world.owner.query("update app.submission set published_version = null, revision = revision + 1");
  });
});
