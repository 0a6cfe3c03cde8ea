import type { Role } from "@avances/domain/access";
import { askSteps, type CountryAnswer, type ExchangeChannel } from "@avances/domain/round";
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answerLink, appUser, exchange, notice, noticeBatch, round, submission } from "../schema/index.ts";
import { hasLeft } from "./has-left.ts";
import type { ExchangeRow, NoticeRow, RoundRow, SubmissionRow, UserRow } from "./rows.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

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
  /** Each of them, in their order. */
  readonly each: readonly { readonly on: string; readonly notedAt: Date }[];
}

// What was asked before the round was cancelled and opened again no longer counts.
const countsInRounds = sql`from ${exchange}
  join ${round} on ${round.year} = ${exchange.roundYear} and ${exchange.notedAt} >= ${round.openedAt}
  where ${exchange.roundYear} = any(${sql.placeholder("years")}::int[]) and ${exchange.withdrawnAt} is null`;
const inRound = sql`${exchange.roundYear}, ${exchange.countryCode}`;

/** Requests by call, letter and the like in these `years`; countries without any are absent. */
export const notedAsksPart = textPart(
  sql`select json_agg(one)::text from (
    select json_build_array(${inRound}, json_agg(json_build_array(${exchange.happenedOn}, ${milliseconds(sql`${exchange.notedAt}`)})
        order by ${exchange.happenedOn}, ${exchange.notedAt}, ${exchange.id})) as one
    ${countsInRounds} and ${exchange.isAsk} group by ${inRound} order by ${inRound}
  ) by_country`,
  (rows: readonly [number, string, readonly [string, number][]][]): readonly NotedAsks[] =>
    rows.map(([roundYear, country, noted]) => {
      const each = noted.map(([on, at]) => ({ on, notedAt: new Date(at) }));
      const [firstOn, lastOn] = [each[0]?.on ?? "", each.at(-1)?.on ?? ""];
      return { roundYear, country, count: each.length, firstOn, lastOn, each };
    }),
);

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

type AnswerText = [number, string, ExchangeChannel, string, LastAnswer["said"], string | null, boolean];

/**
 * What each country said last in these `years`, however it said it; countries that said nothing are absent. For planning too: `by_date` with
 * `promisedOn` is the day until which the country asked for patience, unless the report was received since.
 */
export const lastAnswersPart = textPart(
  sql`select json_agg(one)::text from (
    select distinct on (${inRound}) json_build_array(${inRound}, ${exchange.channel}, ${exchange.happenedOn}, ${exchange.said}, ${exchange.promisedOn},
        coalesce((select ${submission.submittedAt} >= ${exchange.notedAt} from ${submission}
          where ${submission.roundYear} = ${exchange.roundYear} and ${submission.countryCode} = ${exchange.countryCode}), false)) as one
    ${countsInRounds} and ${exchange.said} <> 'no_answer' order by ${inRound}, ${exchange.happenedOn} desc, ${exchange.notedAt} desc, ${exchange.id} desc
  ) by_country`,
  (rows: readonly AnswerText[]): readonly LastAnswer[] =>
    rows.map(([roundYear, country, channel, happenedOn, said, promisedOn, receivedSince]) => {
      return { roundYear, country, channel, happenedOn, said, promisedOn, receivedSince };
    }),
);

const parts = { noted: notedAsksPart, answers: lastAnswersPart };
const ofRounds = statement<{ years: readonly number[] }, Record<string, unknown>[]>(selectTexts(parts));

/** The requests that were noted, and what each country said last. */
export async function listNotedAndAnswers(
  tx: Tx,
  years: readonly number[],
): Promise<{ readonly noted: readonly NotedAsks[]; readonly answers: readonly LastAnswer[] }> {
  return years.length === 0 ? { noted: [], answers: [] } : readTexts(parts, await ofRounds(tx, { years }));
}

/** Stores the links of requests, each with the hash of its token. */
export async function insertAnswerLinks(tx: Tx, rows: readonly (typeof answerLink.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(answerLink).values([...rows]);
}

/** Lets the link of this notice, if it has one, work until then: its message is written anew and says so. Run as `app_worker`. */
export async function prolongAnswerLink(tx: Tx, noticeId: string, expiresAt: Date): Promise<void> {
  await tx.update(answerLink).set({ expiresAt }).where(eq(answerLink.noticeId, noticeId));
}

/**
 * Deletes links that were over before this instant, at most `limit`. What was answered by them
 * stays in the ledger. Run as `app_worker`. Returns how many.
 */
export async function deleteOldAnswerLinks(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from ${answerLink} where notice_id in (
      select l.notice_id from ${answerLink} l where l.expires_at < ${before.toISOString()}::timestamptz order by l.expires_at limit ${limit}
    )`);
  return rowCount ?? 0;
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
