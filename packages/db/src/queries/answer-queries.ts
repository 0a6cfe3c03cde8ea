import type { Answer } from "@avances/domain/answer";
import { and, asc, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answer } from "../schema/index.ts";
import type { AnswerRow } from "./rows.ts";

const ofSubmission = statement<{ submissionId: string }, AnswerRow[]>((db) =>
  db
    .select()
    .from(answer)
    .where(eq(answer.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(answer.indicatorCode)),
);

/** The working copy, cleared answers included, by indicator code. Empty for whoever may not see it. */
export async function listAnswers(tx: Tx, submissionId: string): Promise<readonly AnswerRow[]> {
  return ofSubmission(tx, { submissionId });
}

/** One answer of the working copy, cleared or not. */
export async function findAnswer(tx: Tx, submissionId: string, indicatorCode: string): Promise<AnswerRow | undefined> {
  return (
    await tx
      .select()
      .from(answer)
      .where(and(eq(answer.submissionId, submissionId), eq(answer.indicatorCode, indicatorCode)))
  )[0];
}

export interface AnswerToSave extends Answer {
  /** The revision its author saw; 0 = there was no answer. */
  readonly expectedRevision: number;
  readonly cleared: boolean;
}

export interface AnswerWriting {
  readonly submissionId: string;
  readonly countryCode: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly updatedByName: string;
}

/** Saves one answer when nobody changed it since; undefined when somebody did, and nothing changed. */
export async function upsertAnswer(
  tx: Tx,
  writing: AnswerWriting,
  input: AnswerToSave,
): Promise<AnswerRow | undefined> {
  return (await upsertAnswers(tx, writing, [input]))[0];
}

/**
 * Saves many answers in one statement and returns those that were saved. An answer that changed since its author saw it is left
 * alone and missing from the result: fewer rows than asked for means stale, and the caller throws, which rolls all back.
 */
export async function upsertAnswers(
  tx: Tx,
  writing: AnswerWriting,
  inputs: readonly AnswerToSave[],
): Promise<readonly AnswerRow[]> {
  if (inputs.length === 0) return [];
  // The columns stand in the order of the table.
  const rows = sql`
    select ${writing.submissionId}::uuid, x."indicatorCode", ${writing.countryCode}::text, x.state, x.value, x.reason, x.comment, x.evidence,
      x."expectedRevision" + 1, x.cleared, ${writing.updatedAt.toISOString()}::timestamptz, ${writing.updatedBy}::uuid, ${writing.updatedByName}::text
    from jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) as x(
      "indicatorCode" text, state text, value jsonb, reason text, comment text, evidence jsonb, "expectedRevision" int, cleared boolean
    )
    where x."expectedRevision" = 0 or exists (
      select from ${answer} known where known.submission_id = ${writing.submissionId}::uuid and known.indicator_code = x."indicatorCode"
    )
    order by x."indicatorCode"`;
  return tx
    .insert(answer)
    .select(rows)
    .onConflictDoUpdate({
      target: [answer.submissionId, answer.indicatorCode],
      set: {
        state: sql`excluded.state`,
        value: sql`excluded.value`,
        reason: sql`excluded.reason`,
        comment: sql`excluded.comment`,
        evidence: sql`excluded.evidence`,
        revision: sql`excluded.revision`,
        cleared: sql`excluded.cleared`,
        updatedAt: sql`excluded.updated_at`,
        updatedBy: sql`excluded.updated_by`,
        updatedByName: sql`excluded.updated_by_name`,
      },
      setWhere: sql`${answer.revision} = excluded.revision - 1`,
    })
    .returning();
}
