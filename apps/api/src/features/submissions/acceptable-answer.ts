import type { AnswerInput } from "@avances/contracts";
import { toAnswers } from "@avances/db/queries/rows";
import { countAnswered as countAnsweredOf, type Finding, structuralFindings } from "@avances/domain/answer";
import { type Catalogue, findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { firstOf } from "#http/first-of.ts";
import type { StoredAnswer } from "./saved-answer.ts";

/** The details of a refusal: the first findings, and how many more there are (the report's own page shows all). */
export function refusedFor(
  code: "answer-not-accepted" | "submission-has-errors",
  findings: readonly Finding[],
): DomainError {
  const { some, more } = firstOf(findings);
  return new DomainError(code, { findings: some, more });
}

const neverSaved = new Set(["wrong_type", "state_not_allowed", "origin_false"]);

/**
 * Faults so basic that an answer cannot even be kept as a draft: a value that does not fit the indicator, a state the
 * indicator does not have, or a cell said to be computed that is not. Incomplete values and broken rules do not count: drafts are unfinished.
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

/** How many of these stored answers count as "answered"; cleared and half-typed ones do not. */
export function countAnswered(catalogue: Catalogue, stored: readonly StoredAnswer[]): number {
  return countAnsweredOf(catalogue, toAnswers(stored));
}
