import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Database, openDatabase } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { writeProposals } from "@avances/db/queries/proposal-queries";
import { decideProposedStep, listProposedSteps } from "@avances/db/queries/proposed-step-queries";
import { insertQuietPeriod, withdrawQuietPeriod } from "@avances/db/queries/quiet-queries";
import { insertRound } from "@avances/db/queries/round-queries";
import {
  changeSectionRow,
  findSectionOfPerson,
  insertSection,
  removeSectionRow,
  setHandedIn,
} from "@avances/db/queries/section-queries";
import { insertSubmissionAct, insertSubmissions, updateStatus } from "@avances/db/queries/submission-queries";
import { endUser, findUser, insertUser } from "@avances/db/queries/user-queries";
import { country, notice, outgoingMail, sectionReminder, submission, submissionVersion } from "@avances/db/schema";
import type { Actor, Role } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { QuietKind } from "@avances/domain/round";
import { actState, type SubmissionAct, type SubmissionStatus } from "@avances/domain/submission";
import { startMailSink } from "@avances/testing";
import { and, asc, eq } from "drizzle-orm";
import { type SchedulerConfig, schedulerByHand } from "../src/delivery/run-scheduler.ts";
import { newMail } from "../src/letters/new-mail.ts";

/** A database with a round, countries and people, for the tests of this package. It has only the rows that notices read. */
export interface TestRegion<C extends { now(): Date }> {
  readonly db: Database;
  readonly url: string;
  readonly clock: C;
  readonly secretary: Actor;
  readonly config: SchedulerConfig;
  openRound(round: { year: number; opensOn: string; dueOn: string; countries?: readonly string[] }): Promise<void>;
  addPerson(person: Partial<NewPerson> & Pick<NewPerson, "role">): Promise<string>;
  endPerson(id: string): Promise<void>;
  /** Somebody of another ministry is asked for a part of a report, by a focal point of the country; their link is not mailed. */
  askForSection(asked: NewSection): Promise<{ readonly id: string; readonly userId: string }>;
  /** The person of a section hands it in; null = it is open again. */
  handIn(section: { readonly id: string }, by: string, at: Date | null): Promise<void>;
  /** Another date for a section; no message is written. `isTold`: as if one had been. */
  moveSection(section: { readonly id: string }, by: string, dueOn: string, isTold?: boolean): Promise<void>;
  removeSection(section: { readonly id: string; readonly userId: string }, by: string): Promise<void>;
  /** The person of a section proposes an answer. */
  propose(section: { readonly id: string; readonly userId: string }, indicatorCode: string): Promise<void>;
  /** The reminders of sections in the ledger, in the order of writing. */
  sectionReminders(): Promise<readonly (typeof sectionReminder.$inferSelect)[]>;
  /** Queues a message that is not about a round. */
  queueMail(userId: string, subject: string): Promise<string>;
  /** Changes the state of a country's report, as the acts of the API would, and records the act. */
  change(
    year: number,
    countryCode: string,
    patch: Partial<typeof submission.$inferSelect>,
    act?: SubmissionAct,
  ): Promise<void>;
  /** Freezes a version without answers. */
  submitVersion(year: number, countryCode: string, userId: string, version: number): Promise<void>;
  /** The secretariat enters days of a country; returns how to withdraw them. */
  keepQuiet(countryCode: string, firstDay: string, lastDay: string, kind?: QuietKind): Promise<() => Promise<void>>;
  /** The secretariat confirms every step that is proposed in a round. */
  confirmProposed(year: number): Promise<void>;
  notices(): Promise<readonly (typeof notice.$inferSelect)[]>;
  mails(): Promise<readonly (typeof outgoingMail.$inferSelect)[]>;
  close(): Promise<void>;
}

interface NewSection {
  readonly year: number;
  readonly country: string;
  readonly dueOn: string;
  readonly invitedBy: string;
  readonly invitedByName?: string;
  readonly email?: string;
  readonly language?: Language;
  readonly indicators?: readonly string[];
}

interface NewPerson {
  role: Role;
  country: string | null;
  language: Language;
  email: string;
  displayName: string;
  confirmed: boolean;
}

const anyStatus: readonly SubmissionStatus[] = [
  "not_started",
  "draft",
  "submitted",
  "returned",
  "accepted",
  "published",
  "exempt",
];

export const testLog = { info: () => undefined, error: () => undefined };

/** Short times: a test waits milliseconds where the product waits minutes. */
export const quickTiming = {
  retryMs: [100, 100, 100, 100, 100, 100, 100],
  leaseMs: 60_000,
  pauseMs: 150,
  connectMs: 10_000,
  commandMs: 10_000,
  dataMs: 20_000,
  stopMs: 2_000,
};

/** A clock that starts at an instant and runs. */
export function runningClock(iso: string): { now(): Date } {
  const offset = Date.parse(iso) - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

/** Plans and sends once, to a mail server that takes everything. */
export async function sendAll(region: TestRegion<{ now(): Date }>): Promise<void> {
  const sink = await startMailSink();
  const live = { mailMode: "live", smtpUrl: sink.url, timing: quickTiming } as const;
  await schedulerByHand({ ...region, log: testLog, config: { ...region.config, ...live } })();
  await sink.close();
}

/** Waits until the condition holds; fails after `timeoutMs`. */
export async function until(condition: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`This did not become true in ${timeoutMs} ms`);
    await wait(50);
  }
}

export async function createTestRegion<C extends { now(): Date }>(
  database: { readonly url: string; drop(): Promise<void> },
  clock: C,
): Promise<TestRegion<C>> {
  const db = openDatabase({ url: database.url, poolSize: 12, onError: () => undefined });
  const secretary: Actor = {
    userId: randomUUID(),
    role: "secretariat",
    country: null,
    organisation: null,
    assignedIndicators: null,
    sessionId: randomUUID(),
    displayName: "Secretary",
  };
  const config: SchedulerConfig = {
    mailMode: "capture",
    mailFrom: "Avances <avances@secretariat.example>",
    publicUrl: "https://avances.example",
    ticketKey: "k".repeat(43),
  };
  const mails = () => db.asWorker((tx) => tx.select().from(outgoingMail).orderBy(asc(outgoingMail.createdAt)));

  const reporter = (userId: string, countryCode: string): Actor => ({
    ...secretary,
    ...{ userId, role: "focal_point", country: countryCode },
  });
  const countryOf = async (sectionId: string) =>
    (await db.authQuery((tx) => findSectionOfPerson(tx, sectionId)))?.countryCode ?? "";

  return {
    db,
    url: database.url,
    clock,
    secretary,
    config,
    openRound: ({ year, opensOn, dueOn, countries }) =>
      db.asActor(secretary, async (tx) => {
        await insertRound(tx, {
          year,
          catalogueVersion: "2026.1",
          referenceStart: `${year - 1}-01-01`,
          referenceEnd: `${year - 1}-12-31`,
          opensOn,
          dueOn,
          obligatedGroup: "CA-MEX",
          openedAt: clock.now(),
        });
        const codes = countries ?? (await tx.select({ code: country.alpha3 }).from(country)).map(({ code }) => code);
        await insertSubmissions(
          tx,
          codes.map((countryCode) => ({
            id: randomUUID(),
            roundYear: year,
            countryCode,
            obligated: !["CAN", "DOM", "USA"].includes(countryCode),
            status: "not_started" as const,
            dueOn,
          })),
        );
      }),
    addPerson: async (person) => {
      const id = randomUUID();
      const { role, country: countryCode = null, language = "en", confirmed = true } = person;
      await db.asActor(secretary, (tx) =>
        insertUser(tx, {
          id,
          email: person.email ?? `${role}.${countryCode ?? "all"}.${id.slice(0, 8)}@people.example`.toLowerCase(),
          displayName: person.displayName ?? `${role} ${countryCode ?? ""}`.trim(),
          role,
          countryCode,
          language,
          createdAt: clock.now(),
          confirmedAt: confirmed ? clock.now() : null,
        }),
      );
      return id;
    },
    endPerson: async (id) => {
      await db.asActor(secretary, (tx) => endUser(tx, id, clock.now()));
    },
    askForSection: async ({ year, country: countryCode, dueOn, invitedBy, ...more }) => {
      const [id, userId] = [randomUUID(), randomUUID()];
      const indicators = [...(more.indicators ?? ["TIP-JUS-01", "TIP-JUS-02"])];
      await db.asActor(reporter(invitedBy, countryCode), async (tx) => {
        const [row] = await tx
          .select()
          .from(submission)
          .where(and(eq(submission.roundYear, year), eq(submission.countryCode, countryCode)));
        await insertSection(tx, {
          ...{ id, submissionId: row?.id ?? "", countryCode, roundYear: year, indicators, dueOn, note: "A note" },
          ...{ invitedAt: clock.now(), invitedBy, invitedByName: more.invitedByName ?? "Ana Mora" },
        });
        await insertUser(tx, {
          ...{ id: userId, email: more.email ?? "rosa@fiscalia.example", displayName: "Rosa Vargas", sectionId: id },
          ...{ role: "contributor", countryCode, assignedIndicators: indicators, language: more.language ?? "es" },
          ...{ createdAt: clock.now(), confirmedAt: clock.now() },
        });
      });
      return { id, userId };
    },
    handIn: async ({ id }, by, at) => {
      await db.asActor(reporter(by, await countryOf(id)), (tx) => setHandedIn(tx, id, at));
    },
    moveSection: async ({ id }, by, dueOn, isTold = true) => {
      const found = await db.authQuery((tx) => findSectionOfPerson(tx, id));
      if (found === undefined) throw new Error("There is no such section");
      const { indicators, handedInAt } = found;
      const toldAt = isTold ? clock.now() : found.toldAt;
      const change = { dueOn, indicators, handedInAt, changedAt: clock.now(), changedByName: "Ana Mora", toldAt };
      await db.asActor(reporter(by, found.countryCode), (tx) => changeSectionRow(tx, found, change));
    },
    removeSection: async ({ id, userId }, by) => {
      await db.asActor(reporter(by, await countryOf(id)), async (tx) => {
        await removeSectionRow(tx, id, clock.now());
        await endUser(tx, userId, clock.now());
      });
    },
    propose: async ({ id, userId }, indicatorCode) => {
      const found = await db.authQuery((tx) => findSectionOfPerson(tx, id));
      if (found === undefined) throw new Error("There is no such section");
      const { submissionId, countryCode } = found;
      const actor: Actor = {
        ...{ ...secretary, userId, role: "contributor", country: countryCode },
        ...{ assignedIndicators: found.indicators, section: { id, submissionId } },
      };
      await db.asActor(actor, (tx) =>
        writeProposals(
          tx,
          { submissionId, countryCode, proposedBy: userId, proposedByName: "Rosa Vargas", proposedAt: clock.now() },
          [
            {
              ...{ id: randomUUID(), indicatorCode, state: "not_available", value: null, reason: "canary" },
              ...{ comment: "", evidence: [], cleared: false, revision: 1, decision: "open" },
            },
          ],
        ),
      );
    },
    sectionReminders: () =>
      db.asWorker((tx) => tx.select().from(sectionReminder).orderBy(asc(sectionReminder.createdAt))),
    queueMail: async (userId, subject) => {
      const id = randomUUID();
      await db.asActor(secretary, async (tx) => {
        const user = await findUser(tx, userId);
        if (user === undefined) throw new Error("Nobody has this id");
        const mail = { id, kind: "security" as const, user, subject, paragraphs: [subject], now: clock.now() };
        await insertMails(tx, [newMail({ ...mail, mailFrom: config.mailFrom, demonstration: false })]);
      });
      return id;
    },
    change: async (year, countryCode, patch, act = "extended") => {
      await db.asActor(secretary, async (tx) => {
        const [row] = await tx
          .select()
          .from(submission)
          .where(and(eq(submission.roundYear, year), eq(submission.countryCode, countryCode)));
        const changed = await updateStatus(tx, row?.id ?? "", anyStatus, patch);
        if (row === undefined || changed === undefined) throw new Error("There is no such submission");
        await insertSubmissionAct(tx, {
          submissionId: row.id,
          revision: changed.revision,
          countryCode,
          act,
          at: clock.now(),
          actorId: secretary.userId,
          actorName: secretary.displayName,
          actorRole: secretary.role,
          before: actState(row),
          after: actState(changed),
          reason: "",
        });
      });
    },
    submitVersion: async (year, countryCode, userId, version) => {
      const actor: Actor = { ...secretary, userId, role: "focal_point", country: countryCode };
      await db.asActor(actor, async (tx) => {
        const [row] = await tx
          .select()
          .from(submission)
          .where(and(eq(submission.countryCode, countryCode), eq(submission.roundYear, year)));
        await tx.insert(submissionVersion).values({
          id: randomUUID(),
          submissionId: row?.id ?? "",
          countryCode,
          roundYear: year,
          version,
          submittedAt: clock.now(),
          submittedBy: userId,
          submittedByName: "Somebody",
          contentHash: "0",
          findings: [],
        });
      });
    },
    keepQuiet: async (countryCode, firstDay, lastDay, kind = "quiet") => {
      const id = randomUUID();
      const days = { id, countryCode, kind, firstDay, lastDay, reason: "An election" };
      const { userId, displayName: name } = secretary;
      await db.asActor(secretary, (tx) =>
        insertQuietPeriod(tx, { ...days, createdAt: clock.now(), createdBy: userId, createdByName: name }),
      );
      return async () => {
        await db.asActor(secretary, (tx) =>
          withdrawQuietPeriod(tx, id, { at: clock.now(), userId, name, reason: "A mistake" }),
        );
      };
    },
    confirmProposed: async (year) => {
      const by = { decision: "confirmed", at: clock.now(), userId: secretary.userId, name: "Secretary" } as const;
      await db.asActor(secretary, async (tx) => {
        for (const { id } of await listProposedSteps(tx, year)) await decideProposedStep(tx, id, { ...by, reason: "" });
      });
    },
    notices: () =>
      db.asWorker((tx) => tx.select().from(notice).orderBy(asc(notice.scheduledFor), asc(notice.createdAt))),
    mails,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}
