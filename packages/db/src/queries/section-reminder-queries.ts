import type { Text } from "@avances/domain/catalogue";
import type { SectionSuperseded } from "@avances/domain/round";
import { sectionMailKinds } from "@avances/domain/round";
import type { ProposalState } from "@avances/domain/submission";
import { and, asc, desc, eq, gt, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import {
  appUser,
  country,
  type MailState,
  outgoingMail,
  proposedAnswer,
  round,
  section,
  sectionReminder,
  submission,
} from "../schema/index.ts";
import type { RoundRow, SectionReminderRow, SectionRow, SubmissionRow, UserRow } from "./rows.ts";

/** A section, its report and its person, as its reminders need them; never the note, an answer or a word about one. */
export interface SectionToRemind {
  readonly section: Readonly<
    Pick<
      SectionRow,
      | "id"
      | "submissionId"
      | "countryCode"
      | "indicators"
      | "dueOn"
      | "invitedAt"
      | "invitedByName"
      | "handedInAt"
      | "removedAt"
      | "changedAt"
      | "toldAt"
    >
  >;
  readonly person: Readonly<Pick<UserRow, "id" | "email" | "displayName" | "language" | "countryCode">>;
  /** Whoever asked for it; `endedAt`: replies no longer reach them. */
  readonly inviter: Readonly<Pick<UserRow, "email" | "institution" | "endedAt">>;
  readonly report: Readonly<Pick<SubmissionRow, "status" | "returnedAt">> & { readonly timeZone: string };
  readonly country: { readonly name: Text; readonly capital: Text };
  readonly round: Readonly<Pick<RoundRow, "referenceEnd">>;
}

const inviter = alias(appUser, "inviter");

const toRemind = {
  section: {
    id: section.id,
    submissionId: section.submissionId,
    countryCode: section.countryCode,
    indicators: section.indicators,
    dueOn: section.dueOn,
    invitedAt: section.invitedAt,
    invitedByName: section.invitedByName,
    handedInAt: section.handedInAt,
    removedAt: section.removedAt,
    changedAt: section.changedAt,
    toldAt: section.toldAt,
  },
  person: {
    id: appUser.id,
    email: appUser.email,
    displayName: appUser.displayName,
    language: appUser.language,
    countryCode: appUser.countryCode,
  },
  inviter: { email: inviter.email, institution: inviter.institution, endedAt: inviter.endedAt },
  report: { status: submission.status, returnedAt: submission.returnedAt, timeZone: country.timeZone },
  country: { name: country.name, capital: sql<Text>`${country.document} -> 'capital'` },
  round: { referenceEnd: round.referenceEnd },
};

/**
 * The sections that were neither handed in nor taken back and whose date is within these, of rounds that were not cancelled, those with the
 * earliest date first. Whether something is awaited by the clocks of the capital: `awaitsSection`. Run as `app_worker`.
 */
export async function listSectionsToRemind(
  tx: Tx,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly SectionToRemind[]> {
  return sectionsToRemind(
    tx,
    and(
      isNull(section.handedInAt),
      isNull(section.removedAt),
      sql`${section.dueOn} between ${from}::date and ${until}::date`,
    ),
  );
}

/** The section that this message reminds of; undefined when it reminds of none, its person has ended or its round was cancelled. */
export async function findRemindedSection(
  tx: Tx,
  mailId: string,
): Promise<(SectionToRemind & { readonly reminder: Pick<SectionReminderRow, "dueOn"> }) | undefined> {
  const [reminder] = await tx
    .select({ sectionId: sectionReminder.sectionId, dueOn: sectionReminder.dueOn })
    .from(sectionReminder)
    .where(eq(sectionReminder.id, mailId));
  if (reminder === undefined) return undefined;
  const [found] = await sectionsToRemind(tx, eq(section.id, reminder.sectionId));
  return found && { ...found, reminder };
}

function sectionsToRemind(tx: Tx, which: ReturnType<typeof and>): Promise<SectionToRemind[]> {
  return tx
    .select(toRemind)
    .from(section)
    .innerJoin(appUser, and(eq(appUser.sectionId, section.id), isNull(appUser.endedAt)))
    .innerJoin(inviter, eq(inviter.id, section.invitedBy))
    .innerJoin(submission, eq(submission.id, section.submissionId))
    .innerJoin(round, and(eq(round.year, section.roundYear), isNull(round.cancelledAt)))
    .innerJoin(country, eq(country.alpha3, section.countryCode))
    .where(which)
    .orderBy(asc(section.dueOn), asc(section.id));
}

/** What became of the proposals of these people, without what they say. */
export async function listProposalStates(
  tx: Tx,
  authors: readonly string[],
): Promise<
  readonly {
    readonly submissionId: string;
    readonly indicatorCode: string;
    readonly proposedBy: string;
    readonly decision: ProposalState;
  }[]
> {
  if (authors.length === 0) return [];
  return tx
    .select({
      submissionId: proposedAnswer.submissionId,
      indicatorCode: proposedAnswer.indicatorCode,
      proposedBy: proposedAnswer.proposedBy,
      decision: proposedAnswer.decision,
    })
    .from(proposedAnswer)
    .where(inArray(proposedAnswer.proposedBy, [...authors]));
}

/** A reminder in the ledger and what became of its message. */
export interface ReminderAndMail {
  readonly reminder: Readonly<Pick<SectionReminderRow, "sectionId" | "step" | "dueOn" | "createdAt">> & {
    readonly superseded: SectionSuperseded | null;
  };
  /** Null = it has none, or the actor may not see it. */
  readonly mail: { readonly state: MailState; readonly settledAt: Date | null } | null;
}

/** The reminders of these sections, newest first. */
export async function listSectionReminders(tx: Tx, sectionIds: readonly string[]): Promise<readonly ReminderAndMail[]> {
  if (sectionIds.length === 0) return [];
  return tx
    .select({
      reminder: {
        sectionId: sectionReminder.sectionId,
        step: sectionReminder.step,
        dueOn: sectionReminder.dueOn,
        createdAt: sectionReminder.createdAt,
        superseded: sectionReminder.superseded,
      },
      mail: { state: outgoingMail.state, settledAt: outgoingMail.settledAt },
    })
    .from(sectionReminder)
    .leftJoin(outgoingMail, eq(outgoingMail.id, sectionReminder.id))
    .where(inArray(sectionReminder.sectionId, [...sectionIds]))
    .orderBy(desc(sectionReminder.createdAt), desc(sectionReminder.id));
}

/** When a message about a section was last written to each of these addresses since then; those that were stopped do not count. */
export async function lastSectionMails(
  tx: Tx,
  addresses: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (addresses.length === 0) return new Map();
  const rows = await tx
    .select({ address: outgoingMail.toAddress, at: max(outgoingMail.createdAt) })
    .from(outgoingMail)
    .where(
      and(
        inArray(outgoingMail.toAddress, [...addresses]),
        inArray(outgoingMail.kind, [...sectionMailKinds]),
        gt(outgoingMail.createdAt, since),
        ne(outgoingMail.state, "stopped"),
      ),
    )
    .groupBy(outgoingMail.toAddress);
  return new Map(rows.flatMap(({ address, at }) => (at === null ? [] : [[address, at] as const])));
}

/** Adds a reminder to the ledger. False when another planner has added it: then there is no message to write. */
export async function insertSectionReminder(tx: Tx, row: typeof sectionReminder.$inferInsert): Promise<boolean> {
  return (
    (await tx.insert(sectionReminder).values(row).onConflictDoNothing().returning({ id: sectionReminder.id })).length >
    0
  );
}
