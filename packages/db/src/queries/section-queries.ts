import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser, round, section } from "../schema/index.ts";
import type { RoundRow, SectionRow, UserRow } from "./rows.ts";

/** A section and its person. */
export interface SectionAndPerson {
  readonly section: SectionRow;
  readonly user: UserRow;
}

/** The sections of a report that the actor may see, in the order in which they were asked for; removed ones included. */
export async function listSectionsOf(tx: Tx, submissionId: string): Promise<readonly SectionAndPerson[]> {
  return tx
    .select({ section, user: appUser })
    .from(section)
    .innerJoin(appUser, eq(appUser.sectionId, section.id))
    .where(eq(section.submissionId, submissionId))
    .orderBy(asc(section.invitedAt), asc(section.id));
}

/** One section of this report; undefined when there is none or the actor may not see it. */
export async function findSection(
  tx: Tx,
  submissionId: string,
  sectionId: string,
): Promise<SectionAndPerson | undefined> {
  const [found] = await tx
    .select({ section, user: appUser })
    .from(section)
    .innerJoin(appUser, eq(appUser.sectionId, section.id))
    .where(and(eq(section.submissionId, submissionId), eq(section.id, sectionId)));
  return found;
}

/** How many sections this person has asked for since then, removed ones included. */
export async function countSectionsAsked(tx: Tx, invitedBy: string, since: Date): Promise<number> {
  return tx.$count(section, and(eq(section.invitedBy, invitedBy), gt(section.invitedAt, since)));
}

/** Adds a section. Its person is added after it (`insertUser`, with its id). */
export async function insertSection(tx: Tx, row: typeof section.$inferInsert): Promise<void> {
  await tx.insert(section).values(row);
}

/** Records that the section is complete (null: no longer). Undefined when it was removed. */
export async function setHandedIn(tx: Tx, sectionId: string, at: Date | null): Promise<SectionRow | undefined> {
  const where = and(eq(section.id, sectionId), isNull(section.removedAt));
  return (await tx.update(section).set({ handedInAt: at }).where(where).returning())[0];
}

/** What of a section can be changed afterwards. */
export type SectionChange = Pick<
  SectionRow,
  "dueOn" | "indicators" | "handedInAt" | "changedAt" | "changedByName" | "toldAt"
>;

/**
 * Changes the date or the answers of a section, and what its person may write. Undefined when it is not as it was seen, or was removed. The
 * caller holds the lock of the submission.
 */
export async function changeSectionRow(
  tx: Tx,
  { id, revision }: Pick<SectionRow, "id" | "revision">,
  change: SectionChange,
): Promise<SectionRow | undefined> {
  const [changed] = await tx
    .update(section)
    .set({ ...change, revision: revision + 1 })
    .where(and(eq(section.id, id), eq(section.revision, revision), isNull(section.removedAt)))
    .returning();
  if (changed !== undefined)
    await tx.update(appUser).set({ assignedIndicators: change.indicators }).where(eq(appUser.sectionId, id));
  return changed;
}

/** Takes a section back. False when it was already. Its person is ended with it (`endUser`). */
export async function removeSectionRow(tx: Tx, sectionId: string, at: Date): Promise<boolean> {
  const where = and(eq(section.id, sectionId), isNull(section.removedAt));
  return (await tx.update(section).set({ removedAt: at }).where(where).returning({ id: section.id })).length > 0;
}

/** A section with what decides about its links. */
export interface LinkableSection extends SectionAndPerson {
  readonly round: Pick<RoundRow, "year" | "referenceEnd">;
}

/**
 * The sections that were not removed, of rounds that were not cancelled, whose person has this normalised address. Run as `app_auth`. Whether
 * they are closed by now depends on the country's clocks: ask `sectionEndsAt`. The newest first, at most ten.
 */
export async function listSectionsByAddress(tx: Tx, email: string, since: string): Promise<readonly LinkableSection[]> {
  return tx
    .select({ section, user: appUser, round: { year: round.year, referenceEnd: round.referenceEnd } })
    .from(section)
    .innerJoin(appUser, eq(appUser.sectionId, section.id))
    .innerJoin(round, and(eq(round.year, section.roundYear), isNull(round.cancelledAt)))
    .where(
      and(
        eq(appUser.email, email),
        isNull(appUser.endedAt),
        isNotNull(appUser.sectionId),
        isNull(section.removedAt),
        gt(section.dueOn, since),
      ),
    )
    .orderBy(sql`${section.invitedAt} desc`)
    .limit(10);
}

/** The section of somebody who opens a link. Run as `app_auth`. */
export async function findSectionOfPerson(tx: Tx, sectionId: string): Promise<SectionRow | undefined> {
  return (
    await tx
      .select()
      .from(section)
      .where(and(eq(section.id, sectionId), isNull(section.removedAt)))
  )[0];
}
