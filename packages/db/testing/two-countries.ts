import { randomUUID } from "node:crypto";
import { type Actor, countryRoles, isCountryRole, type Role, roles, seesAssignedOnly } from "@avances/domain/access";
import { testClient } from "@avances/testing";
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "../src/schema/index.ts";
import { organisationOf, seedMeeting, seedPrivateMatters } from "./matters.ts";

export const year = 2026;
export const countries = ["CRI", "MEX"] as const;
export type TestCountry = (typeof countries)[number];
/** What the contributors may fill in; the other answered indicator is `TIP-PRO-02`. */
export const assigned = "TIP-PRO-01";
/** Roles whose people belong to no country in these tests. */
export const regionalRoles = roles.filter((role) => !isCountryRole(role));

export interface TwoCountries {
  readonly submissionOf: Readonly<Record<TestCountry, string>>;
  readonly versionOf: Readonly<Record<TestCountry, string>>;
  actor(role: Role, country?: TestCountry): Actor;
}

const at = new Date("2026-04-10T12:00:00.000Z");
const value = {
  type: "count",
  total: 12,
  breakdowns: { sex: { female: 7, male: 5 } },
  crossTabs: {},
} as const;

/** Two countries with the same content: one row of each kind, but two answers, two proposals (by the
 * contributor and by the person of a section link), and one remark for each audience. */
export async function seedTwoCountries(ownerUrl: string): Promise<TwoCountries> {
  const client = testClient({ connectionString: ownerUrl });
  await client.connect();
  const db = drizzle(client, { casing: "snake_case" });
  const actors = new Map<string, Actor>();
  const submissionOf = { CRI: randomUUID(), MEX: randomUUID() };
  const versionOf = { CRI: randomUUID(), MEX: randomUUID() };
  try {
    await db.transaction(async (tx) => {
      await tx.insert(schema.round).values({
        year,
        catalogueVersion: "2026.1",
        referenceStart: "2025-01-01",
        referenceEnd: "2025-12-31",
        opensOn: "2026-01-15",
        dueOn: "2026-04-30",
        obligatedGroup: "CA-MEX",
        openedAt: at,
      });
      const dates = { opensOn: "2026-01-15", dueOn: "2026-04-30" };
      await tx.insert(schema.reviewPromise).values({ at, actorId: randomUUID(), actorName: "Secretary", days: 10 });
      await tx.insert(schema.roundPreparation).values({
        ...{ year: 2031, document: { year: 2031 } as never, revision: 1, changedAt: at },
        ...{ changedBy: randomUUID(), changedByName: "Secretary" },
      });
      await tx
        .insert(schema.receivedReportsAct)
        .values({ at, actorId: randomUUID(), actorName: "Secretary", shown: false });
      await tx.insert(schema.noticeWording).values({
        ...{ id: randomUUID(), kind: "resend_before", language: "es", version: 1 },
        ...{ subject: "canary MEX", opening: "", closing: "" },
        ...{ createdAt: at, createdBy: randomUUID(), createdByName: "Secretary" },
      });
      await tx.insert(schema.roundAct).values({
        roundYear: year,
        revision: 1,
        act: "dates_corrected",
        at,
        actorId: randomUUID(),
        actorName: "secretariat",
        before: { ...dates, dueOn: "2026-04-20" },
        after: dates,
        reason: "The month was mistyped",
      });
      const people: [Role, TestCountry | null][] = [
        ...regionalRoles.map((role): [Role, null] => [role, null]),
        ...countries.flatMap((country) => countryRoles.map((role): [Role, TestCountry] => [role, country])),
      ];
      for (const [role, country] of people) {
        const userId = randomUUID();
        const displayName = `${role} ${country ?? ""}`.trim();
        const assignedIndicators = seesAssignedOnly(role) ? [assigned] : null;
        const organisation = organisationOf[role] ?? null;
        actors.set(keyOf(role, country), {
          userId,
          role,
          country,
          organisation,
          assignedIndicators,
          sessionId: randomUUID(),
          displayName,
        });
        await tx.insert(schema.appUser).values({
          id: userId,
          email: `${role}.${country ?? "region"}@example.org`,
          displayName,
          role,
          countryCode: country,
          organisationCode: organisation,
          assignedIndicators,
          language: "es",
          createdAt: at,
          confirmedAt: at,
        });
        await tx.insert(schema.credential).values({ userId, passwordHash: "canary-hash", changedAt: at });
        await tx.insert(schema.idempotency).values({
          userId,
          operation: "test",
          key: "12345678",
          bodyHash: "",
          status: 200,
          response: {},
          createdAt: at,
        });
        await tx.insert(schema.auditEvent).values({
          at,
          actorId: userId,
          actorRole: role,
          actorCountry: country,
          action: "test",
          objectType: "test",
          objectId: "test",
          countryCode: country,
          fields: [],
          detail: {},
        });
      }
      const meetingId = await seedMeeting(tx);
      for (const country of countries) {
        const submissionId = submissionOf[country];
        const focalPoint = actors.get(keyOf("focal_point", country)) as Actor;
        const common = { submissionId, countryCode: country };
        await tx.insert(schema.submission).values({
          id: submissionId,
          roundYear: year,
          countryCode: country,
          obligated: true,
          status: "submitted",
          dueOn: "2026-04-30",
          version: 1,
          answeredCount: 2,
        });
        await tx.insert(schema.accountRequest).values({
          id: randomUUID(),
          userId: focalPoint.userId,
          act: "end",
          requestedAt: at,
          requestedBy: randomUUID(),
          requestedByName: "Secretary",
        });
        const answers = [assigned, "TIP-PRO-02"].map((indicatorCode) => ({
          ...common,
          indicatorCode,
          state: "reported" as const,
          value,
          reason: "",
          comment: `canary ${country}`,
          evidence: [],
        }));
        const writer = { updatedAt: at, updatedBy: focalPoint.userId, updatedByName: focalPoint.displayName };
        await tx.insert(schema.answer).values(answers.map((answer) => ({ ...answer, ...writer, revision: 1 })));
        await tx.insert(schema.submissionAct).values({
          ...common,
          revision: 1,
          act: "submitted",
          at,
          actorId: focalPoint.userId,
          actorName: focalPoint.displayName,
          actorRole: focalPoint.role,
          before: { status: "draft", version: 0, dueOn: "2026-04-30", returnDueOn: null },
          after: { status: "submitted", version: 1, dueOn: "2026-04-30", returnDueOn: null },
          reason: "",
        });
        await tx.insert(schema.submissionVersion).values({
          ...common,
          id: versionOf[country],
          roundYear: year,
          version: 1,
          submittedAt: at,
          submittedBy: focalPoint.userId,
          submittedByName: focalPoint.displayName,
          contentHash: "hash",
          findings: [],
        });
        await tx
          .insert(schema.versionAnswer)
          .values(answers.map((answer) => ({ ...answer, versionId: versionOf[country] })));
        await tx.insert(schema.notApplicableConfirmation).values({
          ...common,
          version: 1,
          indicatorCode: "TIP-PRO-02",
          confirmedAt: at,
          confirmedBy: focalPoint.userId,
        });
        await tx.insert(schema.signatureStep).values({
          ...common,
          id: randomUUID(),
          version: 1,
          step: "sent_back",
          at,
          actorId: focalPoint.userId,
          actorName: focalPoint.displayName,
          answers: { [assigned]: 1 },
          reason: `canary ${country}`,
        });
        await tx.insert(schema.publicationConsent).values({
          ...common,
          version: 1,
          consentedAt: at,
          consentedBy: focalPoint.userId,
          consentedByName: focalPoint.displayName,
        });
        const remarks = { country: randomUUID(), shared: randomUUID() };
        await tx.insert(schema.reviewComment).values(
          (["country", "shared"] as const).map((audience) => ({
            ...common,
            id: remarks[audience],
            indicatorCode: "TIP-PRO-02",
            audience,
            version: 1,
            body: `canary ${country}`,
            authorId: focalPoint.userId,
            authorName: focalPoint.displayName,
            authorRole: focalPoint.role,
            createdAt: at,
          })),
        );
        await tx.insert(schema.threadClosing).values(
          (["country", "shared"] as const).map((audience) => ({
            ...common,
            id: randomUUID(),
            indicatorCode: "TIP-PRO-02",
            audience,
            at,
            actorId: focalPoint.userId,
            actorName: `canary ${country}`,
            actorRole: focalPoint.role,
          })),
        );
        await tx.insert(schema.remarkSeen).values({
          ...common,
          commentId: remarks.shared,
          seenAt: at,
          seenBy: focalPoint.userId,
          seenByName: `canary ${country}`,
        });
        await tx.insert(schema.reopenedAnswer).values({
          ...common,
          revision: 1,
          indicatorCode: "TIP-PRO-02",
          version: 1,
          at,
          actorId: focalPoint.userId,
          actorName: focalPoint.displayName,
          reason: `canary ${country}`,
        });
        const sectionId = randomUUID();
        await tx.insert(schema.section).values({
          ...common,
          id: sectionId,
          roundYear: year,
          indicators: ["TIP-PRO-02"],
          dueOn: "2026-04-15",
          note: `canary ${country}`,
          invitedAt: at,
          invitedBy: focalPoint.userId,
          invitedByName: focalPoint.displayName,
        });
        const guestId = randomUUID();
        await tx.insert(schema.appUser).values({
          id: guestId,
          email: `canary ${country} section@example.org`,
          displayName: `canary ${country} section`,
          role: "contributor",
          countryCode: country,
          assignedIndicators: ["TIP-PRO-02"],
          language: "es",
          createdAt: at,
          confirmedAt: at,
          sectionId,
        });
        const contributor = actors.get(keyOf("contributor", country)) as Actor;
        await tx.insert(schema.proposedAnswer).values(
          [
            { indicatorCode: assigned, proposedBy: contributor.userId },
            { indicatorCode: "TIP-PRO-02", proposedBy: guestId },
          ].map((proposal) => ({
            ...common,
            ...proposal,
            id: randomUUID(),
            proposedByName: `canary ${country}`,
            state: "reported" as const,
            value,
            reason: "",
            comment: `canary ${country}`,
            evidence: [],
            cleared: false,
            revision: 2,
            proposedAt: at,
            decision: "open" as const,
          })),
        );
        const noticeId = randomUUID();
        await tx.insert(schema.notice).values({
          id: noticeId,
          roundYear: year,
          countryCode: country,
          userId: focalPoint.userId,
          step: "before_30",
          anchorDate: "2026-04-30",
          batchId: "00000000-0000-0000-0000-000000000000",
          state: "queued",
          scheduledFor: at,
          createdAt: at,
        });
        const mailId = randomUUID();
        await tx.insert(schema.outgoingMail).values({
          id: mailId,
          noticeId,
          kind: "before_30",
          userId: focalPoint.userId,
          countryCode: country,
          toAddress: `focal_point.${country}@example.org`,
          language: "es",
          subject: "Recordatorio",
          bodyText: "",
          bodyHtml: "",
          messageId: `<${noticeId}@example.org>`,
          createdAt: at,
          state: "queued",
          nextAttemptAt: at,
        });
        await tx.insert(schema.mailReply).values({
          ...{ id: randomUUID(), mailId, kind: "bounced", receivedAt: at, status: "5.1.1", code: 550 },
          ...{ answer: `canary ${country}`, address: `focal_point.${country}@example.org`, refusesAddress: true },
          ...{ attempt: 0, fingerprint: `canary ${country}` },
        });
        // A message has either a notice or a reminder of a section; one row serves both here.
        await tx.insert(schema.sectionReminder).values({
          ...{ id: mailId, sectionId, countryCode: country, step: "section_before", dueOn: "2026-04-15" },
          ...{ scheduledFor: at, createdAt: at },
        });
        await tx.insert(schema.digest).values({
          ...{ id: mailId, kind: "digest_country", userId: focalPoint.userId, countryCode: country },
          ...{ roundYear: year, day: "2026-04-13", createdAt: at },
        });
        await tx.insert(schema.exchange).values({
          ...{
            id: randomUUID(),
            roundYear: year,
            countryCode: country,
            channel: "telephone",
            happenedOn: "2026-04-09",
          },
          ...{ withWhom: `canary ${country}`, isAsk: true, said: "by_date", promisedOn: "2026-04-20" },
          ...{ detail: `canary ${country}`, notedAt: at, notedBy: focalPoint.userId, notedByName: `canary ${country}` },
        });
        await tx.insert(schema.proposedStep).values({
          ...{ id: randomUUID(), roundYear: year, countryCode: country, step: "escalation_30" },
          ...{ anchorDate: "2026-04-30", proposedAt: at, decision: "declined", decidedAt: at, decidedBy: randomUUID() },
          ...{ decidedByName: "Secretary", reason: `canary ${country}` },
        });
        await tx.insert(schema.stepSetting).values({
          ...{ id: randomUUID(), step: "overdue_7", needsConfirmation: false, reason: "canary", changedAt: at },
          ...{ changedBy: randomUUID(), changedByName: "Secretary" },
        });
        await tx.insert(schema.groupChange).values({
          ...{ groupCode: "CA-MEX", countryCode: country, joins: true, fromDay: "2026-01-01" },
          ...{ reason: `canary ${country}`, at, actorId: randomUUID(), actorName: "Secretary" },
        });
        await tx.insert(schema.answerVerdict).values({
          ...{ submissionId, countryCode: country, indicatorCode: "TIP-PRO-01", version: 1, verdict: "question" },
          ...{ reason: "other", words: `canary ${country}`, revision: 1, at, byId: randomUUID(), byName: "Secretary" },
        });
        const place = countries.indexOf(country) + 1;
        if (place === 1) await tx.insert(schema.letterNumber).values({ year, last: countries.length });
        await tx.insert(schema.letter).values({
          ...{ code: `AV-${year}-000${place}`, year, number: place, roundYear: year, countryCode: country },
          ...{ kind: "resend_before", language: "es", datedOn: "2026-04-09", subject: `canary ${country}` },
          ...{ addresseeName: `canary ${country}`, addresseeTitle: "", addresseeInstitution: "", paragraphs: [] },
          ...{ createdAt: at, createdBy: randomUUID(), createdByName: "Secretary" },
        });
        await seedPrivateMatters(tx, { mark: `canary ${country}`, person: focalPoint, meetingId });
        await tx.insert(schema.hold).values({
          ...{ id: randomUUID(), roundYear: year, countryCode: country, lastDay: "2026-05-05" },
          ...{ reason: `canary ${country}`, createdAt: at, createdBy: randomUUID(), createdByName: "Secretary" },
        });
        await tx.insert(schema.scheduledReminder).values({
          ...{ id: randomUUID(), roundYear: year, countryCode: country, sendAt: at },
          ...{
            ownTexts: { en: `canary ${country}` },
            createdAt: at,
            createdBy: randomUUID(),
            createdByName: "Secretary",
          },
        });
        await tx.insert(schema.quietPeriod).values({
          ...{ id: randomUUID(), countryCode: country, kind: "quiet", firstDay: "2026-05-04", lastDay: "2026-05-05" },
          ...{ reason: `canary ${country}`, createdAt: at, createdBy: randomUUID(), createdByName: "Secretary" },
        });
        await tx.insert(schema.noticeBatch).values({
          id: randomUUID(),
          roundYear: year,
          countries: [country],
          createdAt: at,
          createdBy: focalPoint.userId,
          createdByName: "test",
        });
      }
    });
  } finally {
    await client.end();
  }
  return {
    submissionOf,
    versionOf,
    actor: (role, country) => actors.get(keyOf(role, country ?? null)) as Actor,
  };
}

function keyOf(role: Role, country: string | null): string {
  return `${role} ${country}`;
}
