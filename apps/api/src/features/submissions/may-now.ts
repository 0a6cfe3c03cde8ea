import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Action, type Actor, can } from "@avances/domain/access";
import { isEditable, judgeTransition, type TransitionBy, type TransitionName } from "@avances/domain/submission";

/** What this reader may do with the submission in its present state, so that the page offers nothing that would be refused. */
export function mayNow(
  actor: Actor,
  submission: Pick<SubmissionInRound, "countryCode" | "status"> & {
    readonly round: Pick<SubmissionInRound["round"], "signatureRequired">;
  },
  hasConsented = false,
) {
  const has = (action: Action) => can(actor, action, { country: submission.countryCode }).allowed;
  const allows = (name: TransitionName, by: TransitionBy) => judgeTransition(name, submission.status, by).allowed;
  return {
    edit: has("answer.write") && isEditable(submission.status),
    submit: has("submission.submit") && allows("submit", "country"),
    sign: has("submission.sign") && submission.round.signatureRequired && allows("submit", "country"),
    withdraw: has("submission.withdraw") && allows("withdraw", "country"),
    review: has("submission.review") && (allows("accept", "secretariat") || allows("return", "secretariat")),
    consent: has("publication.consent") && submission.status === "accepted" && !hasConsented,
  };
}
