import type { getReceipt as getReceiptContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listComments } from "@avances/db/queries/comment-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { listSubmissionActs } from "@avances/db/queries/submission-queries";
import { findVersion } from "@avances/db/queries/version-queries";
import type { Action, Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { receipt } from "./receipt.ts";

export interface GetReceipt {
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
  return deps.db.asActor(actor, (tx) =>
    readReceipt(tx, deps, actor, "submission.read", { submissionId, version: wanted }, now),
  );
}

/** The receipt, for whoever may do `action` in the country of the report. */
export async function readReceipt(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference">,
  actor: Actor,
  action: Action,
  { submissionId, version: wanted }: GetReceipt,
  now: Date,
): Promise<ReplyOf<typeof getReceiptContract>> {
  const submission = found(await findSubmissionInRound(tx, submissionId));
  allow(actor, action, { country: submission.countryCode });
  const version = found(await findVersion(tx, submissionId, wanted ?? submission.version));
  const [answers, acts, remarks] = [
    await frozenAnswers(tx, actor, version.id),
    await listSubmissionActs(tx, submissionId, { fromBefore: false }),
    version.questionsLeft.length === 0 ? [] : await listComments(tx, submissionId),
  ];
  return receipt(deps, { submission, version, answers, remarks, actor, now, acts });
}
