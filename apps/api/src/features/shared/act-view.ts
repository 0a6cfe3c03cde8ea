import type { ActView } from "@avances/contracts";
import type { SubmissionActRow } from "@avances/db/queries/rows";

/** An act on a submission as it travels. */
export function actView({ revision, act, at, actorName, actorRole, before, after, reason }: SubmissionActRow): ActView {
  const [was, is] = [stateView(before), stateView(after)];
  return { revision, act, at: at.toISOString(), byName: actorName, byRole: actorRole, before: was, after: is, reason };
}

/** What is kept of a state says more than travels; a refusal that carries acts goes past the list of its contract. */
function stateView({ status, version, dueOn, returnDueOn }: SubmissionActRow["before"]): ActView["before"] {
  return { status, version, dueOn, returnDueOn };
}
