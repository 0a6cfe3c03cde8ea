import { type Catalogue, findIndicator, type IndicatorCode } from "../catalogue/catalogue.ts";
import type { Answers } from "./answer.ts";
import type { Finding } from "./finding.ts";
import { ruleBookOf } from "./rule-book.ts";
import type { RoundDates } from "./rule-operand.ts";
import { structuralFindings } from "./structural-findings.ts";

export interface CheckInput {
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  /** Latest accepted version of the previous round; null when there was none (temporal rules then stay silent). */
  readonly previous: Answers | null;
  readonly round: RoundDates;
}

/**
 * Everything the structural checks and the rules of the catalogue say about a submission, in catalogue order of the
 * indicator at which each is shown. An unanswered indicator is no finding: a partial submission is allowed. Methodology §8.
 */
export function checkSubmission(input: CheckInput): readonly Finding[] {
  const { catalogue, answers } = input;
  const findings: Finding[] = [];
  for (const code of answers.keys()) findings.push(...structuralFindingsOf(input, code));
  for (const rule of ruleBookOf(catalogue).rules) if (rule.fires(input)) findings.push(rule.finding);
  return inOrderOfCatalogue(catalogue, findings);
}

/** Findings in catalogue order of the indicator at which each is shown; those at one indicator stay as they were. */
export function inOrderOfCatalogue(catalogue: Catalogue, findings: readonly Finding[]): readonly Finding[] {
  const position = new Map(catalogue.indicators.map((indicator, index) => [indicator.code, index]));
  const placeOf = (finding: Finding) => position.get(finding.indicators[0] ?? "") ?? catalogue.indicators.length;
  return [...findings].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Only the findings that concern at least one of these indicators. Takes microseconds, so every save can ask for it. */
export function checkIndicators(input: CheckInput, codes: readonly IndicatorCode[]): readonly Finding[] {
  const book = ruleBookOf(input.catalogue);
  const findings: Finding[] = [];
  for (const code of new Set(codes)) findings.push(...structuralFindingsOf(input, code));
  const rules = new Set(codes.flatMap((code) => book.byIndicator.get(code) ?? []));
  for (const rule of rules) if (rule.fires(input)) findings.push(rule.finding);
  return findings;
}

function structuralFindingsOf({ catalogue, answers, previous }: CheckInput, code: IndicatorCode): readonly Finding[] {
  const answer = answers.get(code);
  if (answer === undefined) return [];
  return structuralFindings(catalogue, findIndicator(catalogue, code), answer, previous?.get(code));
}

/**
 * Does this finding keep the submission from being signed off? Every error does; a warning only when it must be explained
 * and none of the indicators concerned has a comment. Methodology §8, status table.
 */
export function blocksSubmission(finding: Finding, answers: Answers): boolean {
  if (finding.severity === "error") return true;
  return (
    finding.requiresComment && !finding.indicators.some((code) => (answers.get(code)?.comment ?? "").trim() !== "")
  );
}
