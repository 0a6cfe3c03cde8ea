import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round, submission } from "../schema/index.ts";
import type { RoundRow, SubmissionRow } from "./rows.ts";
import { holdSubmission } from "./submission-queries.ts";

/** A submission and its round. */
export type SubmissionInRound = SubmissionRow & { readonly round: RoundRow };

const columns = { submission: getTableColumns(submission), round: getTableColumns(round) };

const byId = statement<{ id: string }, { submission: SubmissionRow; round: RoundRow }[]>((db) =>
  inRounds(db).where(eq(submission.id, sql.placeholder("id"))),
);

/** One submission, or undefined when there is none or the actor may not see it. */
export async function findSubmissionInRound(tx: Tx, id: string): Promise<SubmissionInRound | undefined> {
  return (await byId(tx, { id })).map(together)[0];
}

/** The submission, locked until the transaction ends (see `holdSubmission`) and read under the lock. The round is not locked. */
export async function lockSubmissionInRound(tx: Tx, id: string): Promise<SubmissionInRound | undefined> {
  const [isHeld, found] = await Promise.all([holdSubmission(tx, id), findSubmissionInRound(tx, id)]);
  return isHeld ? found : undefined;
}

/** Prepared, so that it is sent before the query that follows. */
const holdingRound = statement<{ year: number }, { id: string }[]>((db) =>
  db
    .select({ id: submission.id })
    .from(submission)
    .where(eq(submission.roundYear, sql.placeholder("year")))
    .orderBy(asc(submission.countryCode))
    .for("update"),
);

/** All submissions of a round, locked in the order of their countries and read under the lock. */
export async function lockSubmissionsInRound(tx: Tx, year: number): Promise<readonly SubmissionInRound[]> {
  const [held, found] = await Promise.all([
    holdingRound(tx, { year }),
    inRounds(tx).where(eq(submission.roundYear, year)).orderBy(asc(submission.countryCode)),
  ]);
  const ids = new Set(held.map(({ id }) => id));
  return found.map(together).filter(({ id }) => ids.has(id));
}

export interface SubmissionFilter {
  readonly year?: number | undefined;
  readonly country?: string | undefined;
  readonly statuses?: readonly SubmissionStatus[] | undefined;
  /** Only submissions after this one in the order of the list. */
  readonly after?: Pick<SubmissionRow, "roundYear" | "countryCode"> | undefined;
  /** At most this many. */
  readonly limit?: number | undefined;
}

/** The submissions the actor may see, newest round first, then by country code. */
export async function listSubmissionsInRounds(tx: Tx, filter: SubmissionFilter): Promise<readonly SubmissionInRound[]> {
  const { after, limit } = filter;
  const query = inRounds(tx)
    .where(
      and(
        filter.year === undefined ? undefined : eq(submission.roundYear, filter.year),
        filter.country === undefined ? undefined : eq(submission.countryCode, filter.country),
        filter.statuses && inArray(submission.status, [...filter.statuses]),
        after &&
          or(
            lt(submission.roundYear, after.roundYear),
            and(eq(submission.roundYear, after.roundYear), gt(submission.countryCode, after.countryCode)),
          ),
      ),
    )
    .orderBy(desc(submission.roundYear), asc(submission.countryCode));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(together);
}

/** The rounds that this country was in and that were cancelled and not opened again, as the secretariat alone may read them (`listWithdrawnDates` for a country). */
export async function listCancelledRoundsOf(tx: Tx, countryCode: string): Promise<readonly RoundRow[]> {
  return tx
    .select(columns.round)
    .from(round)
    .innerJoin(submission, and(eq(submission.roundYear, round.year), eq(submission.countryCode, countryCode)))
    .where(isNotNull(round.cancelledAt))
    .orderBy(asc(round.year));
}

/** Submissions of a cancelled round are shown to nobody. */
function inRounds(tx: Tx) {
  return tx
    .select(columns)
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)));
}

function together(row: { submission: SubmissionRow; round: RoundRow }): SubmissionInRound {
  return { ...row.submission, round: row.round };
}
