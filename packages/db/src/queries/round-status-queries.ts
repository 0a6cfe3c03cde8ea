import { and, asc, between, desc } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { submission } from "../schema/index.ts";
import type { SubmissionRow } from "./rows.ts";

/** The submissions of several years that the actor may see, newest round first: the late monitor with its history. */
export async function listSubmissionsOfRounds(tx: Tx, from: number, to: number): Promise<readonly SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(and(between(submission.roundYear, from, to)))
    .orderBy(desc(submission.roundYear), asc(submission.countryCode));
}
