import type { SubmissionView } from "@avances/contracts";
import { proposesOnly, type Role } from "@avances/domain/access";
import { openQuestions, questionsOf } from "@avances/domain/submission";

type Question = SubmissionView["comments"][number];

export interface Clarification {
  /** The Secretariat's questions on this report; empty unless it was returned and is being answered. */
  readonly questions: readonly Question[];
  /** The questions that the country has not answered yet. */
  readonly open: readonly Question[];
}

/**
 * The questions on a returned report and those still open, by the rule that the server applies when the report is sent again. A contributor
 * works on proposals in the place of the answers, and proposing answers nobody: for them a question is open until something is said to it.
 */
export function clarificationOf(
  { submission, comments, answers, threads }: SubmissionView,
  role: Role | undefined,
): Clarification {
  const questions = questionsOf(submission, comments);
  const saved = role !== undefined && proposesOnly(role) ? [] : answers;
  const savedAt = new Map(saved.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
  const closed = threads.flatMap((thread) =>
    thread.lastClosedAt === null ? [] : [{ ...thread, at: thread.lastClosedAt }],
  );
  return { questions, open: openQuestions(questions, comments, savedAt, closed) };
}
