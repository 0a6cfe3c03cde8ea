import { type Action, type Actor, can, type ResourceScope, seesAssignedOnly } from "@avances/domain/access";
import type { Answer, Finding } from "@avances/domain/answer";
import { DomainError } from "@avances/domain/domain-error";

/**
 * The first line of every use case, and called again as soon as the owner of the resource is known. Refuses with `not-allowed`, or with
 * `not-found` when it belongs to another country. Uses the domain's access table; actor null = nobody is signed in.
 */
export function allow(actor: Actor | null, action: Action, owner?: ResourceScope): void {
  const verdict = can(actor, action, owner);
  if (!verdict.allowed) throw new DomainError(verdict.reason);
}

/** The thing itself, or throws `not-found`: missing and hidden look alike. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new DomainError("not-found");
  return thing;
}

/** May this actor see this indicator? A contributor sees only the assigned ones; everybody else sees all of the submission. */
export function seesIndicator(actor: Actor, code: string): boolean {
  return !seesAssignedOnly(actor.role) || (actor.assignedIndicators ?? []).includes(code);
}

/** The answers among these that the actor may see; the same list for whoever sees all. */
export function visibleAnswers<T extends Pick<Answer, "indicatorCode">>(
  actor: Actor,
  answers: readonly T[],
): readonly T[] {
  if (!seesAssignedOnly(actor.role)) return answers;
  return answers.filter((answer) => seesIndicator(actor, answer.indicatorCode));
}

/** The findings that concern only indicators the actor may see. */
export function visibleFindings(actor: Actor, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.indicators.every((code) => seesIndicator(actor, code)));
}
