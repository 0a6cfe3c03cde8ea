import type { Answer } from "@avances/domain/answer";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answer } from "../schema/index.ts";
import type { AnswerRow } from "./rows.ts";

const { submissionId: _, countryCode: __, answered: ___, ...columns } = getTableColumns(answer);

const ofSubmission = statement<{ submissionId: string }, AnswerRow[]>((db) =>
  db
    .select(columns)
    .from(answer)
    .where(eq(answer.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(answer.indicatorCode)),
);

/** The working copy, cleared answers included, by indicator code. Empty if the actor may not see it. */
export async function listAnswers(tx: Tx, submissionId: string): Promise<readonly AnswerRow[]> {
  return ofSubmission(tx, { submissionId });
}

const stampOf = statement<{ submissionId: string }, { stamp: string | null }[]>((db) =>
  db
    .select({
      stamp: sql<
        string | null
      >`string_agg(${answer.indicatorCode} || ':' || ${answer.revision} || ':' || xmin::text, ' ' order by ${answer.indicatorCode})`,
    })
    .from(answer)
    .where(eq(answer.submissionId, sql.placeholder("submissionId"))),
);

/**
 * Which answers of the working copy the actor may see and as what they stand: the same text as long as none of them was written, by whatever
 * way (PostgreSQL gives a row that is written another `xmin`). Null when there are none.
 */
export async function stampOfAnswers(tx: Tx, submissionId: string): Promise<string | null> {
  return (await stampOf(tx, { submissionId }))[0]?.stamp ?? null;
}

const ofIndicators = statement<{ submissionId: string; codes: readonly string[] }, AnswerRow[]>((db) =>
  db
    .select(columns)
    .from(answer)
    .where(
      and(
        eq(answer.submissionId, sql.placeholder("submissionId")),
        eq(answer.indicatorCode, sql`any(${sql.placeholder("codes")}::text[])`),
      ),
    ),
);

/** The answers of the working copy to these indicators, cleared ones included. */
export async function listAnswersTo(
  tx: Tx,
  submissionId: string,
  codes: readonly string[],
): Promise<readonly AnswerRow[]> {
  return ofIndicators(tx, { submissionId, codes });
}

export interface AnswerToSave extends Answer {
  /** The revision that the author saw; 0 = there was no answer. */
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
