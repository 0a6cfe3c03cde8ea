import type { ActView } from "@avances/contracts";
import type { SubmissionActRow } from "@avances/db/queries/rows";

/** An act on a submission as it travels. */
export function actView({ revision, act, at, actorName, actorRole, before, after, reason }: SubmissionActRow): ActView {
  return { revision, act, at: at.toISOString(), byName: actorName, byRole: actorRole, before, after, reason };
}
