import type { BodyCode, MatterState, ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, eq, exists, gt, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  commitment,
  dispatch,
  guidelineStatement,
  matter,
  matterNews,
  meeting,
  outgoingMail,
} from "../schema/index.ts";
import type { MailState } from "../schema/notice.ts";

export type MatterNewsRow = typeof matterNews.$inferSelect;

/** A view of a country, as its news need it; never a word of it. */
export interface ToldView {
  readonly matterId: string;
  readonly version: number;
  readonly state: MatterState;
  readonly country: ParticipantCode;
  /** The last day on which the country alone reads it. */
  readonly replyUntil: CalendarDate;
  readonly filedAt: Date;
  readonly openedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Has the country answered it, also if it took the answer back? */
  readonly isAnswered: boolean;
  /** Of the same author, country and step: when the newest other one that stands was filed; null = none stands. */
  readonly othersFiledAt: Date | null;
}

/** From when on it is told what happened: an instant, and the day of it. */
export interface NewsSince {
  readonly at: Date;
  readonly day: CalendarDate;
}

const recentViews = ({ at, day }: NewsSince) =>
  and(
    isNotNull(matter.firstToCode),
    gt(matter.version, 0),
    or(
      and(eq(matter.state, "filed"), sql`${guidelineStatement.replyUntil} >= ${day}::date`),
      and(eq(matter.state, "withdrawn"), gte(matter.withdrawnAt, at)),
    ),
  );

const recentDocuments = ({ at }: NewsSince) =>
  and(
    eq(matter.kind, "document"),
    or(
      and(eq(matter.state, "filed"), gt(matter.version, 1), gte(matter.filedAt, at)),
      and(eq(matter.state, "withdrawn"), gt(matter.version, 0), gte(matter.withdrawnAt, at)),
    ),
  );

/** Is there anything of which somebody may have to be told? Asked each minute, in one statement. Run as `app_worker`. */
export async function hasRecentNews(tx: Tx, since: NewsSince): Promise<boolean> {
  const views = tx
    .select({ id: matter.id })
    .from(guidelineStatement)
    .innerJoin(matter, eq(matter.id, guidelineStatement.matterId))
    .where(recentViews(since));
  const documents = tx.select({ id: matter.id }).from(matter).where(recentDocuments(since));
  const { rows } = await tx.execute<{ found: boolean }>(sql`select ${exists(views)} or ${exists(documents)} as found`);
  return rows[0]?.found === true;
}

/** The views that were filed for a country to answer, or withdrawn, and that may still be told of: whose days ended, or that were withdrawn, since then. Run as `app_worker`. */
export async function listViewsToTell(tx: Tx, since: NewsSince): Promise<readonly ToldView[]> {
  return views(tx, recentViews(since));
}

/** These views, whatever became of them. Run as `app_worker`. */
export async function findToldViews(tx: Tx, ids: readonly string[]): Promise<readonly ToldView[]> {
  return ids.length === 0 ? [] : views(tx, inArray(matter.id, [...ids]));
}

async function views(tx: Tx, which: ReturnType<typeof or>): Promise<readonly ToldView[]> {
  const rows = await tx
    .select({
      ...{ matterId: matter.id, version: matter.version, state: matter.state, country: guidelineStatement.countryCode },
      ...{ replyUntil: guidelineStatement.replyUntil, filedAt: matter.filedAt, openedAt: matter.openedAt },
      withdrawnAt: matter.withdrawnAt,
      isAnswered: sql<boolean>`exists (
        select from app.matter_reply r where r.matter_id = ${matter.id} and r.participant_code = ${guidelineStatement.countryCode}
      )`,
      othersFiledAt: sql`(
        select max(o.filed_at)
        from app.matter o join app.guideline_statement s on s.matter_id = o.id
        where o.state = 'filed' and o.id <> ${matter.id} and o.author_code = ${matter.authorCode}
          and s.country_code = ${guidelineStatement.countryCode} and s.step = ${guidelineStatement.step}
      )`.mapWith(matter.filedAt),
    })
    .from(matter)
    .innerJoin(guidelineStatement, eq(guidelineStatement.matterId, matter.id))
    .where(and(which, isNotNull(matter.firstToCode)))
    .orderBy(asc(matter.filedAt), asc(matter.id));
  return rows.flatMap(({ replyUntil, filedAt, othersFiledAt, ...row }) =>
    replyUntil === null || filedAt === null
      ? []
      : [{ ...row, replyUntil, filedAt, othersFiledAt: othersFiledAt ?? null }],
  );
}

/** A document that was sent with commitments, as its news need it; never its title. */
export interface ToldDocument {
  readonly matterId: string;
  readonly version: number;
  readonly state: MatterState;
  readonly filedAt: Date;
  readonly withdrawnAt: Date | null;
  /** Each time it was sent, the earliest first: which version, to whom, and with what. */
  readonly sent: readonly SentWith[];
}

export interface SentWith {
  readonly version: number;
  readonly at: Date;
  readonly to: readonly ParticipantCode[];
  /** Of the commitment; may be empty. */
  readonly point: string;
  readonly meeting: { readonly body: BodyCode; readonly heldOn: CalendarDate } | null;
}

/** The documents of which another version was filed since then, or that were withdrawn since, and that had been sent to anybody. Run as `app_worker`. */
export async function listDocumentsToTell(tx: Tx, since: NewsSince): Promise<readonly ToldDocument[]> {
  return documents(tx, recentDocuments(since));
}

/** These documents, whatever became of them. Run as `app_worker`. */
export async function findToldDocuments(tx: Tx, ids: readonly string[]): Promise<readonly ToldDocument[]> {
  return ids.length === 0 ? [] : documents(tx, inArray(matter.id, [...ids]));
}

async function documents(tx: Tx, which: ReturnType<typeof or>): Promise<readonly ToldDocument[]> {
  const { id: matterId, version, state, filedAt, withdrawnAt } = matter;
  const rows = await tx
    .select({ matterId, version, state, filedAt, withdrawnAt })
    .from(matter)
    .where(and(eq(matter.kind, "document"), which, gt(matter.version, 0)))
    .orderBy(asc(matter.id));
  if (rows.length === 0) return [];
  const sent = await tx
    .select({
      ...{ at: dispatch.at, to: dispatch.toCodes, documents: dispatch.documents },
      point: sql<string>`coalesce(${commitment.point}, '')`,
      ...{ body: meeting.bodyCode, heldOn: meeting.heldOn },
    })
    .from(dispatch)
    .innerJoin(matter, eq(matter.id, dispatch.matterId))
    .innerJoin(commitment, eq(commitment.matterId, matter.id))
    .leftJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(
      or(...rows.map((row) => sql`${dispatch.documents} @> ${JSON.stringify([{ matterId: row.matterId }])}::jsonb`)),
    )
    .orderBy(asc(dispatch.at), asc(dispatch.id));
  return rows.flatMap(({ filedAt: filed, ...row }) => {
    const own = sent.flatMap(({ documents: all, body, heldOn, ...one }) => {
      const document = all.find((each) => each.matterId === row.matterId);
      const of = body === null || heldOn === null ? null : { body, heldOn };
      return document === undefined ? [] : [{ ...one, version: document.version, meeting: of }];
    });
    return filed === null || own.length === 0 ? [] : [{ ...row, filedAt: filed, sent: own }];
  });
}

/** News in the ledger, and what became of their message. */
export interface NewsAndMail {
  readonly news: MatterNewsRow;
  /** Null = they were only recorded. */
  readonly state: MailState | null;
}

/** What was told of these matters, oldest first. Run as `app_worker`. */
export async function listMatterNews(tx: Tx, matterIds: readonly string[]): Promise<readonly NewsAndMail[]> {
  if (matterIds.length === 0) return [];
  return tx
    .select({ news: matterNews, state: outgoingMail.state })
    .from(matterNews)
    .leftJoin(outgoingMail, eq(outgoingMail.id, matterNews.mailId))
    .where(inArray(matterNews.matterId, [...matterIds]))
    .orderBy(asc(matterNews.createdAt), asc(matterNews.id));
}

/** Of what this message tells, in the order in which it was written. Run as `app_worker`. */
export async function findNewsOfMail(tx: Tx, mailId: string): Promise<readonly MatterNewsRow[]> {
  return tx
    .select()
    .from(matterNews)
    .where(eq(matterNews.mailId, mailId))
    .orderBy(asc(matterNews.createdAt), asc(matterNews.id));
}

/** Until the transaction ends nobody else writes news to this side: of two planners the second sees what the first wrote. */
export async function lockNewsTo(tx: Tx, participant: ParticipantCode): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances news ${participant}`}, 0))`);
}

/** Adds news to the ledger. Run as `app_worker`, with the side locked. */
export async function insertMatterNews(tx: Tx, rows: readonly (typeof matterNews.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(matterNews).values([...rows]);
}
