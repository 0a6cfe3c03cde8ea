import type { AnswerInput } from "@avances/contracts";
import type { Answer, Answers } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";

/** Answers as they travel, as the rules read them: one that was taken back (`not_reported`) is none. */
export function saidAnswers(answers: Iterable<AnswerInput & { readonly indicatorCode: IndicatorCode }>): Answers {
  const said = new Map<IndicatorCode, Answer>();
  for (const { indicatorCode, state, value, reason, comment, evidence } of answers) {
    if (state === "not_reported") continue;
    said.set(indicatorCode, { indicatorCode, state, value, reason, comment, evidence });
  }
  return said;
}
