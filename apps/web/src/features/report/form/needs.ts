import { blocksSubmission, type Finding } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import type { Judged } from "../judge.ts";

/** Does the rule behind this finding ask for a source? */
export function wantsSource({ validations }: Catalogue, { ruleId }: Finding): boolean {
  return validations.find(({ id }) => id === ruleId)?.appliesTo.evidenceRequired === true;
}

/** Does it ask for a comment, given or not? */
export function wantsComment({ requiresComment }: Finding): boolean {
  return requiresComment;
}

/** What a rule still asks for in the details of this answer; null when nothing. */
export function neededAt(
  catalogue: Catalogue,
  { at, answers }: Judged,
  code: IndicatorCode,
): "evidence" | "comment" | null {
  const here = at.get(code) ?? [];
  if (here.some((finding) => wantsSource(catalogue, finding))) return "evidence";
  return here.some((finding) => wantsComment(finding) && blocksSubmission(finding, answers)) ? "comment" : null;
}
