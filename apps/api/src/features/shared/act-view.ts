import type { ActView } from "@avances/contracts";
import type { SubmissionActRow } from "@avances/db/queries/rows";

/** An act on a submission, as the API returns it. */
export function actView({ revision, act, at, actorName, actorRole, before, after, reason }: SubmissionActRow): ActView {
  const [was, is] = [stateView(before), stateView(after)];
  return { revision, act, at: at.toISOString(), byName: actorName, byRole: actorRole, before: was, after: is, reason };
}

/** Selects the fields that the API returns: the record holds more, and details of a refusal are not filtered by the contract. */
function stateView({ status, version, dueOn, returnDueOn }: SubmissionActRow["before"]): ActView["before"] {
  return { status, version, dueOn, returnDueOn };
}
