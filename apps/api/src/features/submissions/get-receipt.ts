import type { getReceipt as getReceiptContract, ReplyOf } from "@avances/contracts";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findVersion } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { receipt } from "./receipt.ts";

interface GetReceipt {
  readonly submissionId: string;
  /** If absent, the latest. */
  readonly version?: number | undefined;
}

/** The receipt of a submitted version; `not-found` when there is no such version. */
export async function getReceipt(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { submissionId, version: wanted }: GetReceipt,
): Promise<ReplyOf<typeof getReceiptContract>> {
  allow(actor, "submission.read");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "submission.read", { country: submission.countryCode });
    const version = found(await findVersion(tx, submissionId, wanted ?? submission.version));
    return receipt(deps, { submission, version, answers: await frozenAnswers(tx, actor, version.id), actor, now });
  });
}
