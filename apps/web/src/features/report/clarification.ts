import type { SubmissionView } from "@avances/contracts";
import { openQuestions, questionsOf } from "@avances/domain/submission";

type Question = SubmissionView["comments"][number];

export interface Clarification {
  /** What the Secretariat asks of this report; empty unless it was returned and is being answered. */
  readonly questions: readonly Question[];
  /** Those to which the country has not come back yet. */
  readonly open: readonly Question[];
}

/** What a returned report is asked, and what of it is still open, by the rule with which the server takes the report again. */
export function clarificationOf({ submission, comments, answers }: SubmissionView): Clarification {
  const questions = questionsOf(submission, comments);
  const savedAt = new Map(answers.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
  return { questions, open: openQuestions(questions, comments, savedAt) };
}
