import type { ActView, SubmissionView } from "@avances/contracts";
import { isOfSecretariat } from "@avances/domain/access";

export type DecisionRecord = Pick<SubmissionView, "acts" | "roundCorrections">;

/** An act of the Secretariat on this report, with its reason. A correction of the round is told as the round's. */
export function isDecision({ act, byRole, reason }: ActView): boolean {
  return isOfSecretariat(byRole) && act !== "round_corrected" && reason.trim() !== "";
}

/** Is there anything to say (`decisions.tsx`)? */
export function hasDecisions({ acts, roundCorrections }: DecisionRecord): boolean {
  return roundCorrections.length > 0 || acts.some(isDecision);
}
