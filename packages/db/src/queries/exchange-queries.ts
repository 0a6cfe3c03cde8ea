import type { Role } from "@avances/domain/access";
import { askSteps, type CountryAnswer, type ExchangeChannel } from "@avances/domain/round";
import { and, asc, desc, eq, gt, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answerLink, appUser, exchange, notice, noticeBatch, round, submission } from "../schema/index.ts";
import { hasLeft } from "./has-left.ts";
import type { ExchangeRow, NoticeRow, RoundRow, SubmissionRow, UserRow } from "./rows.ts";

/** Notes a talk, or the answer by a link. False = this link has answered already. */
export async function insertExchange(tx: Tx, row: typeof exchange.$inferInsert): Promise<boolean> {
  const added = await tx.insert(exchange).values(row).onConflictDoNothing().returning({ id: exchange.id });
  return added.length > 0;
}

export async function findExchange(tx: Tx, id: string): Promise<ExchangeRow | undefined> {
  return (await tx.select().from(exchange).where(eq(exchange.id, id)))[0];
}

/** The answer that was given by the link of this request. */
export async function findAnswerOfNotice(tx: Tx, noticeId: string): Promise<ExchangeRow | undefined> {
  return (await tx.select().from(exchange).where(eq(exchange.noticeId, noticeId)))[0];
}

/** Withdraws a note; undefined if the actor may not, or if it was withdrawn before. */
export async function withdrawExchange(
  tx: Tx,
  id: string,
  withdrawal: Pick<ExchangeRow, "withdrawnAt" | "withdrawnBy" | "withdrawnByName" | "withdrawnReason">,
): Promise<ExchangeRow | undefined> {
  const changed = await tx
    .update(exchange)
    .set(withdrawal)
    .where(and(eq(exchange.id, id), isNull(exchange.withdrawnAt)))
    .returning();
  return changed[0];
}

/** What was said, of all rounds, in the order in which it was written down; withdrawn notes too. */
export async function listExchanges(tx: Tx, country?: string): Promise<readonly ExchangeRow[]> {
  return tx
    .select()
    .from(exchange)
    .where(country === undefined ? undefined : eq(exchange.countryCode, country))
    .orderBy(asc(exchange.notedAt), asc(exchange.id));
}

/** A report of a country, as far as requests for it are concerned. */
export type AskedReport = Pick<
  SubmissionRow,
  "roundYear" | "countryCode" | "status" | "dueOn" | "returnDueOn" | "exemptReason"
> &
  Pick<RoundRow, "referenceEnd" | "opensOn" | "openedAt" | "cancelledAt">;

/** The reports that the actor may see, of one country or of all, of all rounds and cancelled ones too, newest first. */
export async function listAskedReports(tx: Tx, country?: string): Promise<readonly AskedReport[]> {
  return tx
    .select({
      roundYear: submission.roundYear,
      countryCode: submission.countryCode,
      status: submission.status,
      dueOn: submission.dueOn,
      returnDueOn: submission.returnDueOn,
      exemptReason: submission.exemptReason,
      referenceEnd: round.referenceEnd,
      opensOn: round.opensOn,
      openedAt: round.openedAt,
      cancelledAt: round.cancelledAt,
    })
    .from(submission)
    .innerJoin(round, eq(round.year, submission.roundYear))
    .where(country === undefined ? undefined : eq(submission.countryCode, country))
    .orderBy(desc(submission.roundYear), asc(submission.countryCode));
}

/** One message with a request, and whom it went to. */
export interface AskMessage {
  readonly notice: NoticeRow;
  /** It was sent, or stands for one that was. */
  readonly hasLeft: boolean;
  /** Null when the actor may not see that person (somebody of the secretariat). */
  readonly recipient: { readonly displayName: string; readonly role: Role } | null;
  /** Who of the secretariat sent it by hand; null = it was automatic, or the actor may not know. */
  readonly byName: string | null;
}

/** Every message with a request, of all rounds, oldest first; those that were only recorded are left out. */
export async function listAskMessages(tx: Tx, country?: string): Promise<readonly AskMessage[]> {
  return tx
    .select({
      notice,
      hasLeft: sql<boolean>`${hasLeft}`,
      recipient: { displayName: appUser.displayName, role: appUser.role },
      byName: noticeBatch.createdByName,
    })
    .from(notice)
    .leftJoin(appUser, eq(appUser.id, notice.userId))
    .leftJoin(noticeBatch, eq(noticeBatch.id, notice.batchId))
    .where(
      and(
        inArray(notice.step, [...askSteps]),
        ne(notice.state, "superseded"),
        country === undefined ? undefined : eq(notice.countryCode, country),
      ),
    )
    .orderBy(asc(notice.createdAt), asc(notice.id));
}

/** How often a country was asked in a round by call, letter and the like. */
export interface NotedAsks {
  readonly roundYear: number;
  readonly country: string;
  readonly count: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

const notedAsks = statement<{ years: readonly number[] }, NotedAsks[]>((db) =>
  db
    .select({
      roundYear: exchange.roundYear,
      country: exchange.countryCode,
      count: sql<number>`count(*)::int`,
      firstOn: sql<string>`min(${exchange.happenedOn})::text`,
      lastOn: sql<string>`max(${exchange.happenedOn})::text`,
    })
    .from(exchange)
    .innerJoin(round, and(eq(round.year, exchange.roundYear), gte(exchange.notedAt, round.openedAt)))
    .where(
      and(
        eq(exchange.roundYear, sql`any(${sql.placeholder("years")}::int[])`),
        sql`${exchange.isAsk}`,
        isNull(exchange.withdrawnAt),
      ),
    )
    .groupBy(exchange.roundYear, exchange.countryCode),
);

/** Requests by call, letter and the like in these rounds; countries without any are absent. */
export async function listNotedAsks(tx: Tx, years: readonly number[]): Promise<readonly NotedAsks[]> {
  return years.length === 0 ? [] : notedAsks(tx, { years });
}

/** What a country said last of its report in a round. */
export interface LastAnswer {
  readonly roundYear: number;
  readonly country: string;
  readonly channel: ExchangeChannel;
  readonly happenedOn: string;
  readonly said: Exclude<CountryAnswer, "no_answer">;
  /** Only with `by_date`. */
  readonly promisedOn: string | null;
  /** The report was received since this was written down: a day that was named for it is settled. */
  readonly receivedSince: boolean;
}

const lastAnswers = statement<{ years: readonly number[] }, LastAnswer[]>((db) =>
  db
    .selectDistinctOn([exchange.roundYear, exchange.countryCode], {
      roundYear: exchange.roundYear,
      country: exchange.countryCode,
      channel: exchange.channel,
      happenedOn: exchange.happenedOn,
      said: sql<LastAnswer["said"]>`${exchange.said}`,
      promisedOn: exchange.promisedOn,
      receivedSince: sql<boolean>`coalesce(${submission.submittedAt} >= ${exchange.notedAt}, false)`,
    })
    .from(exchange)
    .innerJoin(round, and(eq(round.year, exchange.roundYear), gte(exchange.notedAt, round.openedAt)))
    .innerJoin(
      submission,
      and(eq(submission.roundYear, exchange.roundYear), eq(submission.countryCode, exchange.countryCode)),
    )
    .where(
      and(
        eq(exchange.roundYear, sql`any(${sql.placeholder("years")}::int[])`),
        ne(exchange.said, "no_answer"),
        isNull(exchange.withdrawnAt),
      ),
    )
    .orderBy(asc(exchange.roundYear), asc(exchange.countryCode), desc(exchange.happenedOn), desc(exchange.notedAt)),
);

/**
 * What each country said last in these rounds, however it said it; countries that said nothing are absent. For planning too: `by_date` with
 * `promisedOn` is the day until which the country asked for patience, unless the report was received since.
 */
export async function listLastAnswers(tx: Tx, years: readonly number[]): Promise<readonly LastAnswer[]> {
  return years.length === 0 ? [] : lastAnswers(tx, { years });
}

/** Stores the links of requests, each with the hash of its token. */
export async function insertAnswerLinks(tx: Tx, rows: readonly (typeof answerLink.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(answerLink).values([...rows]);
}

/** Whose link this is and which request it is in; undefined when it is unknown or over, or its person has no account any more. Whether it was used the ledger says. */
export async function findAnswerLink(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ readonly noticeId: string; readonly user: UserRow } | undefined> {
  const [found] = await tx
    .select({ noticeId: answerLink.noticeId, user: appUser })
    .from(answerLink)
    .innerJoin(appUser, eq(appUser.id, answerLink.userId))
    .where(and(eq(answerLink.tokenHash, tokenHash), gt(answerLink.expiresAt, now), isNull(appUser.endedAt)));
  return found;
}
