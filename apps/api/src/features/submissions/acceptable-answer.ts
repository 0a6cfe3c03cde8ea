import type { AnswerInput } from "@avances/contracts";
import { type Answer, type Finding, structuralFindings, submissionProgress } from "@avances/domain/answer";
import { type Catalogue, findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";

const neverSaved = new Set(["wrong_type", "state_not_allowed"]);

/**
 * What is wrong with an answer so deeply that it cannot even be kept as a draft: a value that does not fit the indicator, a state the
 * indicator does not have. An incomplete value or a broken rule is no reason: drafts are unfinished by nature.
 */
export function refusedFindings(catalogue: Catalogue, code: IndicatorCode, input: AnswerInput): readonly Finding[] {
  const indicator = findIndicator(catalogue, code);
  if (indicator === undefined) throw new DomainError("not-found");
  if (input.state === "not_reported") {
    return input.value === null
      ? []
      : [{ ruleId: "wrong_type", severity: "error", requiresComment: false, indicators: [code] }];
  }
  return structuralFindings(catalogue, indicator, { ...input, indicatorCode: code, state: input.state }).filter(
    ({ ruleId }) => neverSaved.has(ruleId),
  );
}

/** Does this one answer count in the submission's "answered"? Cleared and half-typed answers do not. */
export function countsAsAnswered(catalogue: Catalogue, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  const indicators = catalogue.indicators.filter(({ code }) => code === answer.indicatorCode);
  return submissionProgress({ ...catalogue, indicators }, new Map([[answer.indicatorCode, answer]])).answered === 1;
}
