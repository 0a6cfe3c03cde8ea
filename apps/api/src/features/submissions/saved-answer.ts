import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import type { AnswerToSave } from "@avances/db/queries/answer-queries";
import { type AnswerRow, toAnswer, toAnswers } from "@avances/db/queries/rows";
import type { Actor } from "@avances/domain/access";
import type { Answer, Answers } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { canonicalJson } from "#http/canonical-json.ts";

/** A stored answer, as the API returns it. A cleared one is `not_reported` and keeps its revision. */
export function savedAnswer(row: AnswerRow): SavedAnswer {
  return {
    indicatorCode: row.indicatorCode,
    state: row.cleared ? "not_reported" : row.state,
    value: row.value as SavedAnswer["value"],
    reason: row.reason,
    comment: row.comment,
    evidence: [...row.evidence],
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedByName: row.updatedByName,
  };
}

/** What somebody is told who saved over an answer without having seen it. */
export function staleAnswer(row: AnswerRow | undefined, actor: Pick<Actor, "userId">) {
  return { current: row === undefined ? null : savedAnswer(row), byReader: row?.updatedBy === actor.userId };
}

/** A stored answer, or one about to be stored. */
export type StoredAnswer = Answer & { readonly cleared: boolean };

/** A stored answer as the rules read it; undefined when it was cleared, because `not_reported` is not an answer. */
export function answerOf(row: StoredAnswer | undefined): Answer | undefined {
  return row === undefined || row.cleared ? undefined : toAnswer(row);
}

/** This input applied to what its writer saw. Clearing keeps the row, so that an older tab cannot bring the answer back. */
export function answerToSave(
  indicatorCode: IndicatorCode,
  { state, ...input }: AnswerInput,
  expectedRevision: number,
): AnswerToSave {
  const cleared = state === "not_reported";
  return { ...input, indicatorCode, state: cleared ? "reported" : state, cleared, expectedRevision };
}

/** An answer that was just written, as the API returns it. */
export function justSaved(answer: AnswerToSave, actor: Pick<Actor, "userId" | "displayName">, now: Date): SavedAnswer {
  const { cleared, expectedRevision, ...content } = answer;
  return savedAnswer({
    ...content,
    cleared,
    revision: expectedRevision + 1,
    updatedAt: now,
    updatedBy: actor.userId,
    updatedByName: actor.displayName,
  });
}

/** The stored answers, with these replacing theirs; cleared ones are left out. */
export function answersWith(rows: ReadonlyMap<IndicatorCode, StoredAnswer>, saved: readonly StoredAnswer[]): Answers {
  const together = new Map(rows);
  for (const each of saved) together.set(each.indicatorCode, each);
  return toAnswers([...together.values()]);
}

/** Names of the fields that differ, for the audit trail. */
export function changedFields(before: StoredAnswer | undefined, after: StoredAnswer): readonly string[] {
  const parts = (row: StoredAnswer | undefined) => ({
    state: row === undefined || row.cleared ? "not_reported" : row.state,
    value: row?.value ?? null,
    reason: row?.reason ?? "",
    comment: row?.comment ?? "",
    evidence: row?.evidence ?? [],
  });
  const [one, other] = [parts(before), parts(after)];
  return (Object.keys(other) as (keyof typeof other)[]).filter(
    (part) => canonicalJson(one[part]) !== canonicalJson(other[part]),
  );
}
