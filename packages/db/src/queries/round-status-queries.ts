import { and, asc, between, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round, submission } from "../schema/index.ts";
import type { SubmissionRow } from "./rows.ts";

const ofRounds = statement<{ from: number; to: number }, SubmissionRow[]>((db) =>
  db
    .select(getTableColumns(submission))
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(between(submission.roundYear, sql.placeholder("from"), sql.placeholder("to")))
    .orderBy(desc(submission.roundYear), asc(submission.countryCode)),
);

/** The submissions of several years that the actor may see, newest round first: the late monitor with its history. */
export async function listSubmissionsOfRounds(tx: Tx, from: number, to: number): Promise<readonly SubmissionRow[]> {
  return ofRounds(tx, { from, to });
}
