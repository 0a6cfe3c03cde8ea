import type { checkTexts } from "./check.texts.ts";

interface LeadFacts {
  readonly isSent: boolean;
  /** The opening day in words while it is still to come in the capital; else null. */
  readonly opensOn: string | null;
  /** Everything on the list of what is to be settled. */
  readonly points: number;
  /** Questions of the Secretariat that are open. */
  readonly questions: number;
  /** Answers that the server does not have. */
  readonly unsaved: number;
  readonly maySubmit: boolean;
}

/** The first thing that keeps the report from being sent, or that nothing does. It invites only to what the server would take. */
export function checkLead(t: (typeof checkTexts)["en"]["lead"], facts: LeadFacts): string {
  if (facts.isSent) return t.sent;
  if (facts.opensOn !== null) return t.notOpen(facts.opensOn);
  if (facts.points > 0) return t.blocked(facts.points);
  if (facts.questions > 0) return t.questions(facts.questions);
  if (facts.unsaved > 0) return t.unsaved;
  return facts.maySubmit ? t.ready : t.notYours;
}
