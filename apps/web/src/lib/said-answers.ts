import type { AnswerInput } from "@avances/contracts";
import type { Answer, Answers } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";

/** Answers of the API in the form that the rules read; cleared ones (`not_reported`) are left out. */
export function saidAnswers(answers: Iterable<AnswerInput & { readonly indicatorCode: IndicatorCode }>): Answers {
  const said = new Map<IndicatorCode, Answer>();
  for (const { indicatorCode, state, value, reason, comment, evidence } of answers) {
    if (state === "not_reported") continue;
    said.set(indicatorCode, { indicatorCode, state, value, reason, comment, evidence });
  }
  return said;
}
