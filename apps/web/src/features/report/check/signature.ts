import type { SubmissionView } from "@avances/contracts";
import { revisionsOf, type SignatureStanding, signatureStanding } from "@avances/domain/submission";

export type SignatureStepView = NonNullable<SubmissionView["signature"]>["steps"][number];

/**
 * Where the signature of a report stands, by the server's own rule, with what was saved from this page since; null when the round asks
 * for none, or this reader does not see it.
 */
export function signatureOf({
  signature,
  submission,
  answers,
}: Pick<SubmissionView, "signature" | "submission" | "answers">): SignatureStanding<SignatureStepView> | null {
  if (signature === null) return null;
  return signatureStanding(signature.steps, submission.version, revisionsOf(answers));
}
