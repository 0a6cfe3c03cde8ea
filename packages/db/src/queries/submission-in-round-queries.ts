import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { statement, type Tx } from "../connect.ts";
import { round, submission as table } from "../schema/index.ts";
import type { RoundRow, SubmissionRow } from "./rows.ts";

/** A submission with the round it belongs to: catalogue version, reference period and dates of the round do not change under it. */
export type SubmissionInRound = SubmissionRow & { readonly round: RoundRow };

// `FOR UPDATE OF` takes a name without its schema, which Drizzle writes only for an alias.
const submission = alias(table, "submission");
const columns = { submission: getTableColumns(submission), round: getTableColumns(round) };

const byId = statement<{ id: string }, { submission: SubmissionRow; round: RoundRow }[]>((db) =>
  inRounds(db).where(eq(submission.id, sql.placeholder("id"))),
);

/** One submission, or undefined when there is none or the actor may not see it. */
export async function findSubmissionInRound(tx: Tx, id: string): Promise<SubmissionInRound | undefined> {
  return (await byId(tx, { id })).map(together)[0];
}

const lockedById = statement<{ id: string }, { submission: SubmissionRow; round: RoundRow }[]>((db) =>
  inRounds(db)
    .where(eq(submission.id, sql.placeholder("id")))
    .for("update", { of: submission }),
);

/** The same, locked until the transaction ends (see `lockSubmission`). The round is not locked. */
export async function lockSubmissionInRound(tx: Tx, id: string): Promise<SubmissionInRound | undefined> {
  return (await lockedById(tx, { id })).map(together)[0];
}

/** All submissions of a round, locked in the order of their countries. */
export async function lockSubmissionsInRound(tx: Tx, year: number): Promise<readonly SubmissionInRound[]> {
  const rows = await inRounds(tx)
    .where(eq(submission.roundYear, year))
    .orderBy(asc(submission.countryCode))
    .for("update", { of: submission });
  return rows.map(together);
}

export interface SubmissionFilter {
  readonly year?: number | undefined;
  readonly country?: string | undefined;
  readonly statuses?: readonly SubmissionStatus[] | undefined;
}

/** The submissions the actor may see, newest round first, then by country code. */
export async function listSubmissionsInRounds(tx: Tx, filter: SubmissionFilter): Promise<readonly SubmissionInRound[]> {
  const rows = await inRounds(tx)
    .where(
      and(
        filter.year === undefined ? undefined : eq(submission.roundYear, filter.year),
        filter.country === undefined ? undefined : eq(submission.countryCode, filter.country),
        filter.statuses && inArray(submission.status, [...filter.statuses]),
      ),
    )
    .orderBy(desc(submission.roundYear), asc(submission.countryCode));
  return rows.map(together);
}

/** Those of a round that was cancelled are nobody's. */
function inRounds(tx: Tx) {
  return tx
    .select(columns)
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)));
}

function together(row: { submission: SubmissionRow; round: RoundRow }): SubmissionInRound {
  return { ...row.submission, round: row.round };
}
