import type { getVersionAnswers as contract, ReplyOf } from "@avances/contracts";
import { findVersion } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";

type Reply = ReplyOf<typeof contract>;

/** The answers of a submitted version as they were frozen; `not-found` when there is no such version. */
export async function versionAnswers(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { submissionId, version }: { readonly submissionId: string; readonly version: number },
): Promise<Reply> {
  allow(actor, "submission.review");
  return deps.db.asActor(actor, async (tx) => {
    const row = found(await findVersion(tx, submissionId, version));
    const answers = await frozenAnswers(tx, actor, row.id);
    return {
      version,
      submittedAt: row.submittedAt.toISOString(),
      answers: [...answers.values()].map((answer) => ({
        ...answer,
        value: answer.value as Reply["answers"][number]["value"],
        evidence: [...answer.evidence],
      })),
    };
  });
}
