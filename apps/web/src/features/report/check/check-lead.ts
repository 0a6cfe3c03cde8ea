import type { SignatureStanding } from "@avances/domain/submission";
import type { checkTexts } from "./check.texts.ts";

export interface LeadFacts {
  readonly isSent: boolean;
  /** The opening day in words, if it is still ahead in the capital; else null. */
  readonly opensOn: string | null;
  readonly answered: number;
  readonly expected: number;
  /** Errors, and other things that must be corrected. */
  readonly blocking: number;
  /** Answers that the server does not have yet; part of `blocking`. */
  readonly unsaved: number;
  readonly notes: number;
  /** Open questions of the Secretariat. */
  readonly questions: number;
  readonly maySubmit: boolean;
  readonly maySign: boolean;
  /** Null = the round asks for no signature, or this reader does not see it. */
  readonly signature: SignatureStanding["kind"] | null;
}

/**
 * How much is answered, then everything that keeps the report from being sent, or that nothing does. It never invites to what the server
 * would refuse.
 */
export function checkLead(t: (typeof checkTexts)["en"]["lead"], facts: LeadFacts): string {
  if (facts.isSent) return t.sent;
  const { answered, expected, blocking, unsaved, notes, questions } = facts;
  const matters = [
    blocking - unsaved > 0 ? t.toCorrect(blocking - unsaved) : null,
    unsaved > 0 ? t.unsaved(unsaved) : null,
    notes > 0 ? t.toExplain(notes) : null,
    questions > 0 ? t.toAnswer(questions) : null,
  ].filter((words) => words !== null);
  return [
    t.answered(answered, expected),
    ...(facts.opensOn === null ? [] : [t.notOpen(facts.opensOn)]),
    ...matters,
    ...next(t, facts, matters.length),
  ].join(" ");
}

/** What follows when nothing stands in the way. */
function next(t: (typeof checkTexts)["en"]["lead"], facts: LeadFacts, matters: number): readonly string[] {
  if (facts.opensOn !== null || matters > 0) return [];
  const { signature, maySign, maySubmit } = facts;
  if (signature !== null && signature !== "signed") return [maySign ? t.maySign : t.unsigned];
  // Nobody may, whoever it is: that is no matter of roles.
  if (!maySubmit) return [facts.answered === 0 ? t.nothingYet : t.notYours];
  return [t.ready];
}
