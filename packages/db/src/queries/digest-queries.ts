import type { CalendarDate, CountryAnswer, DigestKind } from "@avances/domain/round";
import { and, count, eq, gte, inArray, isNull, lt, max, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import {
  appUser,
  digest,
  exchange,
  hold,
  outgoingMail,
  proposedAnswer,
  reviewComment,
  round,
  scheduledReminder,
  submission,
} from "../schema/index.ts";
import type { MailState } from "../schema/notice.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

/** Writes a digest into its ledger; false when another planner wrote one for this person and day. */
export async function insertDigest(tx: Tx, row: typeof digest.$inferInsert): Promise<boolean> {
  return (await tx.insert(digest).values(row).onConflictDoNothing().returning({ id: digest.id })).length > 0;
}

export interface WrittenDigest {
  readonly userId: string;
  readonly kind: DigestKind;
  readonly roundYear: number | null;
  readonly countryCode: string | null;
  readonly day: CalendarDate;
  readonly createdAt: Date;
  readonly answered: number | null;
  /** What became of its message; null when that is not known. */
  readonly state: MailState | null;
}

/** The digests since this day, oldest first. */
export async function listDigestsSince(tx: Tx, since: CalendarDate): Promise<readonly WrittenDigest[]> {
  return tx
    .select({
      userId: digest.userId,
      kind: digest.kind,
      roundYear: digest.roundYear,
      countryCode: digest.countryCode,
      day: digest.day,
      createdAt: digest.createdAt,
      answered: digest.answered,
      state: outgoingMail.state,
    })
    .from(digest)
    .leftJoin(outgoingMail, eq(outgoingMail.id, digest.id))
    .where(gte(digest.day, since))
    .orderBy(digest.createdAt, digest.id);
}

/** When a digest, or a reminder that was set for its moment, last went to a country in a round. */
export interface LastDigest {
  readonly roundYear: number;
  readonly country: string;
  readonly at: Date;
}

/** The last one to each country in these `years`: it is the message of its day, and the calendar waits for the next. */
export const lastDigestsPart = textPart(
  sql`select json_agg(json_build_array(year, country, at))::text from (
    select year, country, ${milliseconds(sql`max(at)`)} as at from (
      select ${digest.roundYear} as year, ${digest.countryCode} as country, ${digest.createdAt} as at
      from ${digest} where ${digest.roundYear} = any(${sql.placeholder("years")}::int[]) and ${digest.countryCode} is not null
      union all
      select ${scheduledReminder.roundYear}, ${scheduledReminder.countryCode}, ${scheduledReminder.settledAt}
      from ${scheduledReminder} where ${scheduledReminder.roundYear} = any(${sql.placeholder("years")}::int[]) and ${scheduledReminder.settledAt} is not null and ${scheduledReminder.outcome} = ''
    ) each_one group by year, country order by year, country
  ) last`,
  (rows: readonly [number, string, number][]): readonly LastDigest[] =>
    rows.map(([roundYear, country, at]) => ({ roundYear, country, at: new Date(at) })),
);

const parts = { digests: lastDigestsPart };
const lastDigests = statement<{ years: readonly number[] }, Record<string, unknown>[]>(selectTexts(parts));

/** When a digest last went to each country in these rounds. */
export async function listLastDigests(tx: Tx, years: readonly number[]): Promise<readonly LastDigest[]> {
  return years.length === 0 ? [] : readTexts(parts, await lastDigests(tx, { years })).digests;
}

/** The people who want no digest. */
export async function listDeclined(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.wantsDigest, false));
  return new Set(rows.map(({ id }) => id));
}

/** What one digest is about, for the moment at which its message leaves; undefined = there is none with this id. */
export async function findDigest(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      day: digest.day,
      kind: digest.kind,
      countryCode: digest.countryCode,
      wanted: appUser.wantsDigest,
      status: submission.status,
      isCancelled: sql<boolean>`${digest.roundYear} is not null and ${round.year} is null`,
    })
    .from(digest)
    .innerJoin(appUser, eq(appUser.id, digest.userId))
    .leftJoin(round, and(eq(round.year, digest.roundYear), isNull(round.cancelledAt)))
    .leftJoin(
      submission,
      and(eq(submission.roundYear, digest.roundYear), eq(submission.countryCode, digest.countryCode)),
    )
    .where(eq(digest.id, id));
  return found;
}

/** What countries answered to requests by the link in them, since then. */
export async function listAnswersSince(
  tx: Tx,
  since: Date,
): Promise<
  readonly { readonly roundYear: number; readonly country: string; readonly said: CountryAnswer; readonly at: Date }[]
> {
  return tx
    .select({
      roundYear: exchange.roundYear,
      country: exchange.countryCode,
      said: exchange.said,
      at: exchange.notedAt,
    })
    .from(exchange)
    .where(and(eq(exchange.channel, "answer_link"), gte(exchange.notedAt, since), isNull(exchange.withdrawnAt)))
    .orderBy(exchange.notedAt, exchange.countryCode);
}

/** The messages that were given up since then; `country` null = of no country. */
export async function listDeadSince(
  tx: Tx,
  since: Date,
): Promise<readonly { readonly country: string | null; readonly at: Date | null }[]> {
  return tx
    .select({ country: outgoingMail.countryCode, at: outgoingMail.settledAt })
    .from(outgoingMail)
    .where(and(sql`${outgoingMail.state} = 'dead'`, gte(outgoingMail.settledAt, since)))
    .orderBy(outgoingMail.settledAt);
}

/** The holds whose last day was from this day on, and before that one; those that were lifted before are left out. */
export async function listEndedHolds(
  tx: Tx,
  { from, before }: { readonly from: CalendarDate; readonly before: CalendarDate },
): Promise<readonly { readonly roundYear: number; readonly country: string | null; readonly lastDay: CalendarDate }[]> {
  return tx
    .select({ roundYear: hold.roundYear, country: hold.countryCode, lastDay: hold.lastDay })
    .from(hold)
    .where(and(isNull(hold.liftedAt), gte(hold.lastDay, from), lt(hold.lastDay, before)))
    .orderBy(hold.roundYear, hold.countryCode);
}

/** Who proposed answers to these reports since then, and how many that nobody has decided on; reports without are absent. */
export async function listProposersSince(
  tx: Tx,
  submissionIds: readonly string[],
  since: Date,
): Promise<
  readonly { readonly submissionId: string; readonly name: string; readonly count: number; readonly lastAt: Date }[]
> {
  if (submissionIds.length === 0) return [];
  const rows = await tx
    .select({
      submissionId: proposedAnswer.submissionId,
      name: appUser.displayName,
      count: count(),
      lastAt: max(proposedAnswer.proposedAt),
    })
    .from(proposedAnswer)
    .innerJoin(appUser, eq(appUser.id, proposedAnswer.proposedBy))
    .where(
      and(
        inArray(proposedAnswer.submissionId, [...submissionIds]),
        gte(proposedAnswer.proposedAt, since),
        eq(proposedAnswer.decision, "open"),
      ),
    )
    .groupBy(proposedAnswer.submissionId, appUser.id, appUser.displayName)
    .orderBy(appUser.displayName, appUser.id);
  return rows.flatMap(({ lastAt, ...row }) => (lastAt === null ? [] : [{ ...row, lastAt }]));
}

/** When the secretariat asked questions about these reports since then, oldest first. */
export async function listQuestionsSince(
  tx: Tx,
  submissionIds: readonly string[],
  since: Date,
): Promise<readonly { readonly submissionId: string; readonly at: Date }[]> {
  if (submissionIds.length === 0) return [];
  return tx
    .select({ submissionId: reviewComment.submissionId, at: reviewComment.createdAt })
    .from(reviewComment)
    .where(
      and(
        inArray(reviewComment.submissionId, [...submissionIds]),
        eq(reviewComment.audience, "shared"),
        eq(reviewComment.isQuestion, true),
        gte(reviewComment.createdAt, since),
      ),
    )
    .orderBy(reviewComment.createdAt);
}
