import type { checkTexts } from "./check.texts.ts";

interface LeadFacts {
  readonly isSent: boolean;
  /** The opening day in words, if it is still ahead in the capital; else null. */
  readonly opensOn: string | null;
  /** Number of points that must be settled. */
  readonly points: number;
  /** Number of open questions of the Secretariat. */
  readonly questions: number;
  /** Number of answers that the server does not have yet. */
  readonly unsaved: number;
  readonly maySubmit: boolean;
}

/** The first thing that keeps the report from being sent, or that nothing does. It never invites to what the server would refuse. */
export function checkLead(t: (typeof checkTexts)["en"]["lead"], facts: LeadFacts): string {
  if (facts.isSent) return t.sent;
  if (facts.opensOn !== null) return t.notOpen(facts.opensOn);
  if (facts.points > 0) return t.blocked(facts.points);
  if (facts.questions > 0) return t.questions(facts.questions);
  if (facts.unsaved > 0) return t.unsaved;
  return facts.maySubmit ? t.ready : t.notYours;
}
