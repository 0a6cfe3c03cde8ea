import type { CalendarDate } from "@avances/domain/round";
import { and, asc, eq, gte, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser, calendarFeed, country, round, submission } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

/** The calendar that this person's program fetches, since when; undefined = none. */
export async function findFeedOf(tx: Tx, userId: string): Promise<{ readonly createdAt: Date } | undefined> {
  return (
    await tx
      .select({ createdAt: calendarFeed.createdAt })
      .from(calendarFeed)
      .where(and(eq(calendarFeed.userId, userId), isNotNull(calendarFeed.tokenHash)))
  )[0];
}

/** Makes the calendar of a person, or gives it another address: the old one is nobody's from then on. */
export async function writeFeed(
  tx: Tx,
  feed: { readonly userId: string; readonly tokenHash: string; readonly createdAt: Date },
): Promise<void> {
  const { tokenHash, createdAt } = feed;
  await tx
    .insert(calendarFeed)
    .values(feed)
    .onConflictDoUpdate({ target: calendarFeed.userId, set: { tokenHash, createdAt } });
}

/** Ends the calendar of a person; false when there was none. */
export async function endFeed(tx: Tx, userId: string): Promise<boolean> {
  const ended = await tx
    .update(calendarFeed)
    .set({ tokenHash: null })
    .where(and(eq(calendarFeed.userId, userId), isNotNull(calendarFeed.tokenHash)))
    .returning({ userId: calendarFeed.userId });
  return ended.length > 0;
}

/** Whose calendar has this address. Undefined when it is nobody's, or when that person's account has ended. */
export async function findFeedOwner(tx: Tx, tokenHash: string): Promise<UserRow | undefined> {
  const [found] = await tx
    .select({ user: appUser })
    .from(calendarFeed)
    .innerJoin(appUser, eq(appUser.id, calendarFeed.userId))
    .where(and(eq(calendarFeed.tokenHash, tokenHash), isNull(appUser.endedAt)));
  return found?.user;
}

/** The rounds with their dates that the actor may see, due since this day; the secretariat sees withdrawn ones too. */
export async function listRoundDates(tx: Tx, since: CalendarDate) {
  return tx
    .select({
      roundYear: round.year,
      opensOn: round.opensOn,
      dueOn: round.dueOn,
      openedAt: round.openedAt,
      cancelledAt: round.cancelledAt,
      roundRevision: round.revision,
      referenceEnd: round.referenceEnd,
    })
    .from(round)
    .where(gte(round.dueOn, since))
    .orderBy(asc(round.year));
}

/** The dates of one country, or of all that the actor may see, in the rounds that the actor may see, due since this day. */
export async function listDueDates(
  tx: Tx,
  { since, country: only }: { readonly since: CalendarDate; readonly country: string | null },
) {
  return tx
    .select({
      roundYear: submission.roundYear,
      submissionId: submission.id,
      countryCode: submission.countryCode,
      name: country.name,
      document: country.document,
      obligated: submission.obligated,
      status: submission.status,
      exemptReason: submission.exemptReason,
      firstSubmittedAt: submission.firstSubmittedAt,
      dueOn: submission.dueOn,
      returnDueOn: submission.returnDueOn,
      reportRevision: submission.revision,
      roundRevision: round.revision,
      opensOn: round.opensOn,
      openedAt: round.openedAt,
      cancelledAt: round.cancelledAt,
      referenceEnd: round.referenceEnd,
    })
    .from(submission)
    .innerJoin(round, eq(round.year, submission.roundYear))
    .innerJoin(country, eq(country.alpha3, submission.countryCode))
    .where(
      and(
        or(gte(submission.dueOn, since), gte(submission.returnDueOn, since)),
        only === null ? undefined : eq(submission.countryCode, only),
      ),
    )
    .orderBy(asc(submission.roundYear), asc(submission.countryCode));
}

/** A date of the actor's country in a round that was withdrawn after it had opened. */
export interface WithdrawnDate {
  readonly roundYear: number;
  readonly dueOn: CalendarDate;
  readonly roundRevision: number;
  readonly reportRevision: number;
  readonly referenceEnd: CalendarDate;
}

/** These dates, for the people of a country: everything else of such a round is hidden from them. */
export async function listWithdrawnDates(tx: Tx, today: CalendarDate): Promise<readonly WithdrawnDate[]> {
  const { rows } = await tx.execute<WithdrawnDate & Record<string, unknown>>(
    sql`select round_year as "roundYear", due_on as "dueOn", round_revision as "roundRevision",
      report_revision as "reportRevision", reference_end as "referenceEnd"
      from app.withdrawn_due_dates(${today}::date)`,
  );
  return rows;
}

/** Does the person want the digest? */
export async function setWantsDigest(tx: Tx, userId: string, wantsDigest: boolean): Promise<void> {
  await tx.update(appUser).set({ wantsDigest }).where(eq(appUser.id, userId));
}
