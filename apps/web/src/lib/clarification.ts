import type { SubmissionView } from "@avances/contracts";
import { openQuestions, questionsOf } from "@avances/domain/submission";

type Question = SubmissionView["comments"][number];

export interface Clarification {
  /** The Secretariat's questions on this report; empty unless it was returned and is being answered. */
  readonly questions: readonly Question[];
  /** The questions that the country has not answered yet. */
  readonly open: readonly Question[];
}

/** The questions on a returned report and those still open, by the rule that the server applies when the report is sent again. */
export function clarificationOf({ submission, comments, answers, threads }: SubmissionView): Clarification {
  const questions = questionsOf(submission, comments);
  const savedAt = new Map(answers.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
  const closed = threads.flatMap((thread) =>
    thread.lastClosedAt === null ? [] : [{ ...thread, at: thread.lastClosedAt }],
  );
  return { questions, open: openQuestions(questions, comments, savedAt, closed) };
}
