import { type Action, type Actor, can, type ResourceScope, seesAssignedOnly } from "@avances/domain/access";
import type { Answer, Finding } from "@avances/domain/answer";
import { DomainError } from "@avances/domain/domain-error";

/**
 * Line one of every use case, and once more as soon as it is known whose thing it is about. Refuses with `not-allowed`, or with `not-found`
 * when the thing belongs to another country. Access table of the domain; null = nobody is signed in.
 */
export function allow(actor: Actor | null, action: Action, owner?: ResourceScope): void {
  const verdict = can(actor, action, owner);
  if (!verdict.allowed) throw new DomainError(verdict.reason);
}

/** The thing itself, or `not-found`: missing and hidden look alike. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new DomainError("not-found");
  return thing;
}

/** Does this actor see this indicator? A contributor sees only what was assigned; everybody else sees all of the submission. */
export function seesIndicator(actor: Actor, code: string): boolean {
  return !seesAssignedOnly(actor.role) || (actor.assignedIndicators ?? []).includes(code);
}

/** Of these answers, those the actor may see. */
export function visibleAnswers<T extends Pick<Answer, "indicatorCode">>(
  actor: Actor,
  answers: readonly T[],
): readonly T[] {
  return answers.filter((answer) => seesIndicator(actor, answer.indicatorCode));
}

/** Of these findings, those that speak only of indicators the actor may see. */
export function visibleFindings(actor: Actor, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.indicators.every((code) => seesIndicator(actor, code)));
}
